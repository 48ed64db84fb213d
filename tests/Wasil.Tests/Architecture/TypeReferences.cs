using System.Collections.Immutable;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Wasil.Tests.Architecture;

/// <summary>
/// Which types of an assembly make use of which others of it: in bases, signatures and code. Constants are not seen, for
/// compilers leave nothing of them.
/// </summary>
internal sealed class TypeReferences : IDisposable
{
    private static readonly Dictionary<int, OpCode> Codes = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => (int)(ushort)code.Value);

    private readonly PEReader _file;
    private readonly MetadataReader _metadata;
    private readonly Collector _collector;

    public TypeReferences(string assembly)
    {
        _file = new PEReader(File.OpenRead(assembly));
        _metadata = _file.GetMetadataReader();
        _collector = new Collector();
    }

    /// <summary>The types written by hand, outermost ones alone, with what they refer to.</summary>
    public IEnumerable<(string User, string Used)> Find()
    {
        foreach (TypeDefinitionHandle handle in _metadata.TypeDefinitions)
        {
            string user = NameOf(handle);
            _collector.Found.Clear();
            Collect(_metadata.GetTypeDefinition(handle));
            foreach (TypeDefinitionHandle found in _collector.Found)
            {
                if (NameOf(found) is var used && used != user && !IsGenerated(user) && !IsGenerated(used))
                    yield return (user, used);
            }
        }
    }

    public void Dispose() => _file.Dispose();

    // The compiler's own types, as arrays that are part of a method.
    private static bool IsGenerated(string type) => type.Contains('<', StringComparison.Ordinal);

    private string NameOf(TypeDefinitionHandle handle)
    {
        TypeDefinition type = _metadata.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil)
            type = _metadata.GetTypeDefinition(type.GetDeclaringType());
        string space = _metadata.GetString(type.Namespace);
        return $"{space}{(space.Length == 0 ? "" : ".")}{_metadata.GetString(type.Name)}";
    }

    private void Collect(TypeDefinition type)
    {
        Collect(type.BaseType);
        foreach (InterfaceImplementationHandle implementation in type.GetInterfaceImplementations())
            Collect(_metadata.GetInterfaceImplementation(implementation).Interface);
        Collect(type.GetGenericParameters());
        foreach (FieldDefinitionHandle field in type.GetFields())
            _metadata.GetFieldDefinition(field).DecodeSignature(_collector, null);
        foreach (MethodDefinitionHandle handle in type.GetMethods())
        {
            MethodDefinition method = _metadata.GetMethodDefinition(handle);
            method.DecodeSignature(_collector, null);
            Collect(method.GetGenericParameters());
            if (method.RelativeVirtualAddress != 0)
                Collect(_file.GetMethodBody(method.RelativeVirtualAddress));
        }
    }

    private void Collect(GenericParameterHandleCollection parameters)
    {
        foreach (GenericParameterHandle parameter in parameters)
        {
            foreach (GenericParameterConstraintHandle constraint in _metadata.GetGenericParameter(parameter).GetConstraints())
                Collect(_metadata.GetGenericParameterConstraint(constraint).Type);
        }
    }

    private void Collect(MethodBodyBlock body)
    {
        if (!body.LocalSignature.IsNil)
            _metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(_collector, null);
        foreach (ExceptionRegion region in body.ExceptionRegions)
            Collect(region.CatchType);
        BlobReader code = body.GetILReader();
        while (code.RemainingBytes > 0)
        {
            int value = code.ReadByte();
            if (value == 0xfe)
                value = (value << 8) | code.ReadByte();
            switch (Codes[value].OperandType)
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType
                    or OperandType.InlineSig:
                    Collect(MetadataTokens.EntityHandle(code.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    int targets = code.ReadInt32();
                    code.Offset += 4 * targets;
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    code.Offset += 8;
                    break;
                case OperandType.InlineVar:
                    code.Offset += 2;
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    code.Offset += 1;
                    break;
                case OperandType.InlineNone:
                    break;
                default:
                    code.Offset += 4;
                    break;
            }
        }
    }

    private void Collect(EntityHandle handle)
    {
        if (handle.IsNil)
            return;
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                _collector.Found.Add((TypeDefinitionHandle)handle);
                break;
            case HandleKind.MethodDefinition:
                _collector.Found.Add(_metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.FieldDefinition:
                _collector.Found.Add(_metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.TypeSpecification:
                _metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(_collector, null);
                break;
            case HandleKind.MemberReference:
                MemberReference member = _metadata.GetMemberReference((MemberReferenceHandle)handle);
                Collect(member.Parent);
                break;
            case HandleKind.MethodSpecification:
                MethodSpecification method = _metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                Collect(method.Method);
                method.DecodeSignature(_collector, null);
                break;
        }
    }

    /// <summary>Walks through signatures and keeps the types of the assembly.</summary>
    private sealed class Collector : ISignatureTypeProvider<object?, object?>
    {
        public HashSet<TypeDefinitionHandle> Found { get; } = [];

        public object? GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
        {
            Found.Add(handle);
            return null;
        }

        public object? GetTypeFromSpecification(
            MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
            reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

        public object? GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => null;

        public object? GetArrayType(object? elementType, ArrayShape shape) => null;

        public object? GetByReferenceType(object? elementType) => null;

        public object? GetFunctionPointerType(MethodSignature<object?> signature) => null;

        public object? GetGenericInstantiation(object? genericType, ImmutableArray<object?> typeArguments) => null;

        public object? GetGenericMethodParameter(object? genericContext, int index) => null;

        public object? GetGenericTypeParameter(object? genericContext, int index) => null;

        public object? GetModifiedType(object? modifier, object? unmodifiedType, bool isRequired) => null;

        public object? GetPinnedType(object? elementType) => null;

        public object? GetPointerType(object? elementType) => null;

        public object? GetPrimitiveType(PrimitiveTypeCode typeCode) => null;

        public object? GetSZArrayType(object? elementType) => null;
    }
}
