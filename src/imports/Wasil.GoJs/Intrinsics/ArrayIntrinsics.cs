using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Intrinsics;

/// <summary><c>Array</c> and its prototype.</summary>
internal static class ArrayIntrinsics
{
    public static void Install(JsRealm realm)
    {
        JsObject prototype = realm.ArrayPrototype;
        JsObject type = realm.DefineClass(
            "Array", prototype, 1, arguments => Create(realm, arguments), (_, arguments) => Create(realm, arguments));
        realm.Define(type, "isArray", 1, static (_, arguments) => arguments.At(0).Reference is JsArray);
        realm.Define(type, "of", 0, (_, arguments) => realm.CreateArray(arguments));
        realm.Define(type, "from", 1, (_, arguments) =>
        {
            JsArray made = realm.CreateArray([.. realm.ToList(arguments.At(0))]);
            realm.Runtime.Keep(made);
            if (arguments.At(1).TryGetObject(out JsFunction? map))
            {
                for (long i = 0; i < made.Length; i++)
                    made.SetIndex(i, map.Invoke(made.GetIndex(i), i));
            }

            return made;
        });

        Change(realm, prototype);
        Search(realm, prototype);
        Visit(realm, prototype);
        Derive(realm, prototype);
    }

    /// <summary>The elements joined as text, which for arrays within arrays goes on within them; an array that is being joined
    /// already is the empty text there.</summary>
    /// <exception cref="JsException">The text would be longer than JavaScript's may be.</exception>
    public static string Join(JsRealm realm, JsObject list, JsValue separator)
    {
        string between = separator.IsUndefined ? "," : Conversions.ToText(separator);
        long length = list is JsArray array ? array.Length : ((JsTypedArray)list).Length;
        if ((length - 1) * between.Length > TextBuilder.MostCharacters)
            throw Errors.Range("Invalid string length");
        if (!realm.Joined.Add(list))
            return "";
        try
        {
            var text = new TextBuilder(realm.Runtime);
            for (long i = 0; i < length; i++)
            {
                // The length may be four billion where hardly any element was set.
                if (between.Length == 0 && list is JsArray sparse && i >= sparse.Elements.Length)
                    break;
                if (i > 0)
                    text.Append(between);
                JsValue value = list.GetIndex(i);
                if (!value.IsNullish)
                    text.Append(Conversions.ToText(value));
                if (i % 1024 == 0)
                    realm.Runtime.Poll();
            }

            return text.ToString();
        }
        finally
        {
            realm.Joined.Remove(list);
        }
    }

    private static JsArray Create(JsRealm realm, ReadOnlySpan<JsValue> arguments)
    {
        if (arguments.Length != 1 || !arguments[0].IsNumber)
            return realm.CreateArray(arguments);
        double length = arguments[0].Number;
        if (length != (uint)length)
            throw Errors.Range("Invalid array length");
        JsArray made = realm.CreateArray();
        made.Length = (uint)length;
        return made;
    }

    private static void Change(JsRealm realm, JsObject prototype)
    {
        realm.Define(prototype, "push", 1, (thisValue, arguments) =>
        {
            JsArray array = thisValue.This<JsArray>();
            realm.Runtime.Charge(HeapVisitor.BytesOfValue * (long)arguments.Length);
            foreach (JsValue value in arguments)
                array.Add(value);
            return array.Length;
        });
        realm.Define(prototype, "pop", 0, static (thisValue, _) =>
        {
            JsArray array = thisValue.This<JsArray>();
            if (array.Length == 0)
                return JsValue.Undefined;
            JsValue last = array.GetIndex(array.Length - 1);
            array.Length--;
            return last;
        });
        realm.Define(prototype, "shift", 0, static (thisValue, _) =>
        {
            JsArray array = thisValue.This<JsArray>();
            if (array.Length == 0)
                return JsValue.Undefined;
            JsValue first = array.GetIndex(0);
            array.Splice(0, 1, []);
            return first;
        });
        realm.Define(prototype, "unshift", 1, static (thisValue, arguments) =>
        {
            JsArray array = thisValue.This<JsArray>();
            array.Splice(0, 0, arguments);
            return array.Length;
        });
        realm.Define(prototype, "splice", 2, (thisValue, arguments) =>
        {
            // Conversions first: they may run code of the guest's that changes the array.
            JsArray array = thisValue.This<JsArray>();
            double first = Conversions.ToInteger(arguments.At(0));
            double most = arguments.Length > 1 ? Conversions.ToInteger(arguments[1]) : double.PositiveInfinity;
            JsValue[] elements = array.ToArray();
            int start = Conversions.ToPosition(first, elements.Length, 0);
            int count = arguments.IsEmpty ? 0 : (int)Math.Clamp(most, 0, elements.Length - start);
            array.Splice(start, count, arguments.Length > 2 ? arguments[2..] : []);
            return realm.CreateArray(elements.AsSpan(start, count));
        });
        realm.Define(prototype, "reverse", 0, static (thisValue, _) =>
        {
            thisValue.This<JsArray>().Changeable().Reverse();
            return thisValue;
        });
        realm.Define(prototype, "fill", 1, static (thisValue, arguments) =>
        {
            double first = Conversions.ToInteger(arguments.At(1));
            double last = arguments.At(2).IsUndefined ? double.PositiveInfinity : Conversions.ToInteger(arguments.At(2));
            Span<JsValue> elements = thisValue.This<JsArray>().Changeable();
            int start = Conversions.ToPosition(first, elements.Length, 0);
            int end = Conversions.ToPosition(last, elements.Length, elements.Length);
            if (start < end)
                elements[start..end].Fill(arguments.At(0));
            return thisValue;
        });
        realm.Define(prototype, "sort", 1, (thisValue, arguments) =>
        {
            // Sorted aside: the function that compares may change the array.
            JsArray array = thisValue.This<JsArray>();
            JsValue[] sorted = ArraySorting.Sort(realm, array.ToArray(), arguments.At(0).Reference as JsFunction);
            for (int i = 0; i < sorted.Length; i++)
            {
                if (!array.SetIndex(i, sorted[i]))
                    throw Errors.Type("Cannot assign to read only property of a frozen array");
            }

            return thisValue;
        });
    }

