using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Wasil.Syntax;

/// <summary>
/// Closes the type sections of modules. Every recursion group exists once in the process, so that types are equal, by the
/// specification's iso-recursive equality, exactly where their <see cref="DefType"/>s are the same object.
/// </summary>
/// <remarks>
/// A group is found by its structure, written out as numbers: references inside the group are relative to its start,
/// references to earlier types are the <see cref="DefType.Id"/> of these, which are canonical already. Tables hold groups
/// weakly, so types go when the last module that uses them goes; a group keeps the outer types in its key alive, and ids are
/// never used again, so a key can never match a group other than its own.
/// </remarks>
internal static class TypeCanonicalizer
{
    /// <summary>How many supertypes may stand above a type; what all engines have agreed on.</summary>
    public const int MaximumDepth = 63;

    private static readonly Lock s_gate = new();
    private static readonly Dictionary<long[], WeakReference<DefType[]>> s_groups = new(new GroupKeyComparer());
    private static readonly Dictionary<ulong, WeakReference<DefType>> s_numericFunctions = [];
    private static long s_lastId;
    private static int s_sweepNumericFunctionsAt = 1024;

    // Keys are as long as groups are large, and outlive them until the next sweep, so their length decides when that is.
    private static long s_keyLength;
    private static long s_sweepGroupsAt = MinimumSweep;
    private const long MinimumSweep = 1 << 16;

    /// <summary>Closes and validates the types of a module.</summary>
    /// <exception cref="InvalidModuleException">A type is not valid.</exception>
    public static DefType[] Close(SubType[] types, RecType[] groups)
    {
        if (types.Length > ImplementationLimits.Types)
            throw new InvalidModuleException($"too many types: at most {ImplementationLimits.Types} are supported");
        var closed = new DefType[types.Length];
        var key = new List<long>();
        foreach (var group in groups)
        {
            if (group.Count == 1 && TryNumericFunctionKey(types[group.First], out var numericKey))
            {
                closed[group.First] = NumericFunction(numericKey, types[group.First].Composite);
                continue;
            }
            new GroupBuilder(types, group, closed, key).Close();
        }
        return closed;
    }

    // Most types of most modules are functions of numbers, which are found without building a key on the heap: three bits
    // for each type, a separator between parameters and results, and a leading one that makes the length part of the key.
    private static bool TryNumericFunctionKey(SubType type, out ulong key)
    {
        const int MaximumLength = 20;
        const ulong Separator = 7;
        key = 1;
        if (type is not { IsFinal: true, Supertype: null, Composite: FuncType function, Descriptor: null, Describes: null }
            || function.Parameters.Length + function.Results.Length > MaximumLength)
        {
            return false;
        }
        foreach (var parameter in function.Parameters)
        {
            if (parameter.IsReference) return false;
            key = (key << 3) | (ulong)parameter.Kind;
        }
        key = (key << 3) | Separator;
        foreach (var result in function.Results)
        {
            if (result.IsReference) return false;
            key = (key << 3) | (ulong)result.Kind;
        }
        return true;
    }

    private static DefType NumericFunction(ulong key, CompositeType composite)
    {
        lock (s_gate)
        {
            if (s_numericFunctions.TryGetValue(key, out var reference) && reference.TryGetTarget(out var known)) return known;
            var made = new DefType(++s_lastId, isFinal: true, supertype: null) { Composite = composite };
            s_numericFunctions[key] = new WeakReference<DefType>(made);
            if (s_numericFunctions.Count >= s_sweepNumericFunctionsAt)
            {
                foreach (var (deadKey, entry) in s_numericFunctions)
                {
                    if (!entry.TryGetTarget(out _)) s_numericFunctions.Remove(deadKey);
                }
                s_sweepNumericFunctionsAt = Math.Max(1024, s_numericFunctions.Count * 2);
            }
            return made;
        }
    }

    private static bool TryFind(List<long> key, [NotNullWhen(true)] out DefType[]? group)
    {
        lock (s_gate)
        {
            group = null;
            return s_groups.GetAlternateLookup<ReadOnlySpan<long>>()
                .TryGetValue(CollectionsMarshal.AsSpan(key), out var reference) && reference.TryGetTarget(out group);
        }
    }

    private static DefType[] AddOrFind(List<long> key, DefType[] made)
    {
        lock (s_gate)
        {
            // Another thread may have closed the same group since it was looked for.
            var lookup = s_groups.GetAlternateLookup<ReadOnlySpan<long>>();
            var span = CollectionsMarshal.AsSpan(key);
            if (lookup.TryGetValue(span, out var reference) && reference.TryGetTarget(out var known)) return known;
            if (reference is null) s_keyLength += span.Length;
            lookup[span] = new WeakReference<DefType[]>(made);
            if (s_keyLength >= s_sweepGroupsAt) SweepGroups();
            return made;
        }
    }

