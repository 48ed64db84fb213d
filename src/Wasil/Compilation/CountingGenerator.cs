using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.InteropServices;

namespace Wasil.Compilation;

/// <summary>
/// Hands CIL on to another generator, and counts what the JIT compiler counts when it decides whether to optimise a method.
/// </summary>
internal sealed class CountingGenerator(ILGenerator inner) : ILGenerator
{
    /// <summary>The <see cref="Size"/> past which RyuJIT does not optimise.</summary>
    public const int OptimizedSize = 42_000;

    // The limits that stand for that size.
    private const int OptimizedInstructions = 20_000;
    private const int OptimizedLocalReferences = 8_000;
    private const int OptimizedBytes = 60_000;

    private int _instructions;
    private int _localReferences;

    /// <summary>
    /// How large the method is, as bytes of CIL of which few are needed for an instruction: by whichever of the JIT compiler's limits it
    /// is nearest to.
    /// </summary>
    public int Size => (int)(OptimizedSize * Math.Max(
        Math.Max((double)_instructions / OptimizedInstructions, (double)_localReferences / OptimizedLocalReferences),
        (double)ILOffset / OptimizedBytes));

    public override int ILOffset => inner.ILOffset;

    public override void Emit(OpCode opcode)
    {
        _instructions++;
        // Those that name one of the first few have it in their code.
        if (opcode.Value is >= 0x02 and <= 0x0d)
            _localReferences++;
        inner.Emit(opcode);
    }

    public override void Emit(OpCode opcode, byte arg)
    {
        _instructions++;
        Count(opcode);
        inner.Emit(opcode, arg);
    }

    public override void Emit(OpCode opcode, short arg)
    {
        _instructions++;
        Count(opcode);
        inner.Emit(opcode, arg);
    }

    public override void Emit(OpCode opcode, LocalBuilder local)
    {
        _instructions++;
        _localReferences++;
        inner.Emit(opcode, local);
    }

    public override void Emit(OpCode opcode, int arg)
    {
        _instructions++;
        inner.Emit(opcode, arg);
    }

    public override void Emit(OpCode opcode, long arg)
    {
        _instructions++;
        inner.Emit(opcode, arg);
    }

    public override void Emit(OpCode opcode, float arg)
    {
        _instructions++;
        inner.Emit(opcode, arg);
    }

    public override void Emit(OpCode opcode, double arg)
    {
        _instructions++;
        inner.Emit(opcode, arg);
    }

    public override void Emit(OpCode opcode, string str)
    {
        _instructions++;
        inner.Emit(opcode, str);
    }

    public override void Emit(OpCode opcode, Label label)
    {
        _instructions++;
        inner.Emit(opcode, label);
    }

    public override void Emit(OpCode opcode, Label[] labels)
    {
        _instructions++;
        inner.Emit(opcode, labels);
    }

    public override void Emit(OpCode opcode, Type cls)
    {
        _instructions++;
        inner.Emit(opcode, cls);
    }

    public override void Emit(OpCode opcode, FieldInfo field)
    {
        _instructions++;
        inner.Emit(opcode, field);
    }

    public override void Emit(OpCode opcode, MethodInfo meth)
    {
        _instructions++;
        inner.Emit(opcode, meth);
    }

    public override void Emit(OpCode opcode, ConstructorInfo con)
    {
        _instructions++;
        inner.Emit(opcode, con);
    }

    public override void Emit(OpCode opcode, SignatureHelper signature)
    {
        _instructions++;
        inner.Emit(opcode, signature);
    }

    public override void EmitCall(OpCode opcode, MethodInfo methodInfo, Type[]? optionalParameterTypes) =>
        inner.EmitCall(opcode, methodInfo, optionalParameterTypes);

    public override void EmitCalli(
        OpCode opcode, CallingConventions callingConvention, Type? returnType, Type[]? parameterTypes, Type[]? optionalParameterTypes) =>
        inner.EmitCalli(opcode, callingConvention, returnType, parameterTypes, optionalParameterTypes);

    public override void EmitCalli(OpCode opcode, CallingConvention unmanagedCallConv, Type? returnType, Type[]? parameterTypes) =>
        inner.EmitCalli(opcode, unmanagedCallConv, returnType, parameterTypes);

    public override LocalBuilder DeclareLocal(Type localType, bool pinned) => inner.DeclareLocal(localType, pinned);

    public override Label DefineLabel() => inner.DefineLabel();

    public override void MarkLabel(Label loc) => inner.MarkLabel(loc);

    public override Label BeginExceptionBlock() => inner.BeginExceptionBlock();

    public override void BeginCatchBlock(Type? exceptionType) => inner.BeginCatchBlock(exceptionType);

    public override void BeginExceptFilterBlock() => inner.BeginExceptFilterBlock();

    public override void BeginFaultBlock() => inner.BeginFaultBlock();

    public override void BeginFinallyBlock() => inner.BeginFinallyBlock();

    public override void EndExceptionBlock() => inner.EndExceptionBlock();

    public override void BeginScope() => inner.BeginScope();

    public override void EndScope() => inner.EndScope();

    public override void UsingNamespace(string usingNamespace) => inner.UsingNamespace(usingNamespace);

    private void Count(OpCode opcode)
    {
        if (opcode.Value is >= 0x0e and <= 0x13 or (>= unchecked((short)0xfe09) and <= unchecked((short)0xfe0e)))
            _localReferences++;
    }
}