    private static void Search(JsRealm realm, JsObject prototype)
    {
        realm.Define(prototype, "indexOf", 1, (thisValue, arguments) =>
        {
            JsArray array = thisValue.This<JsArray>();
            double first = Conversions.ToInteger(arguments.At(1));
            return IndexOf(realm, array, arguments.At(0), Conversions.ToPosition(first, array.Elements.Length, 0));
        });
        realm.Define(prototype, "lastIndexOf", 1, (thisValue, arguments) =>
        {
            JsArray array = thisValue.This<JsArray>();
            double last = arguments.Length > 1 ? Conversions.ToInteger(arguments[1]) : double.PositiveInfinity;
            last = last < 0 ? array.Length + last : last;
            for (int i = (int)Math.Min(last, array.Elements.Length - 1); i >= 0; i--)
            {
                realm.Runtime.Poll();
                if (array.HasIndex(i) && IsSame(array.GetIndex(i), arguments.At(0)))
                    return i;
            }

            return -1;
        });
        realm.Define(prototype, "includes", 1, (thisValue, arguments) =>
        {
            JsArray array = thisValue.This<JsArray>();
            JsValue value = arguments.At(0);
            if (value.IsUndefined && array.Length > array.Elements.Length)
                return true;
            for (int i = 0; i < array.Elements.Length; i++)
            {
                // Two texts may take as long to compare as the guest has memory.
                realm.Runtime.Poll();
                if (array.Elements[i] == value)
                    return true;
            }

            return false;
        });
        realm.Define(prototype, "at", 1, static (thisValue, arguments) =>
        {
            JsArray array = thisValue.This<JsArray>();
            double index = Conversions.ToInteger(arguments.At(0));
            index = index < 0 ? array.Length + index : index;
            return index >= 0 && index < array.Length ? array.GetIndex((long)index) : JsValue.Undefined;
        });
    }

    private static int IndexOf(JsRealm realm, JsArray array, JsValue value, int start)
    {
        for (int i = start; i < array.Elements.Length; i++)
        {
            realm.Runtime.Poll();
            if (array.HasIndex(i) && IsSame(array.GetIndex(i), value))
                return i;
        }

        return -1;
    }

    // As under ===, where NaN is not even equal to itself.
    private static bool IsSame(JsValue left, JsValue right) => left == right && !(left.IsNumber && double.IsNaN(left.Number));

    private static void Visit(JsRealm realm, JsObject prototype)
    {
        realm.Define(prototype, "forEach", 1, static (thisValue, arguments) =>
        {
            Each(thisValue, arguments, static (_, _, _) => true);
            return JsValue.Undefined;
        });
        realm.Define(prototype, "map", 1, (thisValue, arguments) =>
        {
            JsArray results = realm.CreateArray();
            realm.Runtime.Keep(results);
            Each(thisValue, arguments, (result, _, index) =>
            {
                realm.Runtime.Charge(2 * HeapVisitor.BytesOfValue);
                return results.SetIndex(index, result);
            });
            results.Length = thisValue.This<JsArray>().Length;
            return results;
        });
        realm.Define(prototype, "filter", 1, (thisValue, arguments) =>
        {
            var results = new List<JsValue>();
            realm.Runtime.Keep(new KeptList(results));
            Each(thisValue, arguments, (result, value, _) =>
            {
                if (Conversions.ToBoolean(result))
                {
                    realm.Runtime.Charge(2 * HeapVisitor.BytesOfValue);
                    results.Add(value);
                }

                return true;
            });
            return realm.CreateArray([.. results]);
        });
        realm.Define(prototype, "find", 1, static (thisValue, arguments) => First(thisValue, arguments, true, skipsHoles: false).Value);
        realm.Define(prototype, "findIndex", 1, static (thisValue, arguments) => First(thisValue, arguments, true, skipsHoles: false).Index);
        realm.Define(prototype, "some", 1, static (thisValue, arguments) => First(thisValue, arguments, true).Index >= 0);
        realm.Define(prototype, "every", 1, static (thisValue, arguments) => First(thisValue, arguments, false).Index < 0);
        realm.Define(prototype, "reduce", 1, static (thisValue, arguments) =>
        {
            JsArray array = thisValue.This<JsArray>();
            JsFunction function = arguments.Function(0);
            long start = arguments.Length > 1 ? 0 : 1;
            if (start > array.Length)
                throw Errors.Type("Reduce of empty array with no initial value");
            JsValue result = start == 0 ? arguments[1] : array.GetIndex(0);
            for (long i = start; i < array.Length; i++)
                result = function.Invoke(result, array.GetIndex(i), i, array);
            return result;
        });
    }

