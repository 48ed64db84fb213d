using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Wasil.Execution;
using Wasil.Instructions;
using Wasil.Numerics;

namespace Wasil.Interpreter;

/// <summary>
/// Runs register code: one loop around one <c>switch</c>, which the JIT compiler turns into a table of jumps, with the state in
/// registers. Calls within an instance stay in the loop.
/// </summary>
/// <remarks>
/// SAFETY, for the whole class: <c>ip</c> points into code that <see cref="FunctionLowering"/> made, every path of which ends in a
/// branch within the function, a return or a trap. <c>fp</c> points to a frame all of whose slots were held against the end of the
/// stack when its function was called, and operations name slots of the frame alone. <c>memory</c> is the first memory's base,
/// which never moves, and <c>length</c> a length that the memory has or had; memories never shrink.
/// <c>carried</c> is what the last operation that gives an integer has put into its slot, wherever an operation reads it.
/// The method has no locals whose address is taken and no protected regions, either of which would cost it its registers, and
/// stays below the sizes where the JIT compiler ceases to optimise (docs/RATIONALE.md, "One switch").
/// </remarks>
internal static unsafe class DispatchLoop
{
    /// <summary>Runs until the frame at <paramref name="fp"/> returns.</summary>
    /// <param name="activation">Whose stack it is.</param>
    /// <param name="ip">The first operation.</param>
    /// <param name="fp">The frame.</param>
    /// <param name="rp">Where the frame's references begin.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void InterpretGuest(Activation activation, Operation* ip, ulong* fp, int rp)
    {
        MemoryInstance? first = activation.Memory;
        byte* memory = first is null ? null : first.Base;
        ulong length = first is null ? 0 : Volatile.Read(ref first.Length);
        // The JIT compiler optimises methods that have this at once, since it cannot replace them while they run. Not written to, it
        // would be left out by the C# compiler.
        byte* once = stackalloc byte[1];
        *once = 0;
        ulong end;
        ulong carried = 0;
        ulong* frame;
        ulong* place;
        FunctionCode* callee;
        OperationCode next;
        while (true)
        {
#if TRACE_OPERATIONS
            OperationTrace.Count(ip->Code);
#endif
        Same:
#pragma warning disable CS0164 // Which of the cases others go to is data.
            switch (ip->Code)
            {
                case OperationCode.Exit:
                    return;
                case OperationCode.Unreachable:
                    activation.Save(ip + 1, fp, rp);
                    throw Traps.Unreachable(Traps.Pending);
                case OperationCode.Poll:
                    if (Volatile.Read(ref activation.Instance.Interrupted) == 0)
                        goto Next;
                    activation.Save(ip + 1, fp, rp);
                    activation.Instance.Poll();
                    goto Refresh;
                case OperationCode.Count:
                    callee = (FunctionCode*)ip->Long;
                    callee->Patience -= ip->Wide;
                    if (callee->Patience >= 0)
                        goto Next;
                    activation.CompileHot(callee);
                    goto Refresh;
                case OperationCode.CountLoop:
                    callee = (FunctionCode*)ip->Long;
                    callee->Patience -= ip->Wide;
                    if (callee->Patience >= 0)
                        goto Next;
                    activation.Save(ip + 1, fp, rp);
                    if (!activation.LeaveInLoop(ip, fp, rp))
                        goto Refresh;
                    callee = (FunctionCode*)ip->Long;
                    goto Replaced;
                case OperationCode.Replaced:
                    callee = (FunctionCode*)ip->Long;
                    activation.CallReplacement(callee, fp, rp);
                    goto Replaced;
                case OperationCode.Jump:
                AtJump:
                    ip += ip->Target;
                    goto AfterJump;
                case OperationCode.BranchIf:
                AtBranchIf:
                    if (*(int*)(fp + ip->B) != 0)
                        ip += ip->Target;
                    goto AfterBranchIf;
                case OperationCode.BranchUnless:
                AtBranchUnless:
                    if (*(int*)(fp + ip->B) == 0)
                        ip += ip->Target;
                    goto AfterBranchUnless;
                case OperationCode.BranchTable:
                AtBranchTable:
                    // As many operations follow as there are labels, the default's last; each holds where its label is.
                    ip += Math.Min(*(uint*)(fp + ip->B), (uint)ip->Low) + 1;
                    ip += ip->Target;
                    goto AfterBranchTable;
                case OperationCode.BranchIfNull:
                    if (activation.References[rp + ip->B] is null)
                        ip += ip->Target;
                    goto Next;
                case OperationCode.BranchUnlessNull:
                    if (activation.References[rp + ip->B] is not null)
                        ip += ip->Target;
                    goto Next;
                case OperationCode.ReturnOne:
                AtReturnOne:
                    *fp = fp[ip->B];
                    goto case OperationCode.Return;
                case OperationCode.Return:
                AtReturn:
                    frame = fp + ip->Low;
                    fp = (ulong*)frame[1];
                    ip = (Operation*)frame[0];
                    goto AfterReturn;
                case OperationCode.ReturnOneReferences:
                    *fp = fp[ip->B];
                    goto case OperationCode.ReturnReferences;
                case OperationCode.ReturnReferences:
                    // What the function referred to is garbage now, save its results.
                    Array.Clear(activation.References, rp + ip->A, ip->High - ip->A);
                    frame = fp + ip->Low;
                    fp = (ulong*)frame[1];
                    ip = (Operation*)frame[0] - 1;
                    rp -= ip->A;
                    goto Refresh;
                case OperationCode.ReturnOneFromCaller:
                AtReturnOneFromCaller:
                    *fp = fp[ip->B];
                    goto case OperationCode.ReturnFromCaller;
                case OperationCode.ReturnFromCaller:
                AtReturnFromCaller:
                    frame = fp + ip->Low;
                    fp = (ulong*)frame[1];
                    ip = (Operation*)frame[0];
                    rp -= ip[-1].A;
                    goto AfterReturnFromCaller;
                case OperationCode.Call:
                AtCall:
                    callee = (FunctionCode*)ip->Long;
                    frame = fp + ip->Wide;
                Enter:
                    // The callee returns to behind `ip`, which tells how far its references are from the caller's.
                    if (Volatile.Read(ref callee->FrameBytes) > (nuint)((byte*)activation.Limit - (byte*)frame))
                        goto NotEntered;
                    place = frame + callee->FirstLocal;
                    *(Vector128<ulong>*)place = Vector128<ulong>.Zero;
                    *(Vector128<ulong>*)(place + 2) = Vector128<ulong>.Zero;
                    for (int i = FunctionCode.LocalsAtOnce; i < callee->Locals; i++)
                        place[i] = 0;
                    place = frame + callee->Header;
                    place[0] = (ulong)(ip + 1);
                    place[1] = (ulong)fp;
                    fp = frame;
                    if (callee->References == 0)
                    {
                        ip = callee->Start;
                        goto AfterCall;
                    }

                    rp += ip->A;
                    if (rp + callee->References <= activation.References.Length && callee->ReferenceLocals == 0)
                    {
                        ip = callee->Start;
                        goto AfterCall;
                    }

                    ip = activation.EnterReferences(callee, rp) - 1;
                    goto Refresh;

                NotEntered:
                    if (!callee->IsNew && callee->FrameBytes > (nuint)((byte*)activation.Limit - (byte*)frame))
                        goto Exhausted;
                    // Once it is lowered the call is tried again; those of a callee that has to be found are two operations.
                    activation.Save(ip + 1, fp, rp);
                    activation.Lower(callee);
                    ip -= ip->Code == OperationCode.Call ? 1 : 2;
                    goto Refresh;

                Replace:
                    // A tail call: the arguments move down to where the frame begins, and the callee will return to this one's caller.
                    if (callee->IsNew)
                    {
                        activation.Save(ip + 1, fp, rp);
                        activation.Lower(callee);
                        ip--;
                        goto Refresh;
                    }

                    frame = fp;
                    end = fp[ip[1].Low];
                    place = (ulong*)fp[ip[1].Low + 1];
                    for (uint i = 0; i < (uint)callee->ParameterSlots; i++)
                        fp[i] = fp[(uint)ip->Wide + i];
                    if (ip[1].C != 0)
                        rp = activation.ReplaceReferences(ip + 1, (Operation*)end, rp, callee);
                    ip = (Operation*)end - 1;
                    fp = place;

                EnterFound:
                    if (callee == null)
                        goto Reload;
                    first = activation.Memory;
                    memory = first is null ? null : first.Base;
                    length = first is null ? 0 : Volatile.Read(ref first.Length);
                    carried = 0;
                    goto Enter;
                case OperationCode.CallOutside:
                    activation.Save(ip + 1, fp, rp);
                    activation.CallOutside(activation.Instance.Function(ip->Low), ip, fp, rp, ip->High);
                    goto Reload;
                case OperationCode.CallIndirect:
                AtCallIndirect:
                    callee = activation.TryFindIndirect(ip, fp);
                    frame = fp + ip->Wide;
                    ip++;
                    if (callee != null)
                        goto Enter;
                    activation.Save(ip, fp, rp);
                    callee = activation.FindIndirect(ip - 1, fp, rp);
                    goto EnterFound;
                case OperationCode.CallReference:
                    activation.Save(ip + 1, fp, rp);
                    callee = activation.FindReference(ip, fp, rp);
                    frame = fp + ip->Wide;
                    ip++;
                    goto EnterFound;
                case OperationCode.TailCall:
                    callee = (FunctionCode*)ip->Long;
                    goto Replace;
                case OperationCode.TailCallIndirect:
                    activation.Save(ip + 1, fp, rp);
                    callee = activation.FindIndirect(ip, fp, rp);
                    if (callee != null)
                        goto Replace;
                    ip++;
                    goto Reload;
                case OperationCode.TailCallReference:
                    activation.Save(ip + 1, fp, rp);
                    callee = activation.FindReference(ip, fp, rp);
                    if (callee != null)
                        goto Replace;
                    ip++;
                    goto Reload;
                case OperationCode.Throw:
                    activation.Save(ip + 1, fp, rp);
                    activation.Throw(ip, fp, rp);
                    goto Unwind;
                case OperationCode.ThrowReference:
                    activation.Save(ip + 1, fp, rp);
                    activation.ThrowReference(activation.References[rp + ip->B]);
                    goto Unwind;
                case OperationCode.Constant:
                AtConstant:
                    carried = ip->Long;
                    fp[ip->A] = carried;
                    goto AfterConstant;
                case OperationCode.Move:
                AtMove:
                    carried = fp[ip->B];
                    fp[ip->A] = carried;
                    goto AfterMove;
                case OperationCode.MoveTwo:
                AtMoveTwo:
                    fp[ip->A] = fp[ip->B];
                    fp[ip->C] = fp[ip->D];
                    goto AfterMoveTwo;
                case OperationCode.Move32:
                    *(uint*)(fp + ip->A) = *(uint*)(fp + ip->B);
                    goto Next;
                case OperationCode.Move128:
                    *(UInt128*)(fp + ip->A) = *(UInt128*)(fp + ip->B);
                    goto Next;
                case OperationCode.MoveReference:
                    activation.References[rp + ip->A] = activation.References[rp + ip->B];
                    goto Refresh;
                case OperationCode.NullReference:
                    activation.References[rp + ip->A] = null;
                    goto Next;
                case OperationCode.Select:
                AtSelect:
                    carried = fp[*(int*)(fp + ip->D) != 0 ? ip->B : ip->C];
                    fp[ip->A] = carried;
                    goto AfterSelect;
                case OperationCode.Select32:
                    *(uint*)(fp + ip->A) = *(uint*)(fp + (*(int*)(fp + ip->D) != 0 ? ip->B : ip->C));
                    goto Next;
                case OperationCode.Select128:
                    *(UInt128*)(fp + ip->A) = *(UInt128*)(fp + (*(int*)(fp + ip->D) != 0 ? ip->B : ip->C));
                    goto Next;
                case OperationCode.SelectReference:
                    activation.References[rp + ip->A] = activation.References[rp + (*(int*)(fp + ip->D) != 0 ? ip->B : ip->C)];
                    goto Refresh;
                case OperationCode.GlobalGet:
                AtGlobalGet:
                    carried = activation.Globals[(nint)ip->Low * 2];
                    fp[ip->A] = carried;
                    goto AfterGlobalGet;
                case OperationCode.GlobalSet:
                AtGlobalSet:
                    activation.Globals[(nint)ip->Low * 2] = fp[ip->B];
                    goto AfterGlobalSet;
                case OperationCode.GlobalGetImported:
                    fp[ip->A] = *(ulong*)activation.Globals[(nint)ip->Low * 2];
                    goto Next;
                case OperationCode.GlobalSetImported:
                    *(ulong*)activation.Globals[(nint)ip->Low * 2] = fp[ip->B];
                    goto Next;
                case OperationCode.IsNull:
                    fp[ip->A] = activation.References[rp + ip->B] is null ? 1UL : 0UL;
                    goto Next;
                case OperationCode.Vector:
                    VectorOperations.Execute(ip, fp);
                    goto Refresh;
                case OperationCode.VectorConstant:
                    *(UInt128*)(fp + ip->A) = *(UInt128*)(ip + 1);
                    ip++;
                    goto Next;
                case OperationCode.Shuffle:
                    OutOfLine.I8x16Shuffle((Vector128<byte>*)(fp + ip->A), (Vector128<byte>*)(fp + ip->B), (Vector128<byte>*)(fp + ip->C), (Vector128<byte>*)(ip + 1));
                    ip++;
                    goto Refresh;
                case OperationCode.Access:
                    // The next operation has the opcode, the memory and a lane.
                    activation.Save(ip + 1, fp, rp);
                    MemoryAccess.Execute((Opcode)ip[1].B, activation.Locate(ip, fp), ip, fp, ip[1].C);
                    ip++;
                    goto Refresh;
                case OperationCode.Own:
                    // The next operation has the indices.
                    activation.Save(ip + 1, fp, rp);
                    OwnOperations.Execute(activation, ip, fp, rp);
                    ip++;
                    goto Reload;

                // <generated>, from instructions.tsv by eng/GenerateInstructions.cs
                case OperationCode.I32Eqz:
                AtI32Eqz:
                    carried = (uint)(*(int*)(fp + ip->B) == 0 ? 1 : 0);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedI32Add)
                        goto AtCarriedI32Add;
                    goto Same;
                case OperationCode.I32Eq:
                AtI32Eq:
                    carried = *(int*)(fp + ip->B) == *(int*)(fp + ip->C) ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedI32Add)
                        goto AtCarriedI32Add;
                    goto Same;
                case OperationCode.I32EqConstant:
                    carried = *(int*)(fp + ip->B) == ip->Low ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.GlobalGet)
                        goto AtGlobalGet;
                    goto Same;
                case OperationCode.BranchI32Eq:
                    if (*(int*)(fp + ip->B) == *(int*)(fp + ip->C))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.BranchI32EqConstant:
                AtBranchI32EqConstant:
                    if (*(int*)(fp + ip->B) == ip->Low)
                        ip += ip->Target;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.BranchIf)
                        goto AtBranchIf;
                    if (next == OperationCode.Constant)
                        goto AtConstant;
                    goto Same;
                case OperationCode.I32Ne:
                    carried = *(int*)(fp + ip->B) != *(int*)(fp + ip->C) ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32NeConstant:
                AtI32NeConstant:
                    carried = *(int*)(fp + ip->B) != ip->Low ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32AndConstantI32AddConstant)
                        goto AtI32AndConstantI32AddConstant;
                    goto Same;
                case OperationCode.BranchI32Ne:
                    if (*(int*)(fp + ip->B) != *(int*)(fp + ip->C))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.BranchI32NeConstant:
                    if (*(int*)(fp + ip->B) != ip->Low)
                        ip += ip->Target;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32AddI32Load)
                        goto AtI32AddI32Load;
                    goto Same;
                case OperationCode.I32LtS:
                    carried = *(int*)(fp + ip->B) < *(int*)(fp + ip->C) ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32LtSConstant:
                    carried = *(int*)(fp + ip->B) < ip->Low ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.BranchI32LtS:
                    if (*(int*)(fp + ip->B) < *(int*)(fp + ip->C))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.BranchI32LtSConstant:
                    if (*(int*)(fp + ip->B) < ip->Low)
                        ip += ip->Target;
                    goto Next;
                case OperationCode.I32LtU:
                    carried = (uint)*(int*)(fp + ip->B) < (uint)*(int*)(fp + ip->C) ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32LtUConstant:
                    carried = (uint)*(int*)(fp + ip->B) < (uint)ip->Low ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.BranchI32LtU:
                    if ((uint)*(int*)(fp + ip->B) < (uint)*(int*)(fp + ip->C))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.BranchI32LtUConstant:
                AtBranchI32LtUConstant:
                    if ((uint)*(int*)(fp + ip->B) < (uint)ip->Low)
                        ip += ip->Target;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.Constant)
                        goto AtConstant;
                    if (next == OperationCode.I32Add)
                        goto AtI32Add;
                    if (next == OperationCode.BranchI32LtUConstant)
                        goto AtBranchI32LtUConstant;
                    if (next == OperationCode.ConstantF64Load)
                        goto AtConstantF64Load;
                    goto Same;
                case OperationCode.I32GtS:
                    carried = *(int*)(fp + ip->B) > *(int*)(fp + ip->C) ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32GtSConstant:
                    carried = *(int*)(fp + ip->B) > ip->Low ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.BranchI32GtS:
                AtBranchI32GtS:
                    if (*(int*)(fp + ip->B) > *(int*)(fp + ip->C))
                        ip += ip->Target;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32AddConstant)
                        goto AtI32AddConstant;
                    if (next == OperationCode.BranchI32GeU)
                        goto AtBranchI32GeU;
                    goto Same;
                case OperationCode.BranchI32GtSConstant:
                    if (*(int*)(fp + ip->B) > ip->Low)
                        ip += ip->Target;
                    goto Next;
                case OperationCode.I32GtU:
                AtI32GtU:
                    carried = (uint)*(int*)(fp + ip->B) > (uint)*(int*)(fp + ip->C) ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.GlobalSet)
                        goto AtGlobalSet;
                    if (next == OperationCode.Select)
                        goto AtSelect;
                    goto Same;
                case OperationCode.I32GtUConstant:
                    carried = (uint)*(int*)(fp + ip->B) > (uint)ip->Low ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.BranchI32GtU:
                    if ((uint)*(int*)(fp + ip->B) > (uint)*(int*)(fp + ip->C))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.BranchI32GtUConstant:
                    if ((uint)*(int*)(fp + ip->B) > (uint)ip->Low)
                        ip += ip->Target;
                    goto Next;
                case OperationCode.I32LeS:
                    carried = *(int*)(fp + ip->B) <= *(int*)(fp + ip->C) ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32LeSConstant:
                    carried = *(int*)(fp + ip->B) <= ip->Low ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.BranchI32LeS:
                    if (*(int*)(fp + ip->B) <= *(int*)(fp + ip->C))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.BranchI32LeSConstant:
                    if (*(int*)(fp + ip->B) <= ip->Low)
                        ip += ip->Target;
                    goto Next;
                case OperationCode.I32LeU:
                    carried = (uint)*(int*)(fp + ip->B) <= (uint)*(int*)(fp + ip->C) ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32LeUConstant:
                    carried = (uint)*(int*)(fp + ip->B) <= (uint)ip->Low ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.BranchI32LeU:
                    if ((uint)*(int*)(fp + ip->B) <= (uint)*(int*)(fp + ip->C))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.BranchI32LeUConstant:
                    if ((uint)*(int*)(fp + ip->B) <= (uint)ip->Low)
                        ip += ip->Target;
                    goto Next;
                case OperationCode.I32GeS:
                    carried = *(int*)(fp + ip->B) >= *(int*)(fp + ip->C) ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32GeSConstant:
                    carried = *(int*)(fp + ip->B) >= ip->Low ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.BranchI32GeS:
                    if (*(int*)(fp + ip->B) >= *(int*)(fp + ip->C))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.BranchI32GeSConstant:
                    if (*(int*)(fp + ip->B) >= ip->Low)
                        ip += ip->Target;
                    goto Next;
                case OperationCode.I32GeU:
                    carried = (uint)*(int*)(fp + ip->B) >= (uint)*(int*)(fp + ip->C) ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32GeUConstant:
                    carried = (uint)*(int*)(fp + ip->B) >= (uint)ip->Low ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.BranchI32GeU:
                AtBranchI32GeU:
                    if ((uint)*(int*)(fp + ip->B) >= (uint)*(int*)(fp + ip->C))
                        ip += ip->Target;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.BranchI32GeU)
                        goto AtBranchI32GeU;
                    if (next == OperationCode.I32ShlConstantI32AddI64Load)
                        goto AtI32ShlConstantI32AddI64Load;
                    if (next == OperationCode.I32Store)
                        goto AtI32Store;
                    if (next == OperationCode.I32Load)
                        goto AtI32Load;
                    goto Same;
                case OperationCode.BranchI32GeUConstant:
                    if ((uint)*(int*)(fp + ip->B) >= (uint)ip->Low)
                        ip += ip->Target;
                    goto Next;
                case OperationCode.I64Eqz:
                    carried = (uint)(*(long*)(fp + ip->B) == 0 ? 1 : 0);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64Eq:
                    carried = *(long*)(fp + ip->B) == *(long*)(fp + ip->C) ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64EqConstant:
                    carried = *(long*)(fp + ip->B) == (long)ip->Long ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.BranchI64Eq:
                    if (*(long*)(fp + ip->B) == *(long*)(fp + ip->C))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.BranchI64EqConstant:
                    if (*(long*)(fp + ip->B) == (long)ip->Low)
                        ip += ip->Target;
                    goto Next;
                case OperationCode.I64Ne:
                    carried = *(long*)(fp + ip->B) != *(long*)(fp + ip->C) ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64NeConstant:
                    carried = *(long*)(fp + ip->B) != (long)ip->Long ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.BranchI64Ne:
                AtBranchI64Ne:
                    if (*(long*)(fp + ip->B) != *(long*)(fp + ip->C))
                        ip += ip->Target;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32AddConstantI64Load)
                        goto AtI32AddConstantI64Load;
                    goto Same;
                case OperationCode.BranchI64NeConstant:
                AtBranchI64NeConstant:
                    if (*(long*)(fp + ip->B) != (long)ip->Low)
                        ip += ip->Target;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.Move)
                        goto AtMove;
                    goto Same;
                case OperationCode.I64LtS:
                    carried = *(long*)(fp + ip->B) < *(long*)(fp + ip->C) ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64LtSConstant:
                    carried = *(long*)(fp + ip->B) < (long)ip->Long ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.BranchI64LtS:
                    if (*(long*)(fp + ip->B) < *(long*)(fp + ip->C))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.BranchI64LtSConstant:
                    if (*(long*)(fp + ip->B) < (long)ip->Low)
                        ip += ip->Target;
                    goto Next;
                case OperationCode.I64LtU:
                    carried = (ulong)*(long*)(fp + ip->B) < (ulong)*(long*)(fp + ip->C) ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64LtUConstant:
                    carried = (ulong)*(long*)(fp + ip->B) < (ulong)(long)ip->Long ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.BranchI64LtU:
                    if ((ulong)*(long*)(fp + ip->B) < (ulong)*(long*)(fp + ip->C))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.BranchI64LtUConstant:
                    if ((ulong)*(long*)(fp + ip->B) < (ulong)(long)ip->Low)
                        ip += ip->Target;
                    goto Next;
                case OperationCode.I64GtS:
                    carried = *(long*)(fp + ip->B) > *(long*)(fp + ip->C) ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64GtSConstant:
                    carried = *(long*)(fp + ip->B) > (long)ip->Long ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.BranchI64GtS:
                    if (*(long*)(fp + ip->B) > *(long*)(fp + ip->C))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.BranchI64GtSConstant:
                    if (*(long*)(fp + ip->B) > (long)ip->Low)
                        ip += ip->Target;
                    goto Next;
                case OperationCode.I64GtU:
                    carried = (ulong)*(long*)(fp + ip->B) > (ulong)*(long*)(fp + ip->C) ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64GtUConstant:
                AtI64GtUConstant:
                    carried = (ulong)*(long*)(fp + ip->B) > (ulong)(long)ip->Long ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I64Mul)
                        goto AtI64Mul;
                    goto Same;
                case OperationCode.BranchI64GtU:
                AtBranchI64GtU:
                    if ((ulong)*(long*)(fp + ip->B) > (ulong)*(long*)(fp + ip->C))
                        ip += ip->Target;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.Move)
                        goto AtMove;
                    goto Same;
                case OperationCode.BranchI64GtUConstant:
                    if ((ulong)*(long*)(fp + ip->B) > (ulong)(long)ip->Low)
                        ip += ip->Target;
                    goto Next;
                case OperationCode.I64LeS:
                    carried = *(long*)(fp + ip->B) <= *(long*)(fp + ip->C) ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64LeSConstant:
                    carried = *(long*)(fp + ip->B) <= (long)ip->Long ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.BranchI64LeS:
                    if (*(long*)(fp + ip->B) <= *(long*)(fp + ip->C))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.BranchI64LeSConstant:
                    if (*(long*)(fp + ip->B) <= (long)ip->Low)
                        ip += ip->Target;
                    goto Next;
                case OperationCode.I64LeU:
                    carried = (ulong)*(long*)(fp + ip->B) <= (ulong)*(long*)(fp + ip->C) ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64LeUConstant:
                    carried = (ulong)*(long*)(fp + ip->B) <= (ulong)(long)ip->Long ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.BranchI64LeU:
                    if ((ulong)*(long*)(fp + ip->B) <= (ulong)*(long*)(fp + ip->C))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.BranchI64LeUConstant:
                    if ((ulong)*(long*)(fp + ip->B) <= (ulong)(long)ip->Low)
                        ip += ip->Target;
                    goto Next;
                case OperationCode.I64GeS:
                    carried = *(long*)(fp + ip->B) >= *(long*)(fp + ip->C) ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64GeSConstant:
                    carried = *(long*)(fp + ip->B) >= (long)ip->Long ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.BranchI64GeS:
                    if (*(long*)(fp + ip->B) >= *(long*)(fp + ip->C))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.BranchI64GeSConstant:
                    if (*(long*)(fp + ip->B) >= (long)ip->Low)
                        ip += ip->Target;
                    goto Next;
                case OperationCode.I64GeU:
                    carried = (ulong)*(long*)(fp + ip->B) >= (ulong)*(long*)(fp + ip->C) ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64GeUConstant:
                    carried = (ulong)*(long*)(fp + ip->B) >= (ulong)(long)ip->Long ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.BranchI64GeU:
                    if ((ulong)*(long*)(fp + ip->B) >= (ulong)*(long*)(fp + ip->C))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.BranchI64GeUConstant:
                    if ((ulong)*(long*)(fp + ip->B) >= (ulong)(long)ip->Low)
                        ip += ip->Target;
                    goto Next;
                case OperationCode.F32Eq:
                    carried = *(float*)(fp + ip->B) == *(float*)(fp + ip->C) ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.F32EqConstant:
                    carried = *(float*)(fp + ip->B) == ip->Single ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.BranchF32Eq:
                    if (*(float*)(fp + ip->B) == *(float*)(fp + ip->C))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.BranchNotF32Eq:
                    if (*(float*)(fp + ip->B) != *(float*)(fp + ip->C))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.F32Ne:
                    carried = *(float*)(fp + ip->B) != *(float*)(fp + ip->C) ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.F32NeConstant:
                    carried = *(float*)(fp + ip->B) != ip->Single ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.BranchF32Ne:
                    if (*(float*)(fp + ip->B) != *(float*)(fp + ip->C))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.BranchNotF32Ne:
                    if (*(float*)(fp + ip->B) == *(float*)(fp + ip->C))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.F32Lt:
                    carried = *(float*)(fp + ip->B) < *(float*)(fp + ip->C) ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.F32LtConstant:
                    carried = *(float*)(fp + ip->B) < ip->Single ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.BranchF32Lt:
                    if (*(float*)(fp + ip->B) < *(float*)(fp + ip->C))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.BranchNotF32Lt:
                    if (!(*(float*)(fp + ip->B) < *(float*)(fp + ip->C)))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.F32Gt:
                    carried = *(float*)(fp + ip->B) > *(float*)(fp + ip->C) ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.F32GtConstant:
                    carried = *(float*)(fp + ip->B) > ip->Single ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.BranchF32Gt:
                    if (*(float*)(fp + ip->B) > *(float*)(fp + ip->C))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.BranchNotF32Gt:
                    if (!(*(float*)(fp + ip->B) > *(float*)(fp + ip->C)))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.F32Le:
                    carried = *(float*)(fp + ip->B) <= *(float*)(fp + ip->C) ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.F32LeConstant:
                    carried = *(float*)(fp + ip->B) <= ip->Single ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.BranchF32Le:
                    if (*(float*)(fp + ip->B) <= *(float*)(fp + ip->C))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.BranchNotF32Le:
                    if (!(*(float*)(fp + ip->B) <= *(float*)(fp + ip->C)))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.F32Ge:
                    carried = *(float*)(fp + ip->B) >= *(float*)(fp + ip->C) ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.F32GeConstant:
                    carried = *(float*)(fp + ip->B) >= ip->Single ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.BranchF32Ge:
                    if (*(float*)(fp + ip->B) >= *(float*)(fp + ip->C))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.BranchNotF32Ge:
                    if (!(*(float*)(fp + ip->B) >= *(float*)(fp + ip->C)))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.F64Eq:
                    carried = *(double*)(fp + ip->B) == *(double*)(fp + ip->C) ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.F64EqConstant:
                    carried = *(double*)(fp + ip->B) == ip->Double ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.BranchF64Eq:
                    if (*(double*)(fp + ip->B) == *(double*)(fp + ip->C))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.BranchNotF64Eq:
                    if (*(double*)(fp + ip->B) != *(double*)(fp + ip->C))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.F64Ne:
                    carried = *(double*)(fp + ip->B) != *(double*)(fp + ip->C) ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.F64NeConstant:
                    carried = *(double*)(fp + ip->B) != ip->Double ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.BranchF64Ne:
                    if (*(double*)(fp + ip->B) != *(double*)(fp + ip->C))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.BranchNotF64Ne:
                    if (*(double*)(fp + ip->B) == *(double*)(fp + ip->C))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.F64Lt:
                    carried = *(double*)(fp + ip->B) < *(double*)(fp + ip->C) ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.F64LtConstant:
                    carried = *(double*)(fp + ip->B) < ip->Double ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.BranchF64Lt:
                    if (*(double*)(fp + ip->B) < *(double*)(fp + ip->C))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.BranchNotF64Lt:
                    if (!(*(double*)(fp + ip->B) < *(double*)(fp + ip->C)))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.F64Gt:
                    carried = *(double*)(fp + ip->B) > *(double*)(fp + ip->C) ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.F64GtConstant:
                AtF64GtConstant:
                    carried = *(double*)(fp + ip->B) > ip->Double ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedBranchUnless)
                        goto AtCarriedBranchUnless;
                    if (next == OperationCode.CarriedBranchIf)
                        goto AtCarriedBranchIf;
                    goto Same;
                case OperationCode.BranchF64Gt:
                    if (*(double*)(fp + ip->B) > *(double*)(fp + ip->C))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.BranchNotF64Gt:
                    if (!(*(double*)(fp + ip->B) > *(double*)(fp + ip->C)))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.F64Le:
                    carried = *(double*)(fp + ip->B) <= *(double*)(fp + ip->C) ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.F64LeConstant:
                    carried = *(double*)(fp + ip->B) <= ip->Double ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.BranchF64Le:
                    if (*(double*)(fp + ip->B) <= *(double*)(fp + ip->C))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.BranchNotF64Le:
                    if (!(*(double*)(fp + ip->B) <= *(double*)(fp + ip->C)))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.F64Ge:
                    carried = *(double*)(fp + ip->B) >= *(double*)(fp + ip->C) ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.F64GeConstant:
                    carried = *(double*)(fp + ip->B) >= ip->Double ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.BranchF64Ge:
                    if (*(double*)(fp + ip->B) >= *(double*)(fp + ip->C))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.BranchNotF64Ge:
                    if (!(*(double*)(fp + ip->B) >= *(double*)(fp + ip->C)))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.I32Clz:
                    carried = (uint)Numeric.I32Clz(*(int*)(fp + ip->B));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32Ctz:
                    carried = (uint)Numeric.I32Ctz(*(int*)(fp + ip->B));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32Popcnt:
                    carried = (uint)Numeric.I32Popcnt(*(int*)(fp + ip->B));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32Add:
                AtI32Add:
                    carried = (uint)(*(int*)(fp + ip->B) + *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedBranchI32LtUConstant)
                        goto AtCarriedBranchI32LtUConstant;
                    if (next == OperationCode.ReturnOneFromCaller)
                        goto AtReturnOneFromCaller;
                    if (next == OperationCode.I32AddConstantBranchI32GtUConstant)
                        goto AtI32AddConstantBranchI32GtUConstant;
                    if (next == OperationCode.CarriedF64Load)
                        goto AtCarriedF64Load;
                    switch (next)
                    {
                        case OperationCode.I32AddConstant: goto AtI32AddConstant;
                        case OperationCode.Move: goto AtMove;
                        case OperationCode.Constant: goto AtConstant;
                        case OperationCode.I32Load: goto AtI32Load;
                        case OperationCode.Call: goto AtCall;
                        case OperationCode.BranchIf: goto AtBranchIf;
                        case OperationCode.I32Store: goto AtI32Store;
                        case OperationCode.CarriedI32Add: goto AtCarriedI32Add;
                        case OperationCode.I32AddConstantF64Load: goto AtI32AddConstantF64Load;
                        case OperationCode.F64MulF64AddRight: goto AtF64MulF64AddRight;
                        case OperationCode.Jump: goto AtJump;
                        case OperationCode.F64Mul: goto AtF64Mul;
                        case OperationCode.F64Add: goto AtF64Add;
                        case OperationCode.I32AddConstantI32Store8: goto AtI32AddConstantI32Store8;
                        case OperationCode.I32Add: goto AtI32Add;
                        case OperationCode.GlobalGet: goto AtGlobalGet;
                        case OperationCode.I32AddConstantI32Load8U: goto AtI32AddConstantI32Load8U;
                        case OperationCode.CarriedI32Load: goto AtCarriedI32Load;
                        case OperationCode.CarriedI32AddConstant: goto AtCarriedI32AddConstant;
                        case OperationCode.I64RemU: goto AtI64RemU;
                        case OperationCode.I32AddConstantBranchIf: goto AtI32AddConstantBranchIf;
                        case OperationCode.CarriedOtherI32ShrUConstantI32Xor: goto AtCarriedOtherI32ShrUConstantI32Xor;
                        case OperationCode.CarriedI32MulConstant: goto AtCarriedI32MulConstant;
                        case OperationCode.CarriedI32AndConstant: goto AtCarriedI32AndConstant;
                        default: goto Same;
                    }

                case OperationCode.I32AddConstant:
                AtI32AddConstant:
                    carried = (uint)(*(int*)(fp + ip->B) + ip->Low);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.ConstantI32Store)
                        goto AtConstantI32Store;
                    if (next == OperationCode.I64AddConstant)
                        goto AtI64AddConstant;
                    if (next == OperationCode.I32AddConstantBranchI32NeConstant)
                        goto AtI32AddConstantBranchI32NeConstant;
                    if (next == OperationCode.I32SubConstant)
                        goto AtI32SubConstant;
                    switch (next)
                    {
                        case OperationCode.I32AddConstant: goto AtI32AddConstant;
                        case OperationCode.Move: goto AtMove;
                        case OperationCode.Constant: goto AtConstant;
                        case OperationCode.I32Load: goto AtI32Load;
                        case OperationCode.Call: goto AtCall;
                        case OperationCode.BranchIf: goto AtBranchIf;
                        case OperationCode.I32Store: goto AtI32Store;
                        case OperationCode.CarriedI32Add: goto AtCarriedI32Add;
                        case OperationCode.I32AddConstantF64Load: goto AtI32AddConstantF64Load;
                        case OperationCode.F64MulF64AddRight: goto AtF64MulF64AddRight;
                        case OperationCode.Jump: goto AtJump;
                        case OperationCode.F64Mul: goto AtF64Mul;
                        case OperationCode.F64Add: goto AtF64Add;
                        case OperationCode.I32AddConstantI32Store8: goto AtI32AddConstantI32Store8;
                        case OperationCode.I32Add: goto AtI32Add;
                        case OperationCode.GlobalGet: goto AtGlobalGet;
                        case OperationCode.I32AddConstantI32Load8U: goto AtI32AddConstantI32Load8U;
                        case OperationCode.CarriedI32Load: goto AtCarriedI32Load;
                        case OperationCode.CarriedI32AddConstant: goto AtCarriedI32AddConstant;
                        case OperationCode.I64RemU: goto AtI64RemU;
                        case OperationCode.I32AddConstantBranchIf: goto AtI32AddConstantBranchIf;
                        case OperationCode.CarriedOtherI32ShrUConstantI32Xor: goto AtCarriedOtherI32ShrUConstantI32Xor;
                        case OperationCode.CarriedI32MulConstant: goto AtCarriedI32MulConstant;
                        case OperationCode.CarriedI32AndConstant: goto AtCarriedI32AndConstant;
                        default: goto Same;
                    }

                case OperationCode.I32Sub:
                AtI32Sub:
                    carried = (uint)(*(int*)(fp + ip->B) - *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedI32AndConstant)
                        goto AtCarriedI32AndConstant;
                    if (next == OperationCode.I32AddConstant)
                        goto AtI32AddConstant;
                    goto Same;
                case OperationCode.I32SubConstant:
                AtI32SubConstant:
                    carried = (uint)(*(int*)(fp + ip->B) - ip->Low);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedBranchIf)
                        goto AtCarriedBranchIf;
                    if (next == OperationCode.CarriedI32Load8U)
                        goto AtCarriedI32Load8U;
                    if (next == OperationCode.I32SubConstant)
                        goto AtI32SubConstant;
                    goto Same;
                case OperationCode.I32Mul:
                    carried = (uint)(*(int*)(fp + ip->B) * *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32MulConstant:
                AtI32MulConstant:
                    carried = (uint)(*(int*)(fp + ip->B) * ip->Low);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedI32Add)
                        goto AtCarriedI32Add;
                    goto Same;
                case OperationCode.I32DivS:
                    if (*(int*)(fp + ip->C) == 0)
                        goto DivideByZero;
                    if (*(int*)(fp + ip->C) == -1 && *(int*)(fp + ip->B) == int.MinValue)
                        goto IntegerOverflow;
                    carried = (uint)(*(int*)(fp + ip->B) / *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32DivSConstant:
                    if (ip->Low == 0)
                        goto DivideByZero;
                    if (ip->Low == -1 && *(int*)(fp + ip->B) == int.MinValue)
                        goto IntegerOverflow;
                    carried = (uint)(*(int*)(fp + ip->B) / ip->Low);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32DivU:
                    if (*(int*)(fp + ip->C) == 0)
                        goto DivideByZero;
                    carried = (uint)(int)((uint)*(int*)(fp + ip->B) / (uint)*(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32DivUConstant:
                    if (ip->Low == 0)
                        goto DivideByZero;
                    carried = (uint)(int)((uint)*(int*)(fp + ip->B) / (uint)ip->Low);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32RemS:
                    if (*(int*)(fp + ip->C) == 0)
                        goto DivideByZero;
                    carried = (uint)Numeric.I32RemS(*(int*)(fp + ip->B), *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32RemSConstant:
                    if (ip->Low == 0)
                        goto DivideByZero;
                    carried = (uint)Numeric.I32RemS(*(int*)(fp + ip->B), ip->Low);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32RemU:
                    if (*(int*)(fp + ip->C) == 0)
                        goto DivideByZero;
                    carried = (uint)(int)((uint)*(int*)(fp + ip->B) % (uint)*(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32RemUConstant:
                    if (ip->Low == 0)
                        goto DivideByZero;
                    carried = (uint)(int)((uint)*(int*)(fp + ip->B) % (uint)ip->Low);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32And:
                    carried = (uint)(*(int*)(fp + ip->B) & *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedI32Add)
                        goto AtCarriedI32Add;
                    goto Same;
                case OperationCode.I32AndConstant:
                AtI32AndConstant:
                    carried = (uint)(*(int*)(fp + ip->B) & ip->Low);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedOtherI32AddConstantI32Load8UI32Xor)
                        goto AtCarriedOtherI32AddConstantI32Load8UI32Xor;
                    if (next == OperationCode.CarriedI32ShlConstant)
                        goto AtCarriedI32ShlConstant;
                    if (next == OperationCode.CarriedBranchI32NeConstant)
                        goto AtCarriedBranchI32NeConstant;
                    if (next == OperationCode.Constant)
                        goto AtConstant;
                    goto Same;
                case OperationCode.I32Or:
                    carried = (uint)(*(int*)(fp + ip->B) | *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32OrConstant:
                    carried = (uint)(*(int*)(fp + ip->B) | ip->Low);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32Xor:
                    carried = (uint)(*(int*)(fp + ip->B) ^ *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32XorConstant:
                AtI32XorConstant:
                    carried = (uint)(*(int*)(fp + ip->B) ^ ip->Low);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedI32And)
                        goto AtCarriedI32And;
                    if (next == OperationCode.I32GtU)
                        goto AtI32GtU;
                    goto Same;
                case OperationCode.I32Shl:
                    carried = (uint)(*(int*)(fp + ip->B) << *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32ShlConstant:
                    carried = (uint)(*(int*)(fp + ip->B) << ip->Low);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32ShrS:
                    carried = (uint)(*(int*)(fp + ip->B) >> *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32ShrSConstant:
                    carried = (uint)(*(int*)(fp + ip->B) >> ip->Low);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32ShrU:
                    carried = (uint)(*(int*)(fp + ip->B) >>> *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32ShrUConstant:
                    carried = (uint)(*(int*)(fp + ip->B) >>> ip->Low);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32Rotl:
                    carried = (uint)(int)BitOperations.RotateLeft((uint)*(int*)(fp + ip->B), *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32RotlConstant:
                AtI32RotlConstant:
                    carried = (uint)(int)BitOperations.RotateLeft((uint)*(int*)(fp + ip->B), ip->Low);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32RotlConstantI32Xor)
                        goto AtI32RotlConstantI32Xor;
                    goto Same;
                case OperationCode.I32Rotr:
                    carried = (uint)(int)BitOperations.RotateRight((uint)*(int*)(fp + ip->B), *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32RotrConstant:
                    carried = (uint)(int)BitOperations.RotateRight((uint)*(int*)(fp + ip->B), ip->Low);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64Clz:
                    carried = (ulong)Numeric.I64Clz(*(long*)(fp + ip->B));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64Ctz:
                    carried = (ulong)Numeric.I64Ctz(*(long*)(fp + ip->B));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64Popcnt:
                    carried = (ulong)Numeric.I64Popcnt(*(long*)(fp + ip->B));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64Add:
                    carried = (ulong)(*(long*)(fp + ip->B) + *(long*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64AddConstant:
                AtI64AddConstant:
                    carried = (ulong)(*(long*)(fp + ip->B) + (long)ip->Long);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.BranchI64Ne)
                        goto AtBranchI64Ne;
                    goto Same;
                case OperationCode.I64Sub:
                    carried = (ulong)(*(long*)(fp + ip->B) - *(long*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64SubConstant:
                    carried = (ulong)(*(long*)(fp + ip->B) - (long)ip->Long);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64Mul:
                AtI64Mul:
                    carried = (ulong)(*(long*)(fp + ip->B) * *(long*)(fp + ip->C));
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I64ShrUConstant)
                        goto AtI64ShrUConstant;
                    if (next == OperationCode.CarriedI64RemU)
                        goto AtCarriedI64RemU;
                    goto Same;
                case OperationCode.I64MulConstant:
                    carried = (ulong)(*(long*)(fp + ip->B) * (long)ip->Long);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64DivS:
                    if (*(long*)(fp + ip->C) == 0)
                        goto DivideByZero;
                    if (*(long*)(fp + ip->C) == -1 && *(long*)(fp + ip->B) == long.MinValue)
                        goto IntegerOverflow;
                    carried = (ulong)(*(long*)(fp + ip->B) / *(long*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64DivSConstant:
                    if ((long)ip->Long == 0)
                        goto DivideByZero;
                    if ((long)ip->Long == -1 && *(long*)(fp + ip->B) == long.MinValue)
                        goto IntegerOverflow;
                    carried = (ulong)(*(long*)(fp + ip->B) / (long)ip->Long);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64DivU:
                    if (*(long*)(fp + ip->C) == 0)
                        goto DivideByZero;
                    carried = (ulong)(long)((ulong)*(long*)(fp + ip->B) / (ulong)*(long*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64DivUConstant:
                    if ((long)ip->Long == 0)
                        goto DivideByZero;
                    carried = (ulong)(long)((ulong)*(long*)(fp + ip->B) / (ulong)(long)ip->Long);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64RemS:
                    if (*(long*)(fp + ip->C) == 0)
                        goto DivideByZero;
                    carried = (ulong)Numeric.I64RemS(*(long*)(fp + ip->B), *(long*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64RemSConstant:
                    if ((long)ip->Long == 0)
                        goto DivideByZero;
                    carried = (ulong)Numeric.I64RemS(*(long*)(fp + ip->B), (long)ip->Long);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64RemU:
                AtI64RemU:
                    if (*(long*)(fp + ip->C) == 0)
                        goto DivideByZero;
                    carried = (ulong)(long)((ulong)*(long*)(fp + ip->B) % (ulong)*(long*)(fp + ip->C));
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I64AndConstant)
                        goto AtI64AndConstant;
                    switch (next)
                    {
                        case OperationCode.I32AddConstant: goto AtI32AddConstant;
                        case OperationCode.Move: goto AtMove;
                        case OperationCode.Constant: goto AtConstant;
                        case OperationCode.I32Load: goto AtI32Load;
                        case OperationCode.Call: goto AtCall;
                        case OperationCode.BranchIf: goto AtBranchIf;
                        case OperationCode.I32Store: goto AtI32Store;
                        case OperationCode.CarriedI32Add: goto AtCarriedI32Add;
                        case OperationCode.I32AddConstantF64Load: goto AtI32AddConstantF64Load;
                        case OperationCode.F64MulF64AddRight: goto AtF64MulF64AddRight;
                        case OperationCode.Jump: goto AtJump;
                        case OperationCode.F64Mul: goto AtF64Mul;
                        case OperationCode.F64Add: goto AtF64Add;
                        case OperationCode.I32AddConstantI32Store8: goto AtI32AddConstantI32Store8;
                        case OperationCode.I32Add: goto AtI32Add;
                        case OperationCode.GlobalGet: goto AtGlobalGet;
                        case OperationCode.I32AddConstantI32Load8U: goto AtI32AddConstantI32Load8U;
                        case OperationCode.CarriedI32Load: goto AtCarriedI32Load;
                        case OperationCode.CarriedI32AddConstant: goto AtCarriedI32AddConstant;
                        case OperationCode.I64RemU: goto AtI64RemU;
                        case OperationCode.I32AddConstantBranchIf: goto AtI32AddConstantBranchIf;
                        case OperationCode.CarriedOtherI32ShrUConstantI32Xor: goto AtCarriedOtherI32ShrUConstantI32Xor;
                        case OperationCode.CarriedI32MulConstant: goto AtCarriedI32MulConstant;
                        case OperationCode.CarriedI32AndConstant: goto AtCarriedI32AndConstant;
                        default: goto Same;
                    }

                case OperationCode.I64RemUConstant:
                    if ((long)ip->Long == 0)
                        goto DivideByZero;
                    carried = (ulong)(long)((ulong)*(long*)(fp + ip->B) % (ulong)(long)ip->Long);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64And:
                    carried = (ulong)(*(long*)(fp + ip->B) & *(long*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64AndConstant:
                AtI64AndConstant:
                    carried = (ulong)(*(long*)(fp + ip->B) & (long)ip->Long);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedBranchI64EqConstant)
                        goto AtCarriedBranchI64EqConstant;
                    goto Same;
                case OperationCode.I64Or:
                    carried = (ulong)(*(long*)(fp + ip->B) | *(long*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64OrConstant:
                    carried = (ulong)(*(long*)(fp + ip->B) | (long)ip->Long);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64Xor:
                    carried = (ulong)(*(long*)(fp + ip->B) ^ *(long*)(fp + ip->C));
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedI64MulConstant)
                        goto AtCarriedI64MulConstant;
                    goto Same;
                case OperationCode.I64XorConstant:
                    carried = (ulong)(*(long*)(fp + ip->B) ^ (long)ip->Long);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64Shl:
                    carried = (ulong)(*(long*)(fp + ip->B) << (int)*(long*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64ShlConstant:
                    carried = (ulong)(*(long*)(fp + ip->B) << (int)(long)ip->Long);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64ShrS:
                    carried = (ulong)(*(long*)(fp + ip->B) >> (int)*(long*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64ShrSConstant:
                    carried = (ulong)(*(long*)(fp + ip->B) >> (int)(long)ip->Long);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64ShrU:
                    carried = (ulong)(*(long*)(fp + ip->B) >>> (int)*(long*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64ShrUConstant:
                AtI64ShrUConstant:
                    carried = (ulong)(*(long*)(fp + ip->B) >>> (int)(long)ip->Long);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.BranchIf)
                        goto AtBranchIf;
                    goto Same;
                case OperationCode.I64Rotl:
                    carried = (ulong)(long)BitOperations.RotateLeft((ulong)*(long*)(fp + ip->B), (int)*(long*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64RotlConstant:
                    carried = (ulong)(long)BitOperations.RotateLeft((ulong)*(long*)(fp + ip->B), (int)(long)ip->Long);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64Rotr:
                    carried = (ulong)(long)BitOperations.RotateRight((ulong)*(long*)(fp + ip->B), (int)*(long*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64RotrConstant:
                    carried = (ulong)(long)BitOperations.RotateRight((ulong)*(long*)(fp + ip->B), (int)(long)ip->Long);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.F32Abs:
                    *(float*)(fp + ip->A) = Numeric.F32Abs(*(float*)(fp + ip->B));
                    goto Next;
                case OperationCode.F32Neg:
                    *(float*)(fp + ip->A) = Numeric.F32Neg(*(float*)(fp + ip->B));
                    goto Next;
                case OperationCode.F32Ceil:
                    *(float*)(fp + ip->A) = Numeric.F32Ceil(*(float*)(fp + ip->B));
                    goto Next;
                case OperationCode.F32Floor:
                    *(float*)(fp + ip->A) = Numeric.F32Floor(*(float*)(fp + ip->B));
                    goto Next;
                case OperationCode.F32Trunc:
                    *(float*)(fp + ip->A) = Numeric.F32Trunc(*(float*)(fp + ip->B));
                    goto Next;
                case OperationCode.F32Nearest:
                    *(float*)(fp + ip->A) = Numeric.F32Nearest(*(float*)(fp + ip->B));
                    goto Next;
                case OperationCode.F32Sqrt:
                    *(float*)(fp + ip->A) = Numeric.F32Sqrt(*(float*)(fp + ip->B));
                    goto Next;
                case OperationCode.F32Add:
                    *(float*)(fp + ip->A) = (*(float*)(fp + ip->B) + *(float*)(fp + ip->C));
                    goto Next;
                case OperationCode.F32AddConstant:
                    *(float*)(fp + ip->A) = (*(float*)(fp + ip->B) + ip->Single);
                    goto Next;
                case OperationCode.F32Sub:
                    *(float*)(fp + ip->A) = (*(float*)(fp + ip->B) - *(float*)(fp + ip->C));
                    goto Next;
                case OperationCode.F32SubConstant:
                    *(float*)(fp + ip->A) = (*(float*)(fp + ip->B) - ip->Single);
                    goto Next;
                case OperationCode.F32Mul:
                    *(float*)(fp + ip->A) = (*(float*)(fp + ip->B) * *(float*)(fp + ip->C));
                    goto Next;
                case OperationCode.F32MulConstant:
                    *(float*)(fp + ip->A) = (*(float*)(fp + ip->B) * ip->Single);
                    goto Next;
                case OperationCode.F32Div:
                    *(float*)(fp + ip->A) = (*(float*)(fp + ip->B) / *(float*)(fp + ip->C));
                    goto Next;
                case OperationCode.F32DivConstant:
                    *(float*)(fp + ip->A) = (*(float*)(fp + ip->B) / ip->Single);
                    goto Next;
                case OperationCode.F32Min:
                    *(float*)(fp + ip->A) = Numeric.F32Min(*(float*)(fp + ip->B), *(float*)(fp + ip->C));
                    goto Next;
                case OperationCode.F32MinConstant:
                    *(float*)(fp + ip->A) = Numeric.F32Min(*(float*)(fp + ip->B), ip->Single);
                    goto Next;
                case OperationCode.F32Max:
                    *(float*)(fp + ip->A) = Numeric.F32Max(*(float*)(fp + ip->B), *(float*)(fp + ip->C));
                    goto Next;
                case OperationCode.F32MaxConstant:
                    *(float*)(fp + ip->A) = Numeric.F32Max(*(float*)(fp + ip->B), ip->Single);
                    goto Next;
                case OperationCode.F32Copysign:
                    *(float*)(fp + ip->A) = Numeric.F32Copysign(*(float*)(fp + ip->B), *(float*)(fp + ip->C));
                    goto Next;
                case OperationCode.F32CopysignConstant:
                    *(float*)(fp + ip->A) = Numeric.F32Copysign(*(float*)(fp + ip->B), ip->Single);
                    goto Next;
                case OperationCode.F64Abs:
                    *(double*)(fp + ip->A) = Numeric.F64Abs(*(double*)(fp + ip->B));
                    goto Next;
                case OperationCode.F64Neg:
                    *(double*)(fp + ip->A) = Numeric.F64Neg(*(double*)(fp + ip->B));
                    goto Next;
                case OperationCode.F64Ceil:
                    *(double*)(fp + ip->A) = Numeric.F64Ceil(*(double*)(fp + ip->B));
                    goto Next;
                case OperationCode.F64Floor:
                    *(double*)(fp + ip->A) = Numeric.F64Floor(*(double*)(fp + ip->B));
                    goto Next;
                case OperationCode.F64Trunc:
                    *(double*)(fp + ip->A) = Numeric.F64Trunc(*(double*)(fp + ip->B));
                    goto Next;
                case OperationCode.F64Nearest:
                    *(double*)(fp + ip->A) = Numeric.F64Nearest(*(double*)(fp + ip->B));
                    goto Next;
                case OperationCode.F64Sqrt:
                AtF64Sqrt:
                    *(double*)(fp + ip->A) = Numeric.F64Sqrt(*(double*)(fp + ip->B));
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.F64Mul)
                        goto AtF64Mul;
                    goto Same;
                case OperationCode.F64Add:
                AtF64Add:
                    *(double*)(fp + ip->A) = (*(double*)(fp + ip->B) + *(double*)(fp + ip->C));
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.F64GtConstant)
                        goto AtF64GtConstant;
                    if (next == OperationCode.ConstantF64Store)
                        goto AtConstantF64Store;
                    switch (next)
                    {
                        case OperationCode.I32AddConstant: goto AtI32AddConstant;
                        case OperationCode.Move: goto AtMove;
                        case OperationCode.Constant: goto AtConstant;
                        case OperationCode.I32Load: goto AtI32Load;
                        case OperationCode.Call: goto AtCall;
                        case OperationCode.BranchIf: goto AtBranchIf;
                        case OperationCode.I32Store: goto AtI32Store;
                        case OperationCode.CarriedI32Add: goto AtCarriedI32Add;
                        case OperationCode.I32AddConstantF64Load: goto AtI32AddConstantF64Load;
                        case OperationCode.F64MulF64AddRight: goto AtF64MulF64AddRight;
                        case OperationCode.Jump: goto AtJump;
                        case OperationCode.F64Mul: goto AtF64Mul;
                        case OperationCode.F64Add: goto AtF64Add;
                        case OperationCode.I32AddConstantI32Store8: goto AtI32AddConstantI32Store8;
                        case OperationCode.I32Add: goto AtI32Add;
                        case OperationCode.GlobalGet: goto AtGlobalGet;
                        case OperationCode.I32AddConstantI32Load8U: goto AtI32AddConstantI32Load8U;
                        case OperationCode.CarriedI32Load: goto AtCarriedI32Load;
                        case OperationCode.CarriedI32AddConstant: goto AtCarriedI32AddConstant;
                        case OperationCode.I64RemU: goto AtI64RemU;
                        case OperationCode.I32AddConstantBranchIf: goto AtI32AddConstantBranchIf;
                        case OperationCode.CarriedOtherI32ShrUConstantI32Xor: goto AtCarriedOtherI32ShrUConstantI32Xor;
                        case OperationCode.CarriedI32MulConstant: goto AtCarriedI32MulConstant;
                        case OperationCode.CarriedI32AndConstant: goto AtCarriedI32AndConstant;
                        default: goto Same;
                    }

                case OperationCode.F64AddConstant:
                    *(double*)(fp + ip->A) = (*(double*)(fp + ip->B) + ip->Double);
                    goto Next;
                case OperationCode.F64Sub:
                AtF64Sub:
                    *(double*)(fp + ip->A) = (*(double*)(fp + ip->B) - *(double*)(fp + ip->C));
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.F64Add)
                        goto AtF64Add;
                    if (next == OperationCode.F64MulConstant)
                        goto AtF64MulConstant;
                    if (next == OperationCode.F64MulF64AddRight)
                        goto AtF64MulF64AddRight;
                    if (next == OperationCode.F64Load)
                        goto AtF64Load;
                    goto Same;
                case OperationCode.F64SubConstant:
                    *(double*)(fp + ip->A) = (*(double*)(fp + ip->B) - ip->Double);
                    goto Next;
                case OperationCode.F64Mul:
                AtF64Mul:
                    *(double*)(fp + ip->A) = (*(double*)(fp + ip->B) * *(double*)(fp + ip->C));
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.F64LoadF64AddRight)
                        goto AtF64LoadF64AddRight;
                    if (next == OperationCode.F64MulF64SubRight)
                        goto AtF64MulF64SubRight;
                    switch (next)
                    {
                        case OperationCode.I32AddConstant: goto AtI32AddConstant;
                        case OperationCode.Move: goto AtMove;
                        case OperationCode.Constant: goto AtConstant;
                        case OperationCode.I32Load: goto AtI32Load;
                        case OperationCode.Call: goto AtCall;
                        case OperationCode.BranchIf: goto AtBranchIf;
                        case OperationCode.I32Store: goto AtI32Store;
                        case OperationCode.CarriedI32Add: goto AtCarriedI32Add;
                        case OperationCode.I32AddConstantF64Load: goto AtI32AddConstantF64Load;
                        case OperationCode.F64MulF64AddRight: goto AtF64MulF64AddRight;
                        case OperationCode.Jump: goto AtJump;
                        case OperationCode.F64Mul: goto AtF64Mul;
                        case OperationCode.F64Add: goto AtF64Add;
                        case OperationCode.I32AddConstantI32Store8: goto AtI32AddConstantI32Store8;
                        case OperationCode.I32Add: goto AtI32Add;
                        case OperationCode.GlobalGet: goto AtGlobalGet;
                        case OperationCode.I32AddConstantI32Load8U: goto AtI32AddConstantI32Load8U;
                        case OperationCode.CarriedI32Load: goto AtCarriedI32Load;
                        case OperationCode.CarriedI32AddConstant: goto AtCarriedI32AddConstant;
                        case OperationCode.I64RemU: goto AtI64RemU;
                        case OperationCode.I32AddConstantBranchIf: goto AtI32AddConstantBranchIf;
                        case OperationCode.CarriedOtherI32ShrUConstantI32Xor: goto AtCarriedOtherI32ShrUConstantI32Xor;
                        case OperationCode.CarriedI32MulConstant: goto AtCarriedI32MulConstant;
                        case OperationCode.CarriedI32AndConstant: goto AtCarriedI32AndConstant;
                        default: goto Same;
                    }

                case OperationCode.F64MulConstant:
                AtF64MulConstant:
                    *(double*)(fp + ip->A) = (*(double*)(fp + ip->B) * ip->Double);
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.F64Add)
                        goto AtF64Add;
                    if (next == OperationCode.I32AndConstantI32AddConstant)
                        goto AtI32AndConstantI32AddConstant;
                    goto Same;
                case OperationCode.F64Div:
                    *(double*)(fp + ip->A) = (*(double*)(fp + ip->B) / *(double*)(fp + ip->C));
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.F64MulF64SubRight)
                        goto AtF64MulF64SubRight;
                    goto Same;
                case OperationCode.F64DivConstant:
                    *(double*)(fp + ip->A) = (*(double*)(fp + ip->B) / ip->Double);
                    goto Next;
                case OperationCode.F64Min:
                    *(double*)(fp + ip->A) = Numeric.F64Min(*(double*)(fp + ip->B), *(double*)(fp + ip->C));
                    goto Next;
                case OperationCode.F64MinConstant:
                    *(double*)(fp + ip->A) = Numeric.F64Min(*(double*)(fp + ip->B), ip->Double);
                    goto Next;
                case OperationCode.F64Max:
                    *(double*)(fp + ip->A) = Numeric.F64Max(*(double*)(fp + ip->B), *(double*)(fp + ip->C));
                    goto Next;
                case OperationCode.F64MaxConstant:
                    *(double*)(fp + ip->A) = Numeric.F64Max(*(double*)(fp + ip->B), ip->Double);
                    goto Next;
                case OperationCode.F64Copysign:
                    *(double*)(fp + ip->A) = Numeric.F64Copysign(*(double*)(fp + ip->B), *(double*)(fp + ip->C));
                    goto Next;
                case OperationCode.F64CopysignConstant:
                    *(double*)(fp + ip->A) = Numeric.F64Copysign(*(double*)(fp + ip->B), ip->Double);
                    goto Next;
                case OperationCode.I32WrapI64:
                    carried = (uint)((int)*(long*)(fp + ip->B));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32TruncF32S:
                    if (!Numeric.I32TruncF32SInRange(*(float*)(fp + ip->B)))
                        goto F32OutOfRange;
                    *(ulong*)(fp + ip->A) = (uint)Numeric.I32TruncF32S(*(float*)(fp + ip->B));
                    goto Refresh;
                case OperationCode.I32TruncF32U:
                    if (!Numeric.I32TruncF32UInRange(*(float*)(fp + ip->B)))
                        goto F32OutOfRange;
                    *(ulong*)(fp + ip->A) = (uint)Numeric.I32TruncF32U(*(float*)(fp + ip->B));
                    goto Refresh;
                case OperationCode.I32TruncF64S:
                    if (!Numeric.I32TruncF64SInRange(*(double*)(fp + ip->B)))
                        goto F64OutOfRange;
                    *(ulong*)(fp + ip->A) = (uint)Numeric.I32TruncF64S(*(double*)(fp + ip->B));
                    goto Refresh;
                case OperationCode.I32TruncF64U:
                    if (!Numeric.I32TruncF64UInRange(*(double*)(fp + ip->B)))
                        goto F64OutOfRange;
                    *(ulong*)(fp + ip->A) = (uint)Numeric.I32TruncF64U(*(double*)(fp + ip->B));
                    goto Refresh;
                case OperationCode.I64ExtendI32S:
                    carried = (ulong)((long)*(int*)(fp + ip->B));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64ExtendI32U:
                AtI64ExtendI32U:
                    carried = (ulong)((long)(uint)*(int*)(fp + ip->B));
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedI64Add)
                        goto AtCarriedI64Add;
                    if (next == OperationCode.ReturnOneFromCaller)
                        goto AtReturnOneFromCaller;
                    if (next == OperationCode.CarriedI64Xor)
                        goto AtCarriedI64Xor;
                    goto Same;
                case OperationCode.I64TruncF32S:
                    if (!Numeric.I64TruncF32SInRange(*(float*)(fp + ip->B)))
                        goto F32OutOfRange;
                    *(long*)(fp + ip->A) = Numeric.I64TruncF32S(*(float*)(fp + ip->B));
                    goto Refresh;
                case OperationCode.I64TruncF32U:
                    if (!Numeric.I64TruncF32UInRange(*(float*)(fp + ip->B)))
                        goto F32OutOfRange;
                    *(long*)(fp + ip->A) = Numeric.I64TruncF32U(*(float*)(fp + ip->B));
                    goto Refresh;
                case OperationCode.I64TruncF64S:
                    if (!Numeric.I64TruncF64SInRange(*(double*)(fp + ip->B)))
                        goto F64OutOfRange;
                    *(long*)(fp + ip->A) = Numeric.I64TruncF64S(*(double*)(fp + ip->B));
                    goto Refresh;
                case OperationCode.I64TruncF64U:
                    if (!Numeric.I64TruncF64UInRange(*(double*)(fp + ip->B)))
                        goto F64OutOfRange;
                    *(long*)(fp + ip->A) = Numeric.I64TruncF64U(*(double*)(fp + ip->B));
                    goto Refresh;
                case OperationCode.F32ConvertI32S:
                    *(float*)(fp + ip->A) = ((float)*(int*)(fp + ip->B));
                    goto Next;
                case OperationCode.F32ConvertI32U:
                    *(float*)(fp + ip->A) = ((float)(long)(uint)*(int*)(fp + ip->B));
                    goto Next;
                case OperationCode.F32ConvertI64S:
                    *(float*)(fp + ip->A) = Numeric.F32ConvertI64S(*(long*)(fp + ip->B));
                    goto Next;
                case OperationCode.F32ConvertI64U:
                    *(float*)(fp + ip->A) = OutOfLine.F32ConvertI64U(*(long*)(fp + ip->B));
                    goto Refresh;
                case OperationCode.F32DemoteF64:
                    *(float*)(fp + ip->A) = Numeric.F32DemoteF64(*(double*)(fp + ip->B));
                    goto Next;
                case OperationCode.F64ConvertI32S:
                    *(double*)(fp + ip->A) = ((double)*(int*)(fp + ip->B));
                    goto Next;
                case OperationCode.F64ConvertI32U:
                AtF64ConvertI32U:
                    *(double*)(fp + ip->A) = ((double)(long)(uint)*(int*)(fp + ip->B));
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.F64Sub)
                        goto AtF64Sub;
                    goto Same;
                case OperationCode.F64ConvertI64S:
                    *(double*)(fp + ip->A) = ((double)*(long*)(fp + ip->B));
                    goto Next;
                case OperationCode.F64ConvertI64U:
                    *(double*)(fp + ip->A) = OutOfLine.F64ConvertI64U(*(long*)(fp + ip->B));
                    goto Refresh;
                case OperationCode.F64PromoteF32:
                    *(double*)(fp + ip->A) = ((double)*(float*)(fp + ip->B));
                    goto Next;
                case OperationCode.I32ReinterpretF32:
                    carried = (uint)Numeric.I32ReinterpretF32(*(float*)(fp + ip->B));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64ReinterpretF64:
                    carried = (ulong)Numeric.I64ReinterpretF64(*(double*)(fp + ip->B));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.F32ReinterpretI32:
                    *(float*)(fp + ip->A) = Numeric.F32ReinterpretI32(*(int*)(fp + ip->B));
                    goto Next;
                case OperationCode.F64ReinterpretI64:
                    *(double*)(fp + ip->A) = Numeric.F64ReinterpretI64(*(long*)(fp + ip->B));
                    goto Next;
                case OperationCode.I32Extend8S:
                AtI32Extend8S:
                    carried = (uint)((sbyte)*(int*)(fp + ip->B));
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.BranchI32EqConstant)
                        goto AtBranchI32EqConstant;
                    goto Same;
                case OperationCode.I32Extend16S:
                    carried = (uint)((short)*(int*)(fp + ip->B));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64Extend8S:
                    carried = (ulong)((sbyte)*(long*)(fp + ip->B));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64Extend16S:
                    carried = (ulong)((short)*(long*)(fp + ip->B));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64Extend32S:
                    carried = (ulong)((int)*(long*)(fp + ip->B));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32TruncSatF32S:
                    carried = (uint)Numeric.I32TruncSatF32S(*(float*)(fp + ip->B));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32TruncSatF32U:
                    carried = (uint)Numeric.I32TruncSatF32U(*(float*)(fp + ip->B));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32TruncSatF64S:
                    carried = (uint)Numeric.I32TruncSatF64S(*(double*)(fp + ip->B));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32TruncSatF64U:
                    carried = (uint)Numeric.I32TruncSatF64U(*(double*)(fp + ip->B));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64TruncSatF32S:
                    carried = (ulong)Numeric.I64TruncSatF32S(*(float*)(fp + ip->B));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64TruncSatF32U:
                    carried = (ulong)Numeric.I64TruncSatF32U(*(float*)(fp + ip->B));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64TruncSatF64S:
                    carried = (ulong)Numeric.I64TruncSatF64S(*(double*)(fp + ip->B));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64TruncSatF64U:
                    carried = (ulong)Numeric.I64TruncSatF64U(*(double*)(fp + ip->B));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32Load:
                AtI32Load:
                    end = *(uint*)(fp + ip->B) + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    carried = *(uint*)(memory + end - 4);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedI32Mul)
                        goto AtCarriedI32Mul;
                    if (next == OperationCode.CarriedBranchI32GtU)
                        goto AtCarriedBranchI32GtU;
                    if (next == OperationCode.CarriedBranchUnless)
                        goto AtCarriedBranchUnless;
                    if (next == OperationCode.I32MulConstant)
                        goto AtI32MulConstant;
                    switch (next)
                    {
                        case OperationCode.I32AddConstant: goto AtI32AddConstant;
                        case OperationCode.Move: goto AtMove;
                        case OperationCode.Constant: goto AtConstant;
                        case OperationCode.I32Load: goto AtI32Load;
                        case OperationCode.Call: goto AtCall;
                        case OperationCode.BranchIf: goto AtBranchIf;
                        case OperationCode.I32Store: goto AtI32Store;
                        case OperationCode.CarriedI32Add: goto AtCarriedI32Add;
                        case OperationCode.I32AddConstantF64Load: goto AtI32AddConstantF64Load;
                        case OperationCode.F64MulF64AddRight: goto AtF64MulF64AddRight;
                        case OperationCode.Jump: goto AtJump;
                        case OperationCode.F64Mul: goto AtF64Mul;
                        case OperationCode.F64Add: goto AtF64Add;
                        case OperationCode.I32AddConstantI32Store8: goto AtI32AddConstantI32Store8;
                        case OperationCode.I32Add: goto AtI32Add;
                        case OperationCode.GlobalGet: goto AtGlobalGet;
                        case OperationCode.I32AddConstantI32Load8U: goto AtI32AddConstantI32Load8U;
                        case OperationCode.CarriedI32Load: goto AtCarriedI32Load;
                        case OperationCode.CarriedI32AddConstant: goto AtCarriedI32AddConstant;
                        case OperationCode.I64RemU: goto AtI64RemU;
                        case OperationCode.I32AddConstantBranchIf: goto AtI32AddConstantBranchIf;
                        case OperationCode.CarriedOtherI32ShrUConstantI32Xor: goto AtCarriedOtherI32ShrUConstantI32Xor;
                        case OperationCode.CarriedI32MulConstant: goto AtCarriedI32MulConstant;
                        case OperationCode.CarriedI32AndConstant: goto AtCarriedI32AndConstant;
                        default: goto Same;
                    }

                case OperationCode.I64Load:
                AtI64Load:
                    end = *(uint*)(fp + ip->B) + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    carried = *(ulong*)(memory + end - 8);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedI64Add)
                        goto AtCarriedI64Add;
                    goto Same;
                case OperationCode.F32Load:
                    end = *(uint*)(fp + ip->B) + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[ip->A] = *(uint*)(memory + end - 4);
                    goto Next;
                case OperationCode.F64Load:
                AtF64Load:
                    end = *(uint*)(fp + ip->B) + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[ip->A] = *(ulong*)(memory + end - 8);
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.F64Mul)
                        goto AtF64Mul;
                    if (next == OperationCode.I32AddConstantF64Load)
                        goto AtI32AddConstantF64Load;
                    goto Same;
                case OperationCode.I32Load8S:
                    end = *(uint*)(fp + ip->B) + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    carried = (uint)(int)*(sbyte*)(memory + end - 1);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32Load8U:
                AtI32Load8U:
                    end = *(uint*)(fp + ip->B) + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    carried = *(byte*)(memory + end - 1);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32AddConstantBranchI32GtUConstant)
                        goto AtI32AddConstantBranchI32GtUConstant;
                    if (next == OperationCode.CarriedBranchI32NeConstant)
                        goto AtCarriedBranchI32NeConstant;
                    if (next == OperationCode.CarriedI32AddConstantI32AndConstant)
                        goto AtCarriedI32AddConstantI32AndConstant;
                    if (next == OperationCode.I32Store8)
                        goto AtI32Store8;
                    goto Same;
                case OperationCode.I32Load16S:
                    end = *(uint*)(fp + ip->B) + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    carried = (uint)(int)*(short*)(memory + end - 2);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32Load16U:
                    end = *(uint*)(fp + ip->B) + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    carried = *(ushort*)(memory + end - 2);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64Load8S:
                    end = *(uint*)(fp + ip->B) + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    carried = (ulong)*(sbyte*)(memory + end - 1);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64Load8U:
                    end = *(uint*)(fp + ip->B) + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    carried = *(byte*)(memory + end - 1);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedI64Add)
                        goto AtCarriedI64Add;
                    goto Same;
                case OperationCode.I64Load16S:
                    end = *(uint*)(fp + ip->B) + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    carried = (ulong)*(short*)(memory + end - 2);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64Load16U:
                    end = *(uint*)(fp + ip->B) + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    carried = *(ushort*)(memory + end - 2);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64Load32S:
                    end = *(uint*)(fp + ip->B) + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    carried = (ulong)*(int*)(memory + end - 4);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64Load32U:
                    end = *(uint*)(fp + ip->B) + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    carried = *(uint*)(memory + end - 4);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedI64Xor)
                        goto AtCarriedI64Xor;
                    goto Same;
                case OperationCode.I32Store:
                AtI32Store:
                    end = *(uint*)(fp + ip->B) + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(uint*)(memory + end - 4) = *(uint*)(fp + ip->C);
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.Return)
                        goto AtReturn;
                    if (next == OperationCode.ReturnOneFromCaller)
                        goto AtReturnOneFromCaller;
                    if (next == OperationCode.I32AddConstantBranchI32LtU)
                        goto AtI32AddConstantBranchI32LtU;
                    if (next == OperationCode.I32AddConstantBranchI32NeConstant)
                        goto AtI32AddConstantBranchI32NeConstant;
                    switch (next)
                    {
                        case OperationCode.I32AddConstant: goto AtI32AddConstant;
                        case OperationCode.Move: goto AtMove;
                        case OperationCode.Constant: goto AtConstant;
                        case OperationCode.I32Load: goto AtI32Load;
                        case OperationCode.Call: goto AtCall;
                        case OperationCode.BranchIf: goto AtBranchIf;
                        case OperationCode.I32Store: goto AtI32Store;
                        case OperationCode.CarriedI32Add: goto AtCarriedI32Add;
                        case OperationCode.I32AddConstantF64Load: goto AtI32AddConstantF64Load;
                        case OperationCode.F64MulF64AddRight: goto AtF64MulF64AddRight;
                        case OperationCode.Jump: goto AtJump;
                        case OperationCode.F64Mul: goto AtF64Mul;
                        case OperationCode.F64Add: goto AtF64Add;
                        case OperationCode.I32AddConstantI32Store8: goto AtI32AddConstantI32Store8;
                        case OperationCode.I32Add: goto AtI32Add;
                        case OperationCode.GlobalGet: goto AtGlobalGet;
                        case OperationCode.I32AddConstantI32Load8U: goto AtI32AddConstantI32Load8U;
                        case OperationCode.CarriedI32Load: goto AtCarriedI32Load;
                        case OperationCode.CarriedI32AddConstant: goto AtCarriedI32AddConstant;
                        case OperationCode.I64RemU: goto AtI64RemU;
                        case OperationCode.I32AddConstantBranchIf: goto AtI32AddConstantBranchIf;
                        case OperationCode.CarriedOtherI32ShrUConstantI32Xor: goto AtCarriedOtherI32ShrUConstantI32Xor;
                        case OperationCode.CarriedI32MulConstant: goto AtCarriedI32MulConstant;
                        case OperationCode.CarriedI32AndConstant: goto AtCarriedI32AndConstant;
                        default: goto Same;
                    }

                case OperationCode.I64Store:
                AtI64Store:
                    end = *(uint*)(fp + ip->B) + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(ulong*)(memory + end - 8) = *(ulong*)(fp + ip->C);
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I64Load)
                        goto AtI64Load;
                    if (next == OperationCode.I32AddConstantI64Load)
                        goto AtI32AddConstantI64Load;
                    if (next == OperationCode.I32Load)
                        goto AtI32Load;
                    goto Same;
                case OperationCode.F32Store:
                    end = *(uint*)(fp + ip->B) + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(uint*)(memory + end - 4) = *(uint*)(fp + ip->C);
                    goto Next;
                case OperationCode.F64Store:
                AtF64Store:
                    end = *(uint*)(fp + ip->B) + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(ulong*)(memory + end - 8) = *(ulong*)(fp + ip->C);
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32AddConstant)
                        goto AtI32AddConstant;
                    if (next == OperationCode.F64Load)
                        goto AtF64Load;
                    goto Same;
                case OperationCode.I32Store8:
                AtI32Store8:
                    end = *(uint*)(fp + ip->B) + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(byte*)(memory + end - 1) = *(byte*)(fp + ip->C);
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32AddConstant)
                        goto AtI32AddConstant;
                    if (next == OperationCode.I32SubConstant)
                        goto AtI32SubConstant;
                    goto Same;
                case OperationCode.I32Store16:
                    end = *(uint*)(fp + ip->B) + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(ushort*)(memory + end - 2) = *(ushort*)(fp + ip->C);
                    goto Next;
                case OperationCode.I64Store8:
                    end = *(uint*)(fp + ip->B) + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(byte*)(memory + end - 1) = *(byte*)(fp + ip->C);
                    goto Next;
                case OperationCode.I64Store16:
                    end = *(uint*)(fp + ip->B) + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(ushort*)(memory + end - 2) = *(ushort*)(fp + ip->C);
                    goto Next;
                case OperationCode.I64Store32:
                    end = *(uint*)(fp + ip->B) + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(uint*)(memory + end - 4) = *(uint*)(fp + ip->C);
                    goto Next;
                case OperationCode.ConstantI32Load:
                AtConstantI32Load:
                    end = ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    carried = *(uint*)(memory + end - 4);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedI32AddConstant)
                        goto AtCarriedI32AddConstant;
                    if (next == OperationCode.I32Load8U)
                        goto AtI32Load8U;
                    goto Same;
                case OperationCode.ConstantI32Load8U:
                    end = ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    carried = *(byte*)(memory + end - 1);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.ConstantI64Load:
                AtConstantI64Load:
                    end = ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    carried = *(ulong*)(memory + end - 8);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I64ExtendI32U)
                        goto AtI64ExtendI32U;
                    goto Same;
                case OperationCode.ConstantF64Load:
                AtConstantF64Load:
                    end = ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[ip->A] = *(ulong*)(memory + end - 8);
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.F64ConvertI32U)
                        goto AtF64ConvertI32U;
                    if (next == OperationCode.F64MulConstant)
                        goto AtF64MulConstant;
                    goto Same;
                case OperationCode.ConstantI32Store:
                AtConstantI32Store:
                    end = ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(uint*)(memory + end - 4) = *(uint*)(fp + ip->C);
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.ConstantI64Load)
                        goto AtConstantI64Load;
                    if (next == OperationCode.I32Load8U)
                        goto AtI32Load8U;
                    if (next == OperationCode.Constant)
                        goto AtConstant;
                    goto Same;
                case OperationCode.ConstantI32Store8:
                    end = ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(byte*)(memory + end - 1) = *(byte*)(fp + ip->C);
                    goto Next;
                case OperationCode.ConstantI64Store:
                AtConstantI64Store:
                    end = ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(ulong*)(memory + end - 8) = *(ulong*)(fp + ip->C);
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32AndConstantBranchUnless)
                        goto AtI32AndConstantBranchUnless;
                    goto Same;
                case OperationCode.ConstantF64Store:
                AtConstantF64Store:
                    end = ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(ulong*)(memory + end - 8) = *(ulong*)(fp + ip->C);
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.Return)
                        goto AtReturn;
                    if (next == OperationCode.ConstantF64Load)
                        goto AtConstantF64Load;
                    goto Same;
                case OperationCode.I32AddConstantI32Load:
                AtI32AddConstantI32Load:
                    end = (uint)(*(int*)(fp + ip->B) + ip->Low) + (ulong)(uint)ip->High;
                    if (end > length)
                        goto OutOfBounds;
                    carried = *(uint*)(memory + end - 4);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.MoveTwo)
                        goto AtMoveTwo;
                    if (next == OperationCode.CarriedI32Add)
                        goto AtCarriedI32Add;
                    if (next == OperationCode.I32AddConstant)
                        goto AtI32AddConstant;
                    if (next == OperationCode.CarriedI32RotlConstant)
                        goto AtCarriedI32RotlConstant;
                    goto Same;
                case OperationCode.I32AddConstantI32Load8U:
                AtI32AddConstantI32Load8U:
                    end = (uint)(*(int*)(fp + ip->B) + ip->Low) + (ulong)(uint)ip->High;
                    if (end > length)
                        goto OutOfBounds;
                    carried = *(byte*)(memory + end - 1);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedI32AddConstantI32Load8U)
                        goto AtCarriedI32AddConstantI32Load8U;
                    if (next == OperationCode.I32AddI32Load8U)
                        goto AtI32AddI32Load8U;
                    if (next == OperationCode.CarriedI32ShlConstant)
                        goto AtCarriedI32ShlConstant;
                    if (next == OperationCode.CarriedI32ShrUConstant)
                        goto AtCarriedI32ShrUConstant;
                    switch (next)
                    {
                        case OperationCode.I32AddConstant: goto AtI32AddConstant;
                        case OperationCode.Move: goto AtMove;
                        case OperationCode.Constant: goto AtConstant;
                        case OperationCode.I32Load: goto AtI32Load;
                        case OperationCode.Call: goto AtCall;
                        case OperationCode.BranchIf: goto AtBranchIf;
                        case OperationCode.I32Store: goto AtI32Store;
                        case OperationCode.CarriedI32Add: goto AtCarriedI32Add;
                        case OperationCode.I32AddConstantF64Load: goto AtI32AddConstantF64Load;
                        case OperationCode.F64MulF64AddRight: goto AtF64MulF64AddRight;
                        case OperationCode.Jump: goto AtJump;
                        case OperationCode.F64Mul: goto AtF64Mul;
                        case OperationCode.F64Add: goto AtF64Add;
                        case OperationCode.I32AddConstantI32Store8: goto AtI32AddConstantI32Store8;
                        case OperationCode.I32Add: goto AtI32Add;
                        case OperationCode.GlobalGet: goto AtGlobalGet;
                        case OperationCode.I32AddConstantI32Load8U: goto AtI32AddConstantI32Load8U;
                        case OperationCode.CarriedI32Load: goto AtCarriedI32Load;
                        case OperationCode.CarriedI32AddConstant: goto AtCarriedI32AddConstant;
                        case OperationCode.I64RemU: goto AtI64RemU;
                        case OperationCode.I32AddConstantBranchIf: goto AtI32AddConstantBranchIf;
                        case OperationCode.CarriedOtherI32ShrUConstantI32Xor: goto AtCarriedOtherI32ShrUConstantI32Xor;
                        case OperationCode.CarriedI32MulConstant: goto AtCarriedI32MulConstant;
                        case OperationCode.CarriedI32AndConstant: goto AtCarriedI32AndConstant;
                        default: goto Same;
                    }

                case OperationCode.I32AddConstantI32Load8S:
                    end = (uint)(*(int*)(fp + ip->B) + ip->Low) + (ulong)(uint)ip->High;
                    if (end > length)
                        goto OutOfBounds;
                    carried = (uint)(int)*(sbyte*)(memory + end - 1);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32AddConstantI32Load16U:
                    end = (uint)(*(int*)(fp + ip->B) + ip->Low) + (ulong)(uint)ip->High;
                    if (end > length)
                        goto OutOfBounds;
                    carried = *(ushort*)(memory + end - 2);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32AddConstantI32Load16S:
                    end = (uint)(*(int*)(fp + ip->B) + ip->Low) + (ulong)(uint)ip->High;
                    if (end > length)
                        goto OutOfBounds;
                    carried = (uint)(int)*(short*)(memory + end - 2);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32AddConstantI64Load:
                AtI32AddConstantI64Load:
                    end = (uint)(*(int*)(fp + ip->B) + ip->Low) + (ulong)(uint)ip->High;
                    if (end > length)
                        goto OutOfBounds;
                    carried = *(ulong*)(memory + end - 8);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32AddConstantI64Store)
                        goto AtI32AddConstantI64Store;
                    if (next == OperationCode.CarriedI64Add)
                        goto AtCarriedI64Add;
                    goto Same;
                case OperationCode.I32AddConstantF32Load:
                    end = (uint)(*(int*)(fp + ip->B) + ip->Low) + (ulong)(uint)ip->High;
                    if (end > length)
                        goto OutOfBounds;
                    fp[ip->A] = *(uint*)(memory + end - 4);
                    goto Next;
                case OperationCode.I32AddConstantF64Load:
                AtI32AddConstantF64Load:
                    end = (uint)(*(int*)(fp + ip->B) + ip->Low) + (ulong)(uint)ip->High;
                    if (end > length)
                        goto OutOfBounds;
                    fp[ip->A] = *(ulong*)(memory + end - 8);
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.F64Sub)
                        goto AtF64Sub;
                    switch (next)
                    {
                        case OperationCode.I32AddConstant: goto AtI32AddConstant;
                        case OperationCode.Move: goto AtMove;
                        case OperationCode.Constant: goto AtConstant;
                        case OperationCode.I32Load: goto AtI32Load;
                        case OperationCode.Call: goto AtCall;
                        case OperationCode.BranchIf: goto AtBranchIf;
                        case OperationCode.I32Store: goto AtI32Store;
                        case OperationCode.CarriedI32Add: goto AtCarriedI32Add;
                        case OperationCode.I32AddConstantF64Load: goto AtI32AddConstantF64Load;
                        case OperationCode.F64MulF64AddRight: goto AtF64MulF64AddRight;
                        case OperationCode.Jump: goto AtJump;
                        case OperationCode.F64Mul: goto AtF64Mul;
                        case OperationCode.F64Add: goto AtF64Add;
                        case OperationCode.I32AddConstantI32Store8: goto AtI32AddConstantI32Store8;
                        case OperationCode.I32Add: goto AtI32Add;
                        case OperationCode.GlobalGet: goto AtGlobalGet;
                        case OperationCode.I32AddConstantI32Load8U: goto AtI32AddConstantI32Load8U;
                        case OperationCode.CarriedI32Load: goto AtCarriedI32Load;
                        case OperationCode.CarriedI32AddConstant: goto AtCarriedI32AddConstant;
                        case OperationCode.I64RemU: goto AtI64RemU;
                        case OperationCode.I32AddConstantBranchIf: goto AtI32AddConstantBranchIf;
                        case OperationCode.CarriedOtherI32ShrUConstantI32Xor: goto AtCarriedOtherI32ShrUConstantI32Xor;
                        case OperationCode.CarriedI32MulConstant: goto AtCarriedI32MulConstant;
                        case OperationCode.CarriedI32AndConstant: goto AtCarriedI32AndConstant;
                        default: goto Same;
                    }

                case OperationCode.I32AddConstantI32Store:
                    end = (uint)(*(int*)(fp + ip->B) + ip->Low) + (ulong)(uint)ip->High;
                    if (end > length)
                        goto OutOfBounds;
                    *(uint*)(memory + end - 4) = *(uint*)(fp + ip->C);
                    goto Next;
                case OperationCode.I32AddConstantI32Store8:
                AtI32AddConstantI32Store8:
                    end = (uint)(*(int*)(fp + ip->B) + ip->Low) + (ulong)(uint)ip->High;
                    if (end > length)
                        goto OutOfBounds;
                    *(byte*)(memory + end - 1) = *(byte*)(fp + ip->C);
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32ShlConstantI32Or)
                        goto AtI32ShlConstantI32Or;
                    switch (next)
                    {
                        case OperationCode.I32AddConstant: goto AtI32AddConstant;
                        case OperationCode.Move: goto AtMove;
                        case OperationCode.Constant: goto AtConstant;
                        case OperationCode.I32Load: goto AtI32Load;
                        case OperationCode.Call: goto AtCall;
                        case OperationCode.BranchIf: goto AtBranchIf;
                        case OperationCode.I32Store: goto AtI32Store;
                        case OperationCode.CarriedI32Add: goto AtCarriedI32Add;
                        case OperationCode.I32AddConstantF64Load: goto AtI32AddConstantF64Load;
                        case OperationCode.F64MulF64AddRight: goto AtF64MulF64AddRight;
                        case OperationCode.Jump: goto AtJump;
                        case OperationCode.F64Mul: goto AtF64Mul;
                        case OperationCode.F64Add: goto AtF64Add;
                        case OperationCode.I32AddConstantI32Store8: goto AtI32AddConstantI32Store8;
                        case OperationCode.I32Add: goto AtI32Add;
                        case OperationCode.GlobalGet: goto AtGlobalGet;
                        case OperationCode.I32AddConstantI32Load8U: goto AtI32AddConstantI32Load8U;
                        case OperationCode.CarriedI32Load: goto AtCarriedI32Load;
                        case OperationCode.CarriedI32AddConstant: goto AtCarriedI32AddConstant;
                        case OperationCode.I64RemU: goto AtI64RemU;
                        case OperationCode.I32AddConstantBranchIf: goto AtI32AddConstantBranchIf;
                        case OperationCode.CarriedOtherI32ShrUConstantI32Xor: goto AtCarriedOtherI32ShrUConstantI32Xor;
                        case OperationCode.CarriedI32MulConstant: goto AtCarriedI32MulConstant;
                        case OperationCode.CarriedI32AndConstant: goto AtCarriedI32AndConstant;
                        default: goto Same;
                    }

                case OperationCode.I32AddConstantI32Store16:
                    end = (uint)(*(int*)(fp + ip->B) + ip->Low) + (ulong)(uint)ip->High;
                    if (end > length)
                        goto OutOfBounds;
                    *(ushort*)(memory + end - 2) = *(ushort*)(fp + ip->C);
                    goto Next;
                case OperationCode.I32AddConstantI64Store:
                AtI32AddConstantI64Store:
                    end = (uint)(*(int*)(fp + ip->B) + ip->Low) + (ulong)(uint)ip->High;
                    if (end > length)
                        goto OutOfBounds;
                    *(ulong*)(memory + end - 8) = *(ulong*)(fp + ip->C);
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32AddConstant)
                        goto AtI32AddConstant;
                    goto Same;
                case OperationCode.I32AddConstantF32Store:
                    end = (uint)(*(int*)(fp + ip->B) + ip->Low) + (ulong)(uint)ip->High;
                    if (end > length)
                        goto OutOfBounds;
                    *(uint*)(memory + end - 4) = *(uint*)(fp + ip->C);
                    goto Next;
                case OperationCode.I32AddConstantF64Store:
                    end = (uint)(*(int*)(fp + ip->B) + ip->Low) + (ulong)(uint)ip->High;
                    if (end > length)
                        goto OutOfBounds;
                    *(ulong*)(memory + end - 8) = *(ulong*)(fp + ip->C);
                    goto Next;
                case OperationCode.I32AddI32Load:
                AtI32AddI32Load:
                    end = (uint)(*(int*)(fp + ip->B) + *(int*)(fp + ip->C)) + (ulong)ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    carried = *(uint*)(memory + end - 4);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32AddConstant)
                        goto AtI32AddConstant;
                    goto Same;
                case OperationCode.I32AddI32Load8U:
                AtI32AddI32Load8U:
                    end = (uint)(*(int*)(fp + ip->B) + *(int*)(fp + ip->C)) + (ulong)ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    carried = *(byte*)(memory + end - 1);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedBranchI32Ne)
                        goto AtCarriedBranchI32Ne;
                    if (next == OperationCode.CarriedI32Add)
                        goto AtCarriedI32Add;
                    if (next == OperationCode.CarriedBranchI32Eq)
                        goto AtCarriedBranchI32Eq;
                    if (next == OperationCode.I32AddI32Load8U)
                        goto AtI32AddI32Load8U;
                    goto Same;
                case OperationCode.I32AddI32Load16U:
                    end = (uint)(*(int*)(fp + ip->B) + *(int*)(fp + ip->C)) + (ulong)ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    carried = *(ushort*)(memory + end - 2);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32AddI64Load:
                    end = (uint)(*(int*)(fp + ip->B) + *(int*)(fp + ip->C)) + (ulong)ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    carried = *(ulong*)(memory + end - 8);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32AddF64Load:
                    end = (uint)(*(int*)(fp + ip->B) + *(int*)(fp + ip->C)) + (ulong)ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[ip->A] = *(ulong*)(memory + end - 8);
                    goto Next;
                case OperationCode.I32AddConstantBranchIf:
                AtI32AddConstantBranchIf:
                    carried = (uint)(*(int*)(fp + ip->B) + ip->Low);
                    fp[ip->A] = carried;
                    if ((int)carried != 0)
                        ip += ip->Target;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32AndConstant)
                        goto AtI32AndConstant;
                    if (next == OperationCode.I32AddConstantI32Add)
                        goto AtI32AddConstantI32Add;
                    if (next == OperationCode.BranchI32GeU)
                        goto AtBranchI32GeU;
                    if (next == OperationCode.I32ShlConstantI32Xor)
                        goto AtI32ShlConstantI32Xor;
                    switch (next)
                    {
                        case OperationCode.I32AddConstant: goto AtI32AddConstant;
                        case OperationCode.Move: goto AtMove;
                        case OperationCode.Constant: goto AtConstant;
                        case OperationCode.I32Load: goto AtI32Load;
                        case OperationCode.Call: goto AtCall;
                        case OperationCode.BranchIf: goto AtBranchIf;
                        case OperationCode.I32Store: goto AtI32Store;
                        case OperationCode.CarriedI32Add: goto AtCarriedI32Add;
                        case OperationCode.I32AddConstantF64Load: goto AtI32AddConstantF64Load;
                        case OperationCode.F64MulF64AddRight: goto AtF64MulF64AddRight;
                        case OperationCode.Jump: goto AtJump;
                        case OperationCode.F64Mul: goto AtF64Mul;
                        case OperationCode.F64Add: goto AtF64Add;
                        case OperationCode.I32AddConstantI32Store8: goto AtI32AddConstantI32Store8;
                        case OperationCode.I32Add: goto AtI32Add;
                        case OperationCode.GlobalGet: goto AtGlobalGet;
                        case OperationCode.I32AddConstantI32Load8U: goto AtI32AddConstantI32Load8U;
                        case OperationCode.CarriedI32Load: goto AtCarriedI32Load;
                        case OperationCode.CarriedI32AddConstant: goto AtCarriedI32AddConstant;
                        case OperationCode.I64RemU: goto AtI64RemU;
                        case OperationCode.I32AddConstantBranchIf: goto AtI32AddConstantBranchIf;
                        case OperationCode.CarriedOtherI32ShrUConstantI32Xor: goto AtCarriedOtherI32ShrUConstantI32Xor;
                        case OperationCode.CarriedI32MulConstant: goto AtCarriedI32MulConstant;
                        case OperationCode.CarriedI32AndConstant: goto AtCarriedI32AndConstant;
                        default: goto Same;
                    }

                case OperationCode.I32AddConstantBranchI32Ne:
                AtI32AddConstantBranchI32Ne:
                    carried = (uint)(*(int*)(fp + ip->B) + ip->Low);
                    fp[ip->A] = carried;
                    if ((int)carried != *(int*)(fp + ip->C))
                        ip += ip->Target;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.Constant)
                        goto AtConstant;
                    if (next == OperationCode.I32ShlConstantI32Xor)
                        goto AtI32ShlConstantI32Xor;
                    goto Same;
                case OperationCode.I32AddConstantBranchI32NeConstant:
                AtI32AddConstantBranchI32NeConstant:
                    carried = (uint)(*(int*)(fp + ip->B) + ip->Low);
                    fp[ip->A] = carried;
                    if ((int)carried != (int)(short)ip->C)
                        ip += ip->Target;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32Add)
                        goto AtI32Add;
                    if (next == OperationCode.F64Mul)
                        goto AtF64Mul;
                    if (next == OperationCode.I32AddConstant)
                        goto AtI32AddConstant;
                    goto Same;
                case OperationCode.I32AddConstantBranchI32LtS:
                    carried = (uint)(*(int*)(fp + ip->B) + ip->Low);
                    fp[ip->A] = carried;
                    if ((int)carried < *(int*)(fp + ip->C))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.I32AddConstantBranchI32LtU:
                AtI32AddConstantBranchI32LtU:
                    carried = (uint)(*(int*)(fp + ip->B) + ip->Low);
                    fp[ip->A] = carried;
                    if ((uint)(int)carried < (uint)*(int*)(fp + ip->C))
                        ip += ip->Target;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32AddConstantI32Load8U)
                        goto AtI32AddConstantI32Load8U;
                    if (next == OperationCode.I32Store)
                        goto AtI32Store;
                    goto Same;
                case OperationCode.I32AddConstantBranchI32LtUConstant:
                    carried = (uint)(*(int*)(fp + ip->B) + ip->Low);
                    fp[ip->A] = carried;
                    if ((uint)(int)carried < (uint)(int)(short)ip->C)
                        ip += ip->Target;
                    goto Next;
                case OperationCode.I32AddConstantBranchI32GtUConstant:
                AtI32AddConstantBranchI32GtUConstant:
                    carried = (uint)(*(int*)(fp + ip->B) + ip->Low);
                    fp[ip->A] = carried;
                    if ((uint)(int)carried > (uint)(int)(short)ip->C)
                        ip += ip->Target;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32Add)
                        goto AtI32Add;
                    if (next == OperationCode.BranchI32EqConstant)
                        goto AtBranchI32EqConstant;
                    if (next == OperationCode.Constant)
                        goto AtConstant;
                    goto Same;
                case OperationCode.I32AndConstantBranchIf:
                AtI32AndConstantBranchIf:
                    carried = (uint)(*(int*)(fp + ip->B) & ip->Low);
                    fp[ip->A] = carried;
                    if ((int)carried != 0)
                        ip += ip->Target;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32AddConstant)
                        goto AtI32AddConstant;
                    goto Same;
                case OperationCode.I32AndConstantBranchUnless:
                AtI32AndConstantBranchUnless:
                    carried = (uint)(*(int*)(fp + ip->B) & ip->Low);
                    fp[ip->A] = carried;
                    if ((int)carried == 0)
                        ip += ip->Target;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.Constant)
                        goto AtConstant;
                    if (next == OperationCode.ConstantI32Load)
                        goto AtConstantI32Load;
                    goto Same;
                case OperationCode.I32AddI32Add:
                AtI32AddI32Add:
                    carried = (uint)((*(int*)(fp + ip->B) + *(int*)(fp + ip->C)) + *(int*)(fp + ip->D));
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32AddConstantBranchI32NeConstant)
                        goto AtI32AddConstantBranchI32NeConstant;
                    goto Same;
                case OperationCode.I32AddI32AddConstant:
                    carried = (uint)((*(int*)(fp + ip->B) + *(int*)(fp + ip->C)) + ip->Low);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32AddConstantI32Add:
                AtI32AddConstantI32Add:
                    carried = (uint)((*(int*)(fp + ip->B) + ip->Low) + *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.ReturnOneFromCaller)
                        goto AtReturnOneFromCaller;
                    goto Same;
                case OperationCode.I32AddConstantI32AndConstant:
                    carried = (uint)((*(int*)(fp + ip->B) + ip->Low) & ip->High);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32AddConstantI32ShlConstant:
                    carried = (uint)((*(int*)(fp + ip->B) + ip->Low) << ip->High);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32AndConstantI32AddConstant:
                AtI32AndConstantI32AddConstant:
                    carried = (uint)((*(int*)(fp + ip->B) & ip->Low) + ip->High);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedI32AndConstant)
                        goto AtCarriedI32AndConstant;
                    if (next == OperationCode.CarriedF64ConvertI32S)
                        goto AtCarriedF64ConvertI32S;
                    goto Same;
                case OperationCode.I32ShlConstantI32Add:
                AtI32ShlConstantI32Add:
                    carried = (uint)((*(int*)(fp + ip->B) << ip->Low) + *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedI64Load)
                        goto AtCarriedI64Load;
                    if (next == OperationCode.CarriedI32AddConstant)
                        goto AtCarriedI32AddConstant;
                    goto Same;
                case OperationCode.I32ShlConstantI32AddConstant:
                    carried = (uint)((*(int*)(fp + ip->B) << ip->Low) + ip->High);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32ShlConstantI32Or:
                AtI32ShlConstantI32Or:
                    carried = (uint)((*(int*)(fp + ip->B) << ip->Low) | *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedI32ShrUConstantI32AndConstant)
                        goto AtCarriedI32ShrUConstantI32AndConstant;
                    goto Same;
                case OperationCode.I32ShlConstantI32Xor:
                AtI32ShlConstantI32Xor:
                    carried = (uint)((*(int*)(fp + ip->B) << ip->Low) ^ *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedI32ShrUConstantI32Xor)
                        goto AtCarriedI32ShrUConstantI32Xor;
                    goto Same;
                case OperationCode.I32ShrUConstantI32AndConstant:
                    carried = (uint)((*(int*)(fp + ip->B) >>> ip->Low) & ip->High);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32ShrUConstantI32Or:
                    carried = (uint)((*(int*)(fp + ip->B) >>> ip->Low) | *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32ShrUConstantI32Xor:
                    carried = (uint)((*(int*)(fp + ip->B) >>> ip->Low) ^ *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32RotlConstantI32Xor:
                AtI32RotlConstantI32Xor:
                    carried = (uint)((int)BitOperations.RotateLeft((uint)*(int*)(fp + ip->B), ip->Low) ^ *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedI32Add)
                        goto AtCarriedI32Add;
                    if (next == OperationCode.I32RotlConstantI32Xor)
                        goto AtI32RotlConstantI32Xor;
                    if (next == OperationCode.CarriedOtherI32ShrUConstantI32Xor)
                        goto AtCarriedOtherI32ShrUConstantI32Xor;
                    goto Same;
                case OperationCode.I32RotrConstantI32Xor:
                    carried = (uint)((int)BitOperations.RotateRight((uint)*(int*)(fp + ip->B), ip->Low) ^ *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32XorI32Xor:
                    carried = (uint)((*(int*)(fp + ip->B) ^ *(int*)(fp + ip->C)) ^ *(int*)(fp + ip->D));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32AndI32Xor:
                AtI32AndI32Xor:
                    carried = (uint)((*(int*)(fp + ip->B) & *(int*)(fp + ip->C)) ^ *(int*)(fp + ip->D));
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32RotlConstant)
                        goto AtI32RotlConstant;
                    goto Same;
                case OperationCode.I32LoadI32Add:
                AtI32LoadI32Add:
                    end = *(uint*)(fp + ip->B) + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    carried = (uint)(*(int*)(memory + end - 4) + *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedI32AndConstant)
                        goto AtCarriedI32AndConstant;
                    if (next == OperationCode.I32Store)
                        goto AtI32Store;
                    goto Same;
                case OperationCode.I32LoadI32Xor:
                    end = *(uint*)(fp + ip->B) + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    carried = (uint)(*(int*)(memory + end - 4) ^ *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32Load8UI32Xor:
                    end = *(uint*)(fp + ip->B) + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    carried = (uint)((int)*(byte*)(memory + end - 1) ^ *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I64ShrUConstantI64Xor:
                    carried = (ulong)((*(long*)(fp + ip->B) >>> (int)(long)ip->Long) ^ *(long*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.F64MulF64Add:
                    *(double*)(fp + ip->A) = ((*(double*)(fp + ip->B) * *(double*)(fp + ip->C)) + *(double*)(fp + ip->D));
                    goto Next;
                case OperationCode.F64MulF64AddRight:
                AtF64MulF64AddRight:
                    *(double*)(fp + ip->A) = (*(double*)(fp + ip->D) + (*(double*)(fp + ip->B) * *(double*)(fp + ip->C)));
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.F64Sqrt)
                        goto AtF64Sqrt;
                    switch (next)
                    {
                        case OperationCode.I32AddConstant: goto AtI32AddConstant;
                        case OperationCode.Move: goto AtMove;
                        case OperationCode.Constant: goto AtConstant;
                        case OperationCode.I32Load: goto AtI32Load;
                        case OperationCode.Call: goto AtCall;
                        case OperationCode.BranchIf: goto AtBranchIf;
                        case OperationCode.I32Store: goto AtI32Store;
                        case OperationCode.CarriedI32Add: goto AtCarriedI32Add;
                        case OperationCode.I32AddConstantF64Load: goto AtI32AddConstantF64Load;
                        case OperationCode.F64MulF64AddRight: goto AtF64MulF64AddRight;
                        case OperationCode.Jump: goto AtJump;
                        case OperationCode.F64Mul: goto AtF64Mul;
                        case OperationCode.F64Add: goto AtF64Add;
                        case OperationCode.I32AddConstantI32Store8: goto AtI32AddConstantI32Store8;
                        case OperationCode.I32Add: goto AtI32Add;
                        case OperationCode.GlobalGet: goto AtGlobalGet;
                        case OperationCode.I32AddConstantI32Load8U: goto AtI32AddConstantI32Load8U;
                        case OperationCode.CarriedI32Load: goto AtCarriedI32Load;
                        case OperationCode.CarriedI32AddConstant: goto AtCarriedI32AddConstant;
                        case OperationCode.I64RemU: goto AtI64RemU;
                        case OperationCode.I32AddConstantBranchIf: goto AtI32AddConstantBranchIf;
                        case OperationCode.CarriedOtherI32ShrUConstantI32Xor: goto AtCarriedOtherI32ShrUConstantI32Xor;
                        case OperationCode.CarriedI32MulConstant: goto AtCarriedI32MulConstant;
                        case OperationCode.CarriedI32AndConstant: goto AtCarriedI32AndConstant;
                        default: goto Same;
                    }

                case OperationCode.F64MulF64Sub:
                    *(double*)(fp + ip->A) = ((*(double*)(fp + ip->B) * *(double*)(fp + ip->C)) - *(double*)(fp + ip->D));
                    goto Next;
                case OperationCode.F64MulF64SubRight:
                AtF64MulF64SubRight:
                    *(double*)(fp + ip->A) = (*(double*)(fp + ip->D) - (*(double*)(fp + ip->B) * *(double*)(fp + ip->C)));
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.F64Store)
                        goto AtF64Store;
                    goto Same;
                case OperationCode.F64LoadF64Mul:
                    end = *(uint*)(fp + ip->B) + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(double*)(fp + ip->A) = (*(double*)(memory + end - 8) * *(double*)(fp + ip->C));
                    goto Next;
                case OperationCode.F64LoadF64MulRight:
                AtF64LoadF64MulRight:
                    end = *(uint*)(fp + ip->B) + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(double*)(fp + ip->A) = (*(double*)(fp + ip->C) * *(double*)(memory + end - 8));
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.F64Add)
                        goto AtF64Add;
                    goto Same;
                case OperationCode.F64LoadF64Add:
                    end = *(uint*)(fp + ip->B) + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(double*)(fp + ip->A) = (*(double*)(memory + end - 8) + *(double*)(fp + ip->C));
                    goto Next;
                case OperationCode.F64LoadF64AddRight:
                AtF64LoadF64AddRight:
                    end = *(uint*)(fp + ip->B) + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(double*)(fp + ip->A) = (*(double*)(fp + ip->C) + *(double*)(memory + end - 8));
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.F64Store)
                        goto AtF64Store;
                    goto Same;
                case OperationCode.I32ShlConstantI32AddConstantI32Load:
                    end = (uint)((*(int*)(fp + ip->B) << ip->C) + ip->Low) + (ulong)(uint)ip->High;
                    if (end > length)
                        goto OutOfBounds;
                    carried = *(uint*)(memory + end - 4);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32ShlConstantI32AddConstantI64Load:
                    end = (uint)((*(int*)(fp + ip->B) << ip->C) + ip->Low) + (ulong)(uint)ip->High;
                    if (end > length)
                        goto OutOfBounds;
                    carried = *(ulong*)(memory + end - 8);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32ShlConstantI32AddI32Load:
                    end = (uint)((*(int*)(fp + ip->B) << ip->Low) + *(int*)(fp + ip->C)) + (ulong)(uint)ip->High;
                    if (end > length)
                        goto OutOfBounds;
                    carried = *(uint*)(memory + end - 4);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32ShlConstantI32AddI64Load:
                AtI32ShlConstantI32AddI64Load:
                    end = (uint)((*(int*)(fp + ip->B) << ip->Low) + *(int*)(fp + ip->C)) + (ulong)(uint)ip->High;
                    if (end > length)
                        goto OutOfBounds;
                    carried = *(ulong*)(memory + end - 8);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.BranchI64GtU)
                        goto AtBranchI64GtU;
                    if (next == OperationCode.I32ShlConstantI32AddI64Load)
                        goto AtI32ShlConstantI32AddI64Load;
                    goto Same;
                case OperationCode.I32AddI32AddConstantI32Load8U:
                AtI32AddI32AddConstantI32Load8U:
                    end = (uint)(*(int*)(fp + ip->B) + *(int*)(fp + ip->C) + ip->Low) + (ulong)(uint)ip->High;
                    if (end > length)
                        goto OutOfBounds;
                    carried = *(byte*)(memory + end - 1);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32AddI32Load8U)
                        goto AtI32AddI32Load8U;
                    goto Same;
                case OperationCode.I32AddI32AddConstantI32Load:
                    end = (uint)(*(int*)(fp + ip->B) + *(int*)(fp + ip->C) + ip->Low) + (ulong)(uint)ip->High;
                    if (end > length)
                        goto OutOfBounds;
                    carried = *(uint*)(memory + end - 4);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.I32AddConstantI32Load8UI32Xor:
                    end = (uint)(*(int*)(fp + ip->B) + ip->Low) + (ulong)(uint)ip->High;
                    if (end > length)
                        goto OutOfBounds;
                    carried = (uint)((int)*(byte*)(memory + end - 1) ^ *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI32Add:
                AtCarriedI32Add:
                    carried = (uint)((int)carried + *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32AddConstantI32Load)
                        goto AtI32AddConstantI32Load;
                    if (next == OperationCode.I32AddConstantBranchI32Ne)
                        goto AtI32AddConstantBranchI32Ne;
                    if (next == OperationCode.CarriedI32ShlConstantI32AddI32Load)
                        goto AtCarriedI32ShlConstantI32AddI32Load;
                    if (next == OperationCode.GlobalSet)
                        goto AtGlobalSet;
                    switch (next)
                    {
                        case OperationCode.I32AddConstant: goto AtI32AddConstant;
                        case OperationCode.Move: goto AtMove;
                        case OperationCode.Constant: goto AtConstant;
                        case OperationCode.I32Load: goto AtI32Load;
                        case OperationCode.Call: goto AtCall;
                        case OperationCode.BranchIf: goto AtBranchIf;
                        case OperationCode.I32Store: goto AtI32Store;
                        case OperationCode.CarriedI32Add: goto AtCarriedI32Add;
                        case OperationCode.I32AddConstantF64Load: goto AtI32AddConstantF64Load;
                        case OperationCode.F64MulF64AddRight: goto AtF64MulF64AddRight;
                        case OperationCode.Jump: goto AtJump;
                        case OperationCode.F64Mul: goto AtF64Mul;
                        case OperationCode.F64Add: goto AtF64Add;
                        case OperationCode.I32AddConstantI32Store8: goto AtI32AddConstantI32Store8;
                        case OperationCode.I32Add: goto AtI32Add;
                        case OperationCode.GlobalGet: goto AtGlobalGet;
                        case OperationCode.I32AddConstantI32Load8U: goto AtI32AddConstantI32Load8U;
                        case OperationCode.CarriedI32Load: goto AtCarriedI32Load;
                        case OperationCode.CarriedI32AddConstant: goto AtCarriedI32AddConstant;
                        case OperationCode.I64RemU: goto AtI64RemU;
                        case OperationCode.I32AddConstantBranchIf: goto AtI32AddConstantBranchIf;
                        case OperationCode.CarriedOtherI32ShrUConstantI32Xor: goto AtCarriedOtherI32ShrUConstantI32Xor;
                        case OperationCode.CarriedI32MulConstant: goto AtCarriedI32MulConstant;
                        case OperationCode.CarriedI32AndConstant: goto AtCarriedI32AndConstant;
                        default: goto Same;
                    }

                case OperationCode.CarriedI32AddConstant:
                AtCarriedI32AddConstant:
                    carried = (uint)((int)carried + ip->Low);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.ConstantI32Store)
                        goto AtConstantI32Store;
                    if (next == OperationCode.I32AddI32Load8U)
                        goto AtI32AddI32Load8U;
                    switch (next)
                    {
                        case OperationCode.I32AddConstant: goto AtI32AddConstant;
                        case OperationCode.Move: goto AtMove;
                        case OperationCode.Constant: goto AtConstant;
                        case OperationCode.I32Load: goto AtI32Load;
                        case OperationCode.Call: goto AtCall;
                        case OperationCode.BranchIf: goto AtBranchIf;
                        case OperationCode.I32Store: goto AtI32Store;
                        case OperationCode.CarriedI32Add: goto AtCarriedI32Add;
                        case OperationCode.I32AddConstantF64Load: goto AtI32AddConstantF64Load;
                        case OperationCode.F64MulF64AddRight: goto AtF64MulF64AddRight;
                        case OperationCode.Jump: goto AtJump;
                        case OperationCode.F64Mul: goto AtF64Mul;
                        case OperationCode.F64Add: goto AtF64Add;
                        case OperationCode.I32AddConstantI32Store8: goto AtI32AddConstantI32Store8;
                        case OperationCode.I32Add: goto AtI32Add;
                        case OperationCode.GlobalGet: goto AtGlobalGet;
                        case OperationCode.I32AddConstantI32Load8U: goto AtI32AddConstantI32Load8U;
                        case OperationCode.CarriedI32Load: goto AtCarriedI32Load;
                        case OperationCode.CarriedI32AddConstant: goto AtCarriedI32AddConstant;
                        case OperationCode.I64RemU: goto AtI64RemU;
                        case OperationCode.I32AddConstantBranchIf: goto AtI32AddConstantBranchIf;
                        case OperationCode.CarriedOtherI32ShrUConstantI32Xor: goto AtCarriedOtherI32ShrUConstantI32Xor;
                        case OperationCode.CarriedI32MulConstant: goto AtCarriedI32MulConstant;
                        case OperationCode.CarriedI32AndConstant: goto AtCarriedI32AndConstant;
                        default: goto Same;
                    }

                case OperationCode.CarriedI32Sub:
                    carried = (uint)((int)carried - *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI32SubConstant:
                AtCarriedI32SubConstant:
                    carried = (uint)((int)carried - ip->Low);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.BranchTable)
                        goto AtBranchTable;
                    if (next == OperationCode.GlobalSet)
                        goto AtGlobalSet;
                    goto Same;
                case OperationCode.CarriedI32Mul:
                AtCarriedI32Mul:
                    carried = (uint)((int)carried * *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.ReturnOne)
                        goto AtReturnOne;
                    goto Same;
                case OperationCode.CarriedI32MulConstant:
                AtCarriedI32MulConstant:
                    carried = (uint)((int)carried * ip->Low);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedI32ShrUConstantI32Xor)
                        goto AtCarriedI32ShrUConstantI32Xor;
                    switch (next)
                    {
                        case OperationCode.I32AddConstant: goto AtI32AddConstant;
                        case OperationCode.Move: goto AtMove;
                        case OperationCode.Constant: goto AtConstant;
                        case OperationCode.I32Load: goto AtI32Load;
                        case OperationCode.Call: goto AtCall;
                        case OperationCode.BranchIf: goto AtBranchIf;
                        case OperationCode.I32Store: goto AtI32Store;
                        case OperationCode.CarriedI32Add: goto AtCarriedI32Add;
                        case OperationCode.I32AddConstantF64Load: goto AtI32AddConstantF64Load;
                        case OperationCode.F64MulF64AddRight: goto AtF64MulF64AddRight;
                        case OperationCode.Jump: goto AtJump;
                        case OperationCode.F64Mul: goto AtF64Mul;
                        case OperationCode.F64Add: goto AtF64Add;
                        case OperationCode.I32AddConstantI32Store8: goto AtI32AddConstantI32Store8;
                        case OperationCode.I32Add: goto AtI32Add;
                        case OperationCode.GlobalGet: goto AtGlobalGet;
                        case OperationCode.I32AddConstantI32Load8U: goto AtI32AddConstantI32Load8U;
                        case OperationCode.CarriedI32Load: goto AtCarriedI32Load;
                        case OperationCode.CarriedI32AddConstant: goto AtCarriedI32AddConstant;
                        case OperationCode.I64RemU: goto AtI64RemU;
                        case OperationCode.I32AddConstantBranchIf: goto AtI32AddConstantBranchIf;
                        case OperationCode.CarriedOtherI32ShrUConstantI32Xor: goto AtCarriedOtherI32ShrUConstantI32Xor;
                        case OperationCode.CarriedI32MulConstant: goto AtCarriedI32MulConstant;
                        case OperationCode.CarriedI32AndConstant: goto AtCarriedI32AndConstant;
                        default: goto Same;
                    }

                case OperationCode.CarriedI32And:
                AtCarriedI32And:
                    carried = (uint)((int)carried & *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedI32And)
                        goto AtCarriedI32And;
                    if (next == OperationCode.I32AddConstant)
                        goto AtI32AddConstant;
                    if (next == OperationCode.CarriedI32Add)
                        goto AtCarriedI32Add;
                    if (next == OperationCode.I32AndI32Xor)
                        goto AtI32AndI32Xor;
                    goto Same;
                case OperationCode.CarriedI32AndConstant:
                AtCarriedI32AndConstant:
                    carried = (uint)((int)carried & ip->Low);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedOtherI32AddConstantI32Load8UI32Xor)
                        goto AtCarriedOtherI32AddConstantI32Load8UI32Xor;
                    if (next == OperationCode.CarriedI32LtUConstant)
                        goto AtCarriedI32LtUConstant;
                    if (next == OperationCode.CarriedI32ShlConstantI32AddConstant)
                        goto AtCarriedI32ShlConstantI32AddConstant;
                    if (next == OperationCode.I32Sub)
                        goto AtI32Sub;
                    switch (next)
                    {
                        case OperationCode.I32AddConstant: goto AtI32AddConstant;
                        case OperationCode.Move: goto AtMove;
                        case OperationCode.Constant: goto AtConstant;
                        case OperationCode.I32Load: goto AtI32Load;
                        case OperationCode.Call: goto AtCall;
                        case OperationCode.BranchIf: goto AtBranchIf;
                        case OperationCode.I32Store: goto AtI32Store;
                        case OperationCode.CarriedI32Add: goto AtCarriedI32Add;
                        case OperationCode.I32AddConstantF64Load: goto AtI32AddConstantF64Load;
                        case OperationCode.F64MulF64AddRight: goto AtF64MulF64AddRight;
                        case OperationCode.Jump: goto AtJump;
                        case OperationCode.F64Mul: goto AtF64Mul;
                        case OperationCode.F64Add: goto AtF64Add;
                        case OperationCode.I32AddConstantI32Store8: goto AtI32AddConstantI32Store8;
                        case OperationCode.I32Add: goto AtI32Add;
                        case OperationCode.GlobalGet: goto AtGlobalGet;
                        case OperationCode.I32AddConstantI32Load8U: goto AtI32AddConstantI32Load8U;
                        case OperationCode.CarriedI32Load: goto AtCarriedI32Load;
                        case OperationCode.CarriedI32AddConstant: goto AtCarriedI32AddConstant;
                        case OperationCode.I64RemU: goto AtI64RemU;
                        case OperationCode.I32AddConstantBranchIf: goto AtI32AddConstantBranchIf;
                        case OperationCode.CarriedOtherI32ShrUConstantI32Xor: goto AtCarriedOtherI32ShrUConstantI32Xor;
                        case OperationCode.CarriedI32MulConstant: goto AtCarriedI32MulConstant;
                        case OperationCode.CarriedI32AndConstant: goto AtCarriedI32AndConstant;
                        default: goto Same;
                    }

                case OperationCode.CarriedI32Or:
                AtCarriedI32Or:
                    carried = (uint)((int)carried | *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedI32ShrUConstant)
                        goto AtCarriedI32ShrUConstant;
                    if (next == OperationCode.CarriedI32ShrUConstantI32AndConstant)
                        goto AtCarriedI32ShrUConstantI32AndConstant;
                    if (next == OperationCode.I32AddConstantI32Store8)
                        goto AtI32AddConstantI32Store8;
                    goto Same;
                case OperationCode.CarriedI32OrConstant:
                    carried = (uint)((int)carried | ip->Low);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI32Xor:
                    carried = (uint)((int)carried ^ *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.Move)
                        goto AtMove;
                    goto Same;
                case OperationCode.CarriedI32XorConstant:
                    carried = (uint)((int)carried ^ ip->Low);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI32Shl:
                    carried = (uint)((int)carried << *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI32ShlConstant:
                AtCarriedI32ShlConstant:
                    carried = (uint)((int)carried << ip->Low);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedI32Or)
                        goto AtCarriedI32Or;
                    if (next == OperationCode.CarriedI32AddConstant)
                        goto AtCarriedI32AddConstant;
                    if (next == OperationCode.CarriedI32Load)
                        goto AtCarriedI32Load;
                    goto Same;
                case OperationCode.CarriedI32ShrU:
                    carried = (uint)((int)carried >>> *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI32ShrUConstant:
                AtCarriedI32ShrUConstant:
                    carried = (uint)((int)carried >>> ip->Low);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32Store8)
                        goto AtI32Store8;
                    if (next == OperationCode.CarriedI32AddConstantI32Load8U)
                        goto AtCarriedI32AddConstantI32Load8U;
                    if (next == OperationCode.I32AddConstantI32Store8)
                        goto AtI32AddConstantI32Store8;
                    goto Same;
                case OperationCode.CarriedI32ShrSConstant:
                    carried = (uint)((int)carried >> ip->Low);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI32RotlConstant:
                AtCarriedI32RotlConstant:
                    carried = (uint)(int)BitOperations.RotateLeft((uint)(int)carried, ip->Low);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32RotlConstantI32Xor)
                        goto AtI32RotlConstantI32Xor;
                    goto Same;
                case OperationCode.CarriedI32RotrConstant:
                    carried = (uint)(int)BitOperations.RotateRight((uint)(int)carried, ip->Low);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI32RemUConstant:
                AtCarriedI32RemUConstant:
                    if (ip->Low == 0)
                        goto DivideByZero;
                    carried = (uint)(int)((uint)(int)carried % (uint)ip->Low);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedI32AddConstant)
                        goto AtCarriedI32AddConstant;
                    goto Same;
                case OperationCode.CarriedI32DivUConstant:
                    if (ip->Low == 0)
                        goto DivideByZero;
                    carried = (uint)(int)((uint)(int)carried / (uint)ip->Low);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI32Eqz:
                    carried = (uint)((int)carried == 0 ? 1 : 0);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI32Extend8S:
                    carried = (uint)((sbyte)(int)carried);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI32LtUConstant:
                AtCarriedI32LtUConstant:
                    carried = (uint)(int)carried < (uint)ip->Low ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedI32And)
                        goto AtCarriedI32And;
                    if (next == OperationCode.I32NeConstant)
                        goto AtI32NeConstant;
                    goto Same;
                case OperationCode.CarriedI32EqConstant:
                    carried = (int)carried == ip->Low ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI32NeConstant:
                    carried = (int)carried != ip->Low ? 1UL : 0UL;
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedBranchIf:
                AtCarriedBranchIf:
                    if ((int)carried != 0)
                        ip += ip->Target;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32Load8U)
                        goto AtI32Load8U;
                    if (next == OperationCode.F64Sub)
                        goto AtF64Sub;
                    if (next == OperationCode.I32SubConstant)
                        goto AtI32SubConstant;
                    if (next == OperationCode.GlobalGet)
                        goto AtGlobalGet;
                    goto Same;
                case OperationCode.CarriedBranchUnless:
                AtCarriedBranchUnless:
                    if ((int)carried == 0)
                        ip += ip->Target;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.F64Sub)
                        goto AtF64Sub;
                    if (next == OperationCode.GlobalGet)
                        goto AtGlobalGet;
                    if (next == OperationCode.CarriedI32AddConstant)
                        goto AtCarriedI32AddConstant;
                    if (next == OperationCode.CarriedI32MulConstant)
                        goto AtCarriedI32MulConstant;
                    goto Same;
                case OperationCode.CarriedBranchI32Eq:
                AtCarriedBranchI32Eq:
                    if ((int)carried == *(int*)(fp + ip->C))
                        ip += ip->Target;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32AddConstant)
                        goto AtI32AddConstant;
                    if (next == OperationCode.I32Eqz)
                        goto AtI32Eqz;
                    goto Same;
                case OperationCode.CarriedBranchI32Ne:
                AtCarriedBranchI32Ne:
                    if ((int)carried != *(int*)(fp + ip->C))
                        ip += ip->Target;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32Eq)
                        goto AtI32Eq;
                    if (next == OperationCode.I32AddConstant)
                        goto AtI32AddConstant;
                    goto Same;
                case OperationCode.CarriedBranchI32LtS:
                AtCarriedBranchI32LtS:
                    if ((int)carried < *(int*)(fp + ip->C))
                        ip += ip->Target;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32AddConstant)
                        goto AtI32AddConstant;
                    goto Same;
                case OperationCode.CarriedBranchI32LtU:
                    if ((uint)(int)carried < (uint)*(int*)(fp + ip->C))
                        ip += ip->Target;
                    goto Next;
                case OperationCode.CarriedBranchI32GtU:
                AtCarriedBranchI32GtU:
                    if ((uint)(int)carried > (uint)*(int*)(fp + ip->C))
                        ip += ip->Target;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedBranchI32GeU)
                        goto AtCarriedBranchI32GeU;
                    if (next == OperationCode.I32Load)
                        goto AtI32Load;
                    if (next == OperationCode.I32AddConstantI32Load8U)
                        goto AtI32AddConstantI32Load8U;
                    goto Same;
                case OperationCode.CarriedBranchI32GeU:
                AtCarriedBranchI32GeU:
                    if ((uint)(int)carried >= (uint)*(int*)(fp + ip->C))
                        ip += ip->Target;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32Load)
                        goto AtI32Load;
                    if (next == OperationCode.I32AddConstantI32Load8U)
                        goto AtI32AddConstantI32Load8U;
                    goto Same;
                case OperationCode.CarriedBranchI32LeU:
                AtCarriedBranchI32LeU:
                    if ((uint)(int)carried <= (uint)*(int*)(fp + ip->C))
                        ip += ip->Target;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32AddConstant)
                        goto AtI32AddConstant;
                    if (next == OperationCode.I32AddConstantI32Load8U)
                        goto AtI32AddConstantI32Load8U;
                    goto Same;
                case OperationCode.CarriedBranchI32EqConstant:
                    if ((int)carried == ip->Low)
                        ip += ip->Target;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32AddConstant)
                        goto AtI32AddConstant;
                    goto Same;
                case OperationCode.CarriedBranchI32NeConstant:
                AtCarriedBranchI32NeConstant:
                    if ((int)carried != ip->Low)
                        ip += ip->Target;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32AddConstant)
                        goto AtI32AddConstant;
                    if (next == OperationCode.GlobalGet)
                        goto AtGlobalGet;
                    if (next == OperationCode.MoveTwo)
                        goto AtMoveTwo;
                    goto Same;
                case OperationCode.CarriedBranchI32LtSConstant:
                    if ((int)carried < ip->Low)
                        ip += ip->Target;
                    goto Next;
                case OperationCode.CarriedBranchI32LtUConstant:
                AtCarriedBranchI32LtUConstant:
                    if ((uint)(int)carried < (uint)ip->Low)
                        ip += ip->Target;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.Constant)
                        goto AtConstant;
                    if (next == OperationCode.I32AddConstantI32Load8U)
                        goto AtI32AddConstantI32Load8U;
                    if (next == OperationCode.F64MulConstant)
                        goto AtF64MulConstant;
                    if (next == OperationCode.I32AddConstant)
                        goto AtI32AddConstant;
                    goto Same;
                case OperationCode.CarriedBranchI32GtSConstant:
                    if ((int)carried > ip->Low)
                        ip += ip->Target;
                    goto Next;
                case OperationCode.CarriedBranchI32GtUConstant:
                    if ((uint)(int)carried > (uint)ip->Low)
                        ip += ip->Target;
                    goto Next;
                case OperationCode.CarriedI64ExtendI32U:
                    carried = (ulong)((long)(uint)(int)carried);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32Extend8S)
                        goto AtI32Extend8S;
                    goto Same;
                case OperationCode.CarriedI64ExtendI32S:
                    carried = (ulong)((long)(int)carried);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI32WrapI64:
                    carried = (uint)((int)(long)carried);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedF64ConvertI32S:
                AtCarriedF64ConvertI32S:
                    *(double*)(fp + ip->A) = ((double)(int)carried);
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.F64Add)
                        goto AtF64Add;
                    goto Same;
                case OperationCode.CarriedF64ConvertI32U:
                    *(double*)(fp + ip->A) = ((double)(long)(uint)(int)carried);
                    goto Next;
                case OperationCode.CarriedI64Add:
                AtCarriedI64Add:
                    carried = (ulong)((long)carried + *(long*)(fp + ip->C));
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedI64ShrUConstantI64Xor)
                        goto AtCarriedI64ShrUConstantI64Xor;
                    if (next == OperationCode.I64Store)
                        goto AtI64Store;
                    if (next == OperationCode.CarriedI64AddConstant)
                        goto AtCarriedI64AddConstant;
                    if (next == OperationCode.ConstantI64Store)
                        goto AtConstantI64Store;
                    goto Same;
                case OperationCode.CarriedI64AddConstant:
                AtCarriedI64AddConstant:
                    carried = (ulong)((long)carried + (long)ip->Long);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32AddConstantI64Store)
                        goto AtI32AddConstantI64Store;
                    if (next == OperationCode.GlobalSet)
                        goto AtGlobalSet;
                    goto Same;
                case OperationCode.CarriedI64Sub:
                    carried = (ulong)((long)carried - *(long*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI64Mul:
                    carried = (ulong)((long)carried * *(long*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI64MulConstant:
                AtCarriedI64MulConstant:
                    carried = (ulong)((long)carried * (long)ip->Long);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32Load8U)
                        goto AtI32Load8U;
                    if (next == OperationCode.CarriedI64ShrUConstant)
                        goto AtCarriedI64ShrUConstant;
                    if (next == OperationCode.CarriedI64ShrUConstantI64Xor)
                        goto AtCarriedI64ShrUConstantI64Xor;
                    goto Same;
                case OperationCode.CarriedI64And:
                    carried = (ulong)((long)carried & *(long*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI64AndConstant:
                    carried = (ulong)((long)carried & (long)ip->Long);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI64Or:
                    carried = (ulong)((long)carried | *(long*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI64Xor:
                AtCarriedI64Xor:
                    carried = (ulong)((long)carried ^ *(long*)(fp + ip->C));
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedI64MulConstant)
                        goto AtCarriedI64MulConstant;
                    goto Same;
                case OperationCode.CarriedI64XorConstant:
                    carried = (ulong)((long)carried ^ (long)ip->Long);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI64ShlConstant:
                    carried = (ulong)((long)carried << (int)(long)ip->Long);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI64ShrUConstant:
                AtCarriedI64ShrUConstant:
                    carried = (ulong)((long)carried >>> (int)(long)ip->Long);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI64RotlConstant:
                    carried = (ulong)(long)BitOperations.RotateLeft((ulong)(long)carried, (int)(long)ip->Long);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI64RemU:
                AtCarriedI64RemU:
                    if (*(long*)(fp + ip->C) == 0)
                        goto DivideByZero;
                    carried = (ulong)(long)((ulong)(long)carried % (ulong)*(long*)(fp + ip->C));
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I64GtUConstant)
                        goto AtI64GtUConstant;
                    goto Same;
                case OperationCode.CarriedBranchI64EqConstant:
                AtCarriedBranchI64EqConstant:
                    if ((long)carried == (long)ip->Low)
                        ip += ip->Target;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I64Mul)
                        goto AtI64Mul;
                    if (next == OperationCode.I64GtUConstant)
                        goto AtI64GtUConstant;
                    goto Same;
                case OperationCode.CarriedBranchI64NeConstant:
                    if ((long)carried != (long)ip->Low)
                        ip += ip->Target;
                    goto Next;
                case OperationCode.CarriedI32Load:
                AtCarriedI32Load:
                    end = (uint)carried + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    carried = *(uint*)(memory + end - 4);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.BranchI32GtS)
                        goto AtBranchI32GtS;
                    if (next == OperationCode.CarriedBranchI32LtS)
                        goto AtCarriedBranchI32LtS;
                    if (next == OperationCode.CarriedBranchI32Eq)
                        goto AtCarriedBranchI32Eq;
                    if (next == OperationCode.CarriedI32SubConstant)
                        goto AtCarriedI32SubConstant;
                    switch (next)
                    {
                        case OperationCode.I32AddConstant: goto AtI32AddConstant;
                        case OperationCode.Move: goto AtMove;
                        case OperationCode.Constant: goto AtConstant;
                        case OperationCode.I32Load: goto AtI32Load;
                        case OperationCode.Call: goto AtCall;
                        case OperationCode.BranchIf: goto AtBranchIf;
                        case OperationCode.I32Store: goto AtI32Store;
                        case OperationCode.CarriedI32Add: goto AtCarriedI32Add;
                        case OperationCode.I32AddConstantF64Load: goto AtI32AddConstantF64Load;
                        case OperationCode.F64MulF64AddRight: goto AtF64MulF64AddRight;
                        case OperationCode.Jump: goto AtJump;
                        case OperationCode.F64Mul: goto AtF64Mul;
                        case OperationCode.F64Add: goto AtF64Add;
                        case OperationCode.I32AddConstantI32Store8: goto AtI32AddConstantI32Store8;
                        case OperationCode.I32Add: goto AtI32Add;
                        case OperationCode.GlobalGet: goto AtGlobalGet;
                        case OperationCode.I32AddConstantI32Load8U: goto AtI32AddConstantI32Load8U;
                        case OperationCode.CarriedI32Load: goto AtCarriedI32Load;
                        case OperationCode.CarriedI32AddConstant: goto AtCarriedI32AddConstant;
                        case OperationCode.I64RemU: goto AtI64RemU;
                        case OperationCode.I32AddConstantBranchIf: goto AtI32AddConstantBranchIf;
                        case OperationCode.CarriedOtherI32ShrUConstantI32Xor: goto AtCarriedOtherI32ShrUConstantI32Xor;
                        case OperationCode.CarriedI32MulConstant: goto AtCarriedI32MulConstant;
                        case OperationCode.CarriedI32AndConstant: goto AtCarriedI32AndConstant;
                        default: goto Same;
                    }

                case OperationCode.CarriedI32Load8U:
                AtCarriedI32Load8U:
                    end = (uint)carried + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    carried = *(byte*)(memory + end - 1);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32Store8)
                        goto AtI32Store8;
                    if (next == OperationCode.CarriedI32AddConstantI32AndConstant)
                        goto AtCarriedI32AddConstantI32AndConstant;
                    if (next == OperationCode.I32AddConstantI32Store8)
                        goto AtI32AddConstantI32Store8;
                    if (next == OperationCode.CarriedI32AndConstantBranchUnless)
                        goto AtCarriedI32AndConstantBranchUnless;
                    goto Same;
                case OperationCode.CarriedI32Load8S:
                    end = (uint)carried + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    carried = (uint)(int)*(sbyte*)(memory + end - 1);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI32Load16U:
                    end = (uint)carried + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    carried = *(ushort*)(memory + end - 2);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI64Load:
                AtCarriedI64Load:
                    end = (uint)carried + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    carried = *(ulong*)(memory + end - 8);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I64Store)
                        goto AtI64Store;
                    goto Same;
                case OperationCode.CarriedF64Load:
                AtCarriedF64Load:
                    end = (uint)carried + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[ip->A] = *(ulong*)(memory + end - 8);
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.F64LoadF64MulRight)
                        goto AtF64LoadF64MulRight;
                    goto Same;
                case OperationCode.CarriedI32Store:
                    end = (uint)carried + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(uint*)(memory + end - 4) = *(uint*)(fp + ip->C);
                    goto Next;
                case OperationCode.CarriedI32Store8:
                    end = (uint)carried + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(byte*)(memory + end - 1) = *(byte*)(fp + ip->C);
                    goto Next;
                case OperationCode.CarriedI64Store:
                    end = (uint)carried + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(ulong*)(memory + end - 8) = *(ulong*)(fp + ip->C);
                    goto Next;
                case OperationCode.CarriedF64Store:
                    end = (uint)carried + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(ulong*)(memory + end - 8) = *(ulong*)(fp + ip->C);
                    goto Next;
                case OperationCode.CarriedI32AddConstantI32Load:
                    end = (uint)((int)carried + ip->Low) + (ulong)(uint)ip->High;
                    if (end > length)
                        goto OutOfBounds;
                    carried = *(uint*)(memory + end - 4);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedI32Add)
                        goto AtCarriedI32Add;
                    goto Same;
                case OperationCode.CarriedI32AddConstantI32Load8U:
                AtCarriedI32AddConstantI32Load8U:
                    end = (uint)((int)carried + ip->Low) + (ulong)(uint)ip->High;
                    if (end > length)
                        goto OutOfBounds;
                    carried = *(byte*)(memory + end - 1);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32AddConstantI32Store8)
                        goto AtI32AddConstantI32Store8;
                    if (next == OperationCode.CarriedI32ShlConstant)
                        goto AtCarriedI32ShlConstant;
                    if (next == OperationCode.CarriedI32ShlConstantI32Or)
                        goto AtCarriedI32ShlConstantI32Or;
                    if (next == OperationCode.I32AddConstantI32Load8U)
                        goto AtI32AddConstantI32Load8U;
                    goto Same;
                case OperationCode.CarriedI32AddConstantI64Load:
                    end = (uint)((int)carried + ip->Low) + (ulong)(uint)ip->High;
                    if (end > length)
                        goto OutOfBounds;
                    carried = *(ulong*)(memory + end - 8);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI32AddConstantI32Store:
                    end = (uint)((int)carried + ip->Low) + (ulong)(uint)ip->High;
                    if (end > length)
                        goto OutOfBounds;
                    *(uint*)(memory + end - 4) = *(uint*)(fp + ip->C);
                    goto Next;
                case OperationCode.CarriedI32AddI32Load:
                    end = (uint)((int)carried + *(int*)(fp + ip->C)) + (ulong)ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    carried = *(uint*)(memory + end - 4);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI32AddI32Load8U:
                    end = (uint)((int)carried + *(int*)(fp + ip->C)) + (ulong)ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    carried = *(byte*)(memory + end - 1);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI32AddConstantBranchIf:
                    carried = (uint)((int)carried + ip->Low);
                    fp[ip->A] = carried;
                    if ((int)carried != 0)
                        ip += ip->Target;
                    goto Next;
                case OperationCode.CarriedI32AndConstantBranchIf:
                    carried = (uint)((int)carried & ip->Low);
                    fp[ip->A] = carried;
                    if ((int)carried != 0)
                        ip += ip->Target;
                    goto Next;
                case OperationCode.CarriedI32AndConstantBranchUnless:
                AtCarriedI32AndConstantBranchUnless:
                    carried = (uint)((int)carried & ip->Low);
                    fp[ip->A] = carried;
                    if ((int)carried == 0)
                        ip += ip->Target;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32AddConstant)
                        goto AtI32AddConstant;
                    goto Same;
                case OperationCode.CarriedI32AddI32Add:
                    carried = (uint)(((int)carried + *(int*)(fp + ip->C)) + *(int*)(fp + ip->D));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI32AddI32AddConstant:
                    carried = (uint)(((int)carried + *(int*)(fp + ip->C)) + ip->Low);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI32AddConstantI32Add:
                    carried = (uint)(((int)carried + ip->Low) + *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI32AddConstantI32AndConstant:
                AtCarriedI32AddConstantI32AndConstant:
                    carried = (uint)(((int)carried + ip->Low) & ip->High);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedI32LtUConstant)
                        goto AtCarriedI32LtUConstant;
                    if (next == OperationCode.CarriedBranchI32LtUConstant)
                        goto AtCarriedBranchI32LtUConstant;
                    goto Same;
                case OperationCode.CarriedI32AndConstantI32AddConstant:
                    carried = (uint)(((int)carried & ip->Low) + ip->High);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedI32Load8U)
                        goto AtCarriedI32Load8U;
                    goto Same;
                case OperationCode.CarriedI32ShlConstantI32Add:
                    carried = (uint)(((int)carried << ip->Low) + *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI32ShlConstantI32AddConstant:
                AtCarriedI32ShlConstantI32AddConstant:
                    carried = (uint)(((int)carried << ip->Low) + ip->High);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.Jump)
                        goto AtJump;
                    goto Same;
                case OperationCode.CarriedI32ShlConstantI32Or:
                AtCarriedI32ShlConstantI32Or:
                    carried = (uint)(((int)carried << ip->Low) | *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedI32ShrUConstant)
                        goto AtCarriedI32ShrUConstant;
                    goto Same;
                case OperationCode.CarriedI32ShlConstantI32Xor:
                AtCarriedI32ShlConstantI32Xor:
                    carried = (uint)(((int)carried << ip->Low) ^ *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedI32RemUConstant)
                        goto AtCarriedI32RemUConstant;
                    goto Same;
                case OperationCode.CarriedI32ShrUConstantI32AndConstant:
                AtCarriedI32ShrUConstantI32AndConstant:
                    carried = (uint)(((int)carried >>> ip->Low) & ip->High);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedI32AddConstantI32Load8U)
                        goto AtCarriedI32AddConstantI32Load8U;
                    goto Same;
                case OperationCode.CarriedI32ShrUConstantI32Or:
                    carried = (uint)(((int)carried >>> ip->Low) | *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI32ShrUConstantI32Xor:
                AtCarriedI32ShrUConstantI32Xor:
                    carried = (uint)(((int)carried >>> ip->Low) ^ *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedI32ShlConstantI32Xor)
                        goto AtCarriedI32ShlConstantI32Xor;
                    if (next == OperationCode.I32AndConstant)
                        goto AtI32AndConstant;
                    if (next == OperationCode.I32Sub)
                        goto AtI32Sub;
                    goto Same;
                case OperationCode.CarriedI32RotlConstantI32Xor:
                    carried = (uint)((int)BitOperations.RotateLeft((uint)(int)carried, ip->Low) ^ *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI32RotrConstantI32Xor:
                    carried = (uint)((int)BitOperations.RotateRight((uint)(int)carried, ip->Low) ^ *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI32XorI32Xor:
                    carried = (uint)(((int)carried ^ *(int*)(fp + ip->C)) ^ *(int*)(fp + ip->D));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI32AndI32Xor:
                    carried = (uint)(((int)carried & *(int*)(fp + ip->C)) ^ *(int*)(fp + ip->D));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI32LoadI32Add:
                    end = (uint)carried + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    carried = (uint)(*(int*)(memory + end - 4) + *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI32LoadI32Xor:
                    end = (uint)carried + ip->Long;
                    if (end > length)
                        goto OutOfBounds;
                    carried = (uint)(*(int*)(memory + end - 4) ^ *(int*)(fp + ip->C));
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI64ShrUConstantI64Xor:
                AtCarriedI64ShrUConstantI64Xor:
                    carried = (ulong)(((long)carried >>> (int)(long)ip->Long) ^ *(long*)(fp + ip->C));
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I64ExtendI32U)
                        goto AtI64ExtendI32U;
                    if (next == OperationCode.I32Load)
                        goto AtI32Load;
                    goto Same;
                case OperationCode.CarriedI32ShlConstantI32AddConstantI32Load:
                AtCarriedI32ShlConstantI32AddConstantI32Load:
                    end = (uint)(((int)carried << ip->C) + ip->Low) + (ulong)(uint)ip->High;
                    if (end > length)
                        goto OutOfBounds;
                    carried = *(uint*)(memory + end - 4);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedOtherI32ShrUConstantI32Xor)
                        goto AtCarriedOtherI32ShrUConstantI32Xor;
                    if (next == OperationCode.CarriedI32Add)
                        goto AtCarriedI32Add;
                    goto Same;
                case OperationCode.CarriedI32ShlConstantI32AddI32Load:
                AtCarriedI32ShlConstantI32AddI32Load:
                    end = (uint)(((int)carried << ip->Low) + *(int*)(fp + ip->C)) + (ulong)(uint)ip->High;
                    if (end > length)
                        goto OutOfBounds;
                    carried = *(uint*)(memory + end - 4);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedBranchI32LeU)
                        goto AtCarriedBranchI32LeU;
                    if (next == OperationCode.CarriedBranchI32GtU)
                        goto AtCarriedBranchI32GtU;
                    goto Same;
                case OperationCode.CarriedI32ShlConstantI32AddI64Load:
                    end = (uint)(((int)carried << ip->Low) + *(int*)(fp + ip->C)) + (ulong)(uint)ip->High;
                    if (end > length)
                        goto OutOfBounds;
                    carried = *(ulong*)(memory + end - 8);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedI32AddI32AddConstantI32Load8U:
                    end = (uint)((int)carried + *(int*)(fp + ip->C) + ip->Low) + (ulong)(uint)ip->High;
                    if (end > length)
                        goto OutOfBounds;
                    carried = *(byte*)(memory + end - 1);
                    fp[ip->A] = carried;
                    goto Next;
                case OperationCode.CarriedOtherI32ShrUConstantI32Xor:
                AtCarriedOtherI32ShrUConstantI32Xor:
                    carried = (uint)((*(int*)(fp + ip->B) >>> ip->Low) ^ (int)carried);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    switch (next)
                    {
                        case OperationCode.I32AddConstant: goto AtI32AddConstant;
                        case OperationCode.Move: goto AtMove;
                        case OperationCode.Constant: goto AtConstant;
                        case OperationCode.I32Load: goto AtI32Load;
                        case OperationCode.Call: goto AtCall;
                        case OperationCode.BranchIf: goto AtBranchIf;
                        case OperationCode.I32Store: goto AtI32Store;
                        case OperationCode.CarriedI32Add: goto AtCarriedI32Add;
                        case OperationCode.I32AddConstantF64Load: goto AtI32AddConstantF64Load;
                        case OperationCode.F64MulF64AddRight: goto AtF64MulF64AddRight;
                        case OperationCode.Jump: goto AtJump;
                        case OperationCode.F64Mul: goto AtF64Mul;
                        case OperationCode.F64Add: goto AtF64Add;
                        case OperationCode.I32AddConstantI32Store8: goto AtI32AddConstantI32Store8;
                        case OperationCode.I32Add: goto AtI32Add;
                        case OperationCode.GlobalGet: goto AtGlobalGet;
                        case OperationCode.I32AddConstantI32Load8U: goto AtI32AddConstantI32Load8U;
                        case OperationCode.CarriedI32Load: goto AtCarriedI32Load;
                        case OperationCode.CarriedI32AddConstant: goto AtCarriedI32AddConstant;
                        case OperationCode.I64RemU: goto AtI64RemU;
                        case OperationCode.I32AddConstantBranchIf: goto AtI32AddConstantBranchIf;
                        case OperationCode.CarriedOtherI32ShrUConstantI32Xor: goto AtCarriedOtherI32ShrUConstantI32Xor;
                        case OperationCode.CarriedI32MulConstant: goto AtCarriedI32MulConstant;
                        case OperationCode.CarriedI32AndConstant: goto AtCarriedI32AndConstant;
                        default: goto Same;
                    }

                case OperationCode.CarriedOtherI32AddConstantI32Load8UI32Xor:
                AtCarriedOtherI32AddConstantI32Load8UI32Xor:
                    end = (uint)(*(int*)(fp + ip->B) + ip->Low) + (ulong)(uint)ip->High;
                    if (end > length)
                        goto OutOfBounds;
                    carried = (uint)((int)*(byte*)(memory + end - 1) ^ (int)carried);
                    fp[ip->A] = carried;
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedI32ShlConstantI32AddConstantI32Load)
                        goto AtCarriedI32ShlConstantI32AddConstantI32Load;
                    goto Same;
                AfterJump:
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32Load8U)
                        goto AtI32Load8U;
                    if (next == OperationCode.I32AndConstantBranchIf)
                        goto AtI32AndConstantBranchIf;
                    if (next == OperationCode.I32ShlConstantI32Add)
                        goto AtI32ShlConstantI32Add;
                    if (next == OperationCode.I32Sub)
                        goto AtI32Sub;
                    switch (next)
                    {
                        case OperationCode.I32AddConstant: goto AtI32AddConstant;
                        case OperationCode.Move: goto AtMove;
                        case OperationCode.Constant: goto AtConstant;
                        case OperationCode.I32Load: goto AtI32Load;
                        case OperationCode.Call: goto AtCall;
                        case OperationCode.BranchIf: goto AtBranchIf;
                        case OperationCode.I32Store: goto AtI32Store;
                        case OperationCode.CarriedI32Add: goto AtCarriedI32Add;
                        case OperationCode.I32AddConstantF64Load: goto AtI32AddConstantF64Load;
                        case OperationCode.F64MulF64AddRight: goto AtF64MulF64AddRight;
                        case OperationCode.Jump: goto AtJump;
                        case OperationCode.F64Mul: goto AtF64Mul;
                        case OperationCode.F64Add: goto AtF64Add;
                        case OperationCode.I32AddConstantI32Store8: goto AtI32AddConstantI32Store8;
                        case OperationCode.I32Add: goto AtI32Add;
                        case OperationCode.GlobalGet: goto AtGlobalGet;
                        case OperationCode.I32AddConstantI32Load8U: goto AtI32AddConstantI32Load8U;
                        case OperationCode.CarriedI32Load: goto AtCarriedI32Load;
                        case OperationCode.CarriedI32AddConstant: goto AtCarriedI32AddConstant;
                        case OperationCode.I64RemU: goto AtI64RemU;
                        case OperationCode.I32AddConstantBranchIf: goto AtI32AddConstantBranchIf;
                        case OperationCode.CarriedOtherI32ShrUConstantI32Xor: goto AtCarriedOtherI32ShrUConstantI32Xor;
                        case OperationCode.CarriedI32MulConstant: goto AtCarriedI32MulConstant;
                        case OperationCode.CarriedI32AndConstant: goto AtCarriedI32AndConstant;
                        default: goto Same;
                    }

                AfterBranchIf:
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32AndConstant)
                        goto AtI32AndConstant;
                    switch (next)
                    {
                        case OperationCode.I32AddConstant: goto AtI32AddConstant;
                        case OperationCode.Move: goto AtMove;
                        case OperationCode.Constant: goto AtConstant;
                        case OperationCode.I32Load: goto AtI32Load;
                        case OperationCode.Call: goto AtCall;
                        case OperationCode.BranchIf: goto AtBranchIf;
                        case OperationCode.I32Store: goto AtI32Store;
                        case OperationCode.CarriedI32Add: goto AtCarriedI32Add;
                        case OperationCode.I32AddConstantF64Load: goto AtI32AddConstantF64Load;
                        case OperationCode.F64MulF64AddRight: goto AtF64MulF64AddRight;
                        case OperationCode.Jump: goto AtJump;
                        case OperationCode.F64Mul: goto AtF64Mul;
                        case OperationCode.F64Add: goto AtF64Add;
                        case OperationCode.I32AddConstantI32Store8: goto AtI32AddConstantI32Store8;
                        case OperationCode.I32Add: goto AtI32Add;
                        case OperationCode.GlobalGet: goto AtGlobalGet;
                        case OperationCode.I32AddConstantI32Load8U: goto AtI32AddConstantI32Load8U;
                        case OperationCode.CarriedI32Load: goto AtCarriedI32Load;
                        case OperationCode.CarriedI32AddConstant: goto AtCarriedI32AddConstant;
                        case OperationCode.I64RemU: goto AtI64RemU;
                        case OperationCode.I32AddConstantBranchIf: goto AtI32AddConstantBranchIf;
                        case OperationCode.CarriedOtherI32ShrUConstantI32Xor: goto AtCarriedOtherI32ShrUConstantI32Xor;
                        case OperationCode.CarriedI32MulConstant: goto AtCarriedI32MulConstant;
                        case OperationCode.CarriedI32AndConstant: goto AtCarriedI32AndConstant;
                        default: goto Same;
                    }

                AfterBranchUnless:
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.ReturnFromCaller)
                        goto AtReturnFromCaller;
                    switch (next)
                    {
                        case OperationCode.I32AddConstant: goto AtI32AddConstant;
                        case OperationCode.Move: goto AtMove;
                        case OperationCode.Constant: goto AtConstant;
                        case OperationCode.I32Load: goto AtI32Load;
                        case OperationCode.Call: goto AtCall;
                        case OperationCode.BranchIf: goto AtBranchIf;
                        case OperationCode.I32Store: goto AtI32Store;
                        case OperationCode.CarriedI32Add: goto AtCarriedI32Add;
                        case OperationCode.I32AddConstantF64Load: goto AtI32AddConstantF64Load;
                        case OperationCode.F64MulF64AddRight: goto AtF64MulF64AddRight;
                        case OperationCode.Jump: goto AtJump;
                        case OperationCode.F64Mul: goto AtF64Mul;
                        case OperationCode.F64Add: goto AtF64Add;
                        case OperationCode.I32AddConstantI32Store8: goto AtI32AddConstantI32Store8;
                        case OperationCode.I32Add: goto AtI32Add;
                        case OperationCode.GlobalGet: goto AtGlobalGet;
                        case OperationCode.I32AddConstantI32Load8U: goto AtI32AddConstantI32Load8U;
                        case OperationCode.CarriedI32Load: goto AtCarriedI32Load;
                        case OperationCode.CarriedI32AddConstant: goto AtCarriedI32AddConstant;
                        case OperationCode.I64RemU: goto AtI64RemU;
                        case OperationCode.I32AddConstantBranchIf: goto AtI32AddConstantBranchIf;
                        case OperationCode.CarriedOtherI32ShrUConstantI32Xor: goto AtCarriedOtherI32ShrUConstantI32Xor;
                        case OperationCode.CarriedI32MulConstant: goto AtCarriedI32MulConstant;
                        case OperationCode.CarriedI32AndConstant: goto AtCarriedI32AndConstant;
                        default: goto Same;
                    }

                AfterBranchTable:
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    switch (next)
                    {
                        case OperationCode.I32AddConstant: goto AtI32AddConstant;
                        case OperationCode.Move: goto AtMove;
                        case OperationCode.Constant: goto AtConstant;
                        case OperationCode.I32Load: goto AtI32Load;
                        case OperationCode.Call: goto AtCall;
                        case OperationCode.BranchIf: goto AtBranchIf;
                        case OperationCode.I32Store: goto AtI32Store;
                        case OperationCode.CarriedI32Add: goto AtCarriedI32Add;
                        case OperationCode.I32AddConstantF64Load: goto AtI32AddConstantF64Load;
                        case OperationCode.F64MulF64AddRight: goto AtF64MulF64AddRight;
                        case OperationCode.Jump: goto AtJump;
                        case OperationCode.F64Mul: goto AtF64Mul;
                        case OperationCode.F64Add: goto AtF64Add;
                        case OperationCode.I32AddConstantI32Store8: goto AtI32AddConstantI32Store8;
                        case OperationCode.I32Add: goto AtI32Add;
                        case OperationCode.GlobalGet: goto AtGlobalGet;
                        case OperationCode.I32AddConstantI32Load8U: goto AtI32AddConstantI32Load8U;
                        case OperationCode.CarriedI32Load: goto AtCarriedI32Load;
                        case OperationCode.CarriedI32AddConstant: goto AtCarriedI32AddConstant;
                        case OperationCode.I64RemU: goto AtI64RemU;
                        case OperationCode.I32AddConstantBranchIf: goto AtI32AddConstantBranchIf;
                        case OperationCode.CarriedOtherI32ShrUConstantI32Xor: goto AtCarriedOtherI32ShrUConstantI32Xor;
                        case OperationCode.CarriedI32MulConstant: goto AtCarriedI32MulConstant;
                        case OperationCode.CarriedI32AndConstant: goto AtCarriedI32AndConstant;
                        default: goto Same;
                    }

                AfterReturn:
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I32AddI32Add)
                        goto AtI32AddI32Add;
                    switch (next)
                    {
                        case OperationCode.I32AddConstant: goto AtI32AddConstant;
                        case OperationCode.Move: goto AtMove;
                        case OperationCode.Constant: goto AtConstant;
                        case OperationCode.I32Load: goto AtI32Load;
                        case OperationCode.Call: goto AtCall;
                        case OperationCode.BranchIf: goto AtBranchIf;
                        case OperationCode.I32Store: goto AtI32Store;
                        case OperationCode.CarriedI32Add: goto AtCarriedI32Add;
                        case OperationCode.I32AddConstantF64Load: goto AtI32AddConstantF64Load;
                        case OperationCode.F64MulF64AddRight: goto AtF64MulF64AddRight;
                        case OperationCode.Jump: goto AtJump;
                        case OperationCode.F64Mul: goto AtF64Mul;
                        case OperationCode.F64Add: goto AtF64Add;
                        case OperationCode.I32AddConstantI32Store8: goto AtI32AddConstantI32Store8;
                        case OperationCode.I32Add: goto AtI32Add;
                        case OperationCode.GlobalGet: goto AtGlobalGet;
                        case OperationCode.I32AddConstantI32Load8U: goto AtI32AddConstantI32Load8U;
                        case OperationCode.CarriedI32Load: goto AtCarriedI32Load;
                        case OperationCode.CarriedI32AddConstant: goto AtCarriedI32AddConstant;
                        case OperationCode.I64RemU: goto AtI64RemU;
                        case OperationCode.I32AddConstantBranchIf: goto AtI32AddConstantBranchIf;
                        case OperationCode.CarriedOtherI32ShrUConstantI32Xor: goto AtCarriedOtherI32ShrUConstantI32Xor;
                        case OperationCode.CarriedI32MulConstant: goto AtCarriedI32MulConstant;
                        case OperationCode.CarriedI32AndConstant: goto AtCarriedI32AndConstant;
                        default: goto Same;
                    }

                AfterReturnFromCaller:
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.I64ExtendI32U)
                        goto AtI64ExtendI32U;
                    switch (next)
                    {
                        case OperationCode.I32AddConstant: goto AtI32AddConstant;
                        case OperationCode.Move: goto AtMove;
                        case OperationCode.Constant: goto AtConstant;
                        case OperationCode.I32Load: goto AtI32Load;
                        case OperationCode.Call: goto AtCall;
                        case OperationCode.BranchIf: goto AtBranchIf;
                        case OperationCode.I32Store: goto AtI32Store;
                        case OperationCode.CarriedI32Add: goto AtCarriedI32Add;
                        case OperationCode.I32AddConstantF64Load: goto AtI32AddConstantF64Load;
                        case OperationCode.F64MulF64AddRight: goto AtF64MulF64AddRight;
                        case OperationCode.Jump: goto AtJump;
                        case OperationCode.F64Mul: goto AtF64Mul;
                        case OperationCode.F64Add: goto AtF64Add;
                        case OperationCode.I32AddConstantI32Store8: goto AtI32AddConstantI32Store8;
                        case OperationCode.I32Add: goto AtI32Add;
                        case OperationCode.GlobalGet: goto AtGlobalGet;
                        case OperationCode.I32AddConstantI32Load8U: goto AtI32AddConstantI32Load8U;
                        case OperationCode.CarriedI32Load: goto AtCarriedI32Load;
                        case OperationCode.CarriedI32AddConstant: goto AtCarriedI32AddConstant;
                        case OperationCode.I64RemU: goto AtI64RemU;
                        case OperationCode.I32AddConstantBranchIf: goto AtI32AddConstantBranchIf;
                        case OperationCode.CarriedOtherI32ShrUConstantI32Xor: goto AtCarriedOtherI32ShrUConstantI32Xor;
                        case OperationCode.CarriedI32MulConstant: goto AtCarriedI32MulConstant;
                        case OperationCode.CarriedI32AndConstant: goto AtCarriedI32AndConstant;
                        default: goto Same;
                    }

                AfterCall:
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.BranchUnless)
                        goto AtBranchUnless;
                    if (next == OperationCode.I32LoadI32Add)
                        goto AtI32LoadI32Add;
                    if (next == OperationCode.ConstantI32Load)
                        goto AtConstantI32Load;
                    switch (next)
                    {
                        case OperationCode.I32AddConstant: goto AtI32AddConstant;
                        case OperationCode.Move: goto AtMove;
                        case OperationCode.Constant: goto AtConstant;
                        case OperationCode.I32Load: goto AtI32Load;
                        case OperationCode.Call: goto AtCall;
                        case OperationCode.BranchIf: goto AtBranchIf;
                        case OperationCode.I32Store: goto AtI32Store;
                        case OperationCode.CarriedI32Add: goto AtCarriedI32Add;
                        case OperationCode.I32AddConstantF64Load: goto AtI32AddConstantF64Load;
                        case OperationCode.F64MulF64AddRight: goto AtF64MulF64AddRight;
                        case OperationCode.Jump: goto AtJump;
                        case OperationCode.F64Mul: goto AtF64Mul;
                        case OperationCode.F64Add: goto AtF64Add;
                        case OperationCode.I32AddConstantI32Store8: goto AtI32AddConstantI32Store8;
                        case OperationCode.I32Add: goto AtI32Add;
                        case OperationCode.GlobalGet: goto AtGlobalGet;
                        case OperationCode.I32AddConstantI32Load8U: goto AtI32AddConstantI32Load8U;
                        case OperationCode.CarriedI32Load: goto AtCarriedI32Load;
                        case OperationCode.CarriedI32AddConstant: goto AtCarriedI32AddConstant;
                        case OperationCode.I64RemU: goto AtI64RemU;
                        case OperationCode.I32AddConstantBranchIf: goto AtI32AddConstantBranchIf;
                        case OperationCode.CarriedOtherI32ShrUConstantI32Xor: goto AtCarriedOtherI32ShrUConstantI32Xor;
                        case OperationCode.CarriedI32MulConstant: goto AtCarriedI32MulConstant;
                        case OperationCode.CarriedI32AndConstant: goto AtCarriedI32AndConstant;
                        default: goto Same;
                    }

                AfterConstant:
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.BranchI32LtUConstant)
                        goto AtBranchI32LtUConstant;
                    if (next == OperationCode.Select)
                        goto AtSelect;
                    if (next == OperationCode.I32AddI32AddConstantI32Load8U)
                        goto AtI32AddI32AddConstantI32Load8U;
                    if (next == OperationCode.I32AddConstantBranchI32NeConstant)
                        goto AtI32AddConstantBranchI32NeConstant;
                    switch (next)
                    {
                        case OperationCode.I32AddConstant: goto AtI32AddConstant;
                        case OperationCode.Move: goto AtMove;
                        case OperationCode.Constant: goto AtConstant;
                        case OperationCode.I32Load: goto AtI32Load;
                        case OperationCode.Call: goto AtCall;
                        case OperationCode.BranchIf: goto AtBranchIf;
                        case OperationCode.I32Store: goto AtI32Store;
                        case OperationCode.CarriedI32Add: goto AtCarriedI32Add;
                        case OperationCode.I32AddConstantF64Load: goto AtI32AddConstantF64Load;
                        case OperationCode.F64MulF64AddRight: goto AtF64MulF64AddRight;
                        case OperationCode.Jump: goto AtJump;
                        case OperationCode.F64Mul: goto AtF64Mul;
                        case OperationCode.F64Add: goto AtF64Add;
                        case OperationCode.I32AddConstantI32Store8: goto AtI32AddConstantI32Store8;
                        case OperationCode.I32Add: goto AtI32Add;
                        case OperationCode.GlobalGet: goto AtGlobalGet;
                        case OperationCode.I32AddConstantI32Load8U: goto AtI32AddConstantI32Load8U;
                        case OperationCode.CarriedI32Load: goto AtCarriedI32Load;
                        case OperationCode.CarriedI32AddConstant: goto AtCarriedI32AddConstant;
                        case OperationCode.I64RemU: goto AtI64RemU;
                        case OperationCode.I32AddConstantBranchIf: goto AtI32AddConstantBranchIf;
                        case OperationCode.CarriedOtherI32ShrUConstantI32Xor: goto AtCarriedOtherI32ShrUConstantI32Xor;
                        case OperationCode.CarriedI32MulConstant: goto AtCarriedI32MulConstant;
                        case OperationCode.CarriedI32AndConstant: goto AtCarriedI32AndConstant;
                        default: goto Same;
                    }

                AfterMove:
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.BranchI64NeConstant)
                        goto AtBranchI64NeConstant;
                    if (next == OperationCode.CallIndirect)
                        goto AtCallIndirect;
                    if (next == OperationCode.I32Eqz)
                        goto AtI32Eqz;
                    if (next == OperationCode.BranchTable)
                        goto AtBranchTable;
                    switch (next)
                    {
                        case OperationCode.I32AddConstant: goto AtI32AddConstant;
                        case OperationCode.Move: goto AtMove;
                        case OperationCode.Constant: goto AtConstant;
                        case OperationCode.I32Load: goto AtI32Load;
                        case OperationCode.Call: goto AtCall;
                        case OperationCode.BranchIf: goto AtBranchIf;
                        case OperationCode.I32Store: goto AtI32Store;
                        case OperationCode.CarriedI32Add: goto AtCarriedI32Add;
                        case OperationCode.I32AddConstantF64Load: goto AtI32AddConstantF64Load;
                        case OperationCode.F64MulF64AddRight: goto AtF64MulF64AddRight;
                        case OperationCode.Jump: goto AtJump;
                        case OperationCode.F64Mul: goto AtF64Mul;
                        case OperationCode.F64Add: goto AtF64Add;
                        case OperationCode.I32AddConstantI32Store8: goto AtI32AddConstantI32Store8;
                        case OperationCode.I32Add: goto AtI32Add;
                        case OperationCode.GlobalGet: goto AtGlobalGet;
                        case OperationCode.I32AddConstantI32Load8U: goto AtI32AddConstantI32Load8U;
                        case OperationCode.CarriedI32Load: goto AtCarriedI32Load;
                        case OperationCode.CarriedI32AddConstant: goto AtCarriedI32AddConstant;
                        case OperationCode.I64RemU: goto AtI64RemU;
                        case OperationCode.I32AddConstantBranchIf: goto AtI32AddConstantBranchIf;
                        case OperationCode.CarriedOtherI32ShrUConstantI32Xor: goto AtCarriedOtherI32ShrUConstantI32Xor;
                        case OperationCode.CarriedI32MulConstant: goto AtCarriedI32MulConstant;
                        case OperationCode.CarriedI32AndConstant: goto AtCarriedI32AndConstant;
                        default: goto Same;
                    }

                AfterMoveTwo:
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.MoveTwo)
                        goto AtMoveTwo;
                    if (next == OperationCode.CallIndirect)
                        goto AtCallIndirect;
                    if (next == OperationCode.I32AndConstant)
                        goto AtI32AndConstant;
                    switch (next)
                    {
                        case OperationCode.I32AddConstant: goto AtI32AddConstant;
                        case OperationCode.Move: goto AtMove;
                        case OperationCode.Constant: goto AtConstant;
                        case OperationCode.I32Load: goto AtI32Load;
                        case OperationCode.Call: goto AtCall;
                        case OperationCode.BranchIf: goto AtBranchIf;
                        case OperationCode.I32Store: goto AtI32Store;
                        case OperationCode.CarriedI32Add: goto AtCarriedI32Add;
                        case OperationCode.I32AddConstantF64Load: goto AtI32AddConstantF64Load;
                        case OperationCode.F64MulF64AddRight: goto AtF64MulF64AddRight;
                        case OperationCode.Jump: goto AtJump;
                        case OperationCode.F64Mul: goto AtF64Mul;
                        case OperationCode.F64Add: goto AtF64Add;
                        case OperationCode.I32AddConstantI32Store8: goto AtI32AddConstantI32Store8;
                        case OperationCode.I32Add: goto AtI32Add;
                        case OperationCode.GlobalGet: goto AtGlobalGet;
                        case OperationCode.I32AddConstantI32Load8U: goto AtI32AddConstantI32Load8U;
                        case OperationCode.CarriedI32Load: goto AtCarriedI32Load;
                        case OperationCode.CarriedI32AddConstant: goto AtCarriedI32AddConstant;
                        case OperationCode.I64RemU: goto AtI64RemU;
                        case OperationCode.I32AddConstantBranchIf: goto AtI32AddConstantBranchIf;
                        case OperationCode.CarriedOtherI32ShrUConstantI32Xor: goto AtCarriedOtherI32ShrUConstantI32Xor;
                        case OperationCode.CarriedI32MulConstant: goto AtCarriedI32MulConstant;
                        case OperationCode.CarriedI32AndConstant: goto AtCarriedI32AndConstant;
                        default: goto Same;
                    }

                AfterSelect:
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedBranchUnless)
                        goto AtCarriedBranchUnless;
                    switch (next)
                    {
                        case OperationCode.I32AddConstant: goto AtI32AddConstant;
                        case OperationCode.Move: goto AtMove;
                        case OperationCode.Constant: goto AtConstant;
                        case OperationCode.I32Load: goto AtI32Load;
                        case OperationCode.Call: goto AtCall;
                        case OperationCode.BranchIf: goto AtBranchIf;
                        case OperationCode.I32Store: goto AtI32Store;
                        case OperationCode.CarriedI32Add: goto AtCarriedI32Add;
                        case OperationCode.I32AddConstantF64Load: goto AtI32AddConstantF64Load;
                        case OperationCode.F64MulF64AddRight: goto AtF64MulF64AddRight;
                        case OperationCode.Jump: goto AtJump;
                        case OperationCode.F64Mul: goto AtF64Mul;
                        case OperationCode.F64Add: goto AtF64Add;
                        case OperationCode.I32AddConstantI32Store8: goto AtI32AddConstantI32Store8;
                        case OperationCode.I32Add: goto AtI32Add;
                        case OperationCode.GlobalGet: goto AtGlobalGet;
                        case OperationCode.I32AddConstantI32Load8U: goto AtI32AddConstantI32Load8U;
                        case OperationCode.CarriedI32Load: goto AtCarriedI32Load;
                        case OperationCode.CarriedI32AddConstant: goto AtCarriedI32AddConstant;
                        case OperationCode.I64RemU: goto AtI64RemU;
                        case OperationCode.I32AddConstantBranchIf: goto AtI32AddConstantBranchIf;
                        case OperationCode.CarriedOtherI32ShrUConstantI32Xor: goto AtCarriedOtherI32ShrUConstantI32Xor;
                        case OperationCode.CarriedI32MulConstant: goto AtCarriedI32MulConstant;
                        case OperationCode.CarriedI32AndConstant: goto AtCarriedI32AndConstant;
                        default: goto Same;
                    }

                AfterGlobalGet:
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.CarriedBranchIf)
                        goto AtCarriedBranchIf;
                    if (next == OperationCode.CarriedBranchI32NeConstant)
                        goto AtCarriedBranchI32NeConstant;
                    if (next == OperationCode.CarriedI32SubConstant)
                        goto AtCarriedI32SubConstant;
                    if (next == OperationCode.CarriedI64AddConstant)
                        goto AtCarriedI64AddConstant;
                    switch (next)
                    {
                        case OperationCode.I32AddConstant: goto AtI32AddConstant;
                        case OperationCode.Move: goto AtMove;
                        case OperationCode.Constant: goto AtConstant;
                        case OperationCode.I32Load: goto AtI32Load;
                        case OperationCode.Call: goto AtCall;
                        case OperationCode.BranchIf: goto AtBranchIf;
                        case OperationCode.I32Store: goto AtI32Store;
                        case OperationCode.CarriedI32Add: goto AtCarriedI32Add;
                        case OperationCode.I32AddConstantF64Load: goto AtI32AddConstantF64Load;
                        case OperationCode.F64MulF64AddRight: goto AtF64MulF64AddRight;
                        case OperationCode.Jump: goto AtJump;
                        case OperationCode.F64Mul: goto AtF64Mul;
                        case OperationCode.F64Add: goto AtF64Add;
                        case OperationCode.I32AddConstantI32Store8: goto AtI32AddConstantI32Store8;
                        case OperationCode.I32Add: goto AtI32Add;
                        case OperationCode.GlobalGet: goto AtGlobalGet;
                        case OperationCode.I32AddConstantI32Load8U: goto AtI32AddConstantI32Load8U;
                        case OperationCode.CarriedI32Load: goto AtCarriedI32Load;
                        case OperationCode.CarriedI32AddConstant: goto AtCarriedI32AddConstant;
                        case OperationCode.I64RemU: goto AtI64RemU;
                        case OperationCode.I32AddConstantBranchIf: goto AtI32AddConstantBranchIf;
                        case OperationCode.CarriedOtherI32ShrUConstantI32Xor: goto AtCarriedOtherI32ShrUConstantI32Xor;
                        case OperationCode.CarriedI32MulConstant: goto AtCarriedI32MulConstant;
                        case OperationCode.CarriedI32AndConstant: goto AtCarriedI32AndConstant;
                        default: goto Same;
                    }

                AfterGlobalSet:
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip->Code);
#endif
                    next = ip->Code;
                    if (next == OperationCode.Return)
                        goto AtReturn;
                    if (next == OperationCode.ReturnFromCaller)
                        goto AtReturnFromCaller;
                    if (next == OperationCode.I32XorConstant)
                        goto AtI32XorConstant;
                    switch (next)
                    {
                        case OperationCode.I32AddConstant: goto AtI32AddConstant;
                        case OperationCode.Move: goto AtMove;
                        case OperationCode.Constant: goto AtConstant;
                        case OperationCode.I32Load: goto AtI32Load;
                        case OperationCode.Call: goto AtCall;
                        case OperationCode.BranchIf: goto AtBranchIf;
                        case OperationCode.I32Store: goto AtI32Store;
                        case OperationCode.CarriedI32Add: goto AtCarriedI32Add;
                        case OperationCode.I32AddConstantF64Load: goto AtI32AddConstantF64Load;
                        case OperationCode.F64MulF64AddRight: goto AtF64MulF64AddRight;
                        case OperationCode.Jump: goto AtJump;
                        case OperationCode.F64Mul: goto AtF64Mul;
                        case OperationCode.F64Add: goto AtF64Add;
                        case OperationCode.I32AddConstantI32Store8: goto AtI32AddConstantI32Store8;
                        case OperationCode.I32Add: goto AtI32Add;
                        case OperationCode.GlobalGet: goto AtGlobalGet;
                        case OperationCode.I32AddConstantI32Load8U: goto AtI32AddConstantI32Load8U;
                        case OperationCode.CarriedI32Load: goto AtCarriedI32Load;
                        case OperationCode.CarriedI32AddConstant: goto AtCarriedI32AddConstant;
                        case OperationCode.I64RemU: goto AtI64RemU;
                        case OperationCode.I32AddConstantBranchIf: goto AtI32AddConstantBranchIf;
                        case OperationCode.CarriedOtherI32ShrUConstantI32Xor: goto AtCarriedOtherI32ShrUConstantI32Xor;
                        case OperationCode.CarriedI32MulConstant: goto AtCarriedI32MulConstant;
                        case OperationCode.CarriedI32AndConstant: goto AtCarriedI32AndConstant;
                        default: goto Same;
                    }

                // </generated>
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
#pragma warning restore CS0164

        Replaced:
            // The function at `fp` has returned, having run outside.
            frame = fp + callee->Header;
            fp = (ulong*)frame[1];
            ip = (Operation*)frame[0] - 1;
            if (callee->References != 0)
                rp -= ip->A;
            goto Reload;

        Unwind:
            activation.Unwind();
            ip = activation.HandlerCode - 1;
            fp = activation.HandlerFrame;
            rp = activation.HandlerReferences;
            goto Refresh;

        OutOfBounds:
            // Another thread may have grown the memory since.
            activation.Carried = carried;
            activation.RequireGrown(ip + 1, fp, rp, length);
            ip--;
            carried = activation.Carried;
            goto RefreshMemory;

        Reload:
            if (activation.Thrown is not null)
                goto Unwind;

        Refresh:
            // What ran outside may have grown the memory. After every call these are read again, even where they are the same, so that
            // they can be in registers that calls do not keep. For the same reason nothing is carried across a call.
            carried = 0;

        RefreshMemory:
            first = activation.Memory;
            memory = first is null ? null : first.Base;
            length = first is null ? 0 : Volatile.Read(ref first.Length);

        Next:
            ip++;
            continue;

        DivideByZero:
            activation.Save(ip + 1, fp, rp);
            throw Traps.IntegerDivideByZero(Traps.Pending);

        IntegerOverflow:
            activation.Save(ip + 1, fp, rp);
            throw Traps.IntegerOverflow(Traps.Pending);

        F32OutOfRange:
            activation.Save(ip + 1, fp, rp);
            throw float.IsNaN(*(float*)(fp + ip->B)) ? Traps.InvalidConversion(Traps.Pending) : Traps.IntegerOverflow(Traps.Pending);

        F64OutOfRange:
            activation.Save(ip + 1, fp, rp);
            throw double.IsNaN(*(double*)(fp + ip->B)) ? Traps.InvalidConversion(Traps.Pending) : Traps.IntegerOverflow(Traps.Pending);

        Exhausted:
            activation.Save(ip + 1, fp, rp);
            throw Traps.CallStackExhausted(Traps.Pending);
        }
    }
}
