using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Intrinsics;

/// <summary><c>ArrayBuffer</c> and the typed arrays.</summary>
internal static class BufferIntrinsics
{
    public static Dictionary<JsElementType, JsObject> Install(JsRealm realm)
    {
        JsObject buffers = realm.DefineClass("ArrayBuffer", realm.ArrayBufferPrototype, 1, arguments =>
            Allocate(realm, LengthOf(arguments.At(0))));
        realm.Define(buffers, "isView", 1, static (_, arguments) => arguments.At(0).Reference is JsTypedArray);
        realm.Define(realm.ArrayBufferPrototype, "slice", 2, (thisValue, arguments) =>
        {
            byte[] bytes = thisValue.This<JsArrayBuffer>().Bytes;
            int start = Conversions.ToPosition(arguments.At(0), bytes.Length, 0);
            int end = Conversions.ToPosition(arguments.At(1), bytes.Length, bytes.Length);
            JsArrayBuffer made = Allocate(realm, Math.Max(end - start, 0));
            bytes.AsSpan(start, made.Bytes.Length).CopyTo(made.Bytes);
            return made;
        });

        JsObject above = realm.CreatePrototype(realm.ObjectPrototype);
        Install(realm, above);
        var prototypes = new Dictionary<JsElementType, JsObject>();
        foreach (JsElementType type in Enum.GetValues<JsElementType>())
        {
            JsObject prototype = realm.CreatePrototype(above);
            prototypes.Add(type, prototype);
            JsObject made = realm.DefineClass($"{type}Array", prototype, 3, arguments => Create(realm, type, arguments));
            foreach (JsObject holder in (ReadOnlySpan<JsObject>)[made, prototype])
                JsRealm.Define(holder, "BYTES_PER_ELEMENT", JsTypedArray.BytesOf(type));
            realm.Define(made, "from", 1, (_, arguments) => FromList(realm, type, realm.ToList(arguments.At(0))));
            realm.Define(made, "of", 0, (_, arguments) => FromList(realm, type, [.. arguments]));
        }

        return prototypes;
    }

    private static JsTypedArray Create(JsRealm realm, JsElementType type, ReadOnlySpan<JsValue> arguments)
    {
        int width = JsTypedArray.BytesOf(type);
        JsValue first = arguments.At(0);
        if (first.TryGetObject(out JsArrayBuffer? buffer))
        {
            int bytes = buffer.Bytes.Length;
            double start = Conversions.ToInteger(arguments.At(1));
            if (start < 0 || start > bytes || start % width != 0)
                throw Errors.Range($"start offset of {type}Array should be a multiple of {width} within the buffer");
            double length = arguments.At(2).IsUndefined
                ? (bytes - start) / width : Conversions.ToInteger(arguments.At(2));
            if (length < 0 || length != Math.Floor(length) || length * width > bytes - start)
                throw Errors.Range($"Invalid typed array length: {length}");
            return realm.CreateTypedArray(type, buffer, (int)start, (int)length);
        }

        if (first.IsObject)
        {
            if (!first.TryGetObject(out JsTypedArray? other))
                return FromList(realm, type, realm.ToList(first));
            JsTypedArray converted = Create(realm, type, [other.Length]);
            Convert(realm, other, converted, 0);
            return converted;
        }

        int count = LengthOf(first);
        return realm.CreateTypedArray(type, Allocate(realm, (long)count * width), 0, count);
    }

    private static JsTypedArray FromList(JsRealm realm, JsElementType type, List<JsValue> values)
    {
        JsTypedArray made = Create(realm, type, [values.Count]);
        for (int i = 0; i < values.Count; i++)
            made.SetIndex(i, values[i]);
        return made;
    }

    private static void Convert(JsRealm realm, JsTypedArray source, JsTypedArray target, int start)
    {
        for (int i = 0; i < source.Length; i++)
        {
            if (i % 1024 == 0)
                realm.Runtime.Poll();
            target.Write(start + i, source.Read(i));
        }
    }

    private static IEnumerable<JsValue> Numbers(JsTypedArray array)
    {
        for (int i = 0; i < array.Length; i++)
            yield return array.Read(i);
    }

    private static int LengthOf(JsValue value)
    {
        double length = value.IsUndefined ? 0 : Conversions.ToInteger(value);
        return length >= 0 && length <= Array.MaxLength ? (int)length : throw Errors.Range($"Invalid typed array length: {length}");
    }

    private static JsArrayBuffer Allocate(JsRealm realm, long bytes)
    {
        if (bytes > Array.MaxLength)
            throw Errors.Range("Array buffer allocation failed");
        realm.Runtime.Charge(bytes);
        return new JsArrayBuffer(realm.ArrayBufferPrototype, new byte[bytes]);
    }

