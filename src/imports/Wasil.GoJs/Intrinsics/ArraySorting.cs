using Wasil.GoJs.Objects;

namespace Wasil.GoJs.Intrinsics;

/// <summary>ECMAScript's SortIndexedProperties: stable, with what is undefined at the end.</summary>
/// <remarks>The sorting of .NET is none for this: it may refuse a function that contradicts itself, and hides what the function throws,
/// the guest's end included, in an exception of its own.</remarks>
internal static class ArraySorting
{
    public static JsValue[] Sort(JsRealm realm, JsValue[] values, JsFunction? compare)
    {
        JsValue[] defined = [.. values.Where(value => !value.IsUndefined)];

        // What is merged, the places and one array to merge into; and texts where these are compared.
        realm.Runtime.Charge((HeapVisitor.BytesOfValue + 2L * sizeof(int)) * defined.Length);
        string[]? texts = null;
        if (compare is null)
        {
            texts = new string[defined.Length];
            for (int i = 0; i < texts.Length; i++)
            {
                texts[i] = Conversions.ToText(defined[i]);
                if (!defined[i].IsString)
                    realm.Runtime.ChargeText(texts[i].Length + HeapVisitor.BytesOfObject);
            }
        }

        int[] places = [.. Enumerable.Range(0, defined.Length)], other = new int[places.Length];
        for (int width = 1; width < places.Length; width *= 2)
        {
            for (int start = 0; start < places.Length; start += 2 * width)
                Merge(start, Math.Min(start + width, places.Length), Math.Min(start + (2 * width), places.Length));
            (places, other) = (other, places);
        }

        for (int i = 0; i < values.Length; i++)
            values[i] = i < places.Length ? defined[places[i]] : JsValue.Undefined;
        return values;

        void Merge(int left, int middle, int end)
        {
            int right = middle;
            for (int i = left, first = left; i < end; i++)
            {
                bool takesLeft = first < middle && (right >= end || !IsAfter(places[first], places[right]));
                other[i] = places[takesLeft ? first++ : right++];
            }
        }

        bool IsAfter(int left, int right)
        {
            realm.Runtime.Poll();
            return compare is null
                ? string.CompareOrdinal(texts![left], texts[right]) > 0
                : Conversions.ToNumber(compare.Invoke(defined[left], defined[right])) > 0;
        }
    }
}
