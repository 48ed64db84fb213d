using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Intrinsics;

/// <summary><c>Array</c> and its prototype.</summary>
internal static class ArrayIntrinsics
{
    // The longest text that Node makes.
    private const long MostCharacters = (1 << 29) - 24;

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

    /// <summary>The elements joined as text, which for arrays within arrays goes on within them.</summary>
    /// <exception cref="JsException">The text would be longer than JavaScript's may be.</exception>
    public static string Join(JsRealm realm, ReadOnlySpan<JsValue> elements, string separator)
    {
        var texts = new string[elements.Length];
        long length = Math.Max(texts.Length - 1, 0) * (long)separator.Length;
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = elements[i].IsNullish ? "" : Conversions.ToText(elements[i]);
            length += texts[i].Length;
            if (length > MostCharacters)
                throw Errors.Range("Invalid string length");
        }

        realm.Runtime.Charge(2 * length);
        return string.Join(separator, texts);
    }

    private static JsArray Create(JsRealm realm, ReadOnlySpan<JsValue> arguments)
    {
        if (arguments.Length != 1 || !arguments[0].IsNumber)
            return realm.CreateArray(arguments);
        double length = arguments[0].Number;
        if (length != (uint)length)
            throw Errors.Range("Invalid array length");
        return new JsArray(realm.ArrayPrototype, []) { Length = (uint)length };
    }

    private static void Change(JsRealm realm, JsObject prototype)
    {
        realm.Define(prototype, "push", 1, static (thisValue, arguments) =>
        {
            JsArray array = thisValue.This<JsArray>();
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
            JsArray array = thisValue.This<JsArray>();
            JsValue[] elements = array.ToArray();
            int start = Conversions.ToPosition(arguments.At(0), elements.Length, 0);
            int count = arguments.Length < 2
                ? (arguments.Length == 0 ? 0 : elements.Length - start)
                : (int)Math.Clamp(Conversions.ToInteger(arguments[1]), 0, elements.Length - start);
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
            Span<JsValue> elements = thisValue.This<JsArray>().Changeable();
            int start = Conversions.ToPosition(arguments.At(1), elements.Length, 0);
            int end = Conversions.ToPosition(arguments.At(2), elements.Length, elements.Length);
            if (start < end)
                elements[start..end].Fill(arguments.At(0));
            return thisValue;
        });
        realm.Define(prototype, "sort", 1, (thisValue, arguments) =>
        {
            // Sorted aside: the function that compares may change the array.
            JsArray array = thisValue.This<JsArray>();
            JsFunction? compare = arguments.At(0).Reference as JsFunction;
            JsValue[] sorted = [.. array.ToArray().Order(Comparer<JsValue>.Create((a, b) =>
                a.IsUndefined || b.IsUndefined ? a.IsUndefined.CompareTo(b.IsUndefined)
                : compare is null ? string.CompareOrdinal(Conversions.ToText(a), Conversions.ToText(b))
                : Math.Sign(Conversions.ToNumber(compare.Invoke(a, b)) is var order && double.IsNaN(order) ? 0 : order)))];
            array.Splice(0, (int)array.Length, sorted);
            return thisValue;
        });
    }

    private static void Search(JsRealm realm, JsObject prototype)
    {
        realm.Define(prototype, "indexOf", 1, static (thisValue, arguments) =>
            IndexOf(thisValue.This<JsArray>().Elements, arguments.At(0), Conversions.ToPosition(
                arguments.At(1), thisValue.This<JsArray>().Elements.Length, 0), matchNaN: false));
        realm.Define(prototype, "lastIndexOf", 1, static (thisValue, arguments) =>
            thisValue.This<JsArray>().Elements.LastIndexOf(arguments.At(0)));
        realm.Define(prototype, "includes", 1, static (thisValue, arguments) =>
            IndexOf(thisValue.This<JsArray>().ToArray(), arguments.At(0), 0, matchNaN: true) >= 0);
        realm.Define(prototype, "at", 1, static (thisValue, arguments) =>
        {
            JsArray array = thisValue.This<JsArray>();
            double index = Conversions.ToInteger(arguments.At(0));
            index = index < 0 ? array.Length + index : index;
            return index >= 0 && index < array.Length ? array.GetIndex((long)index) : JsValue.Undefined;
        });
    }

    private static int IndexOf(ReadOnlySpan<JsValue> elements, JsValue value, int start, bool matchNaN)
    {
        if (!matchNaN && value.IsNumber && double.IsNaN(value.Number))
            return -1;
        int found = elements[start..].IndexOf(value);
        return found < 0 ? -1 : start + found;
    }

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
            Each(thisValue, arguments, (result, _, index) => results.SetIndex(index, result));
            results.Length = thisValue.This<JsArray>().Length;
            return results;
        });
        realm.Define(prototype, "filter", 1, (thisValue, arguments) =>
        {
            var results = new List<JsValue>();
            Each(thisValue, arguments, (result, value, _) =>
            {
                if (Conversions.ToBoolean(result))
                    results.Add(value);
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
            JsValue[] elements = thisValue.This<JsArray>().ToArray();
            int start = Conversions.ToPosition(arguments.At(0), elements.Length, 0);
            int end = Conversions.ToPosition(arguments.At(1), elements.Length, elements.Length);
            return realm.CreateArray(start < end ? elements.AsSpan(start, end - start) : []);
        });
        realm.Define(prototype, "concat", 1, (thisValue, arguments) =>
        {
            var all = new List<JsValue>(thisValue.This<JsArray>().ToArray());
            foreach (JsValue value in arguments)
            {
                JsValue[] more = value.TryGetObject(out JsArray? array) ? array.ToArray() : [value];
                realm.Runtime.Charge(16L * more.Length);
                all.AddRange(more);
            }

            return realm.CreateArray([.. all]);
        });
        realm.Define(prototype, "join", 1, (thisValue, arguments) => Join(
            realm, thisValue.This<JsArray>().ToArray(), arguments.At(0).IsUndefined ? "," : arguments.Text(0)));
        realm.Define(prototype, "toString", 0, (thisValue, _) => Join(realm, thisValue.This<JsArray>().ToArray(), ","));
        realm.Define(prototype, "keys", 0, (thisValue, _) => realm.CreateIterator(Keys(thisValue.This<JsArray>())));
        realm.Define(prototype, "entries", 0, (thisValue, _) => realm.CreateIterator(Entries(realm, thisValue.This<JsArray>())));
        JsFunction values = realm.Define(
            prototype, "values", 0, (thisValue, _) => realm.CreateIterator(Values(thisValue.This<JsArray>())));
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