    private static void Install(JsRealm realm, JsObject prototype)
    {
        realm.Define(prototype, "set", 2, (thisValue, arguments) =>
        {
            JsTypedArray target = thisValue.This<JsTypedArray>();
            double start = Conversions.ToInteger(arguments.At(1));
            if (arguments.At(0).TryGetObject(out JsTypedArray? source) && source.ElementType == target.ElementType)
            {
                RequireRoom(target, start, source.Length);
                source.Bytes.CopyTo(target.Bytes[((int)start * target.ElementBytes)..]);
                return JsValue.Undefined;
            }

            if (source is not null)
            {
                RequireRoom(target, start, source.Length);

                // Numbers of another width that lie in the same buffer must not be overwritten before they were read.
                if (source.Buffer == target.Buffer)
                {
                    JsTypedArray aside = Create(realm, source.ElementType, [source.Length]);
                    source.Bytes.CopyTo(aside.Bytes);
                    source = aside;
                }

                Convert(realm, source, target, (int)start);
                return JsValue.Undefined;
            }

            List<JsValue> values = realm.ToList(arguments.At(0));
            RequireRoom(target, start, values.Count);
            for (int i = 0; i < values.Count; i++)
                target.SetIndex((int)start + i, values[i]);
            return JsValue.Undefined;
        });
        realm.Define(prototype, "subarray", 2, (thisValue, arguments) =>
        {
            JsTypedArray array = thisValue.This<JsTypedArray>();
            int start = Conversions.ToPosition(arguments.At(0), array.Length, 0);
            int end = Math.Max(start, Conversions.ToPosition(arguments.At(1), array.Length, array.Length));
            return realm.CreateTypedArray(
                array.ElementType, array.Buffer, array.Start + (start * array.ElementBytes), end - start);
        });
        realm.Define(prototype, "slice", 2, (thisValue, arguments) =>
        {
            JsTypedArray array = thisValue.This<JsTypedArray>();
            int start = Conversions.ToPosition(arguments.At(0), array.Length, 0);
            int end = Math.Max(start, Conversions.ToPosition(arguments.At(1), array.Length, array.Length));
            JsTypedArray made = Create(realm, array.ElementType, [end - start]);
            array.Bytes[(start * array.ElementBytes)..(end * array.ElementBytes)].CopyTo(made.Bytes);
            return made;
        });
        realm.Define(prototype, "fill", 1, static (thisValue, arguments) =>
        {
            JsTypedArray array = thisValue.This<JsTypedArray>();
            int start = Conversions.ToPosition(arguments.At(1), array.Length, 0);
            int end = Conversions.ToPosition(arguments.At(2), array.Length, array.Length);
            double value = arguments.Number(0);
            if (start >= end)
                return thisValue;
            array.Write(start, value);
            Span<byte> bytes = array.Bytes[(start * array.ElementBytes)..(end * array.ElementBytes)];

            // Each copy is as long as all before it.
            for (int done = array.ElementBytes; done < bytes.Length; done = (int)Math.Min(2L * done, bytes.Length))
                bytes[..Math.Min(done, bytes.Length - done)].CopyTo(bytes[done..]);
            return thisValue;
        });
        realm.Define(prototype, "at", 1, static (thisValue, arguments) =>
        {
            JsTypedArray array = thisValue.This<JsTypedArray>();
            double index = Conversions.ToInteger(arguments.At(0));
            return array.GetIndex((long)(index < 0 ? array.Length + index : index));
        });
        realm.Define(prototype, "indexOf", 1, (thisValue, arguments) =>
        {
            JsTypedArray array = thisValue.This<JsTypedArray>();
            for (int i = 0; i < array.Length; i++)
            {
                if (i % 1024 == 0)
                    realm.Runtime.Poll();
                if (arguments.At(0).IsNumber && array.Read(i) == arguments.At(0).Number)
                    return i;
            }

            return -1;
        });
        realm.Define(prototype, "join", 1, (thisValue, arguments) =>
            ArrayIntrinsics.Join(realm, thisValue.This<JsTypedArray>(), arguments.At(0)));
        realm.Define(prototype, "toString", 0, (thisValue, _) =>
            ArrayIntrinsics.Join(realm, thisValue.This<JsTypedArray>(), default));
        JsFunction values = realm.Define(prototype, "values", 0, (thisValue, _) =>
            realm.CreateIterator(thisValue, Numbers(thisValue.This<JsTypedArray>()).GetEnumerator()));
        JsRealm.Define(prototype, JsSymbol.Iterator, values);
    }

    private static void RequireRoom(JsTypedArray target, double start, int count)
    {
        if (start < 0 || start + count > target.Length)
            throw Errors.Range("offset is out of bounds");
    }
}