    private static void Derive(JsRealm realm, JsObject prototype)
    {
        realm.Define(prototype, "slice", 2, (thisValue, arguments) =>
        {
            JsArray array = thisValue.This<JsArray>();
            double first = Conversions.ToInteger(arguments.At(0));
            double last = arguments.At(1).IsUndefined ? double.PositiveInfinity : Conversions.ToInteger(arguments.At(1));
            Span<JsValue> elements = array.Filled();
            int start = Conversions.ToPosition(first, elements.Length, 0);
            int end = Conversions.ToPosition(last, elements.Length, elements.Length);
            return realm.CreateArray(start < end ? elements[start..end] : []);
        });
        realm.Define(prototype, "concat", 1, (thisValue, arguments) =>
        {
            var all = new List<JsValue>(thisValue.This<JsArray>().ToArray());
            foreach (JsValue value in arguments)
            {
                ReadOnlySpan<JsValue> more = value.TryGetObject(out JsArray? array) ? array.Filled() : [value];
                realm.Runtime.Charge(2L * HeapVisitor.BytesOfValue * more.Length);
                all.AddRange(more);
            }

            return realm.CreateArray([.. all]);
        });
        realm.Define(prototype, "join", 1, (thisValue, arguments) => Join(realm, thisValue.This<JsArray>(), arguments.At(0)));
        realm.Define(prototype, "toString", 0, (thisValue, _) => Join(realm, thisValue.This<JsArray>(), default));
        realm.Define(prototype, "keys", 0, (thisValue, _) => realm.CreateIterator(thisValue, Keys(thisValue.This<JsArray>())));
        realm.Define(prototype, "entries", 0, (thisValue, _) =>
            realm.CreateIterator(thisValue, Entries(realm, thisValue.This<JsArray>())));
        JsFunction values = realm.Define(prototype, "values", 0, (thisValue, _) =>
            realm.CreateIterator(thisValue, Values(thisValue.This<JsArray>())));
        JsRealm.Define(prototype, JsSymbol.Iterator, values);
    }

    private static IEnumerator<JsValue> Keys(JsArray array)
    {
        for (long i = 0; i < array.Length; i++)
            yield return i;
    }

    private static IEnumerator<JsValue> Values(JsArray array)
    {
        for (long i = 0; i < array.Length; i++)
            yield return array.GetIndex(i);
    }

    private static IEnumerator<JsValue> Entries(JsRealm realm, JsArray array)
    {
        for (long i = 0; i < array.Length; i++)
            yield return realm.CreateArray(i, array.GetIndex(i));
    }

    /// <summary>Calls the function of the first argument with each element, until what is done with the result says no.</summary>
    private static void Each(
        JsValue thisValue,
        ReadOnlySpan<JsValue> arguments,
        Func<JsValue, JsValue, long, bool> next,
        bool skipsHoles = true)
    {
        JsArray array = thisValue.This<JsArray>();
        JsFunction function = arguments.Function(0);
        JsValue receiver = arguments.At(1);
        for (long i = 0; i < array.Length; i++)
        {
            if (skipsHoles && !array.HasIndex(i))
            {
                // The length may be four billion where hardly any element was set.
                if (i >= array.Elements.Length)
                    return;
                continue;
            }

            JsValue value = array.GetIndex(i);
            if (!next(function.Apply(receiver, value, i, array), value, i))
                return;
        }
    }

    private static (JsValue Value, long Index) First(
        JsValue thisValue, ReadOnlySpan<JsValue> arguments, bool wanted, bool skipsHoles = true)
    {
        (JsValue, long) found = (default, -1);
        Each(thisValue, arguments, (result, value, index) =>
        {
            if (Conversions.ToBoolean(result) != wanted)
                return true;
            found = (value, index);
            return false;
        }, skipsHoles);
        return found;
    }
}