    private static void SweepGroups()
    {
        foreach (var (key, entry) in s_groups)
        {
            if (entry.TryGetTarget(out _)) continue;
            s_groups.Remove(key);
            s_keyLength -= key.Length;
        }
        s_sweepGroupsAt = Math.Max(MinimumSweep, s_keyLength * 2);
    }

    private static long NextId()
    {
        lock (s_gate) return ++s_lastId;
    }

    private readonly ref struct GroupBuilder(SubType[] types, RecType group, DefType[] closed, List<long> key)
    {
        private int End => group.First + group.Count;

        public void Close()
        {
            key.Clear();
            for (var i = group.First; i < End; i++) Write(i);
            if (!TryFind(key, out var members)) members = AddOrFind(key, Build());
            members.CopyTo(closed, group.First);
        }

        private DefType[] Build()
        {
            var members = new DefType[group.Count];
            for (var i = group.First; i < End; i++)
            {
                // A supertype stands before its subtype (checked when the key was written), so it is there.
                var supertype = types[i].Supertype is { } index ? Resolve(members, (int)index) : null;
                if (supertype is { Depth: >= MaximumDepth })
                    throw new InvalidModuleException($"sub type {i} has more than {MaximumDepth} types above it");
                members[i - group.First] = new DefType(NextId(), types[i].IsFinal, supertype) { Group = members };
            }
            for (var i = group.First; i < End; i++)
            {
                var member = members[i - group.First];
                member.Composite = CloseComposite(members, i);
                // Both lie in the group, which was checked when the key was written.
                if (types[i].Descriptor is { } descriptor) member.Descriptor = Resolve(members, (int)descriptor);
                if (types[i].Describes is { } described) member.Describes = Resolve(members, (int)described);
            }
            for (var i = group.First; i < End; i++)
            {
                var member = members[i - group.First];
                CheckDescriptors(member, i);
                if (member.Supertype is { } supertype && !Subtyping.Matches(member.Composite, supertype.Composite))
                {
                    uint index = types[i].Supertype!.Value;
                    throw new InvalidModuleException(
                        $"sub type {i} does not match super type {index}: {types[i].Composite} and {types[index].Composite}");
                }
            }
            return members;
        }

        // What a supertype promises of descriptors, its subtypes keep, and a descriptor lies as its supertypes do.
        private void CheckDescriptors(DefType member, int index)
        {
            if (member.Supertype is not { } supertype) return;
            if ((supertype.Descriptor is not null && member.Descriptor is null) || (supertype.Describes is null != member.Describes is null))
                throw new InvalidModuleException($"sub type {index} does not match super type {types[index].Supertype}: their descriptors");
            if (supertype.Descriptor is { } descriptor && !ReferenceEquals(member.Descriptor!.Supertype, descriptor))
                throw new InvalidModuleException(
                    $"descriptor type {types[index].Descriptor} does not match: it is no sub type of the super type's descriptor");
            if (supertype.Describes is { } described && !ReferenceEquals(member.Describes!.Supertype, described))
                throw new InvalidModuleException(
                    $"described type {types[index].Describes} does not match: it is no sub type of what the super type describes");
        }

        private DefType Resolve(DefType[] members, int index) =>
            index < group.First ? closed[index] : members[index - group.First];

        private ValType CloseType(DefType[] members, ValType type) => type is { IsReference: true, HeapType.IsIndex: true }
            ? ValType.Ref(HeapType.OfDefinition(Resolve(members, type.HeapType.TypeIndex), type.HeapType.IsExact), type.IsNullable)
            : type;

        private FieldType CloseField(DefType[] members, FieldType field) => field.Storage.IsPacked
            ? field
            : new FieldType(StorageType.Of(CloseType(members, field.Storage.Unpacked)), field.IsMutable);

        private CompositeType CloseComposite(DefType[] members, int index)
        {
            switch (types[index].Composite)
            {
                case FuncType function:
                    var parameters = new ValType[function.Parameters.Length];
                    for (var i = 0; i < parameters.Length; i++) parameters[i] = CloseType(members, function.Parameters[i]);
                    var results = new ValType[function.Results.Length];
                    for (var i = 0; i < results.Length; i++) results[i] = CloseType(members, function.Results[i]);
                    return new FuncType(parameters, results);
                case StructType structure:
                    var fields = new FieldType[structure.Fields.Length];
                    for (var i = 0; i < fields.Length; i++) fields[i] = CloseField(members, structure.Fields[i]);
                    return new StructType(fields);
                default:
                    return new ArrayType(CloseField(members, ((ArrayType)types[index].Composite).Element));
            }
        }

        private void Write(int index)
        {
            const long Final = 1, HasSupertype = 2, HasDescriptor = 4, HasDescribed = 8;
            var type = types[index];
            key.Add((type.IsFinal ? Final : 0) | (type.Supertype is null ? 0 : HasSupertype)
                | (type.Descriptor is null ? 0 : HasDescriptor) | (type.Describes is null ? 0 : HasDescribed));
            WriteDescriptors(type, index);
            if (type.Supertype is { } supertype)
            {
                CheckIndex(supertype, index);
                if (supertype >= index)
                    throw new InvalidModuleException($"sub type {index}: forward use of type {supertype} as its super type");
                if (types[supertype].IsFinal)
                    throw new InvalidModuleException($"sub type {index} has final super type {supertype}");
                WriteReference((int)supertype);
            }
            switch (type.Composite)
            {
                case FuncType function:
                    CheckCount(function.Parameters.Length, ImplementationLimits.Parameters, "parameters", index);
                    CheckCount(function.Results.Length, ImplementationLimits.Results, "results", index);
                    key.Add(0);
                    key.Add(function.Parameters.Length);
                    foreach (var parameter in function.Parameters) Write(parameter, index);
                    key.Add(function.Results.Length);
                    foreach (var result in function.Results) Write(result, index);
                    break;
                case StructType structure:
                    CheckCount(structure.Fields.Length, ImplementationLimits.StructFields, "fields", index);
                    key.Add(1);
                    key.Add(structure.Fields.Length);
                    foreach (var field in structure.Fields) Write(field, index);
                    break;
                case ArrayType array:
                    key.Add(2);
                    Write(array.Element, index);
                    break;
            }
        }

        private void WriteDescriptors(SubType type, int index)
        {
            if (type.Describes is { } described)
            {
                if (!IsInGroup(described)) throw new InvalidModuleException($"described type is outside rec group: {described}, of type {index}");
                if (described >= index)
                    throw new InvalidModuleException($"forward use of described type: {described} by type {index}");
                if (types[described].Descriptor != index)
                    throw new InvalidModuleException($"described type is not described by descriptor: type {described} by {index}");
                if (type.Composite is not StructType) throw new InvalidModuleException($"described type must be a struct: type {index}");
                WriteReference((int)described);
            }
            if (type.Descriptor is { } descriptor)
            {
                if (!IsInGroup(descriptor)) throw new InvalidModuleException($"descriptor type is outside rec group: {descriptor}, of type {index}");
                if (types[descriptor].Describes != index)
                    throw new InvalidModuleException($"type is not described by its descriptor: type {index} by {descriptor}");
                if (type.Composite is not StructType) throw new InvalidModuleException($"descriptor type must be a struct: of type {index}");
                WriteReference((int)descriptor);
            }
        }

        private bool IsInGroup(uint index) => index >= group.First && index < End;

        private void Write(FieldType field, int index)
        {
            key.Add(field.Storage.PackedBits | (field.IsMutable ? 1 : 0));
            if (!field.Storage.IsPacked) Write(field.Storage.Unpacked, index);
        }

        private void Write(ValType type, int index)
        {
            const long Nullable = 16, Abstract = 32, Exact = 64;
            if (!type.IsReference)
            {
                key.Add((long)type.Kind);
                return;
            }
            long flags = (long)type.Kind | (type.IsNullable ? Nullable : 0);
            if (type.HeapType.IsIndex)
            {
                CheckIndex((uint)type.HeapType.TypeIndex, index);
                key.Add(flags | (type.HeapType.IsExact ? Exact : 0));
                WriteReference(type.HeapType.TypeIndex);
            }
            else
            {
                key.Add(flags | Abstract);
                key.Add(type.HeapType.Code);
            }
        }

        // Ids start at one, so what is not above zero is a place in the group.
        private void WriteReference(int index) =>
            key.Add(index < group.First ? closed[index].Id : -(index - group.First));

        private void CheckIndex(uint referred, int index)
        {
            if (referred >= End)
                throw new InvalidModuleException($"unknown type {referred}: type {index} refers past its recursion group");
        }

        private static void CheckCount(int count, int maximum, string what, int index)
        {
            if (count > maximum)
                throw new InvalidModuleException($"too many {what} in type {index}: at most {maximum} are supported");
        }
    }

    private sealed class GroupKeyComparer : IEqualityComparer<long[]>, IAlternateEqualityComparer<ReadOnlySpan<long>, long[]>
    {
        public bool Equals(long[]? x, long[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<long> alternate, long[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(long[] key) => GetHashCode(key.AsSpan());

        // Seeded per process: a hostile module cannot choose groups that collide.
        public int GetHashCode(ReadOnlySpan<long> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(MemoryMarshal.AsBytes(alternate));
            return hash.ToHashCode();
        }

        public long[] Create(ReadOnlySpan<long> alternate) => alternate.ToArray();
    }
}
