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
        ulong* limit = activation.Limit;
        object?[] references = activation.References;
        ulong end;
        ulong carried = 0;
        ulong* frame;
        ulong* caller;
        FunctionCode* callee;
        while (true)
        {
            ip++;
#if TRACE_OPERATIONS
            OperationTrace.Count(ip[-1].Code);
#endif
            switch (ip[-1].Code)
            {
                case OperationCode.Exit:
                    return;
                Again:
                    // One of the copies of this switch has no label for the operation.
                    ip--;
                    continue;
                case OperationCode.Unreachable:
                    activation.Save(ip, fp, rp);
                    throw Traps.Unreachable(Traps.Pending);
                case OperationCode.Poll:
                    if (Volatile.Read(ref activation.Instance.Interrupted) == 0)
                        continue;
                    activation.Save(ip, fp, rp);
                    activation.Instance.Poll();
                    goto Refresh;
                case OperationCode.Count:
                    callee = (FunctionCode*)ip[-1].Long;
                    callee->Patience -= ip[-1].Wide;
                    if (callee->Patience >= 0)
                        continue;
                    activation.CompileHot(callee);
                    goto Refresh;
                case OperationCode.CountLoop:
                    callee = (FunctionCode*)ip[-1].Long;
                    callee->Patience -= ip[-1].Wide;
                    if (callee->Patience >= 0)
                        continue;
                    activation.Save(ip, fp, rp);
                    if (!activation.LeaveInLoop(ip - 1, fp, rp))
                        goto Refresh;
                    callee = (FunctionCode*)ip[-1].Long;
                    goto Replaced;
                case OperationCode.Replaced:
                    callee = (FunctionCode*)ip[-1].Long;
                    activation.CallReplacement(callee, fp, rp);
                    goto Replaced;
                case OperationCode.Jump:
                AtJump:
                    ip += ip[-1].Target;
                    goto Next0;
                case OperationCode.BranchIf:
                AtBranchIf:
                    if (*(int*)(fp + ip[-1].B) != 0)
                        ip += ip[-1].Target;
                    goto Next1;
                case OperationCode.BranchUnless:
                AtBranchUnless:
                    if (*(int*)(fp + ip[-1].B) == 0)
                        ip += ip[-1].Target;
                    goto Next2;
                case OperationCode.BranchTable:
                AtBranchTable:
                    // As many operations follow as there are labels, the default's last; each holds where its label is.
                    ip += Math.Min(*(uint*)(fp + ip[-1].B), (uint)ip[-1].Low) + 1;
                    ip += ip[-1].Target;
                    goto Next3;
                case OperationCode.BranchIfNull:
                    if (references[rp + ip[-1].B] is null)
                        ip += ip[-1].Target;
                    continue;
                case OperationCode.BranchUnlessNull:
                    if (references[rp + ip[-1].B] is not null)
                        ip += ip[-1].Target;
                    continue;
                case OperationCode.ReturnOne:
                AtReturnOne:
                    *fp = fp[ip[-1].B];
                    goto case OperationCode.Return;
                case OperationCode.Return:
                AtReturn:
                    frame = fp + ip[-1].Low;
                    fp = (ulong*)frame[1];
                    ip = (Operation*)frame[0];
                    goto Next2;
                case OperationCode.ReturnOneReferences:
                    *fp = fp[ip[-1].B];
                    goto case OperationCode.ReturnReferences;
                case OperationCode.ReturnReferences:
                    // What the function referred to is garbage now, save its results.
                    Array.Clear(references, rp + ip[-1].A, ip[-1].High - ip[-1].A);
                    frame = fp + ip[-1].Low;
                    fp = (ulong*)frame[1];
                    ip = (Operation*)frame[0];
                    rp -= ip[-1].A;
                    goto Refresh;
                case OperationCode.ReturnOneFromCaller:
                AtReturnOneFromCaller:
                    *fp = fp[ip[-1].B];
                    goto case OperationCode.ReturnFromCaller;
                case OperationCode.ReturnFromCaller:
                AtReturnFromCaller:
                    frame = fp + ip[-1].Low;
                    fp = (ulong*)frame[1];
                    ip = (Operation*)frame[0];
                    rp -= ip[-1].A;
                    goto Next3;
                case OperationCode.Call:
                AtCall:
                    callee = (FunctionCode*)ip[-1].Long;
                    frame = fp + ip[-1].Wide;
                    goto Enter;
                case OperationCode.CallOutside:
                    activation.Save(ip, fp, rp);
                    activation.CallOutside(activation.Instance.Function(ip[-1].Low), ip - 1, fp, rp, ip[-1].High);
                    goto Reload;
                case OperationCode.CallIndirect:
                    callee = activation.TryFindIndirect(ip - 1, fp);
                    frame = fp + ip[-1].Wide;
                    ip++;
                    if (callee != null)
                        goto Enter;
                    activation.Save(ip - 1, fp, rp);
                    callee = activation.FindIndirect(ip - 2, fp, rp);
                    goto EnterFound;
                case OperationCode.CallReference:
                    activation.Save(ip, fp, rp);
                    callee = activation.FindReference(ip - 1, fp, rp);
                    frame = fp + ip[-1].Wide;
                    ip++;
                    goto EnterFound;
                case OperationCode.TailCall:
                    callee = (FunctionCode*)ip[-1].Long;
                    goto Replace;
                case OperationCode.TailCallIndirect:
                    activation.Save(ip, fp, rp);
                    callee = activation.FindIndirect(ip - 1, fp, rp);
                    if (callee != null)
                        goto Replace;
                    ip++;
                    goto Reload;
                case OperationCode.TailCallReference:
                    activation.Save(ip, fp, rp);
                    callee = activation.FindReference(ip - 1, fp, rp);
                    if (callee != null)
                        goto Replace;
                    ip++;
                    goto Reload;
                case OperationCode.Throw:
                    activation.Save(ip, fp, rp);
                    activation.Throw(ip - 1, fp, rp);
                    goto Unwind;
                case OperationCode.ThrowReference:
                    activation.Save(ip, fp, rp);
                    activation.ThrowReference(references[rp + ip[-1].B]);
                    goto Unwind;
                case OperationCode.Constant:
                AtConstant:
                    fp[ip[-1].A] = carried = ip[-1].Long;
                    goto Next0;
                case OperationCode.Move:
                AtMove:
                    fp[ip[-1].A] = carried = fp[ip[-1].B];
                    goto Next1;
                case OperationCode.MoveTwo:
                AtMoveTwo:
                    fp[ip[-1].A] = fp[ip[-1].B];
                    fp[ip[-1].C] = fp[ip[-1].D];
                    goto Next3;
                case OperationCode.Move32:
                    *(uint*)(fp + ip[-1].A) = *(uint*)(fp + ip[-1].B);
                    continue;
                case OperationCode.Move128:
                    *(UInt128*)(fp + ip[-1].A) = *(UInt128*)(fp + ip[-1].B);
                    continue;
                case OperationCode.MoveReference:
                    references[rp + ip[-1].A] = references[rp + ip[-1].B];
                    continue;
                case OperationCode.NullReference:
                    references[rp + ip[-1].A] = null;
                    continue;
                case OperationCode.Select:
                AtSelect:
                    fp[ip[-1].A] = carried = fp[*(int*)(fp + ip[-1].D) != 0 ? ip[-1].B : ip[-1].C];
                    goto Next2;
                case OperationCode.Select32:
                    *(uint*)(fp + ip[-1].A) = *(uint*)(fp + (*(int*)(fp + ip[-1].D) != 0 ? ip[-1].B : ip[-1].C));
                    continue;
                case OperationCode.Select128:
                    *(UInt128*)(fp + ip[-1].A) = *(UInt128*)(fp + (*(int*)(fp + ip[-1].D) != 0 ? ip[-1].B : ip[-1].C));
                    continue;
                case OperationCode.SelectReference:
                    references[rp + ip[-1].A] = references[rp + (*(int*)(fp + ip[-1].D) != 0 ? ip[-1].B : ip[-1].C)];
                    continue;
                case OperationCode.GlobalGet:
                AtGlobalGet:
                    fp[ip[-1].A] = carried = activation.Globals[(nint)ip[-1].Low * 2];
                    goto Next3;
                case OperationCode.GlobalSet:
                AtGlobalSet:
                    activation.Globals[(nint)ip[-1].Low * 2] = fp[ip[-1].B];
                    goto Next2;
                case OperationCode.GlobalGetImported:
                    fp[ip[-1].A] = *(ulong*)activation.Globals[(nint)ip[-1].Low * 2];
                    continue;
                case OperationCode.GlobalSetImported:
                    *(ulong*)activation.Globals[(nint)ip[-1].Low * 2] = fp[ip[-1].B];
                    continue;
                case OperationCode.IsNull:
                    fp[ip[-1].A] = references[rp + ip[-1].B] is null ? 1UL : 0UL;
                    continue;
                case OperationCode.Vector:
                    VectorOperations.Execute(ip - 1, fp);
                    goto Refresh;
                case OperationCode.VectorConstant:
                    *(UInt128*)(fp + ip[-1].A) = *(UInt128*)ip;
                    ip++;
                    continue;
                case OperationCode.Shuffle:
                    OutOfLine.I8x16Shuffle((Vector128<byte>*)(fp + ip[-1].A), (Vector128<byte>*)(fp + ip[-1].B), (Vector128<byte>*)(fp + ip[-1].C), (Vector128<byte>*)ip);
                    ip++;
                    goto Refresh;
                case OperationCode.Access:
                    // The next operation has the opcode, the memory and a lane.
                    activation.Save(ip, fp, rp);
                    frame = (ulong*)activation.Locate(ip - 1, fp);
                    if (frame == null)
                        goto OutOfBounds;
                    MemoryAccess.Execute((Opcode)ip->B, (byte*)frame, ip - 1, fp, ip->C);
                    ip++;
                    goto Refresh;
                case OperationCode.Own:
                    // The next operation has the indices.
                    activation.Save(ip, fp, rp);
                    OwnOperations.Execute(activation, ip - 1, fp, rp);
                    ip++;
                    goto Reload;

                // <generated>, from instructions.tsv by eng/GenerateInstructions.cs
                case OperationCode.I32Eqz:
                AtI32Eqz:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) == 0 ? 1 : 0);
                    goto Next0;
                case OperationCode.I32Eq:
                AtI32Eq:
                    fp[(ip - 1)->A] = carried = *(int*)(fp + (ip - 1)->B) == *(int*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    goto Next1;
                case OperationCode.I32EqConstant:
                AtI32EqConstant:
                    fp[(ip - 1)->A] = carried = *(int*)(fp + (ip - 1)->B) == (ip - 1)->Low ? 1UL : 0UL;
                    goto Next2;
                case OperationCode.BranchI32Eq:
                AtBranchI32Eq:
                    if (*(int*)(fp + (ip - 1)->B) == *(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next3;
                case OperationCode.BranchI32EqConstant:
                AtBranchI32EqConstant:
                    if (*(int*)(fp + (ip - 1)->B) == (ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.I32Ne:
                AtI32Ne:
                    fp[(ip - 1)->A] = carried = *(int*)(fp + (ip - 1)->B) != *(int*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    goto Next1;
                case OperationCode.I32NeConstant:
                AtI32NeConstant:
                    fp[(ip - 1)->A] = carried = *(int*)(fp + (ip - 1)->B) != (ip - 1)->Low ? 1UL : 0UL;
                    goto Next2;
                case OperationCode.BranchI32Ne:
                AtBranchI32Ne:
                    if (*(int*)(fp + (ip - 1)->B) != *(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next3;
                case OperationCode.BranchI32NeConstant:
                AtBranchI32NeConstant:
                    if (*(int*)(fp + (ip - 1)->B) != (ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.I32LtS:
                AtI32LtS:
                    fp[(ip - 1)->A] = carried = *(int*)(fp + (ip - 1)->B) < *(int*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    goto Next1;
                case OperationCode.I32LtSConstant:
                AtI32LtSConstant:
                    fp[(ip - 1)->A] = carried = *(int*)(fp + (ip - 1)->B) < (ip - 1)->Low ? 1UL : 0UL;
                    goto Next2;
                case OperationCode.BranchI32LtS:
                AtBranchI32LtS:
                    if (*(int*)(fp + (ip - 1)->B) < *(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next3;
                case OperationCode.BranchI32LtSConstant:
                AtBranchI32LtSConstant:
                    if (*(int*)(fp + (ip - 1)->B) < (ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.I32LtU:
                AtI32LtU:
                    fp[(ip - 1)->A] = carried = (uint)*(int*)(fp + (ip - 1)->B) < (uint)*(int*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    goto Next1;
                case OperationCode.I32LtUConstant:
                AtI32LtUConstant:
                    fp[(ip - 1)->A] = carried = (uint)*(int*)(fp + (ip - 1)->B) < (uint)(ip - 1)->Low ? 1UL : 0UL;
                    goto Next2;
                case OperationCode.BranchI32LtU:
                AtBranchI32LtU:
                    if ((uint)*(int*)(fp + (ip - 1)->B) < (uint)*(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next3;
                case OperationCode.BranchI32LtUConstant:
                AtBranchI32LtUConstant:
                    if ((uint)*(int*)(fp + (ip - 1)->B) < (uint)(ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.I32GtS:
                AtI32GtS:
                    fp[(ip - 1)->A] = carried = *(int*)(fp + (ip - 1)->B) > *(int*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    goto Next1;
                case OperationCode.I32GtSConstant:
                AtI32GtSConstant:
                    fp[(ip - 1)->A] = carried = *(int*)(fp + (ip - 1)->B) > (ip - 1)->Low ? 1UL : 0UL;
                    goto Next2;
                case OperationCode.BranchI32GtS:
                AtBranchI32GtS:
                    if (*(int*)(fp + (ip - 1)->B) > *(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next3;
                case OperationCode.BranchI32GtSConstant:
                AtBranchI32GtSConstant:
                    if (*(int*)(fp + (ip - 1)->B) > (ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.I32GtU:
                AtI32GtU:
                    fp[(ip - 1)->A] = carried = (uint)*(int*)(fp + (ip - 1)->B) > (uint)*(int*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    goto Next1;
                case OperationCode.I32GtUConstant:
                AtI32GtUConstant:
                    fp[(ip - 1)->A] = carried = (uint)*(int*)(fp + (ip - 1)->B) > (uint)(ip - 1)->Low ? 1UL : 0UL;
                    goto Next2;
                case OperationCode.BranchI32GtU:
                AtBranchI32GtU:
                    if ((uint)*(int*)(fp + (ip - 1)->B) > (uint)*(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next3;
                case OperationCode.BranchI32GtUConstant:
                AtBranchI32GtUConstant:
                    if ((uint)*(int*)(fp + (ip - 1)->B) > (uint)(ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.I32LeS:
                AtI32LeS:
                    fp[(ip - 1)->A] = carried = *(int*)(fp + (ip - 1)->B) <= *(int*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    goto Next1;
                case OperationCode.I32LeSConstant:
                AtI32LeSConstant:
                    fp[(ip - 1)->A] = carried = *(int*)(fp + (ip - 1)->B) <= (ip - 1)->Low ? 1UL : 0UL;
                    goto Next2;
                case OperationCode.BranchI32LeS:
                AtBranchI32LeS:
                    if (*(int*)(fp + (ip - 1)->B) <= *(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next3;
                case OperationCode.BranchI32LeSConstant:
                AtBranchI32LeSConstant:
                    if (*(int*)(fp + (ip - 1)->B) <= (ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.I32LeU:
                AtI32LeU:
                    fp[(ip - 1)->A] = carried = (uint)*(int*)(fp + (ip - 1)->B) <= (uint)*(int*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    goto Next1;
                case OperationCode.I32LeUConstant:
                AtI32LeUConstant:
                    fp[(ip - 1)->A] = carried = (uint)*(int*)(fp + (ip - 1)->B) <= (uint)(ip - 1)->Low ? 1UL : 0UL;
                    goto Next2;
                case OperationCode.BranchI32LeU:
                AtBranchI32LeU:
                    if ((uint)*(int*)(fp + (ip - 1)->B) <= (uint)*(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next3;
                case OperationCode.BranchI32LeUConstant:
                AtBranchI32LeUConstant:
                    if ((uint)*(int*)(fp + (ip - 1)->B) <= (uint)(ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.I32GeS:
                AtI32GeS:
                    fp[(ip - 1)->A] = carried = *(int*)(fp + (ip - 1)->B) >= *(int*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    goto Next1;
                case OperationCode.I32GeSConstant:
                AtI32GeSConstant:
                    fp[(ip - 1)->A] = carried = *(int*)(fp + (ip - 1)->B) >= (ip - 1)->Low ? 1UL : 0UL;
                    goto Next2;
                case OperationCode.BranchI32GeS:
                AtBranchI32GeS:
                    if (*(int*)(fp + (ip - 1)->B) >= *(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next3;
                case OperationCode.BranchI32GeSConstant:
                AtBranchI32GeSConstant:
                    if (*(int*)(fp + (ip - 1)->B) >= (ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.I32GeU:
                AtI32GeU:
                    fp[(ip - 1)->A] = carried = (uint)*(int*)(fp + (ip - 1)->B) >= (uint)*(int*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    goto Next1;
                case OperationCode.I32GeUConstant:
                AtI32GeUConstant:
                    fp[(ip - 1)->A] = carried = (uint)*(int*)(fp + (ip - 1)->B) >= (uint)(ip - 1)->Low ? 1UL : 0UL;
                    goto Next2;
                case OperationCode.BranchI32GeU:
                AtBranchI32GeU:
                    if ((uint)*(int*)(fp + (ip - 1)->B) >= (uint)*(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next3;
                case OperationCode.BranchI32GeUConstant:
                AtBranchI32GeUConstant:
                    if ((uint)*(int*)(fp + (ip - 1)->B) >= (uint)(ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.I64Eqz:
                AtI64Eqz:
                    fp[(ip - 1)->A] = carried = (uint)(*(long*)(fp + (ip - 1)->B) == 0 ? 1 : 0);
                    goto Next1;
                case OperationCode.I64Eq:
                AtI64Eq:
                    fp[(ip - 1)->A] = carried = *(long*)(fp + (ip - 1)->B) == *(long*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    goto Next2;
                case OperationCode.I64EqConstant:
                AtI64EqConstant:
                    fp[(ip - 1)->A] = carried = *(long*)(fp + (ip - 1)->B) == (long)(ip - 1)->Long ? 1UL : 0UL;
                    goto Next3;
                case OperationCode.BranchI64Eq:
                AtBranchI64Eq:
                    if (*(long*)(fp + (ip - 1)->B) == *(long*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.BranchI64EqConstant:
                AtBranchI64EqConstant:
                    if (*(long*)(fp + (ip - 1)->B) == (long)(ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    goto Next1;
                case OperationCode.I64Ne:
                AtI64Ne:
                    fp[(ip - 1)->A] = carried = *(long*)(fp + (ip - 1)->B) != *(long*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    goto Next2;
                case OperationCode.I64NeConstant:
                AtI64NeConstant:
                    fp[(ip - 1)->A] = carried = *(long*)(fp + (ip - 1)->B) != (long)(ip - 1)->Long ? 1UL : 0UL;
                    goto Next3;
                case OperationCode.BranchI64Ne:
                AtBranchI64Ne:
                    if (*(long*)(fp + (ip - 1)->B) != *(long*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.BranchI64NeConstant:
                AtBranchI64NeConstant:
                    if (*(long*)(fp + (ip - 1)->B) != (long)(ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    goto Next1;
                case OperationCode.I64LtS:
                AtI64LtS:
                    fp[(ip - 1)->A] = carried = *(long*)(fp + (ip - 1)->B) < *(long*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    goto Next2;
                case OperationCode.I64LtSConstant:
                AtI64LtSConstant:
                    fp[(ip - 1)->A] = carried = *(long*)(fp + (ip - 1)->B) < (long)(ip - 1)->Long ? 1UL : 0UL;
                    goto Next3;
                case OperationCode.BranchI64LtS:
                AtBranchI64LtS:
                    if (*(long*)(fp + (ip - 1)->B) < *(long*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.BranchI64LtSConstant:
                AtBranchI64LtSConstant:
                    if (*(long*)(fp + (ip - 1)->B) < (long)(ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    goto Next1;
                case OperationCode.I64LtU:
                AtI64LtU:
                    fp[(ip - 1)->A] = carried = (ulong)*(long*)(fp + (ip - 1)->B) < (ulong)*(long*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    goto Next2;
                case OperationCode.I64LtUConstant:
                AtI64LtUConstant:
                    fp[(ip - 1)->A] = carried = (ulong)*(long*)(fp + (ip - 1)->B) < (ulong)(long)(ip - 1)->Long ? 1UL : 0UL;
                    goto Next3;
                case OperationCode.BranchI64LtU:
                AtBranchI64LtU:
                    if ((ulong)*(long*)(fp + (ip - 1)->B) < (ulong)*(long*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.BranchI64LtUConstant:
                AtBranchI64LtUConstant:
                    if ((ulong)*(long*)(fp + (ip - 1)->B) < (ulong)(long)(ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    goto Next1;
                case OperationCode.I64GtS:
                AtI64GtS:
                    fp[(ip - 1)->A] = carried = *(long*)(fp + (ip - 1)->B) > *(long*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    goto Next2;
                case OperationCode.I64GtSConstant:
                AtI64GtSConstant:
                    fp[(ip - 1)->A] = carried = *(long*)(fp + (ip - 1)->B) > (long)(ip - 1)->Long ? 1UL : 0UL;
                    goto Next3;
                case OperationCode.BranchI64GtS:
                AtBranchI64GtS:
                    if (*(long*)(fp + (ip - 1)->B) > *(long*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.BranchI64GtSConstant:
                AtBranchI64GtSConstant:
                    if (*(long*)(fp + (ip - 1)->B) > (long)(ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    goto Next1;
                case OperationCode.I64GtU:
                AtI64GtU:
                    fp[(ip - 1)->A] = carried = (ulong)*(long*)(fp + (ip - 1)->B) > (ulong)*(long*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    goto Next2;
                case OperationCode.I64GtUConstant:
                AtI64GtUConstant:
                    fp[(ip - 1)->A] = carried = (ulong)*(long*)(fp + (ip - 1)->B) > (ulong)(long)(ip - 1)->Long ? 1UL : 0UL;
                    goto Next3;
                case OperationCode.BranchI64GtU:
                AtBranchI64GtU:
                    if ((ulong)*(long*)(fp + (ip - 1)->B) > (ulong)*(long*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.BranchI64GtUConstant:
                AtBranchI64GtUConstant:
                    if ((ulong)*(long*)(fp + (ip - 1)->B) > (ulong)(long)(ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    goto Next1;
                case OperationCode.I64LeS:
                AtI64LeS:
                    fp[(ip - 1)->A] = carried = *(long*)(fp + (ip - 1)->B) <= *(long*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    goto Next2;
                case OperationCode.I64LeSConstant:
                AtI64LeSConstant:
                    fp[(ip - 1)->A] = carried = *(long*)(fp + (ip - 1)->B) <= (long)(ip - 1)->Long ? 1UL : 0UL;
                    goto Next3;
                case OperationCode.BranchI64LeS:
                AtBranchI64LeS:
                    if (*(long*)(fp + (ip - 1)->B) <= *(long*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.BranchI64LeSConstant:
                AtBranchI64LeSConstant:
                    if (*(long*)(fp + (ip - 1)->B) <= (long)(ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    goto Next1;
                case OperationCode.I64LeU:
                AtI64LeU:
                    fp[(ip - 1)->A] = carried = (ulong)*(long*)(fp + (ip - 1)->B) <= (ulong)*(long*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    goto Next2;
                case OperationCode.I64LeUConstant:
                AtI64LeUConstant:
                    fp[(ip - 1)->A] = carried = (ulong)*(long*)(fp + (ip - 1)->B) <= (ulong)(long)(ip - 1)->Long ? 1UL : 0UL;
                    goto Next3;
                case OperationCode.BranchI64LeU:
                AtBranchI64LeU:
                    if ((ulong)*(long*)(fp + (ip - 1)->B) <= (ulong)*(long*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.BranchI64LeUConstant:
                AtBranchI64LeUConstant:
                    if ((ulong)*(long*)(fp + (ip - 1)->B) <= (ulong)(long)(ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    goto Next1;
                case OperationCode.I64GeS:
                AtI64GeS:
                    fp[(ip - 1)->A] = carried = *(long*)(fp + (ip - 1)->B) >= *(long*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    goto Next2;
                case OperationCode.I64GeSConstant:
                AtI64GeSConstant:
                    fp[(ip - 1)->A] = carried = *(long*)(fp + (ip - 1)->B) >= (long)(ip - 1)->Long ? 1UL : 0UL;
                    goto Next3;
                case OperationCode.BranchI64GeS:
                AtBranchI64GeS:
                    if (*(long*)(fp + (ip - 1)->B) >= *(long*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.BranchI64GeSConstant:
                AtBranchI64GeSConstant:
                    if (*(long*)(fp + (ip - 1)->B) >= (long)(ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    goto Next1;
                case OperationCode.I64GeU:
                AtI64GeU:
                    fp[(ip - 1)->A] = carried = (ulong)*(long*)(fp + (ip - 1)->B) >= (ulong)*(long*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    goto Next2;
                case OperationCode.I64GeUConstant:
                AtI64GeUConstant:
                    fp[(ip - 1)->A] = carried = (ulong)*(long*)(fp + (ip - 1)->B) >= (ulong)(long)(ip - 1)->Long ? 1UL : 0UL;
                    goto Next3;
                case OperationCode.BranchI64GeU:
                AtBranchI64GeU:
                    if ((ulong)*(long*)(fp + (ip - 1)->B) >= (ulong)*(long*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.BranchI64GeUConstant:
                AtBranchI64GeUConstant:
                    if ((ulong)*(long*)(fp + (ip - 1)->B) >= (ulong)(long)(ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    goto Next1;
                case OperationCode.F32Eq:
                AtF32Eq:
                    fp[(ip - 1)->A] = carried = *(float*)(fp + (ip - 1)->B) == *(float*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    goto Next2;
                case OperationCode.F32EqConstant:
                AtF32EqConstant:
                    fp[(ip - 1)->A] = carried = *(float*)(fp + (ip - 1)->B) == (ip - 1)->Single ? 1UL : 0UL;
                    goto Next3;
                case OperationCode.BranchF32Eq:
                AtBranchF32Eq:
                    if (*(float*)(fp + (ip - 1)->B) == *(float*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.BranchNotF32Eq:
                AtBranchNotF32Eq:
                    if (*(float*)(fp + (ip - 1)->B) != *(float*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next1;
                case OperationCode.F32Ne:
                AtF32Ne:
                    fp[(ip - 1)->A] = carried = *(float*)(fp + (ip - 1)->B) != *(float*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    goto Next2;
                case OperationCode.F32NeConstant:
                AtF32NeConstant:
                    fp[(ip - 1)->A] = carried = *(float*)(fp + (ip - 1)->B) != (ip - 1)->Single ? 1UL : 0UL;
                    goto Next3;
                case OperationCode.BranchF32Ne:
                AtBranchF32Ne:
                    if (*(float*)(fp + (ip - 1)->B) != *(float*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.BranchNotF32Ne:
                AtBranchNotF32Ne:
                    if (*(float*)(fp + (ip - 1)->B) == *(float*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next1;
                case OperationCode.F32Lt:
                AtF32Lt:
                    fp[(ip - 1)->A] = carried = *(float*)(fp + (ip - 1)->B) < *(float*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    goto Next2;
                case OperationCode.F32LtConstant:
                AtF32LtConstant:
                    fp[(ip - 1)->A] = carried = *(float*)(fp + (ip - 1)->B) < (ip - 1)->Single ? 1UL : 0UL;
                    goto Next3;
                case OperationCode.BranchF32Lt:
                AtBranchF32Lt:
                    if (*(float*)(fp + (ip - 1)->B) < *(float*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.BranchNotF32Lt:
                AtBranchNotF32Lt:
                    if (!(*(float*)(fp + (ip - 1)->B) < *(float*)(fp + (ip - 1)->C)))
                        ip += (ip - 1)->Target;
                    goto Next1;
                case OperationCode.F32Gt:
                AtF32Gt:
                    fp[(ip - 1)->A] = carried = *(float*)(fp + (ip - 1)->B) > *(float*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    goto Next2;
                case OperationCode.F32GtConstant:
                AtF32GtConstant:
                    fp[(ip - 1)->A] = carried = *(float*)(fp + (ip - 1)->B) > (ip - 1)->Single ? 1UL : 0UL;
                    goto Next3;
                case OperationCode.BranchF32Gt:
                AtBranchF32Gt:
                    if (*(float*)(fp + (ip - 1)->B) > *(float*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.BranchNotF32Gt:
                AtBranchNotF32Gt:
                    if (!(*(float*)(fp + (ip - 1)->B) > *(float*)(fp + (ip - 1)->C)))
                        ip += (ip - 1)->Target;
                    goto Next1;
                case OperationCode.F32Le:
                AtF32Le:
                    fp[(ip - 1)->A] = carried = *(float*)(fp + (ip - 1)->B) <= *(float*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    goto Next2;
                case OperationCode.F32LeConstant:
                AtF32LeConstant:
                    fp[(ip - 1)->A] = carried = *(float*)(fp + (ip - 1)->B) <= (ip - 1)->Single ? 1UL : 0UL;
                    goto Next3;
                case OperationCode.BranchF32Le:
                AtBranchF32Le:
                    if (*(float*)(fp + (ip - 1)->B) <= *(float*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.BranchNotF32Le:
                AtBranchNotF32Le:
                    if (!(*(float*)(fp + (ip - 1)->B) <= *(float*)(fp + (ip - 1)->C)))
                        ip += (ip - 1)->Target;
                    goto Next1;
                case OperationCode.F32Ge:
                AtF32Ge:
                    fp[(ip - 1)->A] = carried = *(float*)(fp + (ip - 1)->B) >= *(float*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    goto Next2;
                case OperationCode.F32GeConstant:
                AtF32GeConstant:
                    fp[(ip - 1)->A] = carried = *(float*)(fp + (ip - 1)->B) >= (ip - 1)->Single ? 1UL : 0UL;
                    goto Next3;
                case OperationCode.BranchF32Ge:
                AtBranchF32Ge:
                    if (*(float*)(fp + (ip - 1)->B) >= *(float*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.BranchNotF32Ge:
                AtBranchNotF32Ge:
                    if (!(*(float*)(fp + (ip - 1)->B) >= *(float*)(fp + (ip - 1)->C)))
                        ip += (ip - 1)->Target;
                    goto Next1;
                case OperationCode.F64Eq:
                AtF64Eq:
                    fp[(ip - 1)->A] = carried = *(double*)(fp + (ip - 1)->B) == *(double*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    goto Next2;
                case OperationCode.F64EqConstant:
                AtF64EqConstant:
                    fp[(ip - 1)->A] = carried = *(double*)(fp + (ip - 1)->B) == (ip - 1)->Double ? 1UL : 0UL;
                    goto Next3;
                case OperationCode.BranchF64Eq:
                AtBranchF64Eq:
                    if (*(double*)(fp + (ip - 1)->B) == *(double*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.BranchNotF64Eq:
                AtBranchNotF64Eq:
                    if (*(double*)(fp + (ip - 1)->B) != *(double*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next1;
                case OperationCode.F64Ne:
                AtF64Ne:
                    fp[(ip - 1)->A] = carried = *(double*)(fp + (ip - 1)->B) != *(double*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    goto Next2;
                case OperationCode.F64NeConstant:
                AtF64NeConstant:
                    fp[(ip - 1)->A] = carried = *(double*)(fp + (ip - 1)->B) != (ip - 1)->Double ? 1UL : 0UL;
                    goto Next3;
                case OperationCode.BranchF64Ne:
                AtBranchF64Ne:
                    if (*(double*)(fp + (ip - 1)->B) != *(double*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.BranchNotF64Ne:
                AtBranchNotF64Ne:
                    if (*(double*)(fp + (ip - 1)->B) == *(double*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next1;
                case OperationCode.F64Lt:
                AtF64Lt:
                    fp[(ip - 1)->A] = carried = *(double*)(fp + (ip - 1)->B) < *(double*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    goto Next2;
                case OperationCode.F64LtConstant:
                AtF64LtConstant:
                    fp[(ip - 1)->A] = carried = *(double*)(fp + (ip - 1)->B) < (ip - 1)->Double ? 1UL : 0UL;
                    goto Next3;
                case OperationCode.BranchF64Lt:
                AtBranchF64Lt:
                    if (*(double*)(fp + (ip - 1)->B) < *(double*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.BranchNotF64Lt:
                AtBranchNotF64Lt:
                    if (!(*(double*)(fp + (ip - 1)->B) < *(double*)(fp + (ip - 1)->C)))
                        ip += (ip - 1)->Target;
                    goto Next1;
                case OperationCode.F64Gt:
                AtF64Gt:
                    fp[(ip - 1)->A] = carried = *(double*)(fp + (ip - 1)->B) > *(double*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    goto Next2;
                case OperationCode.F64GtConstant:
                AtF64GtConstant:
                    fp[(ip - 1)->A] = carried = *(double*)(fp + (ip - 1)->B) > (ip - 1)->Double ? 1UL : 0UL;
                    goto Next3;
                case OperationCode.BranchF64Gt:
                AtBranchF64Gt:
                    if (*(double*)(fp + (ip - 1)->B) > *(double*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.BranchNotF64Gt:
                AtBranchNotF64Gt:
                    if (!(*(double*)(fp + (ip - 1)->B) > *(double*)(fp + (ip - 1)->C)))
                        ip += (ip - 1)->Target;
                    goto Next1;
                case OperationCode.F64Le:
                AtF64Le:
                    fp[(ip - 1)->A] = carried = *(double*)(fp + (ip - 1)->B) <= *(double*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    goto Next2;
                case OperationCode.F64LeConstant:
                AtF64LeConstant:
                    fp[(ip - 1)->A] = carried = *(double*)(fp + (ip - 1)->B) <= (ip - 1)->Double ? 1UL : 0UL;
                    goto Next3;
                case OperationCode.BranchF64Le:
                AtBranchF64Le:
                    if (*(double*)(fp + (ip - 1)->B) <= *(double*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.BranchNotF64Le:
                AtBranchNotF64Le:
                    if (!(*(double*)(fp + (ip - 1)->B) <= *(double*)(fp + (ip - 1)->C)))
                        ip += (ip - 1)->Target;
                    goto Next1;
                case OperationCode.F64Ge:
                AtF64Ge:
                    fp[(ip - 1)->A] = carried = *(double*)(fp + (ip - 1)->B) >= *(double*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    goto Next2;
                case OperationCode.F64GeConstant:
                AtF64GeConstant:
                    fp[(ip - 1)->A] = carried = *(double*)(fp + (ip - 1)->B) >= (ip - 1)->Double ? 1UL : 0UL;
                    goto Next3;
                case OperationCode.BranchF64Ge:
                AtBranchF64Ge:
                    if (*(double*)(fp + (ip - 1)->B) >= *(double*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.BranchNotF64Ge:
                AtBranchNotF64Ge:
                    if (!(*(double*)(fp + (ip - 1)->B) >= *(double*)(fp + (ip - 1)->C)))
                        ip += (ip - 1)->Target;
                    goto Next1;
                case OperationCode.I32Clz:
                AtI32Clz:
                    fp[(ip - 1)->A] = carried = (uint)Numeric.I32Clz(*(int*)(fp + (ip - 1)->B));
                    goto Next2;
                case OperationCode.I32Ctz:
                AtI32Ctz:
                    fp[(ip - 1)->A] = carried = (uint)Numeric.I32Ctz(*(int*)(fp + (ip - 1)->B));
                    goto Next3;
                case OperationCode.I32Popcnt:
                AtI32Popcnt:
                    fp[(ip - 1)->A] = carried = (uint)Numeric.I32Popcnt(*(int*)(fp + (ip - 1)->B));
                    goto Next0;
                case OperationCode.I32Add:
                AtI32Add:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) + *(int*)(fp + (ip - 1)->C));
                    goto Next1;
                case OperationCode.I32AddConstant:
                AtI32AddConstant:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low);
                    goto Next2;
                case OperationCode.I32Sub:
                AtI32Sub:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) - *(int*)(fp + (ip - 1)->C));
                    goto Next3;
                case OperationCode.I32SubConstant:
                AtI32SubConstant:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) - (ip - 1)->Low);
                    goto Next0;
                case OperationCode.I32Mul:
                AtI32Mul:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) * *(int*)(fp + (ip - 1)->C));
                    goto Next1;
                case OperationCode.I32MulConstant:
                AtI32MulConstant:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) * (ip - 1)->Low);
                    goto Next2;
                case OperationCode.I32DivS:
                AtI32DivS:
                    if (*(int*)(fp + (ip - 1)->C) == 0)
                        goto DivideByZero;
                    if (*(int*)(fp + (ip - 1)->C) == -1 && *(int*)(fp + (ip - 1)->B) == int.MinValue)
                        goto IntegerOverflow;
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) / *(int*)(fp + (ip - 1)->C));
                    goto Next3;
                case OperationCode.I32DivSConstant:
                AtI32DivSConstant:
                    if ((ip - 1)->Low == 0)
                        goto DivideByZero;
                    if ((ip - 1)->Low == -1 && *(int*)(fp + (ip - 1)->B) == int.MinValue)
                        goto IntegerOverflow;
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) / (ip - 1)->Low);
                    goto Next0;
                case OperationCode.I32DivU:
                AtI32DivU:
                    if (*(int*)(fp + (ip - 1)->C) == 0)
                        goto DivideByZero;
                    fp[(ip - 1)->A] = carried = (uint)(int)((uint)*(int*)(fp + (ip - 1)->B) / (uint)*(int*)(fp + (ip - 1)->C));
                    goto Next1;
                case OperationCode.I32DivUConstant:
                AtI32DivUConstant:
                    if ((ip - 1)->Low == 0)
                        goto DivideByZero;
                    fp[(ip - 1)->A] = carried = (uint)(int)((uint)*(int*)(fp + (ip - 1)->B) / (uint)(ip - 1)->Low);
                    goto Next2;
                case OperationCode.I32RemS:
                AtI32RemS:
                    if (*(int*)(fp + (ip - 1)->C) == 0)
                        goto DivideByZero;
                    fp[(ip - 1)->A] = carried = (uint)Numeric.I32RemS(*(int*)(fp + (ip - 1)->B), *(int*)(fp + (ip - 1)->C));
                    goto Next3;
                case OperationCode.I32RemSConstant:
                AtI32RemSConstant:
                    if ((ip - 1)->Low == 0)
                        goto DivideByZero;
                    fp[(ip - 1)->A] = carried = (uint)Numeric.I32RemS(*(int*)(fp + (ip - 1)->B), (ip - 1)->Low);
                    goto Next0;
                case OperationCode.I32RemU:
                AtI32RemU:
                    if (*(int*)(fp + (ip - 1)->C) == 0)
                        goto DivideByZero;
                    fp[(ip - 1)->A] = carried = (uint)(int)((uint)*(int*)(fp + (ip - 1)->B) % (uint)*(int*)(fp + (ip - 1)->C));
                    goto Next1;
                case OperationCode.I32RemUConstant:
                AtI32RemUConstant:
                    if ((ip - 1)->Low == 0)
                        goto DivideByZero;
                    fp[(ip - 1)->A] = carried = (uint)(int)((uint)*(int*)(fp + (ip - 1)->B) % (uint)(ip - 1)->Low);
                    goto Next2;
                case OperationCode.I32And:
                AtI32And:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) & *(int*)(fp + (ip - 1)->C));
                    goto Next3;
                case OperationCode.I32AndConstant:
                AtI32AndConstant:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) & (ip - 1)->Low);
                    goto Next0;
                case OperationCode.I32Or:
                AtI32Or:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) | *(int*)(fp + (ip - 1)->C));
                    goto Next1;
                case OperationCode.I32OrConstant:
                AtI32OrConstant:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) | (ip - 1)->Low);
                    goto Next2;
                case OperationCode.I32Xor:
                AtI32Xor:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) ^ *(int*)(fp + (ip - 1)->C));
                    goto Next3;
                case OperationCode.I32XorConstant:
                AtI32XorConstant:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) ^ (ip - 1)->Low);
                    goto Next0;
                case OperationCode.I32Shl:
                AtI32Shl:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) << *(int*)(fp + (ip - 1)->C));
                    goto Next1;
                case OperationCode.I32ShlConstant:
                AtI32ShlConstant:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) << (ip - 1)->Low);
                    goto Next2;
                case OperationCode.I32ShrS:
                AtI32ShrS:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) >> *(int*)(fp + (ip - 1)->C));
                    goto Next3;
                case OperationCode.I32ShrSConstant:
                AtI32ShrSConstant:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) >> (ip - 1)->Low);
                    goto Next0;
                case OperationCode.I32ShrU:
                AtI32ShrU:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) >>> *(int*)(fp + (ip - 1)->C));
                    goto Next1;
                case OperationCode.I32ShrUConstant:
                AtI32ShrUConstant:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) >>> (ip - 1)->Low);
                    goto Next2;
                case OperationCode.I32Rotl:
                AtI32Rotl:
                    fp[(ip - 1)->A] = carried = (uint)(int)BitOperations.RotateLeft((uint)*(int*)(fp + (ip - 1)->B), *(int*)(fp + (ip - 1)->C));
                    goto Next3;
                case OperationCode.I32RotlConstant:
                AtI32RotlConstant:
                    fp[(ip - 1)->A] = carried = (uint)(int)BitOperations.RotateLeft((uint)*(int*)(fp + (ip - 1)->B), (ip - 1)->Low);
                    goto Next0;
                case OperationCode.I32Rotr:
                AtI32Rotr:
                    fp[(ip - 1)->A] = carried = (uint)(int)BitOperations.RotateRight((uint)*(int*)(fp + (ip - 1)->B), *(int*)(fp + (ip - 1)->C));
                    goto Next1;
                case OperationCode.I32RotrConstant:
                AtI32RotrConstant:
                    fp[(ip - 1)->A] = carried = (uint)(int)BitOperations.RotateRight((uint)*(int*)(fp + (ip - 1)->B), (ip - 1)->Low);
                    goto Next2;
                case OperationCode.I64Clz:
                AtI64Clz:
                    fp[(ip - 1)->A] = carried = (ulong)Numeric.I64Clz(*(long*)(fp + (ip - 1)->B));
                    goto Next3;
                case OperationCode.I64Ctz:
                AtI64Ctz:
                    fp[(ip - 1)->A] = carried = (ulong)Numeric.I64Ctz(*(long*)(fp + (ip - 1)->B));
                    goto Next0;
                case OperationCode.I64Popcnt:
                AtI64Popcnt:
                    fp[(ip - 1)->A] = carried = (ulong)Numeric.I64Popcnt(*(long*)(fp + (ip - 1)->B));
                    goto Next1;
                case OperationCode.I64Add:
                AtI64Add:
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) + *(long*)(fp + (ip - 1)->C));
                    goto Next2;
                case OperationCode.I64AddConstant:
                AtI64AddConstant:
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) + (long)(ip - 1)->Long);
                    goto Next3;
                case OperationCode.I64Sub:
                AtI64Sub:
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) - *(long*)(fp + (ip - 1)->C));
                    goto Next0;
                case OperationCode.I64SubConstant:
                AtI64SubConstant:
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) - (long)(ip - 1)->Long);
                    goto Next1;
                case OperationCode.I64Mul:
                AtI64Mul:
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) * *(long*)(fp + (ip - 1)->C));
                    goto Next2;
                case OperationCode.I64MulConstant:
                AtI64MulConstant:
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) * (long)(ip - 1)->Long);
                    goto Next3;
                case OperationCode.I64DivS:
                AtI64DivS:
                    if (*(long*)(fp + (ip - 1)->C) == 0)
                        goto DivideByZero;
                    if (*(long*)(fp + (ip - 1)->C) == -1 && *(long*)(fp + (ip - 1)->B) == long.MinValue)
                        goto IntegerOverflow;
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) / *(long*)(fp + (ip - 1)->C));
                    goto Next0;
                case OperationCode.I64DivSConstant:
                AtI64DivSConstant:
                    if ((long)(ip - 1)->Long == 0)
                        goto DivideByZero;
                    if ((long)(ip - 1)->Long == -1 && *(long*)(fp + (ip - 1)->B) == long.MinValue)
                        goto IntegerOverflow;
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) / (long)(ip - 1)->Long);
                    goto Next1;
                case OperationCode.I64DivU:
                AtI64DivU:
                    if (*(long*)(fp + (ip - 1)->C) == 0)
                        goto DivideByZero;
                    fp[(ip - 1)->A] = carried = (ulong)(long)((ulong)*(long*)(fp + (ip - 1)->B) / (ulong)*(long*)(fp + (ip - 1)->C));
                    goto Next2;
                case OperationCode.I64DivUConstant:
                AtI64DivUConstant:
                    if ((long)(ip - 1)->Long == 0)
                        goto DivideByZero;
                    fp[(ip - 1)->A] = carried = (ulong)(long)((ulong)*(long*)(fp + (ip - 1)->B) / (ulong)(long)(ip - 1)->Long);
                    goto Next3;
                case OperationCode.I64RemS:
                AtI64RemS:
                    if (*(long*)(fp + (ip - 1)->C) == 0)
                        goto DivideByZero;
                    fp[(ip - 1)->A] = carried = (ulong)Numeric.I64RemS(*(long*)(fp + (ip - 1)->B), *(long*)(fp + (ip - 1)->C));
                    goto Next0;
                case OperationCode.I64RemSConstant:
                AtI64RemSConstant:
                    if ((long)(ip - 1)->Long == 0)
                        goto DivideByZero;
                    fp[(ip - 1)->A] = carried = (ulong)Numeric.I64RemS(*(long*)(fp + (ip - 1)->B), (long)(ip - 1)->Long);
                    goto Next1;
                case OperationCode.I64RemU:
                AtI64RemU:
                    if (*(long*)(fp + (ip - 1)->C) == 0)
                        goto DivideByZero;
                    fp[(ip - 1)->A] = carried = (ulong)(long)((ulong)*(long*)(fp + (ip - 1)->B) % (ulong)*(long*)(fp + (ip - 1)->C));
                    goto Next2;
                case OperationCode.I64RemUConstant:
                AtI64RemUConstant:
                    if ((long)(ip - 1)->Long == 0)
                        goto DivideByZero;
                    fp[(ip - 1)->A] = carried = (ulong)(long)((ulong)*(long*)(fp + (ip - 1)->B) % (ulong)(long)(ip - 1)->Long);
                    goto Next3;
                case OperationCode.I64And:
                AtI64And:
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) & *(long*)(fp + (ip - 1)->C));
                    goto Next0;
                case OperationCode.I64AndConstant:
                AtI64AndConstant:
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) & (long)(ip - 1)->Long);
                    goto Next1;
                case OperationCode.I64Or:
                AtI64Or:
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) | *(long*)(fp + (ip - 1)->C));
                    goto Next2;
                case OperationCode.I64OrConstant:
                AtI64OrConstant:
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) | (long)(ip - 1)->Long);
                    goto Next3;
                case OperationCode.I64Xor:
                AtI64Xor:
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) ^ *(long*)(fp + (ip - 1)->C));
                    goto Next0;
                case OperationCode.I64XorConstant:
                AtI64XorConstant:
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) ^ (long)(ip - 1)->Long);
                    goto Next1;
                case OperationCode.I64Shl:
                AtI64Shl:
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) << (int)*(long*)(fp + (ip - 1)->C));
                    goto Next2;
                case OperationCode.I64ShlConstant:
                AtI64ShlConstant:
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) << (int)(long)(ip - 1)->Long);
                    goto Next3;
                case OperationCode.I64ShrS:
                AtI64ShrS:
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) >> (int)*(long*)(fp + (ip - 1)->C));
                    goto Next0;
                case OperationCode.I64ShrSConstant:
                AtI64ShrSConstant:
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) >> (int)(long)(ip - 1)->Long);
                    goto Next1;
                case OperationCode.I64ShrU:
                AtI64ShrU:
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) >>> (int)*(long*)(fp + (ip - 1)->C));
                    goto Next2;
                case OperationCode.I64ShrUConstant:
                AtI64ShrUConstant:
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) >>> (int)(long)(ip - 1)->Long);
                    goto Next3;
                case OperationCode.I64Rotl:
                AtI64Rotl:
                    fp[(ip - 1)->A] = carried = (ulong)(long)BitOperations.RotateLeft((ulong)*(long*)(fp + (ip - 1)->B), (int)*(long*)(fp + (ip - 1)->C));
                    goto Next0;
                case OperationCode.I64RotlConstant:
                AtI64RotlConstant:
                    fp[(ip - 1)->A] = carried = (ulong)(long)BitOperations.RotateLeft((ulong)*(long*)(fp + (ip - 1)->B), (int)(long)(ip - 1)->Long);
                    goto Next1;
                case OperationCode.I64Rotr:
                AtI64Rotr:
                    fp[(ip - 1)->A] = carried = (ulong)(long)BitOperations.RotateRight((ulong)*(long*)(fp + (ip - 1)->B), (int)*(long*)(fp + (ip - 1)->C));
                    goto Next2;
                case OperationCode.I64RotrConstant:
                AtI64RotrConstant:
                    fp[(ip - 1)->A] = carried = (ulong)(long)BitOperations.RotateRight((ulong)*(long*)(fp + (ip - 1)->B), (int)(long)(ip - 1)->Long);
                    goto Next3;
                case OperationCode.F32Abs:
                AtF32Abs:
                    *(float*)(fp + (ip - 1)->A) = Numeric.F32Abs(*(float*)(fp + (ip - 1)->B));
                    goto Next0;
                case OperationCode.F32Neg:
                AtF32Neg:
                    *(float*)(fp + (ip - 1)->A) = Numeric.F32Neg(*(float*)(fp + (ip - 1)->B));
                    goto Next1;
                case OperationCode.F32Ceil:
                AtF32Ceil:
                    *(float*)(fp + (ip - 1)->A) = Numeric.F32Ceil(*(float*)(fp + (ip - 1)->B));
                    goto Next2;
                case OperationCode.F32Floor:
                AtF32Floor:
                    *(float*)(fp + (ip - 1)->A) = Numeric.F32Floor(*(float*)(fp + (ip - 1)->B));
                    goto Next3;
                case OperationCode.F32Trunc:
                AtF32Trunc:
                    *(float*)(fp + (ip - 1)->A) = Numeric.F32Trunc(*(float*)(fp + (ip - 1)->B));
                    goto Next0;
                case OperationCode.F32Nearest:
                AtF32Nearest:
                    *(float*)(fp + (ip - 1)->A) = Numeric.F32Nearest(*(float*)(fp + (ip - 1)->B));
                    goto Next1;
                case OperationCode.F32Sqrt:
                AtF32Sqrt:
                    *(float*)(fp + (ip - 1)->A) = Numeric.F32Sqrt(*(float*)(fp + (ip - 1)->B));
                    goto Next2;
                case OperationCode.F32Add:
                AtF32Add:
                    *(float*)(fp + (ip - 1)->A) = (*(float*)(fp + (ip - 1)->B) + *(float*)(fp + (ip - 1)->C));
                    goto Next3;
                case OperationCode.F32AddConstant:
                AtF32AddConstant:
                    *(float*)(fp + (ip - 1)->A) = (*(float*)(fp + (ip - 1)->B) + (ip - 1)->Single);
                    goto Next0;
                case OperationCode.F32Sub:
                AtF32Sub:
                    *(float*)(fp + (ip - 1)->A) = (*(float*)(fp + (ip - 1)->B) - *(float*)(fp + (ip - 1)->C));
                    goto Next1;
                case OperationCode.F32SubConstant:
                AtF32SubConstant:
                    *(float*)(fp + (ip - 1)->A) = (*(float*)(fp + (ip - 1)->B) - (ip - 1)->Single);
                    goto Next2;
                case OperationCode.F32Mul:
                AtF32Mul:
                    *(float*)(fp + (ip - 1)->A) = (*(float*)(fp + (ip - 1)->B) * *(float*)(fp + (ip - 1)->C));
                    goto Next3;
                case OperationCode.F32MulConstant:
                AtF32MulConstant:
                    *(float*)(fp + (ip - 1)->A) = (*(float*)(fp + (ip - 1)->B) * (ip - 1)->Single);
                    goto Next0;
                case OperationCode.F32Div:
                AtF32Div:
                    *(float*)(fp + (ip - 1)->A) = (*(float*)(fp + (ip - 1)->B) / *(float*)(fp + (ip - 1)->C));
                    goto Next1;
                case OperationCode.F32DivConstant:
                AtF32DivConstant:
                    *(float*)(fp + (ip - 1)->A) = (*(float*)(fp + (ip - 1)->B) / (ip - 1)->Single);
                    goto Next2;
                case OperationCode.F32Min:
                AtF32Min:
                    *(float*)(fp + (ip - 1)->A) = Numeric.F32Min(*(float*)(fp + (ip - 1)->B), *(float*)(fp + (ip - 1)->C));
                    goto Next3;
                case OperationCode.F32MinConstant:
                AtF32MinConstant:
                    *(float*)(fp + (ip - 1)->A) = Numeric.F32Min(*(float*)(fp + (ip - 1)->B), (ip - 1)->Single);
                    goto Next0;
                case OperationCode.F32Max:
                AtF32Max:
                    *(float*)(fp + (ip - 1)->A) = Numeric.F32Max(*(float*)(fp + (ip - 1)->B), *(float*)(fp + (ip - 1)->C));
                    goto Next1;
                case OperationCode.F32MaxConstant:
                AtF32MaxConstant:
                    *(float*)(fp + (ip - 1)->A) = Numeric.F32Max(*(float*)(fp + (ip - 1)->B), (ip - 1)->Single);
                    goto Next2;
                case OperationCode.F32Copysign:
                AtF32Copysign:
                    *(float*)(fp + (ip - 1)->A) = Numeric.F32Copysign(*(float*)(fp + (ip - 1)->B), *(float*)(fp + (ip - 1)->C));
                    goto Next3;
                case OperationCode.F32CopysignConstant:
                AtF32CopysignConstant:
                    *(float*)(fp + (ip - 1)->A) = Numeric.F32Copysign(*(float*)(fp + (ip - 1)->B), (ip - 1)->Single);
                    goto Next0;
                case OperationCode.F64Abs:
                AtF64Abs:
                    *(double*)(fp + (ip - 1)->A) = Numeric.F64Abs(*(double*)(fp + (ip - 1)->B));
                    goto Next1;
                case OperationCode.F64Neg:
                AtF64Neg:
                    *(double*)(fp + (ip - 1)->A) = Numeric.F64Neg(*(double*)(fp + (ip - 1)->B));
                    goto Next2;
                case OperationCode.F64Ceil:
                AtF64Ceil:
                    *(double*)(fp + (ip - 1)->A) = Numeric.F64Ceil(*(double*)(fp + (ip - 1)->B));
                    goto Next3;
                case OperationCode.F64Floor:
                AtF64Floor:
                    *(double*)(fp + (ip - 1)->A) = Numeric.F64Floor(*(double*)(fp + (ip - 1)->B));
                    goto Next0;
                case OperationCode.F64Trunc:
                AtF64Trunc:
                    *(double*)(fp + (ip - 1)->A) = Numeric.F64Trunc(*(double*)(fp + (ip - 1)->B));
                    goto Next1;
                case OperationCode.F64Nearest:
                AtF64Nearest:
                    *(double*)(fp + (ip - 1)->A) = Numeric.F64Nearest(*(double*)(fp + (ip - 1)->B));
                    goto Next2;
                case OperationCode.F64Sqrt:
                AtF64Sqrt:
                    *(double*)(fp + (ip - 1)->A) = Numeric.F64Sqrt(*(double*)(fp + (ip - 1)->B));
                    goto Next3;
                case OperationCode.F64Add:
                AtF64Add:
                    *(double*)(fp + (ip - 1)->A) = (*(double*)(fp + (ip - 1)->B) + *(double*)(fp + (ip - 1)->C));
                    goto Next0;
                case OperationCode.F64AddConstant:
                AtF64AddConstant:
                    *(double*)(fp + (ip - 1)->A) = (*(double*)(fp + (ip - 1)->B) + (ip - 1)->Double);
                    goto Next1;
                case OperationCode.F64Sub:
                AtF64Sub:
                    *(double*)(fp + (ip - 1)->A) = (*(double*)(fp + (ip - 1)->B) - *(double*)(fp + (ip - 1)->C));
                    goto Next2;
                case OperationCode.F64SubConstant:
                AtF64SubConstant:
                    *(double*)(fp + (ip - 1)->A) = (*(double*)(fp + (ip - 1)->B) - (ip - 1)->Double);
                    goto Next3;
                case OperationCode.F64Mul:
                AtF64Mul:
                    *(double*)(fp + (ip - 1)->A) = (*(double*)(fp + (ip - 1)->B) * *(double*)(fp + (ip - 1)->C));
                    goto Next0;
                case OperationCode.F64MulConstant:
                AtF64MulConstant:
                    *(double*)(fp + (ip - 1)->A) = (*(double*)(fp + (ip - 1)->B) * (ip - 1)->Double);
                    goto Next1;
                case OperationCode.F64Div:
                AtF64Div:
                    *(double*)(fp + (ip - 1)->A) = (*(double*)(fp + (ip - 1)->B) / *(double*)(fp + (ip - 1)->C));
                    goto Next2;
                case OperationCode.F64DivConstant:
                AtF64DivConstant:
                    *(double*)(fp + (ip - 1)->A) = (*(double*)(fp + (ip - 1)->B) / (ip - 1)->Double);
                    goto Next3;
                case OperationCode.F64Min:
                AtF64Min:
                    *(double*)(fp + (ip - 1)->A) = Numeric.F64Min(*(double*)(fp + (ip - 1)->B), *(double*)(fp + (ip - 1)->C));
                    goto Next0;
                case OperationCode.F64MinConstant:
                AtF64MinConstant:
                    *(double*)(fp + (ip - 1)->A) = Numeric.F64Min(*(double*)(fp + (ip - 1)->B), (ip - 1)->Double);
                    goto Next1;
                case OperationCode.F64Max:
                AtF64Max:
                    *(double*)(fp + (ip - 1)->A) = Numeric.F64Max(*(double*)(fp + (ip - 1)->B), *(double*)(fp + (ip - 1)->C));
                    goto Next2;
                case OperationCode.F64MaxConstant:
                AtF64MaxConstant:
                    *(double*)(fp + (ip - 1)->A) = Numeric.F64Max(*(double*)(fp + (ip - 1)->B), (ip - 1)->Double);
                    goto Next3;
                case OperationCode.F64Copysign:
                AtF64Copysign:
                    *(double*)(fp + (ip - 1)->A) = Numeric.F64Copysign(*(double*)(fp + (ip - 1)->B), *(double*)(fp + (ip - 1)->C));
                    goto Next0;
                case OperationCode.F64CopysignConstant:
                AtF64CopysignConstant:
                    *(double*)(fp + (ip - 1)->A) = Numeric.F64Copysign(*(double*)(fp + (ip - 1)->B), (ip - 1)->Double);
                    goto Next1;
                case OperationCode.I32WrapI64:
                AtI32WrapI64:
                    fp[(ip - 1)->A] = carried = (uint)((int)*(long*)(fp + (ip - 1)->B));
                    goto Next2;
                case OperationCode.I32TruncF32S:
                AtI32TruncF32S:
                    if (!Numeric.I32TruncF32SInRange(*(float*)(fp + (ip - 1)->B)))
                        goto F32OutOfRange;
                    fp[(ip - 1)->A] = carried = (uint)Numeric.I32TruncF32S(*(float*)(fp + (ip - 1)->B));
                    goto Next3;
                case OperationCode.I32TruncF32U:
                AtI32TruncF32U:
                    if (!Numeric.I32TruncF32UInRange(*(float*)(fp + (ip - 1)->B)))
                        goto F32OutOfRange;
                    fp[(ip - 1)->A] = carried = (uint)Numeric.I32TruncF32U(*(float*)(fp + (ip - 1)->B));
                    goto Next0;
                case OperationCode.I32TruncF64S:
                AtI32TruncF64S:
                    if (!Numeric.I32TruncF64SInRange(*(double*)(fp + (ip - 1)->B)))
                        goto F64OutOfRange;
                    fp[(ip - 1)->A] = carried = (uint)Numeric.I32TruncF64S(*(double*)(fp + (ip - 1)->B));
                    goto Next1;
                case OperationCode.I32TruncF64U:
                AtI32TruncF64U:
                    if (!Numeric.I32TruncF64UInRange(*(double*)(fp + (ip - 1)->B)))
                        goto F64OutOfRange;
                    fp[(ip - 1)->A] = carried = (uint)Numeric.I32TruncF64U(*(double*)(fp + (ip - 1)->B));
                    goto Next2;
                case OperationCode.I64ExtendI32S:
                AtI64ExtendI32S:
                    fp[(ip - 1)->A] = carried = (ulong)((long)*(int*)(fp + (ip - 1)->B));
                    goto Next3;
                case OperationCode.I64ExtendI32U:
                AtI64ExtendI32U:
                    fp[(ip - 1)->A] = carried = (ulong)((long)(uint)*(int*)(fp + (ip - 1)->B));
                    goto Next0;
                case OperationCode.I64TruncF32S:
                AtI64TruncF32S:
                    if (!Numeric.I64TruncF32SInRange(*(float*)(fp + (ip - 1)->B)))
                        goto F32OutOfRange;
                    fp[(ip - 1)->A] = carried = (ulong)Numeric.I64TruncF32S(*(float*)(fp + (ip - 1)->B));
                    goto Next1;
                case OperationCode.I64TruncF32U:
                AtI64TruncF32U:
                    if (!Numeric.I64TruncF32UInRange(*(float*)(fp + (ip - 1)->B)))
                        goto F32OutOfRange;
                    fp[(ip - 1)->A] = carried = (ulong)Numeric.I64TruncF32U(*(float*)(fp + (ip - 1)->B));
                    goto Next2;
                case OperationCode.I64TruncF64S:
                AtI64TruncF64S:
                    if (!Numeric.I64TruncF64SInRange(*(double*)(fp + (ip - 1)->B)))
                        goto F64OutOfRange;
                    fp[(ip - 1)->A] = carried = (ulong)Numeric.I64TruncF64S(*(double*)(fp + (ip - 1)->B));
                    goto Next3;
                case OperationCode.I64TruncF64U:
                AtI64TruncF64U:
                    if (!Numeric.I64TruncF64UInRange(*(double*)(fp + (ip - 1)->B)))
                        goto F64OutOfRange;
                    fp[(ip - 1)->A] = carried = (ulong)Numeric.I64TruncF64U(*(double*)(fp + (ip - 1)->B));
                    goto Next0;
                case OperationCode.F32ConvertI32S:
                AtF32ConvertI32S:
                    *(float*)(fp + (ip - 1)->A) = ((float)*(int*)(fp + (ip - 1)->B));
                    goto Next1;
                case OperationCode.F32ConvertI32U:
                AtF32ConvertI32U:
                    *(float*)(fp + (ip - 1)->A) = ((float)(long)(uint)*(int*)(fp + (ip - 1)->B));
                    goto Next2;
                case OperationCode.F32ConvertI64S:
                AtF32ConvertI64S:
                    *(float*)(fp + (ip - 1)->A) = Numeric.F32ConvertI64S(*(long*)(fp + (ip - 1)->B));
                    goto Next3;
                case OperationCode.F32ConvertI64U:
                AtF32ConvertI64U:
                    *(float*)(fp + (ip - 1)->A) = OutOfLine.F32ConvertI64U(*(long*)(fp + (ip - 1)->B));
                    goto Next0;
                case OperationCode.F32DemoteF64:
                AtF32DemoteF64:
                    *(float*)(fp + (ip - 1)->A) = Numeric.F32DemoteF64(*(double*)(fp + (ip - 1)->B));
                    goto Next1;
                case OperationCode.F64ConvertI32S:
                AtF64ConvertI32S:
                    *(double*)(fp + (ip - 1)->A) = ((double)*(int*)(fp + (ip - 1)->B));
                    goto Next2;
                case OperationCode.F64ConvertI32U:
                AtF64ConvertI32U:
                    *(double*)(fp + (ip - 1)->A) = ((double)(long)(uint)*(int*)(fp + (ip - 1)->B));
                    goto Next3;
                case OperationCode.F64ConvertI64S:
                AtF64ConvertI64S:
                    *(double*)(fp + (ip - 1)->A) = ((double)*(long*)(fp + (ip - 1)->B));
                    goto Next0;
                case OperationCode.F64ConvertI64U:
                AtF64ConvertI64U:
                    *(double*)(fp + (ip - 1)->A) = OutOfLine.F64ConvertI64U(*(long*)(fp + (ip - 1)->B));
                    goto Next1;
                case OperationCode.F64PromoteF32:
                AtF64PromoteF32:
                    *(double*)(fp + (ip - 1)->A) = ((double)*(float*)(fp + (ip - 1)->B));
                    goto Next2;
                case OperationCode.I32ReinterpretF32:
                AtI32ReinterpretF32:
                    fp[(ip - 1)->A] = carried = (uint)Numeric.I32ReinterpretF32(*(float*)(fp + (ip - 1)->B));
                    goto Next3;
                case OperationCode.I64ReinterpretF64:
                AtI64ReinterpretF64:
                    fp[(ip - 1)->A] = carried = (ulong)Numeric.I64ReinterpretF64(*(double*)(fp + (ip - 1)->B));
                    goto Next0;
                case OperationCode.F32ReinterpretI32:
                AtF32ReinterpretI32:
                    *(float*)(fp + (ip - 1)->A) = Numeric.F32ReinterpretI32(*(int*)(fp + (ip - 1)->B));
                    goto Next1;
                case OperationCode.F64ReinterpretI64:
                AtF64ReinterpretI64:
                    *(double*)(fp + (ip - 1)->A) = Numeric.F64ReinterpretI64(*(long*)(fp + (ip - 1)->B));
                    goto Next2;
                case OperationCode.I32Extend8S:
                AtI32Extend8S:
                    fp[(ip - 1)->A] = carried = (uint)((sbyte)*(int*)(fp + (ip - 1)->B));
                    goto Next3;
                case OperationCode.I32Extend16S:
                AtI32Extend16S:
                    fp[(ip - 1)->A] = carried = (uint)((short)*(int*)(fp + (ip - 1)->B));
                    goto Next0;
                case OperationCode.I64Extend8S:
                AtI64Extend8S:
                    fp[(ip - 1)->A] = carried = (ulong)((sbyte)*(long*)(fp + (ip - 1)->B));
                    goto Next1;
                case OperationCode.I64Extend16S:
                AtI64Extend16S:
                    fp[(ip - 1)->A] = carried = (ulong)((short)*(long*)(fp + (ip - 1)->B));
                    goto Next2;
                case OperationCode.I64Extend32S:
                AtI64Extend32S:
                    fp[(ip - 1)->A] = carried = (ulong)((int)*(long*)(fp + (ip - 1)->B));
                    goto Next3;
                case OperationCode.I32TruncSatF32S:
                AtI32TruncSatF32S:
                    fp[(ip - 1)->A] = carried = (uint)Numeric.I32TruncSatF32S(*(float*)(fp + (ip - 1)->B));
                    goto Next0;
                case OperationCode.I32TruncSatF32U:
                AtI32TruncSatF32U:
                    fp[(ip - 1)->A] = carried = (uint)Numeric.I32TruncSatF32U(*(float*)(fp + (ip - 1)->B));
                    goto Next1;
                case OperationCode.I32TruncSatF64S:
                AtI32TruncSatF64S:
                    fp[(ip - 1)->A] = carried = (uint)Numeric.I32TruncSatF64S(*(double*)(fp + (ip - 1)->B));
                    goto Next2;
                case OperationCode.I32TruncSatF64U:
                AtI32TruncSatF64U:
                    fp[(ip - 1)->A] = carried = (uint)Numeric.I32TruncSatF64U(*(double*)(fp + (ip - 1)->B));
                    goto Next3;
                case OperationCode.I64TruncSatF32S:
                AtI64TruncSatF32S:
                    fp[(ip - 1)->A] = carried = (ulong)Numeric.I64TruncSatF32S(*(float*)(fp + (ip - 1)->B));
                    goto Next0;
                case OperationCode.I64TruncSatF32U:
                AtI64TruncSatF32U:
                    fp[(ip - 1)->A] = carried = (ulong)Numeric.I64TruncSatF32U(*(float*)(fp + (ip - 1)->B));
                    goto Next1;
                case OperationCode.I64TruncSatF64S:
                AtI64TruncSatF64S:
                    fp[(ip - 1)->A] = carried = (ulong)Numeric.I64TruncSatF64S(*(double*)(fp + (ip - 1)->B));
                    goto Next2;
                case OperationCode.I64TruncSatF64U:
                AtI64TruncSatF64U:
                    fp[(ip - 1)->A] = carried = (ulong)Numeric.I64TruncSatF64U(*(double*)(fp + (ip - 1)->B));
                    goto Next3;
                case OperationCode.I32Load:
                AtI32Load:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(uint*)(memory + end - 4);
                    goto Next0;
                case OperationCode.I64Load:
                AtI64Load:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(ulong*)(memory + end - 8);
                    goto Next1;
                case OperationCode.F32Load:
                AtF32Load:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = *(uint*)(memory + end - 4);
                    goto Next2;
                case OperationCode.F64Load:
                AtF64Load:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = *(ulong*)(memory + end - 8);
                    goto Next3;
                case OperationCode.I32Load8S:
                AtI32Load8S:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = (uint)(int)*(sbyte*)(memory + end - 1);
                    goto Next0;
                case OperationCode.I32Load8U:
                AtI32Load8U:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(byte*)(memory + end - 1);
                    goto Next1;
                case OperationCode.I32Load16S:
                AtI32Load16S:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = (uint)(int)*(short*)(memory + end - 2);
                    goto Next2;
                case OperationCode.I32Load16U:
                AtI32Load16U:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(ushort*)(memory + end - 2);
                    goto Next3;
                case OperationCode.I64Load8S:
                AtI64Load8S:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = (ulong)*(sbyte*)(memory + end - 1);
                    goto Next0;
                case OperationCode.I64Load8U:
                AtI64Load8U:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(byte*)(memory + end - 1);
                    goto Next1;
                case OperationCode.I64Load16S:
                AtI64Load16S:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = (ulong)*(short*)(memory + end - 2);
                    goto Next2;
                case OperationCode.I64Load16U:
                AtI64Load16U:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(ushort*)(memory + end - 2);
                    goto Next3;
                case OperationCode.I64Load32S:
                AtI64Load32S:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = (ulong)*(int*)(memory + end - 4);
                    goto Next0;
                case OperationCode.I64Load32U:
                AtI64Load32U:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(uint*)(memory + end - 4);
                    goto Next1;
                case OperationCode.I32Store:
                AtI32Store:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(uint*)(memory + end - 4) = *(uint*)(fp + (ip - 1)->C);
                    goto Next2;
                case OperationCode.I64Store:
                AtI64Store:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(ulong*)(memory + end - 8) = *(ulong*)(fp + (ip - 1)->C);
                    goto Next3;
                case OperationCode.F32Store:
                AtF32Store:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(uint*)(memory + end - 4) = *(uint*)(fp + (ip - 1)->C);
                    goto Next0;
                case OperationCode.F64Store:
                AtF64Store:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(ulong*)(memory + end - 8) = *(ulong*)(fp + (ip - 1)->C);
                    goto Next1;
                case OperationCode.I32Store8:
                AtI32Store8:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(byte*)(memory + end - 1) = *(byte*)(fp + (ip - 1)->C);
                    goto Next2;
                case OperationCode.I32Store16:
                AtI32Store16:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(ushort*)(memory + end - 2) = *(ushort*)(fp + (ip - 1)->C);
                    goto Next3;
                case OperationCode.I64Store8:
                AtI64Store8:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(byte*)(memory + end - 1) = *(byte*)(fp + (ip - 1)->C);
                    goto Next0;
                case OperationCode.I64Store16:
                AtI64Store16:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(ushort*)(memory + end - 2) = *(ushort*)(fp + (ip - 1)->C);
                    goto Next1;
                case OperationCode.I64Store32:
                AtI64Store32:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(uint*)(memory + end - 4) = *(uint*)(fp + (ip - 1)->C);
                    goto Next2;
                case OperationCode.ConstantI32Load:
                AtConstantI32Load:
                    end = (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(uint*)(memory + end - 4);
                    goto Next3;
                case OperationCode.ConstantI32Load8U:
                AtConstantI32Load8U:
                    end = (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(byte*)(memory + end - 1);
                    goto Next0;
                case OperationCode.ConstantI64Load:
                AtConstantI64Load:
                    end = (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(ulong*)(memory + end - 8);
                    goto Next1;
                case OperationCode.ConstantF64Load:
                AtConstantF64Load:
                    end = (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = *(ulong*)(memory + end - 8);
                    goto Next2;
                case OperationCode.ConstantI32Store:
                AtConstantI32Store:
                    end = (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(uint*)(memory + end - 4) = *(uint*)(fp + (ip - 1)->C);
                    goto Next3;
                case OperationCode.ConstantI32Store8:
                AtConstantI32Store8:
                    end = (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(byte*)(memory + end - 1) = *(byte*)(fp + (ip - 1)->C);
                    goto Next0;
                case OperationCode.ConstantI64Store:
                AtConstantI64Store:
                    end = (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(ulong*)(memory + end - 8) = *(ulong*)(fp + (ip - 1)->C);
                    goto Next1;
                case OperationCode.ConstantF64Store:
                AtConstantF64Store:
                    end = (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(ulong*)(memory + end - 8) = *(ulong*)(fp + (ip - 1)->C);
                    goto Next2;
                case OperationCode.I32AddConstantI32Load:
                AtI32AddConstantI32Load:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low) + (ulong)(uint)(ip - 1)->High;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(uint*)(memory + end - 4);
                    goto Next3;
                case OperationCode.I32AddConstantI32Load8U:
                AtI32AddConstantI32Load8U:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low) + (ulong)(uint)(ip - 1)->High;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(byte*)(memory + end - 1);
                    goto Next0;
                case OperationCode.I32AddConstantI32Load8S:
                AtI32AddConstantI32Load8S:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low) + (ulong)(uint)(ip - 1)->High;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = (uint)(int)*(sbyte*)(memory + end - 1);
                    goto Next1;
                case OperationCode.I32AddConstantI32Load16U:
                AtI32AddConstantI32Load16U:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low) + (ulong)(uint)(ip - 1)->High;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(ushort*)(memory + end - 2);
                    goto Next2;
                case OperationCode.I32AddConstantI32Load16S:
                AtI32AddConstantI32Load16S:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low) + (ulong)(uint)(ip - 1)->High;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = (uint)(int)*(short*)(memory + end - 2);
                    goto Next3;
                case OperationCode.I32AddConstantI64Load:
                AtI32AddConstantI64Load:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low) + (ulong)(uint)(ip - 1)->High;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(ulong*)(memory + end - 8);
                    goto Next0;
                case OperationCode.I32AddConstantF32Load:
                AtI32AddConstantF32Load:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low) + (ulong)(uint)(ip - 1)->High;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = *(uint*)(memory + end - 4);
                    goto Next1;
                case OperationCode.I32AddConstantF64Load:
                AtI32AddConstantF64Load:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low) + (ulong)(uint)(ip - 1)->High;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = *(ulong*)(memory + end - 8);
                    goto Next2;
                case OperationCode.I32AddConstantI32Store:
                AtI32AddConstantI32Store:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low) + (ulong)(uint)(ip - 1)->High;
                    if (end > length)
                        goto OutOfBounds;
                    *(uint*)(memory + end - 4) = *(uint*)(fp + (ip - 1)->C);
                    goto Next3;
                case OperationCode.I32AddConstantI32Store8:
                AtI32AddConstantI32Store8:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low) + (ulong)(uint)(ip - 1)->High;
                    if (end > length)
                        goto OutOfBounds;
                    *(byte*)(memory + end - 1) = *(byte*)(fp + (ip - 1)->C);
                    goto Next0;
                case OperationCode.I32AddConstantI32Store16:
                AtI32AddConstantI32Store16:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low) + (ulong)(uint)(ip - 1)->High;
                    if (end > length)
                        goto OutOfBounds;
                    *(ushort*)(memory + end - 2) = *(ushort*)(fp + (ip - 1)->C);
                    goto Next1;
                case OperationCode.I32AddConstantI64Store:
                AtI32AddConstantI64Store:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low) + (ulong)(uint)(ip - 1)->High;
                    if (end > length)
                        goto OutOfBounds;
                    *(ulong*)(memory + end - 8) = *(ulong*)(fp + (ip - 1)->C);
                    goto Next2;
                case OperationCode.I32AddConstantF32Store:
                AtI32AddConstantF32Store:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low) + (ulong)(uint)(ip - 1)->High;
                    if (end > length)
                        goto OutOfBounds;
                    *(uint*)(memory + end - 4) = *(uint*)(fp + (ip - 1)->C);
                    goto Next3;
                case OperationCode.I32AddConstantF64Store:
                AtI32AddConstantF64Store:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low) + (ulong)(uint)(ip - 1)->High;
                    if (end > length)
                        goto OutOfBounds;
                    *(ulong*)(memory + end - 8) = *(ulong*)(fp + (ip - 1)->C);
                    goto Next0;
                case OperationCode.I32AddI32Load:
                AtI32AddI32Load:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + *(int*)(fp + (ip - 1)->C)) + (ulong)(ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(uint*)(memory + end - 4);
                    goto Next1;
                case OperationCode.I32AddI32Load8U:
                AtI32AddI32Load8U:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + *(int*)(fp + (ip - 1)->C)) + (ulong)(ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(byte*)(memory + end - 1);
                    goto Next2;
                case OperationCode.I32AddI32Load16U:
                AtI32AddI32Load16U:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + *(int*)(fp + (ip - 1)->C)) + (ulong)(ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(ushort*)(memory + end - 2);
                    goto Next3;
                case OperationCode.I32AddI64Load:
                AtI32AddI64Load:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + *(int*)(fp + (ip - 1)->C)) + (ulong)(ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(ulong*)(memory + end - 8);
                    goto Next0;
                case OperationCode.I32AddF64Load:
                AtI32AddF64Load:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + *(int*)(fp + (ip - 1)->C)) + (ulong)(ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = *(ulong*)(memory + end - 8);
                    goto Next1;
                case OperationCode.I32AddConstantBranchIf:
                AtI32AddConstantBranchIf:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low);
                    if (*(int*)(fp + (ip - 1)->A) != 0)
                        ip += (ip - 1)->Target;
                    goto Next2;
                case OperationCode.I32AddConstantBranchI32Ne:
                AtI32AddConstantBranchI32Ne:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low);
                    if (*(int*)(fp + (ip - 1)->A) != *(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next3;
                case OperationCode.I32AddConstantBranchI32NeConstant:
                AtI32AddConstantBranchI32NeConstant:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low);
                    if (*(int*)(fp + (ip - 1)->A) != (int)(short)(ip - 1)->C)
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.I32AddConstantBranchI32LtS:
                AtI32AddConstantBranchI32LtS:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low);
                    if (*(int*)(fp + (ip - 1)->A) < *(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next1;
                case OperationCode.I32AddConstantBranchI32LtU:
                AtI32AddConstantBranchI32LtU:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low);
                    if ((uint)*(int*)(fp + (ip - 1)->A) < (uint)*(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next2;
                case OperationCode.I32AddConstantBranchI32LtUConstant:
                AtI32AddConstantBranchI32LtUConstant:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low);
                    if ((uint)*(int*)(fp + (ip - 1)->A) < (uint)(int)(short)(ip - 1)->C)
                        ip += (ip - 1)->Target;
                    goto Next3;
                case OperationCode.I32AddConstantBranchI32GtUConstant:
                AtI32AddConstantBranchI32GtUConstant:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low);
                    if ((uint)*(int*)(fp + (ip - 1)->A) > (uint)(int)(short)(ip - 1)->C)
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.I32AndConstantBranchIf:
                AtI32AndConstantBranchIf:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) & (ip - 1)->Low);
                    if (*(int*)(fp + (ip - 1)->A) != 0)
                        ip += (ip - 1)->Target;
                    goto Next1;
                case OperationCode.I32AndConstantBranchUnless:
                AtI32AndConstantBranchUnless:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) & (ip - 1)->Low);
                    if (*(int*)(fp + (ip - 1)->A) == 0)
                        ip += (ip - 1)->Target;
                    goto Next2;
                case OperationCode.I32AddI32Add:
                AtI32AddI32Add:
                    fp[(ip - 1)->A] = carried = (uint)((*(int*)(fp + (ip - 1)->B) + *(int*)(fp + (ip - 1)->C)) + *(int*)(fp + (ip - 1)->D));
                    goto Next3;
                case OperationCode.I32AddI32AddConstant:
                AtI32AddI32AddConstant:
                    fp[(ip - 1)->A] = carried = (uint)((*(int*)(fp + (ip - 1)->B) + *(int*)(fp + (ip - 1)->C)) + (ip - 1)->Low);
                    goto Next0;
                case OperationCode.I32AddConstantI32Add:
                AtI32AddConstantI32Add:
                    fp[(ip - 1)->A] = carried = (uint)((*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low) + *(int*)(fp + (ip - 1)->C));
                    goto Next1;
                case OperationCode.I32AddConstantI32AndConstant:
                AtI32AddConstantI32AndConstant:
                    fp[(ip - 1)->A] = carried = (uint)((*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low) & (ip - 1)->High);
                    goto Next2;
                case OperationCode.I32AddConstantI32ShlConstant:
                AtI32AddConstantI32ShlConstant:
                    fp[(ip - 1)->A] = carried = (uint)((*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low) << (ip - 1)->High);
                    goto Next3;
                case OperationCode.I32AndConstantI32AddConstant:
                AtI32AndConstantI32AddConstant:
                    fp[(ip - 1)->A] = carried = (uint)((*(int*)(fp + (ip - 1)->B) & (ip - 1)->Low) + (ip - 1)->High);
                    goto Next0;
                case OperationCode.I32ShlConstantI32Add:
                AtI32ShlConstantI32Add:
                    fp[(ip - 1)->A] = carried = (uint)((*(int*)(fp + (ip - 1)->B) << (ip - 1)->Low) + *(int*)(fp + (ip - 1)->C));
                    goto Next1;
                case OperationCode.I32ShlConstantI32AddConstant:
                AtI32ShlConstantI32AddConstant:
                    fp[(ip - 1)->A] = carried = (uint)((*(int*)(fp + (ip - 1)->B) << (ip - 1)->Low) + (ip - 1)->High);
                    goto Next2;
                case OperationCode.I32ShlConstantI32Or:
                AtI32ShlConstantI32Or:
                    fp[(ip - 1)->A] = carried = (uint)((*(int*)(fp + (ip - 1)->B) << (ip - 1)->Low) | *(int*)(fp + (ip - 1)->C));
                    goto Next3;
                case OperationCode.I32ShlConstantI32Xor:
                AtI32ShlConstantI32Xor:
                    fp[(ip - 1)->A] = carried = (uint)((*(int*)(fp + (ip - 1)->B) << (ip - 1)->Low) ^ *(int*)(fp + (ip - 1)->C));
                    goto Next0;
                case OperationCode.I32ShrUConstantI32AndConstant:
                AtI32ShrUConstantI32AndConstant:
                    fp[(ip - 1)->A] = carried = (uint)((*(int*)(fp + (ip - 1)->B) >>> (ip - 1)->Low) & (ip - 1)->High);
                    goto Next1;
                case OperationCode.I32ShrUConstantI32Or:
                AtI32ShrUConstantI32Or:
                    fp[(ip - 1)->A] = carried = (uint)((*(int*)(fp + (ip - 1)->B) >>> (ip - 1)->Low) | *(int*)(fp + (ip - 1)->C));
                    goto Next2;
                case OperationCode.I32ShrUConstantI32Xor:
                AtI32ShrUConstantI32Xor:
                    fp[(ip - 1)->A] = carried = (uint)((*(int*)(fp + (ip - 1)->B) >>> (ip - 1)->Low) ^ *(int*)(fp + (ip - 1)->C));
                    goto Next3;
                case OperationCode.I32RotlConstantI32Xor:
                AtI32RotlConstantI32Xor:
                    fp[(ip - 1)->A] = carried = (uint)((int)BitOperations.RotateLeft((uint)*(int*)(fp + (ip - 1)->B), (ip - 1)->Low) ^ *(int*)(fp + (ip - 1)->C));
                    goto Next0;
                case OperationCode.I32RotrConstantI32Xor:
                AtI32RotrConstantI32Xor:
                    fp[(ip - 1)->A] = carried = (uint)((int)BitOperations.RotateRight((uint)*(int*)(fp + (ip - 1)->B), (ip - 1)->Low) ^ *(int*)(fp + (ip - 1)->C));
                    goto Next1;
                case OperationCode.I32XorI32Xor:
                AtI32XorI32Xor:
                    fp[(ip - 1)->A] = carried = (uint)((*(int*)(fp + (ip - 1)->B) ^ *(int*)(fp + (ip - 1)->C)) ^ *(int*)(fp + (ip - 1)->D));
                    goto Next2;
                case OperationCode.I32AndI32Xor:
                AtI32AndI32Xor:
                    fp[(ip - 1)->A] = carried = (uint)((*(int*)(fp + (ip - 1)->B) & *(int*)(fp + (ip - 1)->C)) ^ *(int*)(fp + (ip - 1)->D));
                    goto Next3;
                case OperationCode.I32LoadI32Add:
                AtI32LoadI32Add:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(memory + end - 4) + *(int*)(fp + (ip - 1)->C));
                    goto Next0;
                case OperationCode.I32LoadI32Xor:
                AtI32LoadI32Xor:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(memory + end - 4) ^ *(int*)(fp + (ip - 1)->C));
                    goto Next1;
                case OperationCode.I32Load8UI32Xor:
                AtI32Load8UI32Xor:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = (uint)((int)*(byte*)(memory + end - 1) ^ *(int*)(fp + (ip - 1)->C));
                    goto Next2;
                case OperationCode.I64ShrUConstantI64Xor:
                AtI64ShrUConstantI64Xor:
                    fp[(ip - 1)->A] = carried = (ulong)((*(long*)(fp + (ip - 1)->B) >>> (int)(long)(ip - 1)->Long) ^ *(long*)(fp + (ip - 1)->C));
                    goto Next3;
                case OperationCode.F64MulF64Add:
                AtF64MulF64Add:
                    *(double*)(fp + (ip - 1)->A) = ((*(double*)(fp + (ip - 1)->B) * *(double*)(fp + (ip - 1)->C)) + *(double*)(fp + (ip - 1)->D));
                    goto Next0;
                case OperationCode.F64MulF64AddRight:
                AtF64MulF64AddRight:
                    *(double*)(fp + (ip - 1)->A) = (*(double*)(fp + (ip - 1)->D) + (*(double*)(fp + (ip - 1)->B) * *(double*)(fp + (ip - 1)->C)));
                    goto Next1;
                case OperationCode.F64MulF64Sub:
                AtF64MulF64Sub:
                    *(double*)(fp + (ip - 1)->A) = ((*(double*)(fp + (ip - 1)->B) * *(double*)(fp + (ip - 1)->C)) - *(double*)(fp + (ip - 1)->D));
                    goto Next2;
                case OperationCode.F64MulF64SubRight:
                AtF64MulF64SubRight:
                    *(double*)(fp + (ip - 1)->A) = (*(double*)(fp + (ip - 1)->D) - (*(double*)(fp + (ip - 1)->B) * *(double*)(fp + (ip - 1)->C)));
                    goto Next3;
                case OperationCode.F64LoadF64Mul:
                AtF64LoadF64Mul:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(double*)(fp + (ip - 1)->A) = (*(double*)(memory + end - 8) * *(double*)(fp + (ip - 1)->C));
                    goto Next0;
                case OperationCode.F64LoadF64MulRight:
                AtF64LoadF64MulRight:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(double*)(fp + (ip - 1)->A) = (*(double*)(fp + (ip - 1)->C) * *(double*)(memory + end - 8));
                    goto Next1;
                case OperationCode.F64LoadF64Add:
                AtF64LoadF64Add:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(double*)(fp + (ip - 1)->A) = (*(double*)(memory + end - 8) + *(double*)(fp + (ip - 1)->C));
                    goto Next2;
                case OperationCode.F64LoadF64AddRight:
                AtF64LoadF64AddRight:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(double*)(fp + (ip - 1)->A) = (*(double*)(fp + (ip - 1)->C) + *(double*)(memory + end - 8));
                    goto Next3;
                case OperationCode.CarriedI32Add:
                AtCarriedI32Add:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried + *(int*)(fp + (ip - 1)->C));
                    goto Next0;
                case OperationCode.CarriedI32AddConstant:
                AtCarriedI32AddConstant:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried + (ip - 1)->Low);
                    goto Next1;
                case OperationCode.CarriedI32Sub:
                AtCarriedI32Sub:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried - *(int*)(fp + (ip - 1)->C));
                    goto Next2;
                case OperationCode.CarriedI32SubConstant:
                AtCarriedI32SubConstant:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried - (ip - 1)->Low);
                    goto Next3;
                case OperationCode.CarriedI32Mul:
                AtCarriedI32Mul:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried * *(int*)(fp + (ip - 1)->C));
                    goto Next0;
                case OperationCode.CarriedI32MulConstant:
                AtCarriedI32MulConstant:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried * (ip - 1)->Low);
                    goto Next1;
                case OperationCode.CarriedI32And:
                AtCarriedI32And:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried & *(int*)(fp + (ip - 1)->C));
                    goto Next2;
                case OperationCode.CarriedI32AndConstant:
                AtCarriedI32AndConstant:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried & (ip - 1)->Low);
                    goto Next3;
                case OperationCode.CarriedI32Or:
                AtCarriedI32Or:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried | *(int*)(fp + (ip - 1)->C));
                    goto Next0;
                case OperationCode.CarriedI32OrConstant:
                AtCarriedI32OrConstant:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried | (ip - 1)->Low);
                    goto Next1;
                case OperationCode.CarriedI32Xor:
                AtCarriedI32Xor:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried ^ *(int*)(fp + (ip - 1)->C));
                    goto Next2;
                case OperationCode.CarriedI32XorConstant:
                AtCarriedI32XorConstant:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried ^ (ip - 1)->Low);
                    goto Next3;
                case OperationCode.CarriedI32Shl:
                AtCarriedI32Shl:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried << *(int*)(fp + (ip - 1)->C));
                    goto Next0;
                case OperationCode.CarriedI32ShlConstant:
                AtCarriedI32ShlConstant:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried << (ip - 1)->Low);
                    goto Next1;
                case OperationCode.CarriedI32ShrU:
                AtCarriedI32ShrU:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried >>> *(int*)(fp + (ip - 1)->C));
                    goto Next2;
                case OperationCode.CarriedI32ShrUConstant:
                AtCarriedI32ShrUConstant:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried >>> (ip - 1)->Low);
                    goto Next3;
                case OperationCode.CarriedI32ShrSConstant:
                AtCarriedI32ShrSConstant:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried >> (ip - 1)->Low);
                    goto Next0;
                case OperationCode.CarriedI32RotlConstant:
                AtCarriedI32RotlConstant:
                    fp[(ip - 1)->A] = carried = (uint)(int)BitOperations.RotateLeft((uint)(int)carried, (ip - 1)->Low);
                    goto Next1;
                case OperationCode.CarriedI32RotrConstant:
                AtCarriedI32RotrConstant:
                    fp[(ip - 1)->A] = carried = (uint)(int)BitOperations.RotateRight((uint)(int)carried, (ip - 1)->Low);
                    goto Next2;
                case OperationCode.CarriedI32RemUConstant:
                AtCarriedI32RemUConstant:
                    if ((ip - 1)->Low == 0)
                        goto DivideByZero;
                    fp[(ip - 1)->A] = carried = (uint)(int)((uint)(int)carried % (uint)(ip - 1)->Low);
                    goto Next3;
                case OperationCode.CarriedI32DivUConstant:
                AtCarriedI32DivUConstant:
                    if ((ip - 1)->Low == 0)
                        goto DivideByZero;
                    fp[(ip - 1)->A] = carried = (uint)(int)((uint)(int)carried / (uint)(ip - 1)->Low);
                    goto Next0;
                case OperationCode.CarriedI32Eqz:
                AtCarriedI32Eqz:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried == 0 ? 1 : 0);
                    goto Next1;
                case OperationCode.CarriedI32Extend8S:
                AtCarriedI32Extend8S:
                    fp[(ip - 1)->A] = carried = (uint)((sbyte)(int)carried);
                    goto Next2;
                case OperationCode.CarriedI32LtUConstant:
                AtCarriedI32LtUConstant:
                    fp[(ip - 1)->A] = carried = (uint)(int)carried < (uint)(ip - 1)->Low ? 1UL : 0UL;
                    goto Next3;
                case OperationCode.CarriedI32EqConstant:
                AtCarriedI32EqConstant:
                    fp[(ip - 1)->A] = carried = (int)carried == (ip - 1)->Low ? 1UL : 0UL;
                    goto Next0;
                case OperationCode.CarriedI32NeConstant:
                AtCarriedI32NeConstant:
                    fp[(ip - 1)->A] = carried = (int)carried != (ip - 1)->Low ? 1UL : 0UL;
                    goto Next1;
                case OperationCode.CarriedBranchIf:
                AtCarriedBranchIf:
                    if ((int)carried != 0)
                        ip += (ip - 1)->Target;
                    goto Next2;
                case OperationCode.CarriedBranchUnless:
                AtCarriedBranchUnless:
                    if ((int)carried == 0)
                        ip += (ip - 1)->Target;
                    goto Next3;
                case OperationCode.CarriedBranchI32Eq:
                AtCarriedBranchI32Eq:
                    if ((int)carried == *(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.CarriedBranchI32Ne:
                AtCarriedBranchI32Ne:
                    if ((int)carried != *(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next1;
                case OperationCode.CarriedBranchI32LtS:
                AtCarriedBranchI32LtS:
                    if ((int)carried < *(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next2;
                case OperationCode.CarriedBranchI32LtU:
                AtCarriedBranchI32LtU:
                    if ((uint)(int)carried < (uint)*(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next3;
                case OperationCode.CarriedBranchI32GtU:
                AtCarriedBranchI32GtU:
                    if ((uint)(int)carried > (uint)*(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.CarriedBranchI32GeU:
                AtCarriedBranchI32GeU:
                    if ((uint)(int)carried >= (uint)*(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next1;
                case OperationCode.CarriedBranchI32LeU:
                AtCarriedBranchI32LeU:
                    if ((uint)(int)carried <= (uint)*(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    goto Next2;
                case OperationCode.CarriedBranchI32EqConstant:
                AtCarriedBranchI32EqConstant:
                    if ((int)carried == (ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    goto Next3;
                case OperationCode.CarriedBranchI32NeConstant:
                AtCarriedBranchI32NeConstant:
                    if ((int)carried != (ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.CarriedBranchI32LtSConstant:
                AtCarriedBranchI32LtSConstant:
                    if ((int)carried < (ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    goto Next1;
                case OperationCode.CarriedBranchI32LtUConstant:
                AtCarriedBranchI32LtUConstant:
                    if ((uint)(int)carried < (uint)(ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    goto Next2;
                case OperationCode.CarriedBranchI32GtSConstant:
                AtCarriedBranchI32GtSConstant:
                    if ((int)carried > (ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    goto Next3;
                case OperationCode.CarriedBranchI32GtUConstant:
                AtCarriedBranchI32GtUConstant:
                    if ((uint)(int)carried > (uint)(ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.CarriedI64ExtendI32U:
                AtCarriedI64ExtendI32U:
                    fp[(ip - 1)->A] = carried = (ulong)((long)(uint)(int)carried);
                    goto Next1;
                case OperationCode.CarriedI64ExtendI32S:
                AtCarriedI64ExtendI32S:
                    fp[(ip - 1)->A] = carried = (ulong)((long)(int)carried);
                    goto Next2;
                case OperationCode.CarriedI32WrapI64:
                AtCarriedI32WrapI64:
                    fp[(ip - 1)->A] = carried = (uint)((int)(long)carried);
                    goto Next3;
                case OperationCode.CarriedF64ConvertI32S:
                AtCarriedF64ConvertI32S:
                    *(double*)(fp + (ip - 1)->A) = ((double)(int)carried);
                    goto Next0;
                case OperationCode.CarriedF64ConvertI32U:
                AtCarriedF64ConvertI32U:
                    *(double*)(fp + (ip - 1)->A) = ((double)(long)(uint)(int)carried);
                    goto Next1;
                case OperationCode.CarriedI64Add:
                AtCarriedI64Add:
                    fp[(ip - 1)->A] = carried = (ulong)((long)carried + *(long*)(fp + (ip - 1)->C));
                    goto Next2;
                case OperationCode.CarriedI64AddConstant:
                AtCarriedI64AddConstant:
                    fp[(ip - 1)->A] = carried = (ulong)((long)carried + (long)(ip - 1)->Long);
                    goto Next3;
                case OperationCode.CarriedI64Sub:
                AtCarriedI64Sub:
                    fp[(ip - 1)->A] = carried = (ulong)((long)carried - *(long*)(fp + (ip - 1)->C));
                    goto Next0;
                case OperationCode.CarriedI64Mul:
                AtCarriedI64Mul:
                    fp[(ip - 1)->A] = carried = (ulong)((long)carried * *(long*)(fp + (ip - 1)->C));
                    goto Next1;
                case OperationCode.CarriedI64MulConstant:
                AtCarriedI64MulConstant:
                    fp[(ip - 1)->A] = carried = (ulong)((long)carried * (long)(ip - 1)->Long);
                    goto Next2;
                case OperationCode.CarriedI64And:
                AtCarriedI64And:
                    fp[(ip - 1)->A] = carried = (ulong)((long)carried & *(long*)(fp + (ip - 1)->C));
                    goto Next3;
                case OperationCode.CarriedI64AndConstant:
                AtCarriedI64AndConstant:
                    fp[(ip - 1)->A] = carried = (ulong)((long)carried & (long)(ip - 1)->Long);
                    goto Next0;
                case OperationCode.CarriedI64Or:
                AtCarriedI64Or:
                    fp[(ip - 1)->A] = carried = (ulong)((long)carried | *(long*)(fp + (ip - 1)->C));
                    goto Next1;
                case OperationCode.CarriedI64Xor:
                AtCarriedI64Xor:
                    fp[(ip - 1)->A] = carried = (ulong)((long)carried ^ *(long*)(fp + (ip - 1)->C));
                    goto Next2;
                case OperationCode.CarriedI64XorConstant:
                AtCarriedI64XorConstant:
                    fp[(ip - 1)->A] = carried = (ulong)((long)carried ^ (long)(ip - 1)->Long);
                    goto Next3;
                case OperationCode.CarriedI64ShlConstant:
                AtCarriedI64ShlConstant:
                    fp[(ip - 1)->A] = carried = (ulong)((long)carried << (int)(long)(ip - 1)->Long);
                    goto Next0;
                case OperationCode.CarriedI64ShrUConstant:
                AtCarriedI64ShrUConstant:
                    fp[(ip - 1)->A] = carried = (ulong)((long)carried >>> (int)(long)(ip - 1)->Long);
                    goto Next1;
                case OperationCode.CarriedI64RotlConstant:
                AtCarriedI64RotlConstant:
                    fp[(ip - 1)->A] = carried = (ulong)(long)BitOperations.RotateLeft((ulong)(long)carried, (int)(long)(ip - 1)->Long);
                    goto Next2;
                case OperationCode.CarriedI64RemU:
                AtCarriedI64RemU:
                    if (*(long*)(fp + (ip - 1)->C) == 0)
                        goto DivideByZero;
                    fp[(ip - 1)->A] = carried = (ulong)(long)((ulong)(long)carried % (ulong)*(long*)(fp + (ip - 1)->C));
                    goto Next3;
                case OperationCode.CarriedBranchI64EqConstant:
                AtCarriedBranchI64EqConstant:
                    if ((long)carried == (long)(ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.CarriedBranchI64NeConstant:
                AtCarriedBranchI64NeConstant:
                    if ((long)carried != (long)(ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    goto Next1;
                case OperationCode.CarriedI32Load:
                AtCarriedI32Load:
                    end = (uint)carried + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(uint*)(memory + end - 4);
                    goto Next2;
                case OperationCode.CarriedI32Load8U:
                AtCarriedI32Load8U:
                    end = (uint)carried + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(byte*)(memory + end - 1);
                    goto Next3;
                case OperationCode.CarriedI32Load8S:
                AtCarriedI32Load8S:
                    end = (uint)carried + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = (uint)(int)*(sbyte*)(memory + end - 1);
                    goto Next0;
                case OperationCode.CarriedI32Load16U:
                AtCarriedI32Load16U:
                    end = (uint)carried + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(ushort*)(memory + end - 2);
                    goto Next1;
                case OperationCode.CarriedI64Load:
                AtCarriedI64Load:
                    end = (uint)carried + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(ulong*)(memory + end - 8);
                    goto Next2;
                case OperationCode.CarriedF64Load:
                AtCarriedF64Load:
                    end = (uint)carried + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = *(ulong*)(memory + end - 8);
                    goto Next3;
                case OperationCode.CarriedI32Store:
                AtCarriedI32Store:
                    end = (uint)carried + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(uint*)(memory + end - 4) = *(uint*)(fp + (ip - 1)->C);
                    goto Next0;
                case OperationCode.CarriedI32Store8:
                AtCarriedI32Store8:
                    end = (uint)carried + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(byte*)(memory + end - 1) = *(byte*)(fp + (ip - 1)->C);
                    goto Next1;
                case OperationCode.CarriedI64Store:
                AtCarriedI64Store:
                    end = (uint)carried + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(ulong*)(memory + end - 8) = *(ulong*)(fp + (ip - 1)->C);
                    goto Next2;
                case OperationCode.CarriedF64Store:
                AtCarriedF64Store:
                    end = (uint)carried + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(ulong*)(memory + end - 8) = *(ulong*)(fp + (ip - 1)->C);
                    goto Next3;
                case OperationCode.CarriedI32AddConstantI32Load:
                AtCarriedI32AddConstantI32Load:
                    end = (uint)((int)carried + (ip - 1)->Low) + (ulong)(uint)(ip - 1)->High;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(uint*)(memory + end - 4);
                    goto Next0;
                case OperationCode.CarriedI32AddConstantI32Load8U:
                AtCarriedI32AddConstantI32Load8U:
                    end = (uint)((int)carried + (ip - 1)->Low) + (ulong)(uint)(ip - 1)->High;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(byte*)(memory + end - 1);
                    goto Next1;
                case OperationCode.CarriedI32AddConstantI64Load:
                AtCarriedI32AddConstantI64Load:
                    end = (uint)((int)carried + (ip - 1)->Low) + (ulong)(uint)(ip - 1)->High;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(ulong*)(memory + end - 8);
                    goto Next2;
                case OperationCode.CarriedI32AddConstantI32Store:
                AtCarriedI32AddConstantI32Store:
                    end = (uint)((int)carried + (ip - 1)->Low) + (ulong)(uint)(ip - 1)->High;
                    if (end > length)
                        goto OutOfBounds;
                    *(uint*)(memory + end - 4) = *(uint*)(fp + (ip - 1)->C);
                    goto Next3;
                case OperationCode.CarriedI32AddI32Load:
                AtCarriedI32AddI32Load:
                    end = (uint)((int)carried + *(int*)(fp + (ip - 1)->C)) + (ulong)(ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(uint*)(memory + end - 4);
                    goto Next0;
                case OperationCode.CarriedI32AddI32Load8U:
                AtCarriedI32AddI32Load8U:
                    end = (uint)((int)carried + *(int*)(fp + (ip - 1)->C)) + (ulong)(ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(byte*)(memory + end - 1);
                    goto Next1;
                case OperationCode.CarriedI32AddConstantBranchIf:
                AtCarriedI32AddConstantBranchIf:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried + (ip - 1)->Low);
                    if (*(int*)(fp + (ip - 1)->A) != 0)
                        ip += (ip - 1)->Target;
                    goto Next2;
                case OperationCode.CarriedI32AndConstantBranchIf:
                AtCarriedI32AndConstantBranchIf:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried & (ip - 1)->Low);
                    if (*(int*)(fp + (ip - 1)->A) != 0)
                        ip += (ip - 1)->Target;
                    goto Next3;
                case OperationCode.CarriedI32AndConstantBranchUnless:
                AtCarriedI32AndConstantBranchUnless:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried & (ip - 1)->Low);
                    if (*(int*)(fp + (ip - 1)->A) == 0)
                        ip += (ip - 1)->Target;
                    goto Next0;
                case OperationCode.CarriedI32AddI32Add:
                AtCarriedI32AddI32Add:
                    fp[(ip - 1)->A] = carried = (uint)(((int)carried + *(int*)(fp + (ip - 1)->C)) + *(int*)(fp + (ip - 1)->D));
                    goto Next1;
                case OperationCode.CarriedI32AddI32AddConstant:
                AtCarriedI32AddI32AddConstant:
                    fp[(ip - 1)->A] = carried = (uint)(((int)carried + *(int*)(fp + (ip - 1)->C)) + (ip - 1)->Low);
                    goto Next2;
                case OperationCode.CarriedI32AddConstantI32Add:
                AtCarriedI32AddConstantI32Add:
                    fp[(ip - 1)->A] = carried = (uint)(((int)carried + (ip - 1)->Low) + *(int*)(fp + (ip - 1)->C));
                    goto Next3;
                case OperationCode.CarriedI32AddConstantI32AndConstant:
                AtCarriedI32AddConstantI32AndConstant:
                    fp[(ip - 1)->A] = carried = (uint)(((int)carried + (ip - 1)->Low) & (ip - 1)->High);
                    goto Next0;
                case OperationCode.CarriedI32AndConstantI32AddConstant:
                AtCarriedI32AndConstantI32AddConstant:
                    fp[(ip - 1)->A] = carried = (uint)(((int)carried & (ip - 1)->Low) + (ip - 1)->High);
                    goto Next1;
                case OperationCode.CarriedI32ShlConstantI32Add:
                AtCarriedI32ShlConstantI32Add:
                    fp[(ip - 1)->A] = carried = (uint)(((int)carried << (ip - 1)->Low) + *(int*)(fp + (ip - 1)->C));
                    goto Next2;
                case OperationCode.CarriedI32ShlConstantI32AddConstant:
                AtCarriedI32ShlConstantI32AddConstant:
                    fp[(ip - 1)->A] = carried = (uint)(((int)carried << (ip - 1)->Low) + (ip - 1)->High);
                    goto Next3;
                case OperationCode.CarriedI32ShlConstantI32Or:
                AtCarriedI32ShlConstantI32Or:
                    fp[(ip - 1)->A] = carried = (uint)(((int)carried << (ip - 1)->Low) | *(int*)(fp + (ip - 1)->C));
                    goto Next0;
                case OperationCode.CarriedI32ShlConstantI32Xor:
                AtCarriedI32ShlConstantI32Xor:
                    fp[(ip - 1)->A] = carried = (uint)(((int)carried << (ip - 1)->Low) ^ *(int*)(fp + (ip - 1)->C));
                    goto Next1;
                case OperationCode.CarriedI32ShrUConstantI32AndConstant:
                AtCarriedI32ShrUConstantI32AndConstant:
                    fp[(ip - 1)->A] = carried = (uint)(((int)carried >>> (ip - 1)->Low) & (ip - 1)->High);
                    goto Next2;
                case OperationCode.CarriedI32ShrUConstantI32Or:
                AtCarriedI32ShrUConstantI32Or:
                    fp[(ip - 1)->A] = carried = (uint)(((int)carried >>> (ip - 1)->Low) | *(int*)(fp + (ip - 1)->C));
                    goto Next3;
                case OperationCode.CarriedI32ShrUConstantI32Xor:
                AtCarriedI32ShrUConstantI32Xor:
                    fp[(ip - 1)->A] = carried = (uint)(((int)carried >>> (ip - 1)->Low) ^ *(int*)(fp + (ip - 1)->C));
                    goto Next0;
                case OperationCode.CarriedI32RotlConstantI32Xor:
                AtCarriedI32RotlConstantI32Xor:
                    fp[(ip - 1)->A] = carried = (uint)((int)BitOperations.RotateLeft((uint)(int)carried, (ip - 1)->Low) ^ *(int*)(fp + (ip - 1)->C));
                    goto Next1;
                case OperationCode.CarriedI32RotrConstantI32Xor:
                AtCarriedI32RotrConstantI32Xor:
                    fp[(ip - 1)->A] = carried = (uint)((int)BitOperations.RotateRight((uint)(int)carried, (ip - 1)->Low) ^ *(int*)(fp + (ip - 1)->C));
                    goto Next2;
                case OperationCode.CarriedI32XorI32Xor:
                AtCarriedI32XorI32Xor:
                    fp[(ip - 1)->A] = carried = (uint)(((int)carried ^ *(int*)(fp + (ip - 1)->C)) ^ *(int*)(fp + (ip - 1)->D));
                    goto Next3;
                case OperationCode.CarriedI32AndI32Xor:
                AtCarriedI32AndI32Xor:
                    fp[(ip - 1)->A] = carried = (uint)(((int)carried & *(int*)(fp + (ip - 1)->C)) ^ *(int*)(fp + (ip - 1)->D));
                    goto Next0;
                case OperationCode.CarriedI32LoadI32Add:
                AtCarriedI32LoadI32Add:
                    end = (uint)carried + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(memory + end - 4) + *(int*)(fp + (ip - 1)->C));
                    goto Next1;
                case OperationCode.CarriedI32LoadI32Xor:
                AtCarriedI32LoadI32Xor:
                    end = (uint)carried + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(memory + end - 4) ^ *(int*)(fp + (ip - 1)->C));
                    goto Next2;
                case OperationCode.CarriedI64ShrUConstantI64Xor:
                AtCarriedI64ShrUConstantI64Xor:
                    fp[(ip - 1)->A] = carried = (ulong)(((long)carried >>> (int)(long)(ip - 1)->Long) ^ *(long*)(fp + (ip - 1)->C));
                    goto Next3;
                Next0:
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip[-1].Code);
#endif
                    switch (ip[-1].Code)
                    {
                        case OperationCode.Jump: goto AtJump;
                        case OperationCode.BranchIf: goto AtBranchIf;
                        case OperationCode.BranchUnless: goto AtBranchUnless;
                        case OperationCode.BranchTable: goto AtBranchTable;
                        case OperationCode.ReturnOne: goto AtReturnOne;
                        case OperationCode.Return: goto AtReturn;
                        case OperationCode.ReturnOneFromCaller: goto AtReturnOneFromCaller;
                        case OperationCode.ReturnFromCaller: goto AtReturnFromCaller;
                        case OperationCode.Call: goto AtCall;
                        case OperationCode.Constant: goto AtConstant;
                        case OperationCode.Move: goto AtMove;
                        case OperationCode.MoveTwo: goto AtMoveTwo;
                        case OperationCode.Select: goto AtSelect;
                        case OperationCode.GlobalGet: goto AtGlobalGet;
                        case OperationCode.GlobalSet: goto AtGlobalSet;
                        case OperationCode.I32Eqz: goto AtI32Eqz;
                        case OperationCode.I32Eq: goto AtI32Eq;
                        case OperationCode.I32EqConstant: goto AtI32EqConstant;
                        case OperationCode.BranchI32Eq: goto AtBranchI32Eq;
                        case OperationCode.BranchI32EqConstant: goto AtBranchI32EqConstant;
                        case OperationCode.I32Ne: goto AtI32Ne;
                        case OperationCode.I32NeConstant: goto AtI32NeConstant;
                        case OperationCode.BranchI32Ne: goto AtBranchI32Ne;
                        case OperationCode.BranchI32NeConstant: goto AtBranchI32NeConstant;
                        case OperationCode.I32LtS: goto AtI32LtS;
                        case OperationCode.I32LtSConstant: goto AtI32LtSConstant;
                        case OperationCode.BranchI32LtS: goto AtBranchI32LtS;
                        case OperationCode.BranchI32LtSConstant: goto AtBranchI32LtSConstant;
                        case OperationCode.I32LtU: goto AtI32LtU;
                        case OperationCode.I32LtUConstant: goto AtI32LtUConstant;
                        case OperationCode.BranchI32LtU: goto AtBranchI32LtU;
                        case OperationCode.BranchI32LtUConstant: goto AtBranchI32LtUConstant;
                        case OperationCode.I32GtS: goto AtI32GtS;
                        case OperationCode.I32GtSConstant: goto AtI32GtSConstant;
                        case OperationCode.BranchI32GtS: goto AtBranchI32GtS;
                        case OperationCode.BranchI32GtSConstant: goto AtBranchI32GtSConstant;
                        case OperationCode.I32GtU: goto AtI32GtU;
                        case OperationCode.I32GtUConstant: goto AtI32GtUConstant;
                        case OperationCode.BranchI32GtU: goto AtBranchI32GtU;
                        case OperationCode.BranchI32GtUConstant: goto AtBranchI32GtUConstant;
                        case OperationCode.I32LeS: goto AtI32LeS;
                        case OperationCode.I32LeSConstant: goto AtI32LeSConstant;
                        case OperationCode.BranchI32LeS: goto AtBranchI32LeS;
                        case OperationCode.BranchI32LeSConstant: goto AtBranchI32LeSConstant;
                        case OperationCode.I32LeU: goto AtI32LeU;
                        case OperationCode.I32LeUConstant: goto AtI32LeUConstant;
                        case OperationCode.BranchI32LeU: goto AtBranchI32LeU;
                        case OperationCode.BranchI32LeUConstant: goto AtBranchI32LeUConstant;
                        case OperationCode.I32GeS: goto AtI32GeS;
                        case OperationCode.I32GeSConstant: goto AtI32GeSConstant;
                        case OperationCode.BranchI32GeS: goto AtBranchI32GeS;
                        case OperationCode.BranchI32GeSConstant: goto AtBranchI32GeSConstant;
                        case OperationCode.I32GeU: goto AtI32GeU;
                        case OperationCode.I32GeUConstant: goto AtI32GeUConstant;
                        case OperationCode.BranchI32GeU: goto AtBranchI32GeU;
                        case OperationCode.BranchI32GeUConstant: goto AtBranchI32GeUConstant;
                        case OperationCode.I64Eqz: goto AtI64Eqz;
                        case OperationCode.I64Eq: goto AtI64Eq;
                        case OperationCode.I64EqConstant: goto AtI64EqConstant;
                        case OperationCode.BranchI64Eq: goto AtBranchI64Eq;
                        case OperationCode.BranchI64EqConstant: goto AtBranchI64EqConstant;
                        case OperationCode.I64Ne: goto AtI64Ne;
                        case OperationCode.I64NeConstant: goto AtI64NeConstant;
                        case OperationCode.BranchI64Ne: goto AtBranchI64Ne;
                        case OperationCode.BranchI64NeConstant: goto AtBranchI64NeConstant;
                        case OperationCode.I64LtS: goto AtI64LtS;
                        case OperationCode.I64LtSConstant: goto AtI64LtSConstant;
                        case OperationCode.BranchI64LtS: goto AtBranchI64LtS;
                        case OperationCode.BranchI64LtSConstant: goto AtBranchI64LtSConstant;
                        case OperationCode.I64LtU: goto AtI64LtU;
                        case OperationCode.I64LtUConstant: goto AtI64LtUConstant;
                        case OperationCode.BranchI64LtU: goto AtBranchI64LtU;
                        case OperationCode.BranchI64LtUConstant: goto AtBranchI64LtUConstant;
                        case OperationCode.I64GtS: goto AtI64GtS;
                        case OperationCode.I64GtSConstant: goto AtI64GtSConstant;
                        case OperationCode.BranchI64GtS: goto AtBranchI64GtS;
                        case OperationCode.BranchI64GtSConstant: goto AtBranchI64GtSConstant;
                        case OperationCode.I64GtU: goto AtI64GtU;
                        case OperationCode.I64GtUConstant: goto AtI64GtUConstant;
                        case OperationCode.BranchI64GtU: goto AtBranchI64GtU;
                        case OperationCode.BranchI64GtUConstant: goto AtBranchI64GtUConstant;
                        case OperationCode.I64LeS: goto AtI64LeS;
                        case OperationCode.I64LeSConstant: goto AtI64LeSConstant;
                        case OperationCode.BranchI64LeS: goto AtBranchI64LeS;
                        case OperationCode.BranchI64LeSConstant: goto AtBranchI64LeSConstant;
                        case OperationCode.I64LeU: goto AtI64LeU;
                        case OperationCode.I64LeUConstant: goto AtI64LeUConstant;
                        case OperationCode.BranchI64LeU: goto AtBranchI64LeU;
                        case OperationCode.BranchI64LeUConstant: goto AtBranchI64LeUConstant;
                        case OperationCode.I64GeS: goto AtI64GeS;
                        case OperationCode.I64GeSConstant: goto AtI64GeSConstant;
                        case OperationCode.BranchI64GeS: goto AtBranchI64GeS;
                        case OperationCode.BranchI64GeSConstant: goto AtBranchI64GeSConstant;
                        case OperationCode.I64GeU: goto AtI64GeU;
                        case OperationCode.I64GeUConstant: goto AtI64GeUConstant;
                        case OperationCode.BranchI64GeU: goto AtBranchI64GeU;
                        case OperationCode.BranchI64GeUConstant: goto AtBranchI64GeUConstant;
                        case OperationCode.F32Eq: goto AtF32Eq;
                        case OperationCode.F32EqConstant: goto AtF32EqConstant;
                        case OperationCode.BranchF32Eq: goto AtBranchF32Eq;
                        case OperationCode.BranchNotF32Eq: goto AtBranchNotF32Eq;
                        case OperationCode.F32Ne: goto AtF32Ne;
                        case OperationCode.F32NeConstant: goto AtF32NeConstant;
                        case OperationCode.BranchF32Ne: goto AtBranchF32Ne;
                        case OperationCode.BranchNotF32Ne: goto AtBranchNotF32Ne;
                        case OperationCode.F32Lt: goto AtF32Lt;
                        case OperationCode.F32LtConstant: goto AtF32LtConstant;
                        case OperationCode.BranchF32Lt: goto AtBranchF32Lt;
                        case OperationCode.BranchNotF32Lt: goto AtBranchNotF32Lt;
                        case OperationCode.F32Gt: goto AtF32Gt;
                        case OperationCode.F32GtConstant: goto AtF32GtConstant;
                        case OperationCode.BranchF32Gt: goto AtBranchF32Gt;
                        case OperationCode.BranchNotF32Gt: goto AtBranchNotF32Gt;
                        case OperationCode.F32Le: goto AtF32Le;
                        case OperationCode.F32LeConstant: goto AtF32LeConstant;
                        case OperationCode.BranchF32Le: goto AtBranchF32Le;
                        case OperationCode.BranchNotF32Le: goto AtBranchNotF32Le;
                        case OperationCode.F32Ge: goto AtF32Ge;
                        case OperationCode.F32GeConstant: goto AtF32GeConstant;
                        case OperationCode.BranchF32Ge: goto AtBranchF32Ge;
                        case OperationCode.BranchNotF32Ge: goto AtBranchNotF32Ge;
                        case OperationCode.F64Eq: goto AtF64Eq;
                        case OperationCode.F64EqConstant: goto AtF64EqConstant;
                        case OperationCode.BranchF64Eq: goto AtBranchF64Eq;
                        case OperationCode.BranchNotF64Eq: goto AtBranchNotF64Eq;
                        case OperationCode.F64Ne: goto AtF64Ne;
                        case OperationCode.F64NeConstant: goto AtF64NeConstant;
                        case OperationCode.BranchF64Ne: goto AtBranchF64Ne;
                        case OperationCode.BranchNotF64Ne: goto AtBranchNotF64Ne;
                        case OperationCode.F64Lt: goto AtF64Lt;
                        case OperationCode.F64LtConstant: goto AtF64LtConstant;
                        case OperationCode.BranchF64Lt: goto AtBranchF64Lt;
                        case OperationCode.BranchNotF64Lt: goto AtBranchNotF64Lt;
                        case OperationCode.F64Gt: goto AtF64Gt;
                        case OperationCode.F64GtConstant: goto AtF64GtConstant;
                        case OperationCode.BranchF64Gt: goto AtBranchF64Gt;
                        case OperationCode.BranchNotF64Gt: goto AtBranchNotF64Gt;
                        case OperationCode.F64Le: goto AtF64Le;
                        case OperationCode.F64LeConstant: goto AtF64LeConstant;
                        case OperationCode.BranchF64Le: goto AtBranchF64Le;
                        case OperationCode.BranchNotF64Le: goto AtBranchNotF64Le;
                        case OperationCode.F64Ge: goto AtF64Ge;
                        case OperationCode.F64GeConstant: goto AtF64GeConstant;
                        case OperationCode.BranchF64Ge: goto AtBranchF64Ge;
                        case OperationCode.BranchNotF64Ge: goto AtBranchNotF64Ge;
                        case OperationCode.I32Clz: goto AtI32Clz;
                        case OperationCode.I32Ctz: goto AtI32Ctz;
                        case OperationCode.I32Popcnt: goto AtI32Popcnt;
                        case OperationCode.I32Add: goto AtI32Add;
                        case OperationCode.I32AddConstant: goto AtI32AddConstant;
                        case OperationCode.I32Sub: goto AtI32Sub;
                        case OperationCode.I32SubConstant: goto AtI32SubConstant;
                        case OperationCode.I32Mul: goto AtI32Mul;
                        case OperationCode.I32MulConstant: goto AtI32MulConstant;
                        case OperationCode.I32DivS: goto AtI32DivS;
                        case OperationCode.I32DivSConstant: goto AtI32DivSConstant;
                        case OperationCode.I32DivU: goto AtI32DivU;
                        case OperationCode.I32DivUConstant: goto AtI32DivUConstant;
                        case OperationCode.I32RemS: goto AtI32RemS;
                        case OperationCode.I32RemSConstant: goto AtI32RemSConstant;
                        case OperationCode.I32RemU: goto AtI32RemU;
                        case OperationCode.I32RemUConstant: goto AtI32RemUConstant;
                        case OperationCode.I32And: goto AtI32And;
                        case OperationCode.I32AndConstant: goto AtI32AndConstant;
                        case OperationCode.I32Or: goto AtI32Or;
                        case OperationCode.I32OrConstant: goto AtI32OrConstant;
                        case OperationCode.I32Xor: goto AtI32Xor;
                        case OperationCode.I32XorConstant: goto AtI32XorConstant;
                        case OperationCode.I32Shl: goto AtI32Shl;
                        case OperationCode.I32ShlConstant: goto AtI32ShlConstant;
                        case OperationCode.I32ShrS: goto AtI32ShrS;
                        case OperationCode.I32ShrSConstant: goto AtI32ShrSConstant;
                        case OperationCode.I32ShrU: goto AtI32ShrU;
                        case OperationCode.I32ShrUConstant: goto AtI32ShrUConstant;
                        case OperationCode.I32Rotl: goto AtI32Rotl;
                        case OperationCode.I32RotlConstant: goto AtI32RotlConstant;
                        case OperationCode.I32Rotr: goto AtI32Rotr;
                        case OperationCode.I32RotrConstant: goto AtI32RotrConstant;
                        case OperationCode.I64Clz: goto AtI64Clz;
                        case OperationCode.I64Ctz: goto AtI64Ctz;
                        case OperationCode.I64Popcnt: goto AtI64Popcnt;
                        case OperationCode.I64Add: goto AtI64Add;
                        case OperationCode.I64AddConstant: goto AtI64AddConstant;
                        case OperationCode.I64Sub: goto AtI64Sub;
                        case OperationCode.I64SubConstant: goto AtI64SubConstant;
                        case OperationCode.I64Mul: goto AtI64Mul;
                        case OperationCode.I64MulConstant: goto AtI64MulConstant;
                        case OperationCode.I64DivS: goto AtI64DivS;
                        case OperationCode.I64DivSConstant: goto AtI64DivSConstant;
                        case OperationCode.I64DivU: goto AtI64DivU;
                        case OperationCode.I64DivUConstant: goto AtI64DivUConstant;
                        case OperationCode.I64RemS: goto AtI64RemS;
                        case OperationCode.I64RemSConstant: goto AtI64RemSConstant;
                        case OperationCode.I64RemU: goto AtI64RemU;
                        case OperationCode.I64RemUConstant: goto AtI64RemUConstant;
                        case OperationCode.I64And: goto AtI64And;
                        case OperationCode.I64AndConstant: goto AtI64AndConstant;
                        case OperationCode.I64Or: goto AtI64Or;
                        case OperationCode.I64OrConstant: goto AtI64OrConstant;
                        case OperationCode.I64Xor: goto AtI64Xor;
                        case OperationCode.I64XorConstant: goto AtI64XorConstant;
                        case OperationCode.I64Shl: goto AtI64Shl;
                        case OperationCode.I64ShlConstant: goto AtI64ShlConstant;
                        case OperationCode.I64ShrS: goto AtI64ShrS;
                        case OperationCode.I64ShrSConstant: goto AtI64ShrSConstant;
                        case OperationCode.I64ShrU: goto AtI64ShrU;
                        case OperationCode.I64ShrUConstant: goto AtI64ShrUConstant;
                        case OperationCode.I64Rotl: goto AtI64Rotl;
                        case OperationCode.I64RotlConstant: goto AtI64RotlConstant;
                        case OperationCode.I64Rotr: goto AtI64Rotr;
                        case OperationCode.I64RotrConstant: goto AtI64RotrConstant;
                        case OperationCode.F32Abs: goto AtF32Abs;
                        case OperationCode.F32Neg: goto AtF32Neg;
                        case OperationCode.F32Ceil: goto AtF32Ceil;
                        case OperationCode.F32Floor: goto AtF32Floor;
                        case OperationCode.F32Trunc: goto AtF32Trunc;
                        case OperationCode.F32Nearest: goto AtF32Nearest;
                        case OperationCode.F32Sqrt: goto AtF32Sqrt;
                        case OperationCode.F32Add: goto AtF32Add;
                        case OperationCode.F32AddConstant: goto AtF32AddConstant;
                        case OperationCode.F32Sub: goto AtF32Sub;
                        case OperationCode.F32SubConstant: goto AtF32SubConstant;
                        case OperationCode.F32Mul: goto AtF32Mul;
                        case OperationCode.F32MulConstant: goto AtF32MulConstant;
                        case OperationCode.F32Div: goto AtF32Div;
                        case OperationCode.F32DivConstant: goto AtF32DivConstant;
                        case OperationCode.F32Min: goto AtF32Min;
                        case OperationCode.F32MinConstant: goto AtF32MinConstant;
                        case OperationCode.F32Max: goto AtF32Max;
                        case OperationCode.F32MaxConstant: goto AtF32MaxConstant;
                        case OperationCode.F32Copysign: goto AtF32Copysign;
                        case OperationCode.F32CopysignConstant: goto AtF32CopysignConstant;
                        case OperationCode.F64Abs: goto AtF64Abs;
                        case OperationCode.F64Neg: goto AtF64Neg;
                        case OperationCode.F64Ceil: goto AtF64Ceil;
                        case OperationCode.F64Floor: goto AtF64Floor;
                        case OperationCode.F64Trunc: goto AtF64Trunc;
                        case OperationCode.F64Nearest: goto AtF64Nearest;
                        case OperationCode.F64Sqrt: goto AtF64Sqrt;
                        case OperationCode.F64Add: goto AtF64Add;
                        case OperationCode.F64AddConstant: goto AtF64AddConstant;
                        case OperationCode.F64Sub: goto AtF64Sub;
                        case OperationCode.F64SubConstant: goto AtF64SubConstant;
                        case OperationCode.F64Mul: goto AtF64Mul;
                        case OperationCode.F64MulConstant: goto AtF64MulConstant;
                        case OperationCode.F64Div: goto AtF64Div;
                        case OperationCode.F64DivConstant: goto AtF64DivConstant;
                        case OperationCode.F64Min: goto AtF64Min;
                        case OperationCode.F64MinConstant: goto AtF64MinConstant;
                        case OperationCode.F64Max: goto AtF64Max;
                        case OperationCode.F64MaxConstant: goto AtF64MaxConstant;
                        case OperationCode.F64Copysign: goto AtF64Copysign;
                        case OperationCode.F64CopysignConstant: goto AtF64CopysignConstant;
                        case OperationCode.I32WrapI64: goto AtI32WrapI64;
                        case OperationCode.I32TruncF32S: goto AtI32TruncF32S;
                        case OperationCode.I32TruncF32U: goto AtI32TruncF32U;
                        case OperationCode.I32TruncF64S: goto AtI32TruncF64S;
                        case OperationCode.I32TruncF64U: goto AtI32TruncF64U;
                        case OperationCode.I64ExtendI32S: goto AtI64ExtendI32S;
                        case OperationCode.I64ExtendI32U: goto AtI64ExtendI32U;
                        case OperationCode.I64TruncF32S: goto AtI64TruncF32S;
                        case OperationCode.I64TruncF32U: goto AtI64TruncF32U;
                        case OperationCode.I64TruncF64S: goto AtI64TruncF64S;
                        case OperationCode.I64TruncF64U: goto AtI64TruncF64U;
                        case OperationCode.F32ConvertI32S: goto AtF32ConvertI32S;
                        case OperationCode.F32ConvertI32U: goto AtF32ConvertI32U;
                        case OperationCode.F32ConvertI64S: goto AtF32ConvertI64S;
                        case OperationCode.F32ConvertI64U: goto AtF32ConvertI64U;
                        case OperationCode.F32DemoteF64: goto AtF32DemoteF64;
                        case OperationCode.F64ConvertI32S: goto AtF64ConvertI32S;
                        case OperationCode.F64ConvertI32U: goto AtF64ConvertI32U;
                        case OperationCode.F64ConvertI64S: goto AtF64ConvertI64S;
                        case OperationCode.F64ConvertI64U: goto AtF64ConvertI64U;
                        case OperationCode.F64PromoteF32: goto AtF64PromoteF32;
                        case OperationCode.I32ReinterpretF32: goto AtI32ReinterpretF32;
                        case OperationCode.I64ReinterpretF64: goto AtI64ReinterpretF64;
                        case OperationCode.F32ReinterpretI32: goto AtF32ReinterpretI32;
                        case OperationCode.F64ReinterpretI64: goto AtF64ReinterpretI64;
                        case OperationCode.I32Extend8S: goto AtI32Extend8S;
                        case OperationCode.I32Extend16S: goto AtI32Extend16S;
                        case OperationCode.I64Extend8S: goto AtI64Extend8S;
                        case OperationCode.I64Extend16S: goto AtI64Extend16S;
                        case OperationCode.I64Extend32S: goto AtI64Extend32S;
                        case OperationCode.I32TruncSatF32S: goto AtI32TruncSatF32S;
                        case OperationCode.I32TruncSatF32U: goto AtI32TruncSatF32U;
                        case OperationCode.I32TruncSatF64S: goto AtI32TruncSatF64S;
                        case OperationCode.I32TruncSatF64U: goto AtI32TruncSatF64U;
                        case OperationCode.I64TruncSatF32S: goto AtI64TruncSatF32S;
                        case OperationCode.I64TruncSatF32U: goto AtI64TruncSatF32U;
                        case OperationCode.I64TruncSatF64S: goto AtI64TruncSatF64S;
                        case OperationCode.I64TruncSatF64U: goto AtI64TruncSatF64U;
                        case OperationCode.I32Load: goto AtI32Load;
                        case OperationCode.I64Load: goto AtI64Load;
                        case OperationCode.F32Load: goto AtF32Load;
                        case OperationCode.F64Load: goto AtF64Load;
                        case OperationCode.I32Load8S: goto AtI32Load8S;
                        case OperationCode.I32Load8U: goto AtI32Load8U;
                        case OperationCode.I32Load16S: goto AtI32Load16S;
                        case OperationCode.I32Load16U: goto AtI32Load16U;
                        case OperationCode.I64Load8S: goto AtI64Load8S;
                        case OperationCode.I64Load8U: goto AtI64Load8U;
                        case OperationCode.I64Load16S: goto AtI64Load16S;
                        case OperationCode.I64Load16U: goto AtI64Load16U;
                        case OperationCode.I64Load32S: goto AtI64Load32S;
                        case OperationCode.I64Load32U: goto AtI64Load32U;
                        case OperationCode.I32Store: goto AtI32Store;
                        case OperationCode.I64Store: goto AtI64Store;
                        case OperationCode.F32Store: goto AtF32Store;
                        case OperationCode.F64Store: goto AtF64Store;
                        case OperationCode.I32Store8: goto AtI32Store8;
                        case OperationCode.I32Store16: goto AtI32Store16;
                        case OperationCode.I64Store8: goto AtI64Store8;
                        case OperationCode.I64Store16: goto AtI64Store16;
                        case OperationCode.I64Store32: goto AtI64Store32;
                        case OperationCode.ConstantI32Load: goto AtConstantI32Load;
                        case OperationCode.ConstantI32Load8U: goto AtConstantI32Load8U;
                        case OperationCode.ConstantI64Load: goto AtConstantI64Load;
                        case OperationCode.ConstantF64Load: goto AtConstantF64Load;
                        case OperationCode.ConstantI32Store: goto AtConstantI32Store;
                        case OperationCode.ConstantI32Store8: goto AtConstantI32Store8;
                        case OperationCode.ConstantI64Store: goto AtConstantI64Store;
                        case OperationCode.ConstantF64Store: goto AtConstantF64Store;
                        case OperationCode.I32AddConstantI32Load: goto AtI32AddConstantI32Load;
                        case OperationCode.I32AddConstantI32Load8U: goto AtI32AddConstantI32Load8U;
                        case OperationCode.I32AddConstantI32Load8S: goto AtI32AddConstantI32Load8S;
                        case OperationCode.I32AddConstantI32Load16U: goto AtI32AddConstantI32Load16U;
                        case OperationCode.I32AddConstantI32Load16S: goto AtI32AddConstantI32Load16S;
                        case OperationCode.I32AddConstantI64Load: goto AtI32AddConstantI64Load;
                        case OperationCode.I32AddConstantF32Load: goto AtI32AddConstantF32Load;
                        case OperationCode.I32AddConstantF64Load: goto AtI32AddConstantF64Load;
                        case OperationCode.I32AddConstantI32Store: goto AtI32AddConstantI32Store;
                        case OperationCode.I32AddConstantI32Store8: goto AtI32AddConstantI32Store8;
                        case OperationCode.I32AddConstantI32Store16: goto AtI32AddConstantI32Store16;
                        case OperationCode.I32AddConstantI64Store: goto AtI32AddConstantI64Store;
                        case OperationCode.I32AddConstantF32Store: goto AtI32AddConstantF32Store;
                        case OperationCode.I32AddConstantF64Store: goto AtI32AddConstantF64Store;
                        case OperationCode.I32AddI32Load: goto AtI32AddI32Load;
                        case OperationCode.I32AddI32Load8U: goto AtI32AddI32Load8U;
                        case OperationCode.I32AddI32Load16U: goto AtI32AddI32Load16U;
                        case OperationCode.I32AddI64Load: goto AtI32AddI64Load;
                        case OperationCode.I32AddF64Load: goto AtI32AddF64Load;
                        case OperationCode.I32AddConstantBranchIf: goto AtI32AddConstantBranchIf;
                        case OperationCode.I32AddConstantBranchI32Ne: goto AtI32AddConstantBranchI32Ne;
                        case OperationCode.I32AddConstantBranchI32NeConstant: goto AtI32AddConstantBranchI32NeConstant;
                        case OperationCode.I32AddConstantBranchI32LtS: goto AtI32AddConstantBranchI32LtS;
                        case OperationCode.I32AddConstantBranchI32LtU: goto AtI32AddConstantBranchI32LtU;
                        case OperationCode.I32AddConstantBranchI32LtUConstant: goto AtI32AddConstantBranchI32LtUConstant;
                        case OperationCode.I32AddConstantBranchI32GtUConstant: goto AtI32AddConstantBranchI32GtUConstant;
                        case OperationCode.I32AndConstantBranchIf: goto AtI32AndConstantBranchIf;
                        case OperationCode.I32AndConstantBranchUnless: goto AtI32AndConstantBranchUnless;
                        case OperationCode.I32AddI32Add: goto AtI32AddI32Add;
                        case OperationCode.I32AddI32AddConstant: goto AtI32AddI32AddConstant;
                        case OperationCode.I32AddConstantI32Add: goto AtI32AddConstantI32Add;
                        case OperationCode.I32AddConstantI32AndConstant: goto AtI32AddConstantI32AndConstant;
                        case OperationCode.I32AddConstantI32ShlConstant: goto AtI32AddConstantI32ShlConstant;
                        case OperationCode.I32AndConstantI32AddConstant: goto AtI32AndConstantI32AddConstant;
                        case OperationCode.I32ShlConstantI32Add: goto AtI32ShlConstantI32Add;
                        case OperationCode.I32ShlConstantI32AddConstant: goto AtI32ShlConstantI32AddConstant;
                        case OperationCode.I32ShlConstantI32Or: goto AtI32ShlConstantI32Or;
                        case OperationCode.I32ShlConstantI32Xor: goto AtI32ShlConstantI32Xor;
                        case OperationCode.I32ShrUConstantI32AndConstant: goto AtI32ShrUConstantI32AndConstant;
                        case OperationCode.I32ShrUConstantI32Or: goto AtI32ShrUConstantI32Or;
                        case OperationCode.I32ShrUConstantI32Xor: goto AtI32ShrUConstantI32Xor;
                        case OperationCode.I32RotlConstantI32Xor: goto AtI32RotlConstantI32Xor;
                        case OperationCode.I32RotrConstantI32Xor: goto AtI32RotrConstantI32Xor;
                        case OperationCode.I32XorI32Xor: goto AtI32XorI32Xor;
                        case OperationCode.I32AndI32Xor: goto AtI32AndI32Xor;
                        case OperationCode.I32LoadI32Add: goto AtI32LoadI32Add;
                        case OperationCode.I32LoadI32Xor: goto AtI32LoadI32Xor;
                        case OperationCode.I32Load8UI32Xor: goto AtI32Load8UI32Xor;
                        case OperationCode.I64ShrUConstantI64Xor: goto AtI64ShrUConstantI64Xor;
                        case OperationCode.F64MulF64Add: goto AtF64MulF64Add;
                        case OperationCode.F64MulF64AddRight: goto AtF64MulF64AddRight;
                        case OperationCode.F64MulF64Sub: goto AtF64MulF64Sub;
                        case OperationCode.F64MulF64SubRight: goto AtF64MulF64SubRight;
                        case OperationCode.F64LoadF64Mul: goto AtF64LoadF64Mul;
                        case OperationCode.F64LoadF64MulRight: goto AtF64LoadF64MulRight;
                        case OperationCode.F64LoadF64Add: goto AtF64LoadF64Add;
                        case OperationCode.F64LoadF64AddRight: goto AtF64LoadF64AddRight;
                        case OperationCode.CarriedI32Add: goto AtCarriedI32Add;
                        case OperationCode.CarriedI32AddConstant: goto AtCarriedI32AddConstant;
                        case OperationCode.CarriedI32Sub: goto AtCarriedI32Sub;
                        case OperationCode.CarriedI32SubConstant: goto AtCarriedI32SubConstant;
                        case OperationCode.CarriedI32Mul: goto AtCarriedI32Mul;
                        case OperationCode.CarriedI32MulConstant: goto AtCarriedI32MulConstant;
                        case OperationCode.CarriedI32And: goto AtCarriedI32And;
                        case OperationCode.CarriedI32AndConstant: goto AtCarriedI32AndConstant;
                        case OperationCode.CarriedI32Or: goto AtCarriedI32Or;
                        case OperationCode.CarriedI32OrConstant: goto AtCarriedI32OrConstant;
                        case OperationCode.CarriedI32Xor: goto AtCarriedI32Xor;
                        case OperationCode.CarriedI32XorConstant: goto AtCarriedI32XorConstant;
                        case OperationCode.CarriedI32Shl: goto AtCarriedI32Shl;
                        case OperationCode.CarriedI32ShlConstant: goto AtCarriedI32ShlConstant;
                        case OperationCode.CarriedI32ShrU: goto AtCarriedI32ShrU;
                        case OperationCode.CarriedI32ShrUConstant: goto AtCarriedI32ShrUConstant;
                        case OperationCode.CarriedI32ShrSConstant: goto AtCarriedI32ShrSConstant;
                        case OperationCode.CarriedI32RotlConstant: goto AtCarriedI32RotlConstant;
                        case OperationCode.CarriedI32RotrConstant: goto AtCarriedI32RotrConstant;
                        case OperationCode.CarriedI32RemUConstant: goto AtCarriedI32RemUConstant;
                        case OperationCode.CarriedI32DivUConstant: goto AtCarriedI32DivUConstant;
                        case OperationCode.CarriedI32Eqz: goto AtCarriedI32Eqz;
                        case OperationCode.CarriedI32Extend8S: goto AtCarriedI32Extend8S;
                        case OperationCode.CarriedI32LtUConstant: goto AtCarriedI32LtUConstant;
                        case OperationCode.CarriedI32EqConstant: goto AtCarriedI32EqConstant;
                        case OperationCode.CarriedI32NeConstant: goto AtCarriedI32NeConstant;
                        case OperationCode.CarriedBranchIf: goto AtCarriedBranchIf;
                        case OperationCode.CarriedBranchUnless: goto AtCarriedBranchUnless;
                        case OperationCode.CarriedBranchI32Eq: goto AtCarriedBranchI32Eq;
                        case OperationCode.CarriedBranchI32Ne: goto AtCarriedBranchI32Ne;
                        case OperationCode.CarriedBranchI32LtS: goto AtCarriedBranchI32LtS;
                        case OperationCode.CarriedBranchI32LtU: goto AtCarriedBranchI32LtU;
                        case OperationCode.CarriedBranchI32GtU: goto AtCarriedBranchI32GtU;
                        case OperationCode.CarriedBranchI32GeU: goto AtCarriedBranchI32GeU;
                        case OperationCode.CarriedBranchI32LeU: goto AtCarriedBranchI32LeU;
                        case OperationCode.CarriedBranchI32EqConstant: goto AtCarriedBranchI32EqConstant;
                        case OperationCode.CarriedBranchI32NeConstant: goto AtCarriedBranchI32NeConstant;
                        case OperationCode.CarriedBranchI32LtSConstant: goto AtCarriedBranchI32LtSConstant;
                        case OperationCode.CarriedBranchI32LtUConstant: goto AtCarriedBranchI32LtUConstant;
                        case OperationCode.CarriedBranchI32GtSConstant: goto AtCarriedBranchI32GtSConstant;
                        case OperationCode.CarriedBranchI32GtUConstant: goto AtCarriedBranchI32GtUConstant;
                        case OperationCode.CarriedI64ExtendI32U: goto AtCarriedI64ExtendI32U;
                        case OperationCode.CarriedI64ExtendI32S: goto AtCarriedI64ExtendI32S;
                        case OperationCode.CarriedI32WrapI64: goto AtCarriedI32WrapI64;
                        case OperationCode.CarriedF64ConvertI32S: goto AtCarriedF64ConvertI32S;
                        case OperationCode.CarriedF64ConvertI32U: goto AtCarriedF64ConvertI32U;
                        case OperationCode.CarriedI64Add: goto AtCarriedI64Add;
                        case OperationCode.CarriedI64AddConstant: goto AtCarriedI64AddConstant;
                        case OperationCode.CarriedI64Sub: goto AtCarriedI64Sub;
                        case OperationCode.CarriedI64Mul: goto AtCarriedI64Mul;
                        case OperationCode.CarriedI64MulConstant: goto AtCarriedI64MulConstant;
                        case OperationCode.CarriedI64And: goto AtCarriedI64And;
                        case OperationCode.CarriedI64AndConstant: goto AtCarriedI64AndConstant;
                        case OperationCode.CarriedI64Or: goto AtCarriedI64Or;
                        case OperationCode.CarriedI64Xor: goto AtCarriedI64Xor;
                        case OperationCode.CarriedI64XorConstant: goto AtCarriedI64XorConstant;
                        case OperationCode.CarriedI64ShlConstant: goto AtCarriedI64ShlConstant;
                        case OperationCode.CarriedI64ShrUConstant: goto AtCarriedI64ShrUConstant;
                        case OperationCode.CarriedI64RotlConstant: goto AtCarriedI64RotlConstant;
                        case OperationCode.CarriedI64RemU: goto AtCarriedI64RemU;
                        case OperationCode.CarriedBranchI64EqConstant: goto AtCarriedBranchI64EqConstant;
                        case OperationCode.CarriedBranchI64NeConstant: goto AtCarriedBranchI64NeConstant;
                        case OperationCode.CarriedI32Load: goto AtCarriedI32Load;
                        case OperationCode.CarriedI32Load8U: goto AtCarriedI32Load8U;
                        case OperationCode.CarriedI32Load8S: goto AtCarriedI32Load8S;
                        case OperationCode.CarriedI32Load16U: goto AtCarriedI32Load16U;
                        case OperationCode.CarriedI64Load: goto AtCarriedI64Load;
                        case OperationCode.CarriedF64Load: goto AtCarriedF64Load;
                        case OperationCode.CarriedI32Store: goto AtCarriedI32Store;
                        case OperationCode.CarriedI32Store8: goto AtCarriedI32Store8;
                        case OperationCode.CarriedI64Store: goto AtCarriedI64Store;
                        case OperationCode.CarriedF64Store: goto AtCarriedF64Store;
                        case OperationCode.CarriedI32AddConstantI32Load: goto AtCarriedI32AddConstantI32Load;
                        case OperationCode.CarriedI32AddConstantI32Load8U: goto AtCarriedI32AddConstantI32Load8U;
                        case OperationCode.CarriedI32AddConstantI64Load: goto AtCarriedI32AddConstantI64Load;
                        case OperationCode.CarriedI32AddConstantI32Store: goto AtCarriedI32AddConstantI32Store;
                        case OperationCode.CarriedI32AddI32Load: goto AtCarriedI32AddI32Load;
                        case OperationCode.CarriedI32AddI32Load8U: goto AtCarriedI32AddI32Load8U;
                        case OperationCode.CarriedI32AddConstantBranchIf: goto AtCarriedI32AddConstantBranchIf;
                        case OperationCode.CarriedI32AndConstantBranchIf: goto AtCarriedI32AndConstantBranchIf;
                        case OperationCode.CarriedI32AndConstantBranchUnless: goto AtCarriedI32AndConstantBranchUnless;
                        case OperationCode.CarriedI32AddI32Add: goto AtCarriedI32AddI32Add;
                        case OperationCode.CarriedI32AddI32AddConstant: goto AtCarriedI32AddI32AddConstant;
                        case OperationCode.CarriedI32AddConstantI32Add: goto AtCarriedI32AddConstantI32Add;
                        case OperationCode.CarriedI32AddConstantI32AndConstant: goto AtCarriedI32AddConstantI32AndConstant;
                        case OperationCode.CarriedI32AndConstantI32AddConstant: goto AtCarriedI32AndConstantI32AddConstant;
                        case OperationCode.CarriedI32ShlConstantI32Add: goto AtCarriedI32ShlConstantI32Add;
                        case OperationCode.CarriedI32ShlConstantI32AddConstant: goto AtCarriedI32ShlConstantI32AddConstant;
                        case OperationCode.CarriedI32ShlConstantI32Or: goto AtCarriedI32ShlConstantI32Or;
                        case OperationCode.CarriedI32ShlConstantI32Xor: goto AtCarriedI32ShlConstantI32Xor;
                        case OperationCode.CarriedI32ShrUConstantI32AndConstant: goto AtCarriedI32ShrUConstantI32AndConstant;
                        case OperationCode.CarriedI32ShrUConstantI32Or: goto AtCarriedI32ShrUConstantI32Or;
                        case OperationCode.CarriedI32ShrUConstantI32Xor: goto AtCarriedI32ShrUConstantI32Xor;
                        case OperationCode.CarriedI32RotlConstantI32Xor: goto AtCarriedI32RotlConstantI32Xor;
                        case OperationCode.CarriedI32RotrConstantI32Xor: goto AtCarriedI32RotrConstantI32Xor;
                        case OperationCode.CarriedI32XorI32Xor: goto AtCarriedI32XorI32Xor;
                        case OperationCode.CarriedI32AndI32Xor: goto AtCarriedI32AndI32Xor;
                        case OperationCode.CarriedI32LoadI32Add: goto AtCarriedI32LoadI32Add;
                        case OperationCode.CarriedI32LoadI32Xor: goto AtCarriedI32LoadI32Xor;
                        case OperationCode.CarriedI64ShrUConstantI64Xor: goto AtCarriedI64ShrUConstantI64Xor;
                        default: goto Again;
                    }

                Next1:
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip[-1].Code);
#endif
                    switch (ip[-1].Code)
                    {
                        case OperationCode.Jump: goto AtJump;
                        case OperationCode.BranchIf: goto AtBranchIf;
                        case OperationCode.BranchUnless: goto AtBranchUnless;
                        case OperationCode.BranchTable: goto AtBranchTable;
                        case OperationCode.ReturnOne: goto AtReturnOne;
                        case OperationCode.Return: goto AtReturn;
                        case OperationCode.ReturnOneFromCaller: goto AtReturnOneFromCaller;
                        case OperationCode.ReturnFromCaller: goto AtReturnFromCaller;
                        case OperationCode.Call: goto AtCall;
                        case OperationCode.Constant: goto AtConstant;
                        case OperationCode.Move: goto AtMove;
                        case OperationCode.MoveTwo: goto AtMoveTwo;
                        case OperationCode.Select: goto AtSelect;
                        case OperationCode.GlobalGet: goto AtGlobalGet;
                        case OperationCode.GlobalSet: goto AtGlobalSet;
                        case OperationCode.I32Eqz: goto AtI32Eqz;
                        case OperationCode.I32Eq: goto AtI32Eq;
                        case OperationCode.I32EqConstant: goto AtI32EqConstant;
                        case OperationCode.BranchI32Eq: goto AtBranchI32Eq;
                        case OperationCode.BranchI32EqConstant: goto AtBranchI32EqConstant;
                        case OperationCode.I32Ne: goto AtI32Ne;
                        case OperationCode.I32NeConstant: goto AtI32NeConstant;
                        case OperationCode.BranchI32Ne: goto AtBranchI32Ne;
                        case OperationCode.BranchI32NeConstant: goto AtBranchI32NeConstant;
                        case OperationCode.I32LtS: goto AtI32LtS;
                        case OperationCode.I32LtSConstant: goto AtI32LtSConstant;
                        case OperationCode.BranchI32LtS: goto AtBranchI32LtS;
                        case OperationCode.BranchI32LtSConstant: goto AtBranchI32LtSConstant;
                        case OperationCode.I32LtU: goto AtI32LtU;
                        case OperationCode.I32LtUConstant: goto AtI32LtUConstant;
                        case OperationCode.BranchI32LtU: goto AtBranchI32LtU;
                        case OperationCode.BranchI32LtUConstant: goto AtBranchI32LtUConstant;
                        case OperationCode.I32GtS: goto AtI32GtS;
                        case OperationCode.I32GtSConstant: goto AtI32GtSConstant;
                        case OperationCode.BranchI32GtS: goto AtBranchI32GtS;
                        case OperationCode.BranchI32GtSConstant: goto AtBranchI32GtSConstant;
                        case OperationCode.I32GtU: goto AtI32GtU;
                        case OperationCode.I32GtUConstant: goto AtI32GtUConstant;
                        case OperationCode.BranchI32GtU: goto AtBranchI32GtU;
                        case OperationCode.BranchI32GtUConstant: goto AtBranchI32GtUConstant;
                        case OperationCode.I32LeS: goto AtI32LeS;
                        case OperationCode.I32LeSConstant: goto AtI32LeSConstant;
                        case OperationCode.BranchI32LeS: goto AtBranchI32LeS;
                        case OperationCode.BranchI32LeSConstant: goto AtBranchI32LeSConstant;
                        case OperationCode.I32LeU: goto AtI32LeU;
                        case OperationCode.I32LeUConstant: goto AtI32LeUConstant;
                        case OperationCode.BranchI32LeU: goto AtBranchI32LeU;
                        case OperationCode.BranchI32LeUConstant: goto AtBranchI32LeUConstant;
                        case OperationCode.I32GeS: goto AtI32GeS;
                        case OperationCode.I32GeSConstant: goto AtI32GeSConstant;
                        case OperationCode.BranchI32GeS: goto AtBranchI32GeS;
                        case OperationCode.BranchI32GeSConstant: goto AtBranchI32GeSConstant;
                        case OperationCode.I32GeU: goto AtI32GeU;
                        case OperationCode.I32GeUConstant: goto AtI32GeUConstant;
                        case OperationCode.BranchI32GeU: goto AtBranchI32GeU;
                        case OperationCode.BranchI32GeUConstant: goto AtBranchI32GeUConstant;
                        case OperationCode.I64Eqz: goto AtI64Eqz;
                        case OperationCode.I64Eq: goto AtI64Eq;
                        case OperationCode.I64EqConstant: goto AtI64EqConstant;
                        case OperationCode.BranchI64Eq: goto AtBranchI64Eq;
                        case OperationCode.BranchI64EqConstant: goto AtBranchI64EqConstant;
                        case OperationCode.I64Ne: goto AtI64Ne;
                        case OperationCode.I64NeConstant: goto AtI64NeConstant;
                        case OperationCode.BranchI64Ne: goto AtBranchI64Ne;
                        case OperationCode.BranchI64NeConstant: goto AtBranchI64NeConstant;
                        case OperationCode.I64LtS: goto AtI64LtS;
                        case OperationCode.I64LtSConstant: goto AtI64LtSConstant;
                        case OperationCode.BranchI64LtS: goto AtBranchI64LtS;
                        case OperationCode.BranchI64LtSConstant: goto AtBranchI64LtSConstant;
                        case OperationCode.I64LtU: goto AtI64LtU;
                        case OperationCode.I64LtUConstant: goto AtI64LtUConstant;
                        case OperationCode.BranchI64LtU: goto AtBranchI64LtU;
                        case OperationCode.BranchI64LtUConstant: goto AtBranchI64LtUConstant;
                        case OperationCode.I64GtS: goto AtI64GtS;
                        case OperationCode.I64GtSConstant: goto AtI64GtSConstant;
                        case OperationCode.BranchI64GtS: goto AtBranchI64GtS;
                        case OperationCode.BranchI64GtSConstant: goto AtBranchI64GtSConstant;
                        case OperationCode.I64GtU: goto AtI64GtU;
                        case OperationCode.I64GtUConstant: goto AtI64GtUConstant;
                        case OperationCode.BranchI64GtU: goto AtBranchI64GtU;
                        case OperationCode.BranchI64GtUConstant: goto AtBranchI64GtUConstant;
                        case OperationCode.I64LeS: goto AtI64LeS;
                        case OperationCode.I64LeSConstant: goto AtI64LeSConstant;
                        case OperationCode.BranchI64LeS: goto AtBranchI64LeS;
                        case OperationCode.BranchI64LeSConstant: goto AtBranchI64LeSConstant;
                        case OperationCode.I64LeU: goto AtI64LeU;
                        case OperationCode.I64LeUConstant: goto AtI64LeUConstant;
                        case OperationCode.BranchI64LeU: goto AtBranchI64LeU;
                        case OperationCode.BranchI64LeUConstant: goto AtBranchI64LeUConstant;
                        case OperationCode.I64GeS: goto AtI64GeS;
                        case OperationCode.I64GeSConstant: goto AtI64GeSConstant;
                        case OperationCode.BranchI64GeS: goto AtBranchI64GeS;
                        case OperationCode.BranchI64GeSConstant: goto AtBranchI64GeSConstant;
                        case OperationCode.I64GeU: goto AtI64GeU;
                        case OperationCode.I64GeUConstant: goto AtI64GeUConstant;
                        case OperationCode.BranchI64GeU: goto AtBranchI64GeU;
                        case OperationCode.BranchI64GeUConstant: goto AtBranchI64GeUConstant;
                        case OperationCode.F32Eq: goto AtF32Eq;
                        case OperationCode.F32EqConstant: goto AtF32EqConstant;
                        case OperationCode.BranchF32Eq: goto AtBranchF32Eq;
                        case OperationCode.BranchNotF32Eq: goto AtBranchNotF32Eq;
                        case OperationCode.F32Ne: goto AtF32Ne;
                        case OperationCode.F32NeConstant: goto AtF32NeConstant;
                        case OperationCode.BranchF32Ne: goto AtBranchF32Ne;
                        case OperationCode.BranchNotF32Ne: goto AtBranchNotF32Ne;
                        case OperationCode.F32Lt: goto AtF32Lt;
                        case OperationCode.F32LtConstant: goto AtF32LtConstant;
                        case OperationCode.BranchF32Lt: goto AtBranchF32Lt;
                        case OperationCode.BranchNotF32Lt: goto AtBranchNotF32Lt;
                        case OperationCode.F32Gt: goto AtF32Gt;
                        case OperationCode.F32GtConstant: goto AtF32GtConstant;
                        case OperationCode.BranchF32Gt: goto AtBranchF32Gt;
                        case OperationCode.BranchNotF32Gt: goto AtBranchNotF32Gt;
                        case OperationCode.F32Le: goto AtF32Le;
                        case OperationCode.F32LeConstant: goto AtF32LeConstant;
                        case OperationCode.BranchF32Le: goto AtBranchF32Le;
                        case OperationCode.BranchNotF32Le: goto AtBranchNotF32Le;
                        case OperationCode.F32Ge: goto AtF32Ge;
                        case OperationCode.F32GeConstant: goto AtF32GeConstant;
                        case OperationCode.BranchF32Ge: goto AtBranchF32Ge;
                        case OperationCode.BranchNotF32Ge: goto AtBranchNotF32Ge;
                        case OperationCode.F64Eq: goto AtF64Eq;
                        case OperationCode.F64EqConstant: goto AtF64EqConstant;
                        case OperationCode.BranchF64Eq: goto AtBranchF64Eq;
                        case OperationCode.BranchNotF64Eq: goto AtBranchNotF64Eq;
                        case OperationCode.F64Ne: goto AtF64Ne;
                        case OperationCode.F64NeConstant: goto AtF64NeConstant;
                        case OperationCode.BranchF64Ne: goto AtBranchF64Ne;
                        case OperationCode.BranchNotF64Ne: goto AtBranchNotF64Ne;
                        case OperationCode.F64Lt: goto AtF64Lt;
                        case OperationCode.F64LtConstant: goto AtF64LtConstant;
                        case OperationCode.BranchF64Lt: goto AtBranchF64Lt;
                        case OperationCode.BranchNotF64Lt: goto AtBranchNotF64Lt;
                        case OperationCode.F64Gt: goto AtF64Gt;
                        case OperationCode.F64GtConstant: goto AtF64GtConstant;
                        case OperationCode.BranchF64Gt: goto AtBranchF64Gt;
                        case OperationCode.BranchNotF64Gt: goto AtBranchNotF64Gt;
                        case OperationCode.F64Le: goto AtF64Le;
                        case OperationCode.F64LeConstant: goto AtF64LeConstant;
                        case OperationCode.BranchF64Le: goto AtBranchF64Le;
                        case OperationCode.BranchNotF64Le: goto AtBranchNotF64Le;
                        case OperationCode.F64Ge: goto AtF64Ge;
                        case OperationCode.F64GeConstant: goto AtF64GeConstant;
                        case OperationCode.BranchF64Ge: goto AtBranchF64Ge;
                        case OperationCode.BranchNotF64Ge: goto AtBranchNotF64Ge;
                        case OperationCode.I32Clz: goto AtI32Clz;
                        case OperationCode.I32Ctz: goto AtI32Ctz;
                        case OperationCode.I32Popcnt: goto AtI32Popcnt;
                        case OperationCode.I32Add: goto AtI32Add;
                        case OperationCode.I32AddConstant: goto AtI32AddConstant;
                        case OperationCode.I32Sub: goto AtI32Sub;
                        case OperationCode.I32SubConstant: goto AtI32SubConstant;
                        case OperationCode.I32Mul: goto AtI32Mul;
                        case OperationCode.I32MulConstant: goto AtI32MulConstant;
                        case OperationCode.I32DivS: goto AtI32DivS;
                        case OperationCode.I32DivSConstant: goto AtI32DivSConstant;
                        case OperationCode.I32DivU: goto AtI32DivU;
                        case OperationCode.I32DivUConstant: goto AtI32DivUConstant;
                        case OperationCode.I32RemS: goto AtI32RemS;
                        case OperationCode.I32RemSConstant: goto AtI32RemSConstant;
                        case OperationCode.I32RemU: goto AtI32RemU;
                        case OperationCode.I32RemUConstant: goto AtI32RemUConstant;
                        case OperationCode.I32And: goto AtI32And;
                        case OperationCode.I32AndConstant: goto AtI32AndConstant;
                        case OperationCode.I32Or: goto AtI32Or;
                        case OperationCode.I32OrConstant: goto AtI32OrConstant;
                        case OperationCode.I32Xor: goto AtI32Xor;
                        case OperationCode.I32XorConstant: goto AtI32XorConstant;
                        case OperationCode.I32Shl: goto AtI32Shl;
                        case OperationCode.I32ShlConstant: goto AtI32ShlConstant;
                        case OperationCode.I32ShrS: goto AtI32ShrS;
                        case OperationCode.I32ShrSConstant: goto AtI32ShrSConstant;
                        case OperationCode.I32ShrU: goto AtI32ShrU;
                        case OperationCode.I32ShrUConstant: goto AtI32ShrUConstant;
                        case OperationCode.I32Rotl: goto AtI32Rotl;
                        case OperationCode.I32RotlConstant: goto AtI32RotlConstant;
                        case OperationCode.I32Rotr: goto AtI32Rotr;
                        case OperationCode.I32RotrConstant: goto AtI32RotrConstant;
                        case OperationCode.I64Clz: goto AtI64Clz;
                        case OperationCode.I64Ctz: goto AtI64Ctz;
                        case OperationCode.I64Popcnt: goto AtI64Popcnt;
                        case OperationCode.I64Add: goto AtI64Add;
                        case OperationCode.I64AddConstant: goto AtI64AddConstant;
                        case OperationCode.I64Sub: goto AtI64Sub;
                        case OperationCode.I64SubConstant: goto AtI64SubConstant;
                        case OperationCode.I64Mul: goto AtI64Mul;
                        case OperationCode.I64MulConstant: goto AtI64MulConstant;
                        case OperationCode.I64DivS: goto AtI64DivS;
                        case OperationCode.I64DivSConstant: goto AtI64DivSConstant;
                        case OperationCode.I64DivU: goto AtI64DivU;
                        case OperationCode.I64DivUConstant: goto AtI64DivUConstant;
                        case OperationCode.I64RemS: goto AtI64RemS;
                        case OperationCode.I64RemSConstant: goto AtI64RemSConstant;
                        case OperationCode.I64RemU: goto AtI64RemU;
                        case OperationCode.I64RemUConstant: goto AtI64RemUConstant;
                        case OperationCode.I64And: goto AtI64And;
                        case OperationCode.I64AndConstant: goto AtI64AndConstant;
                        case OperationCode.I64Or: goto AtI64Or;
                        case OperationCode.I64OrConstant: goto AtI64OrConstant;
                        case OperationCode.I64Xor: goto AtI64Xor;
                        case OperationCode.I64XorConstant: goto AtI64XorConstant;
                        case OperationCode.I64Shl: goto AtI64Shl;
                        case OperationCode.I64ShlConstant: goto AtI64ShlConstant;
                        case OperationCode.I64ShrS: goto AtI64ShrS;
                        case OperationCode.I64ShrSConstant: goto AtI64ShrSConstant;
                        case OperationCode.I64ShrU: goto AtI64ShrU;
                        case OperationCode.I64ShrUConstant: goto AtI64ShrUConstant;
                        case OperationCode.I64Rotl: goto AtI64Rotl;
                        case OperationCode.I64RotlConstant: goto AtI64RotlConstant;
                        case OperationCode.I64Rotr: goto AtI64Rotr;
                        case OperationCode.I64RotrConstant: goto AtI64RotrConstant;
                        case OperationCode.F32Abs: goto AtF32Abs;
                        case OperationCode.F32Neg: goto AtF32Neg;
                        case OperationCode.F32Ceil: goto AtF32Ceil;
                        case OperationCode.F32Floor: goto AtF32Floor;
                        case OperationCode.F32Trunc: goto AtF32Trunc;
                        case OperationCode.F32Nearest: goto AtF32Nearest;
                        case OperationCode.F32Sqrt: goto AtF32Sqrt;
                        case OperationCode.F32Add: goto AtF32Add;
                        case OperationCode.F32AddConstant: goto AtF32AddConstant;
                        case OperationCode.F32Sub: goto AtF32Sub;
                        case OperationCode.F32SubConstant: goto AtF32SubConstant;
                        case OperationCode.F32Mul: goto AtF32Mul;
                        case OperationCode.F32MulConstant: goto AtF32MulConstant;
                        case OperationCode.F32Div: goto AtF32Div;
                        case OperationCode.F32DivConstant: goto AtF32DivConstant;
                        case OperationCode.F32Min: goto AtF32Min;
                        case OperationCode.F32MinConstant: goto AtF32MinConstant;
                        case OperationCode.F32Max: goto AtF32Max;
                        case OperationCode.F32MaxConstant: goto AtF32MaxConstant;
                        case OperationCode.F32Copysign: goto AtF32Copysign;
                        case OperationCode.F32CopysignConstant: goto AtF32CopysignConstant;
                        case OperationCode.F64Abs: goto AtF64Abs;
                        case OperationCode.F64Neg: goto AtF64Neg;
                        case OperationCode.F64Ceil: goto AtF64Ceil;
                        case OperationCode.F64Floor: goto AtF64Floor;
                        case OperationCode.F64Trunc: goto AtF64Trunc;
                        case OperationCode.F64Nearest: goto AtF64Nearest;
                        case OperationCode.F64Sqrt: goto AtF64Sqrt;
                        case OperationCode.F64Add: goto AtF64Add;
                        case OperationCode.F64AddConstant: goto AtF64AddConstant;
                        case OperationCode.F64Sub: goto AtF64Sub;
                        case OperationCode.F64SubConstant: goto AtF64SubConstant;
                        case OperationCode.F64Mul: goto AtF64Mul;
                        case OperationCode.F64MulConstant: goto AtF64MulConstant;
                        case OperationCode.F64Div: goto AtF64Div;
                        case OperationCode.F64DivConstant: goto AtF64DivConstant;
                        case OperationCode.F64Min: goto AtF64Min;
                        case OperationCode.F64MinConstant: goto AtF64MinConstant;
                        case OperationCode.F64Max: goto AtF64Max;
                        case OperationCode.F64MaxConstant: goto AtF64MaxConstant;
                        case OperationCode.F64Copysign: goto AtF64Copysign;
                        case OperationCode.F64CopysignConstant: goto AtF64CopysignConstant;
                        case OperationCode.I32WrapI64: goto AtI32WrapI64;
                        case OperationCode.I32TruncF32S: goto AtI32TruncF32S;
                        case OperationCode.I32TruncF32U: goto AtI32TruncF32U;
                        case OperationCode.I32TruncF64S: goto AtI32TruncF64S;
                        case OperationCode.I32TruncF64U: goto AtI32TruncF64U;
                        case OperationCode.I64ExtendI32S: goto AtI64ExtendI32S;
                        case OperationCode.I64ExtendI32U: goto AtI64ExtendI32U;
                        case OperationCode.I64TruncF32S: goto AtI64TruncF32S;
                        case OperationCode.I64TruncF32U: goto AtI64TruncF32U;
                        case OperationCode.I64TruncF64S: goto AtI64TruncF64S;
                        case OperationCode.I64TruncF64U: goto AtI64TruncF64U;
                        case OperationCode.F32ConvertI32S: goto AtF32ConvertI32S;
                        case OperationCode.F32ConvertI32U: goto AtF32ConvertI32U;
                        case OperationCode.F32ConvertI64S: goto AtF32ConvertI64S;
                        case OperationCode.F32ConvertI64U: goto AtF32ConvertI64U;
                        case OperationCode.F32DemoteF64: goto AtF32DemoteF64;
                        case OperationCode.F64ConvertI32S: goto AtF64ConvertI32S;
                        case OperationCode.F64ConvertI32U: goto AtF64ConvertI32U;
                        case OperationCode.F64ConvertI64S: goto AtF64ConvertI64S;
                        case OperationCode.F64ConvertI64U: goto AtF64ConvertI64U;
                        case OperationCode.F64PromoteF32: goto AtF64PromoteF32;
                        case OperationCode.I32ReinterpretF32: goto AtI32ReinterpretF32;
                        case OperationCode.I64ReinterpretF64: goto AtI64ReinterpretF64;
                        case OperationCode.F32ReinterpretI32: goto AtF32ReinterpretI32;
                        case OperationCode.F64ReinterpretI64: goto AtF64ReinterpretI64;
                        case OperationCode.I32Extend8S: goto AtI32Extend8S;
                        case OperationCode.I32Extend16S: goto AtI32Extend16S;
                        case OperationCode.I64Extend8S: goto AtI64Extend8S;
                        case OperationCode.I64Extend16S: goto AtI64Extend16S;
                        case OperationCode.I64Extend32S: goto AtI64Extend32S;
                        case OperationCode.I32TruncSatF32S: goto AtI32TruncSatF32S;
                        case OperationCode.I32TruncSatF32U: goto AtI32TruncSatF32U;
                        case OperationCode.I32TruncSatF64S: goto AtI32TruncSatF64S;
                        case OperationCode.I32TruncSatF64U: goto AtI32TruncSatF64U;
                        case OperationCode.I64TruncSatF32S: goto AtI64TruncSatF32S;
                        case OperationCode.I64TruncSatF32U: goto AtI64TruncSatF32U;
                        case OperationCode.I64TruncSatF64S: goto AtI64TruncSatF64S;
                        case OperationCode.I64TruncSatF64U: goto AtI64TruncSatF64U;
                        case OperationCode.I32Load: goto AtI32Load;
                        case OperationCode.I64Load: goto AtI64Load;
                        case OperationCode.F32Load: goto AtF32Load;
                        case OperationCode.F64Load: goto AtF64Load;
                        case OperationCode.I32Load8S: goto AtI32Load8S;
                        case OperationCode.I32Load8U: goto AtI32Load8U;
                        case OperationCode.I32Load16S: goto AtI32Load16S;
                        case OperationCode.I32Load16U: goto AtI32Load16U;
                        case OperationCode.I64Load8S: goto AtI64Load8S;
                        case OperationCode.I64Load8U: goto AtI64Load8U;
                        case OperationCode.I64Load16S: goto AtI64Load16S;
                        case OperationCode.I64Load16U: goto AtI64Load16U;
                        case OperationCode.I64Load32S: goto AtI64Load32S;
                        case OperationCode.I64Load32U: goto AtI64Load32U;
                        case OperationCode.I32Store: goto AtI32Store;
                        case OperationCode.I64Store: goto AtI64Store;
                        case OperationCode.F32Store: goto AtF32Store;
                        case OperationCode.F64Store: goto AtF64Store;
                        case OperationCode.I32Store8: goto AtI32Store8;
                        case OperationCode.I32Store16: goto AtI32Store16;
                        case OperationCode.I64Store8: goto AtI64Store8;
                        case OperationCode.I64Store16: goto AtI64Store16;
                        case OperationCode.I64Store32: goto AtI64Store32;
                        case OperationCode.ConstantI32Load: goto AtConstantI32Load;
                        case OperationCode.ConstantI32Load8U: goto AtConstantI32Load8U;
                        case OperationCode.ConstantI64Load: goto AtConstantI64Load;
                        case OperationCode.ConstantF64Load: goto AtConstantF64Load;
                        case OperationCode.ConstantI32Store: goto AtConstantI32Store;
                        case OperationCode.ConstantI32Store8: goto AtConstantI32Store8;
                        case OperationCode.ConstantI64Store: goto AtConstantI64Store;
                        case OperationCode.ConstantF64Store: goto AtConstantF64Store;
                        case OperationCode.I32AddConstantI32Load: goto AtI32AddConstantI32Load;
                        case OperationCode.I32AddConstantI32Load8U: goto AtI32AddConstantI32Load8U;
                        case OperationCode.I32AddConstantI32Load8S: goto AtI32AddConstantI32Load8S;
                        case OperationCode.I32AddConstantI32Load16U: goto AtI32AddConstantI32Load16U;
                        case OperationCode.I32AddConstantI32Load16S: goto AtI32AddConstantI32Load16S;
                        case OperationCode.I32AddConstantI64Load: goto AtI32AddConstantI64Load;
                        case OperationCode.I32AddConstantF32Load: goto AtI32AddConstantF32Load;
                        case OperationCode.I32AddConstantF64Load: goto AtI32AddConstantF64Load;
                        case OperationCode.I32AddConstantI32Store: goto AtI32AddConstantI32Store;
                        case OperationCode.I32AddConstantI32Store8: goto AtI32AddConstantI32Store8;
                        case OperationCode.I32AddConstantI32Store16: goto AtI32AddConstantI32Store16;
                        case OperationCode.I32AddConstantI64Store: goto AtI32AddConstantI64Store;
                        case OperationCode.I32AddConstantF32Store: goto AtI32AddConstantF32Store;
                        case OperationCode.I32AddConstantF64Store: goto AtI32AddConstantF64Store;
                        case OperationCode.I32AddI32Load: goto AtI32AddI32Load;
                        case OperationCode.I32AddI32Load8U: goto AtI32AddI32Load8U;
                        case OperationCode.I32AddI32Load16U: goto AtI32AddI32Load16U;
                        case OperationCode.I32AddI64Load: goto AtI32AddI64Load;
                        case OperationCode.I32AddF64Load: goto AtI32AddF64Load;
                        case OperationCode.I32AddConstantBranchIf: goto AtI32AddConstantBranchIf;
                        case OperationCode.I32AddConstantBranchI32Ne: goto AtI32AddConstantBranchI32Ne;
                        case OperationCode.I32AddConstantBranchI32NeConstant: goto AtI32AddConstantBranchI32NeConstant;
                        case OperationCode.I32AddConstantBranchI32LtS: goto AtI32AddConstantBranchI32LtS;
                        case OperationCode.I32AddConstantBranchI32LtU: goto AtI32AddConstantBranchI32LtU;
                        case OperationCode.I32AddConstantBranchI32LtUConstant: goto AtI32AddConstantBranchI32LtUConstant;
                        case OperationCode.I32AddConstantBranchI32GtUConstant: goto AtI32AddConstantBranchI32GtUConstant;
                        case OperationCode.I32AndConstantBranchIf: goto AtI32AndConstantBranchIf;
                        case OperationCode.I32AndConstantBranchUnless: goto AtI32AndConstantBranchUnless;
                        case OperationCode.I32AddI32Add: goto AtI32AddI32Add;
                        case OperationCode.I32AddI32AddConstant: goto AtI32AddI32AddConstant;
                        case OperationCode.I32AddConstantI32Add: goto AtI32AddConstantI32Add;
                        case OperationCode.I32AddConstantI32AndConstant: goto AtI32AddConstantI32AndConstant;
                        case OperationCode.I32AddConstantI32ShlConstant: goto AtI32AddConstantI32ShlConstant;
                        case OperationCode.I32AndConstantI32AddConstant: goto AtI32AndConstantI32AddConstant;
                        case OperationCode.I32ShlConstantI32Add: goto AtI32ShlConstantI32Add;
                        case OperationCode.I32ShlConstantI32AddConstant: goto AtI32ShlConstantI32AddConstant;
                        case OperationCode.I32ShlConstantI32Or: goto AtI32ShlConstantI32Or;
                        case OperationCode.I32ShlConstantI32Xor: goto AtI32ShlConstantI32Xor;
                        case OperationCode.I32ShrUConstantI32AndConstant: goto AtI32ShrUConstantI32AndConstant;
                        case OperationCode.I32ShrUConstantI32Or: goto AtI32ShrUConstantI32Or;
                        case OperationCode.I32ShrUConstantI32Xor: goto AtI32ShrUConstantI32Xor;
                        case OperationCode.I32RotlConstantI32Xor: goto AtI32RotlConstantI32Xor;
                        case OperationCode.I32RotrConstantI32Xor: goto AtI32RotrConstantI32Xor;
                        case OperationCode.I32XorI32Xor: goto AtI32XorI32Xor;
                        case OperationCode.I32AndI32Xor: goto AtI32AndI32Xor;
                        case OperationCode.I32LoadI32Add: goto AtI32LoadI32Add;
                        case OperationCode.I32LoadI32Xor: goto AtI32LoadI32Xor;
                        case OperationCode.I32Load8UI32Xor: goto AtI32Load8UI32Xor;
                        case OperationCode.I64ShrUConstantI64Xor: goto AtI64ShrUConstantI64Xor;
                        case OperationCode.F64MulF64Add: goto AtF64MulF64Add;
                        case OperationCode.F64MulF64AddRight: goto AtF64MulF64AddRight;
                        case OperationCode.F64MulF64Sub: goto AtF64MulF64Sub;
                        case OperationCode.F64MulF64SubRight: goto AtF64MulF64SubRight;
                        case OperationCode.F64LoadF64Mul: goto AtF64LoadF64Mul;
                        case OperationCode.F64LoadF64MulRight: goto AtF64LoadF64MulRight;
                        case OperationCode.F64LoadF64Add: goto AtF64LoadF64Add;
                        case OperationCode.F64LoadF64AddRight: goto AtF64LoadF64AddRight;
                        case OperationCode.CarriedI32Add: goto AtCarriedI32Add;
                        case OperationCode.CarriedI32AddConstant: goto AtCarriedI32AddConstant;
                        case OperationCode.CarriedI32Sub: goto AtCarriedI32Sub;
                        case OperationCode.CarriedI32SubConstant: goto AtCarriedI32SubConstant;
                        case OperationCode.CarriedI32Mul: goto AtCarriedI32Mul;
                        case OperationCode.CarriedI32MulConstant: goto AtCarriedI32MulConstant;
                        case OperationCode.CarriedI32And: goto AtCarriedI32And;
                        case OperationCode.CarriedI32AndConstant: goto AtCarriedI32AndConstant;
                        case OperationCode.CarriedI32Or: goto AtCarriedI32Or;
                        case OperationCode.CarriedI32OrConstant: goto AtCarriedI32OrConstant;
                        case OperationCode.CarriedI32Xor: goto AtCarriedI32Xor;
                        case OperationCode.CarriedI32XorConstant: goto AtCarriedI32XorConstant;
                        case OperationCode.CarriedI32Shl: goto AtCarriedI32Shl;
                        case OperationCode.CarriedI32ShlConstant: goto AtCarriedI32ShlConstant;
                        case OperationCode.CarriedI32ShrU: goto AtCarriedI32ShrU;
                        case OperationCode.CarriedI32ShrUConstant: goto AtCarriedI32ShrUConstant;
                        case OperationCode.CarriedI32ShrSConstant: goto AtCarriedI32ShrSConstant;
                        case OperationCode.CarriedI32RotlConstant: goto AtCarriedI32RotlConstant;
                        case OperationCode.CarriedI32RotrConstant: goto AtCarriedI32RotrConstant;
                        case OperationCode.CarriedI32RemUConstant: goto AtCarriedI32RemUConstant;
                        case OperationCode.CarriedI32DivUConstant: goto AtCarriedI32DivUConstant;
                        case OperationCode.CarriedI32Eqz: goto AtCarriedI32Eqz;
                        case OperationCode.CarriedI32Extend8S: goto AtCarriedI32Extend8S;
                        case OperationCode.CarriedI32LtUConstant: goto AtCarriedI32LtUConstant;
                        case OperationCode.CarriedI32EqConstant: goto AtCarriedI32EqConstant;
                        case OperationCode.CarriedI32NeConstant: goto AtCarriedI32NeConstant;
                        case OperationCode.CarriedBranchIf: goto AtCarriedBranchIf;
                        case OperationCode.CarriedBranchUnless: goto AtCarriedBranchUnless;
                        case OperationCode.CarriedBranchI32Eq: goto AtCarriedBranchI32Eq;
                        case OperationCode.CarriedBranchI32Ne: goto AtCarriedBranchI32Ne;
                        case OperationCode.CarriedBranchI32LtS: goto AtCarriedBranchI32LtS;
                        case OperationCode.CarriedBranchI32LtU: goto AtCarriedBranchI32LtU;
                        case OperationCode.CarriedBranchI32GtU: goto AtCarriedBranchI32GtU;
                        case OperationCode.CarriedBranchI32GeU: goto AtCarriedBranchI32GeU;
                        case OperationCode.CarriedBranchI32LeU: goto AtCarriedBranchI32LeU;
                        case OperationCode.CarriedBranchI32EqConstant: goto AtCarriedBranchI32EqConstant;
                        case OperationCode.CarriedBranchI32NeConstant: goto AtCarriedBranchI32NeConstant;
                        case OperationCode.CarriedBranchI32LtSConstant: goto AtCarriedBranchI32LtSConstant;
                        case OperationCode.CarriedBranchI32LtUConstant: goto AtCarriedBranchI32LtUConstant;
                        case OperationCode.CarriedBranchI32GtSConstant: goto AtCarriedBranchI32GtSConstant;
                        case OperationCode.CarriedBranchI32GtUConstant: goto AtCarriedBranchI32GtUConstant;
                        case OperationCode.CarriedI64ExtendI32U: goto AtCarriedI64ExtendI32U;
                        case OperationCode.CarriedI64ExtendI32S: goto AtCarriedI64ExtendI32S;
                        case OperationCode.CarriedI32WrapI64: goto AtCarriedI32WrapI64;
                        case OperationCode.CarriedF64ConvertI32S: goto AtCarriedF64ConvertI32S;
                        case OperationCode.CarriedF64ConvertI32U: goto AtCarriedF64ConvertI32U;
                        case OperationCode.CarriedI64Add: goto AtCarriedI64Add;
                        case OperationCode.CarriedI64AddConstant: goto AtCarriedI64AddConstant;
                        case OperationCode.CarriedI64Sub: goto AtCarriedI64Sub;
                        case OperationCode.CarriedI64Mul: goto AtCarriedI64Mul;
                        case OperationCode.CarriedI64MulConstant: goto AtCarriedI64MulConstant;
                        case OperationCode.CarriedI64And: goto AtCarriedI64And;
                        case OperationCode.CarriedI64AndConstant: goto AtCarriedI64AndConstant;
                        case OperationCode.CarriedI64Or: goto AtCarriedI64Or;
                        case OperationCode.CarriedI64Xor: goto AtCarriedI64Xor;
                        case OperationCode.CarriedI64XorConstant: goto AtCarriedI64XorConstant;
                        case OperationCode.CarriedI64ShlConstant: goto AtCarriedI64ShlConstant;
                        case OperationCode.CarriedI64ShrUConstant: goto AtCarriedI64ShrUConstant;
                        case OperationCode.CarriedI64RotlConstant: goto AtCarriedI64RotlConstant;
                        case OperationCode.CarriedI64RemU: goto AtCarriedI64RemU;
                        case OperationCode.CarriedBranchI64EqConstant: goto AtCarriedBranchI64EqConstant;
                        case OperationCode.CarriedBranchI64NeConstant: goto AtCarriedBranchI64NeConstant;
                        case OperationCode.CarriedI32Load: goto AtCarriedI32Load;
                        case OperationCode.CarriedI32Load8U: goto AtCarriedI32Load8U;
                        case OperationCode.CarriedI32Load8S: goto AtCarriedI32Load8S;
                        case OperationCode.CarriedI32Load16U: goto AtCarriedI32Load16U;
                        case OperationCode.CarriedI64Load: goto AtCarriedI64Load;
                        case OperationCode.CarriedF64Load: goto AtCarriedF64Load;
                        case OperationCode.CarriedI32Store: goto AtCarriedI32Store;
                        case OperationCode.CarriedI32Store8: goto AtCarriedI32Store8;
                        case OperationCode.CarriedI64Store: goto AtCarriedI64Store;
                        case OperationCode.CarriedF64Store: goto AtCarriedF64Store;
                        case OperationCode.CarriedI32AddConstantI32Load: goto AtCarriedI32AddConstantI32Load;
                        case OperationCode.CarriedI32AddConstantI32Load8U: goto AtCarriedI32AddConstantI32Load8U;
                        case OperationCode.CarriedI32AddConstantI64Load: goto AtCarriedI32AddConstantI64Load;
                        case OperationCode.CarriedI32AddConstantI32Store: goto AtCarriedI32AddConstantI32Store;
                        case OperationCode.CarriedI32AddI32Load: goto AtCarriedI32AddI32Load;
                        case OperationCode.CarriedI32AddI32Load8U: goto AtCarriedI32AddI32Load8U;
                        case OperationCode.CarriedI32AddConstantBranchIf: goto AtCarriedI32AddConstantBranchIf;
                        case OperationCode.CarriedI32AndConstantBranchIf: goto AtCarriedI32AndConstantBranchIf;
                        case OperationCode.CarriedI32AndConstantBranchUnless: goto AtCarriedI32AndConstantBranchUnless;
                        case OperationCode.CarriedI32AddI32Add: goto AtCarriedI32AddI32Add;
                        case OperationCode.CarriedI32AddI32AddConstant: goto AtCarriedI32AddI32AddConstant;
                        case OperationCode.CarriedI32AddConstantI32Add: goto AtCarriedI32AddConstantI32Add;
                        case OperationCode.CarriedI32AddConstantI32AndConstant: goto AtCarriedI32AddConstantI32AndConstant;
                        case OperationCode.CarriedI32AndConstantI32AddConstant: goto AtCarriedI32AndConstantI32AddConstant;
                        case OperationCode.CarriedI32ShlConstantI32Add: goto AtCarriedI32ShlConstantI32Add;
                        case OperationCode.CarriedI32ShlConstantI32AddConstant: goto AtCarriedI32ShlConstantI32AddConstant;
                        case OperationCode.CarriedI32ShlConstantI32Or: goto AtCarriedI32ShlConstantI32Or;
                        case OperationCode.CarriedI32ShlConstantI32Xor: goto AtCarriedI32ShlConstantI32Xor;
                        case OperationCode.CarriedI32ShrUConstantI32AndConstant: goto AtCarriedI32ShrUConstantI32AndConstant;
                        case OperationCode.CarriedI32ShrUConstantI32Or: goto AtCarriedI32ShrUConstantI32Or;
                        case OperationCode.CarriedI32ShrUConstantI32Xor: goto AtCarriedI32ShrUConstantI32Xor;
                        case OperationCode.CarriedI32RotlConstantI32Xor: goto AtCarriedI32RotlConstantI32Xor;
                        case OperationCode.CarriedI32RotrConstantI32Xor: goto AtCarriedI32RotrConstantI32Xor;
                        case OperationCode.CarriedI32XorI32Xor: goto AtCarriedI32XorI32Xor;
                        case OperationCode.CarriedI32AndI32Xor: goto AtCarriedI32AndI32Xor;
                        case OperationCode.CarriedI32LoadI32Add: goto AtCarriedI32LoadI32Add;
                        case OperationCode.CarriedI32LoadI32Xor: goto AtCarriedI32LoadI32Xor;
                        case OperationCode.CarriedI64ShrUConstantI64Xor: goto AtCarriedI64ShrUConstantI64Xor;
                        default: goto Again;
                    }

                Next2:
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip[-1].Code);
#endif
                    switch (ip[-1].Code)
                    {
                        case OperationCode.Jump: goto AtJump;
                        case OperationCode.BranchIf: goto AtBranchIf;
                        case OperationCode.BranchUnless: goto AtBranchUnless;
                        case OperationCode.BranchTable: goto AtBranchTable;
                        case OperationCode.ReturnOne: goto AtReturnOne;
                        case OperationCode.Return: goto AtReturn;
                        case OperationCode.ReturnOneFromCaller: goto AtReturnOneFromCaller;
                        case OperationCode.ReturnFromCaller: goto AtReturnFromCaller;
                        case OperationCode.Call: goto AtCall;
                        case OperationCode.Constant: goto AtConstant;
                        case OperationCode.Move: goto AtMove;
                        case OperationCode.MoveTwo: goto AtMoveTwo;
                        case OperationCode.Select: goto AtSelect;
                        case OperationCode.GlobalGet: goto AtGlobalGet;
                        case OperationCode.GlobalSet: goto AtGlobalSet;
                        case OperationCode.I32Eqz: goto AtI32Eqz;
                        case OperationCode.I32Eq: goto AtI32Eq;
                        case OperationCode.I32EqConstant: goto AtI32EqConstant;
                        case OperationCode.BranchI32Eq: goto AtBranchI32Eq;
                        case OperationCode.BranchI32EqConstant: goto AtBranchI32EqConstant;
                        case OperationCode.I32Ne: goto AtI32Ne;
                        case OperationCode.I32NeConstant: goto AtI32NeConstant;
                        case OperationCode.BranchI32Ne: goto AtBranchI32Ne;
                        case OperationCode.BranchI32NeConstant: goto AtBranchI32NeConstant;
                        case OperationCode.I32LtS: goto AtI32LtS;
                        case OperationCode.I32LtSConstant: goto AtI32LtSConstant;
                        case OperationCode.BranchI32LtS: goto AtBranchI32LtS;
                        case OperationCode.BranchI32LtSConstant: goto AtBranchI32LtSConstant;
                        case OperationCode.I32LtU: goto AtI32LtU;
                        case OperationCode.I32LtUConstant: goto AtI32LtUConstant;
                        case OperationCode.BranchI32LtU: goto AtBranchI32LtU;
                        case OperationCode.BranchI32LtUConstant: goto AtBranchI32LtUConstant;
                        case OperationCode.I32GtS: goto AtI32GtS;
                        case OperationCode.I32GtSConstant: goto AtI32GtSConstant;
                        case OperationCode.BranchI32GtS: goto AtBranchI32GtS;
                        case OperationCode.BranchI32GtSConstant: goto AtBranchI32GtSConstant;
                        case OperationCode.I32GtU: goto AtI32GtU;
                        case OperationCode.I32GtUConstant: goto AtI32GtUConstant;
                        case OperationCode.BranchI32GtU: goto AtBranchI32GtU;
                        case OperationCode.BranchI32GtUConstant: goto AtBranchI32GtUConstant;
                        case OperationCode.I32LeS: goto AtI32LeS;
                        case OperationCode.I32LeSConstant: goto AtI32LeSConstant;
                        case OperationCode.BranchI32LeS: goto AtBranchI32LeS;
                        case OperationCode.BranchI32LeSConstant: goto AtBranchI32LeSConstant;
                        case OperationCode.I32LeU: goto AtI32LeU;
                        case OperationCode.I32LeUConstant: goto AtI32LeUConstant;
                        case OperationCode.BranchI32LeU: goto AtBranchI32LeU;
                        case OperationCode.BranchI32LeUConstant: goto AtBranchI32LeUConstant;
                        case OperationCode.I32GeS: goto AtI32GeS;
                        case OperationCode.I32GeSConstant: goto AtI32GeSConstant;
                        case OperationCode.BranchI32GeS: goto AtBranchI32GeS;
                        case OperationCode.BranchI32GeSConstant: goto AtBranchI32GeSConstant;
                        case OperationCode.I32GeU: goto AtI32GeU;
                        case OperationCode.I32GeUConstant: goto AtI32GeUConstant;
                        case OperationCode.BranchI32GeU: goto AtBranchI32GeU;
                        case OperationCode.BranchI32GeUConstant: goto AtBranchI32GeUConstant;
                        case OperationCode.I64Eqz: goto AtI64Eqz;
                        case OperationCode.I64Eq: goto AtI64Eq;
                        case OperationCode.I64EqConstant: goto AtI64EqConstant;
                        case OperationCode.BranchI64Eq: goto AtBranchI64Eq;
                        case OperationCode.BranchI64EqConstant: goto AtBranchI64EqConstant;
                        case OperationCode.I64Ne: goto AtI64Ne;
                        case OperationCode.I64NeConstant: goto AtI64NeConstant;
                        case OperationCode.BranchI64Ne: goto AtBranchI64Ne;
                        case OperationCode.BranchI64NeConstant: goto AtBranchI64NeConstant;
                        case OperationCode.I64LtS: goto AtI64LtS;
                        case OperationCode.I64LtSConstant: goto AtI64LtSConstant;
                        case OperationCode.BranchI64LtS: goto AtBranchI64LtS;
                        case OperationCode.BranchI64LtSConstant: goto AtBranchI64LtSConstant;
                        case OperationCode.I64LtU: goto AtI64LtU;
                        case OperationCode.I64LtUConstant: goto AtI64LtUConstant;
                        case OperationCode.BranchI64LtU: goto AtBranchI64LtU;
                        case OperationCode.BranchI64LtUConstant: goto AtBranchI64LtUConstant;
                        case OperationCode.I64GtS: goto AtI64GtS;
                        case OperationCode.I64GtSConstant: goto AtI64GtSConstant;
                        case OperationCode.BranchI64GtS: goto AtBranchI64GtS;
                        case OperationCode.BranchI64GtSConstant: goto AtBranchI64GtSConstant;
                        case OperationCode.I64GtU: goto AtI64GtU;
                        case OperationCode.I64GtUConstant: goto AtI64GtUConstant;
                        case OperationCode.BranchI64GtU: goto AtBranchI64GtU;
                        case OperationCode.BranchI64GtUConstant: goto AtBranchI64GtUConstant;
                        case OperationCode.I64LeS: goto AtI64LeS;
                        case OperationCode.I64LeSConstant: goto AtI64LeSConstant;
                        case OperationCode.BranchI64LeS: goto AtBranchI64LeS;
                        case OperationCode.BranchI64LeSConstant: goto AtBranchI64LeSConstant;
                        case OperationCode.I64LeU: goto AtI64LeU;
                        case OperationCode.I64LeUConstant: goto AtI64LeUConstant;
                        case OperationCode.BranchI64LeU: goto AtBranchI64LeU;
                        case OperationCode.BranchI64LeUConstant: goto AtBranchI64LeUConstant;
                        case OperationCode.I64GeS: goto AtI64GeS;
                        case OperationCode.I64GeSConstant: goto AtI64GeSConstant;
                        case OperationCode.BranchI64GeS: goto AtBranchI64GeS;
                        case OperationCode.BranchI64GeSConstant: goto AtBranchI64GeSConstant;
                        case OperationCode.I64GeU: goto AtI64GeU;
                        case OperationCode.I64GeUConstant: goto AtI64GeUConstant;
                        case OperationCode.BranchI64GeU: goto AtBranchI64GeU;
                        case OperationCode.BranchI64GeUConstant: goto AtBranchI64GeUConstant;
                        case OperationCode.F32Eq: goto AtF32Eq;
                        case OperationCode.F32EqConstant: goto AtF32EqConstant;
                        case OperationCode.BranchF32Eq: goto AtBranchF32Eq;
                        case OperationCode.BranchNotF32Eq: goto AtBranchNotF32Eq;
                        case OperationCode.F32Ne: goto AtF32Ne;
                        case OperationCode.F32NeConstant: goto AtF32NeConstant;
                        case OperationCode.BranchF32Ne: goto AtBranchF32Ne;
                        case OperationCode.BranchNotF32Ne: goto AtBranchNotF32Ne;
                        case OperationCode.F32Lt: goto AtF32Lt;
                        case OperationCode.F32LtConstant: goto AtF32LtConstant;
                        case OperationCode.BranchF32Lt: goto AtBranchF32Lt;
                        case OperationCode.BranchNotF32Lt: goto AtBranchNotF32Lt;
                        case OperationCode.F32Gt: goto AtF32Gt;
                        case OperationCode.F32GtConstant: goto AtF32GtConstant;
                        case OperationCode.BranchF32Gt: goto AtBranchF32Gt;
                        case OperationCode.BranchNotF32Gt: goto AtBranchNotF32Gt;
                        case OperationCode.F32Le: goto AtF32Le;
                        case OperationCode.F32LeConstant: goto AtF32LeConstant;
                        case OperationCode.BranchF32Le: goto AtBranchF32Le;
                        case OperationCode.BranchNotF32Le: goto AtBranchNotF32Le;
                        case OperationCode.F32Ge: goto AtF32Ge;
                        case OperationCode.F32GeConstant: goto AtF32GeConstant;
                        case OperationCode.BranchF32Ge: goto AtBranchF32Ge;
                        case OperationCode.BranchNotF32Ge: goto AtBranchNotF32Ge;
                        case OperationCode.F64Eq: goto AtF64Eq;
                        case OperationCode.F64EqConstant: goto AtF64EqConstant;
                        case OperationCode.BranchF64Eq: goto AtBranchF64Eq;
                        case OperationCode.BranchNotF64Eq: goto AtBranchNotF64Eq;
                        case OperationCode.F64Ne: goto AtF64Ne;
                        case OperationCode.F64NeConstant: goto AtF64NeConstant;
                        case OperationCode.BranchF64Ne: goto AtBranchF64Ne;
                        case OperationCode.BranchNotF64Ne: goto AtBranchNotF64Ne;
                        case OperationCode.F64Lt: goto AtF64Lt;
                        case OperationCode.F64LtConstant: goto AtF64LtConstant;
                        case OperationCode.BranchF64Lt: goto AtBranchF64Lt;
                        case OperationCode.BranchNotF64Lt: goto AtBranchNotF64Lt;
                        case OperationCode.F64Gt: goto AtF64Gt;
                        case OperationCode.F64GtConstant: goto AtF64GtConstant;
                        case OperationCode.BranchF64Gt: goto AtBranchF64Gt;
                        case OperationCode.BranchNotF64Gt: goto AtBranchNotF64Gt;
                        case OperationCode.F64Le: goto AtF64Le;
                        case OperationCode.F64LeConstant: goto AtF64LeConstant;
                        case OperationCode.BranchF64Le: goto AtBranchF64Le;
                        case OperationCode.BranchNotF64Le: goto AtBranchNotF64Le;
                        case OperationCode.F64Ge: goto AtF64Ge;
                        case OperationCode.F64GeConstant: goto AtF64GeConstant;
                        case OperationCode.BranchF64Ge: goto AtBranchF64Ge;
                        case OperationCode.BranchNotF64Ge: goto AtBranchNotF64Ge;
                        case OperationCode.I32Clz: goto AtI32Clz;
                        case OperationCode.I32Ctz: goto AtI32Ctz;
                        case OperationCode.I32Popcnt: goto AtI32Popcnt;
                        case OperationCode.I32Add: goto AtI32Add;
                        case OperationCode.I32AddConstant: goto AtI32AddConstant;
                        case OperationCode.I32Sub: goto AtI32Sub;
                        case OperationCode.I32SubConstant: goto AtI32SubConstant;
                        case OperationCode.I32Mul: goto AtI32Mul;
                        case OperationCode.I32MulConstant: goto AtI32MulConstant;
                        case OperationCode.I32DivS: goto AtI32DivS;
                        case OperationCode.I32DivSConstant: goto AtI32DivSConstant;
                        case OperationCode.I32DivU: goto AtI32DivU;
                        case OperationCode.I32DivUConstant: goto AtI32DivUConstant;
                        case OperationCode.I32RemS: goto AtI32RemS;
                        case OperationCode.I32RemSConstant: goto AtI32RemSConstant;
                        case OperationCode.I32RemU: goto AtI32RemU;
                        case OperationCode.I32RemUConstant: goto AtI32RemUConstant;
                        case OperationCode.I32And: goto AtI32And;
                        case OperationCode.I32AndConstant: goto AtI32AndConstant;
                        case OperationCode.I32Or: goto AtI32Or;
                        case OperationCode.I32OrConstant: goto AtI32OrConstant;
                        case OperationCode.I32Xor: goto AtI32Xor;
                        case OperationCode.I32XorConstant: goto AtI32XorConstant;
                        case OperationCode.I32Shl: goto AtI32Shl;
                        case OperationCode.I32ShlConstant: goto AtI32ShlConstant;
                        case OperationCode.I32ShrS: goto AtI32ShrS;
                        case OperationCode.I32ShrSConstant: goto AtI32ShrSConstant;
                        case OperationCode.I32ShrU: goto AtI32ShrU;
                        case OperationCode.I32ShrUConstant: goto AtI32ShrUConstant;
                        case OperationCode.I32Rotl: goto AtI32Rotl;
                        case OperationCode.I32RotlConstant: goto AtI32RotlConstant;
                        case OperationCode.I32Rotr: goto AtI32Rotr;
                        case OperationCode.I32RotrConstant: goto AtI32RotrConstant;
                        case OperationCode.I64Clz: goto AtI64Clz;
                        case OperationCode.I64Ctz: goto AtI64Ctz;
                        case OperationCode.I64Popcnt: goto AtI64Popcnt;
                        case OperationCode.I64Add: goto AtI64Add;
                        case OperationCode.I64AddConstant: goto AtI64AddConstant;
                        case OperationCode.I64Sub: goto AtI64Sub;
                        case OperationCode.I64SubConstant: goto AtI64SubConstant;
                        case OperationCode.I64Mul: goto AtI64Mul;
                        case OperationCode.I64MulConstant: goto AtI64MulConstant;
                        case OperationCode.I64DivS: goto AtI64DivS;
                        case OperationCode.I64DivSConstant: goto AtI64DivSConstant;
                        case OperationCode.I64DivU: goto AtI64DivU;
                        case OperationCode.I64DivUConstant: goto AtI64DivUConstant;
                        case OperationCode.I64RemS: goto AtI64RemS;
                        case OperationCode.I64RemSConstant: goto AtI64RemSConstant;
                        case OperationCode.I64RemU: goto AtI64RemU;
                        case OperationCode.I64RemUConstant: goto AtI64RemUConstant;
                        case OperationCode.I64And: goto AtI64And;
                        case OperationCode.I64AndConstant: goto AtI64AndConstant;
                        case OperationCode.I64Or: goto AtI64Or;
                        case OperationCode.I64OrConstant: goto AtI64OrConstant;
                        case OperationCode.I64Xor: goto AtI64Xor;
                        case OperationCode.I64XorConstant: goto AtI64XorConstant;
                        case OperationCode.I64Shl: goto AtI64Shl;
                        case OperationCode.I64ShlConstant: goto AtI64ShlConstant;
                        case OperationCode.I64ShrS: goto AtI64ShrS;
                        case OperationCode.I64ShrSConstant: goto AtI64ShrSConstant;
                        case OperationCode.I64ShrU: goto AtI64ShrU;
                        case OperationCode.I64ShrUConstant: goto AtI64ShrUConstant;
                        case OperationCode.I64Rotl: goto AtI64Rotl;
                        case OperationCode.I64RotlConstant: goto AtI64RotlConstant;
                        case OperationCode.I64Rotr: goto AtI64Rotr;
                        case OperationCode.I64RotrConstant: goto AtI64RotrConstant;
                        case OperationCode.F32Abs: goto AtF32Abs;
                        case OperationCode.F32Neg: goto AtF32Neg;
                        case OperationCode.F32Ceil: goto AtF32Ceil;
                        case OperationCode.F32Floor: goto AtF32Floor;
                        case OperationCode.F32Trunc: goto AtF32Trunc;
                        case OperationCode.F32Nearest: goto AtF32Nearest;
                        case OperationCode.F32Sqrt: goto AtF32Sqrt;
                        case OperationCode.F32Add: goto AtF32Add;
                        case OperationCode.F32AddConstant: goto AtF32AddConstant;
                        case OperationCode.F32Sub: goto AtF32Sub;
                        case OperationCode.F32SubConstant: goto AtF32SubConstant;
                        case OperationCode.F32Mul: goto AtF32Mul;
                        case OperationCode.F32MulConstant: goto AtF32MulConstant;
                        case OperationCode.F32Div: goto AtF32Div;
                        case OperationCode.F32DivConstant: goto AtF32DivConstant;
                        case OperationCode.F32Min: goto AtF32Min;
                        case OperationCode.F32MinConstant: goto AtF32MinConstant;
                        case OperationCode.F32Max: goto AtF32Max;
                        case OperationCode.F32MaxConstant: goto AtF32MaxConstant;
                        case OperationCode.F32Copysign: goto AtF32Copysign;
                        case OperationCode.F32CopysignConstant: goto AtF32CopysignConstant;
                        case OperationCode.F64Abs: goto AtF64Abs;
                        case OperationCode.F64Neg: goto AtF64Neg;
                        case OperationCode.F64Ceil: goto AtF64Ceil;
                        case OperationCode.F64Floor: goto AtF64Floor;
                        case OperationCode.F64Trunc: goto AtF64Trunc;
                        case OperationCode.F64Nearest: goto AtF64Nearest;
                        case OperationCode.F64Sqrt: goto AtF64Sqrt;
                        case OperationCode.F64Add: goto AtF64Add;
                        case OperationCode.F64AddConstant: goto AtF64AddConstant;
                        case OperationCode.F64Sub: goto AtF64Sub;
                        case OperationCode.F64SubConstant: goto AtF64SubConstant;
                        case OperationCode.F64Mul: goto AtF64Mul;
                        case OperationCode.F64MulConstant: goto AtF64MulConstant;
                        case OperationCode.F64Div: goto AtF64Div;
                        case OperationCode.F64DivConstant: goto AtF64DivConstant;
                        case OperationCode.F64Min: goto AtF64Min;
                        case OperationCode.F64MinConstant: goto AtF64MinConstant;
                        case OperationCode.F64Max: goto AtF64Max;
                        case OperationCode.F64MaxConstant: goto AtF64MaxConstant;
                        case OperationCode.F64Copysign: goto AtF64Copysign;
                        case OperationCode.F64CopysignConstant: goto AtF64CopysignConstant;
                        case OperationCode.I32WrapI64: goto AtI32WrapI64;
                        case OperationCode.I32TruncF32S: goto AtI32TruncF32S;
                        case OperationCode.I32TruncF32U: goto AtI32TruncF32U;
                        case OperationCode.I32TruncF64S: goto AtI32TruncF64S;
                        case OperationCode.I32TruncF64U: goto AtI32TruncF64U;
                        case OperationCode.I64ExtendI32S: goto AtI64ExtendI32S;
                        case OperationCode.I64ExtendI32U: goto AtI64ExtendI32U;
                        case OperationCode.I64TruncF32S: goto AtI64TruncF32S;
                        case OperationCode.I64TruncF32U: goto AtI64TruncF32U;
                        case OperationCode.I64TruncF64S: goto AtI64TruncF64S;
                        case OperationCode.I64TruncF64U: goto AtI64TruncF64U;
                        case OperationCode.F32ConvertI32S: goto AtF32ConvertI32S;
                        case OperationCode.F32ConvertI32U: goto AtF32ConvertI32U;
                        case OperationCode.F32ConvertI64S: goto AtF32ConvertI64S;
                        case OperationCode.F32ConvertI64U: goto AtF32ConvertI64U;
                        case OperationCode.F32DemoteF64: goto AtF32DemoteF64;
                        case OperationCode.F64ConvertI32S: goto AtF64ConvertI32S;
                        case OperationCode.F64ConvertI32U: goto AtF64ConvertI32U;
                        case OperationCode.F64ConvertI64S: goto AtF64ConvertI64S;
                        case OperationCode.F64ConvertI64U: goto AtF64ConvertI64U;
                        case OperationCode.F64PromoteF32: goto AtF64PromoteF32;
                        case OperationCode.I32ReinterpretF32: goto AtI32ReinterpretF32;
                        case OperationCode.I64ReinterpretF64: goto AtI64ReinterpretF64;
                        case OperationCode.F32ReinterpretI32: goto AtF32ReinterpretI32;
                        case OperationCode.F64ReinterpretI64: goto AtF64ReinterpretI64;
                        case OperationCode.I32Extend8S: goto AtI32Extend8S;
                        case OperationCode.I32Extend16S: goto AtI32Extend16S;
                        case OperationCode.I64Extend8S: goto AtI64Extend8S;
                        case OperationCode.I64Extend16S: goto AtI64Extend16S;
                        case OperationCode.I64Extend32S: goto AtI64Extend32S;
                        case OperationCode.I32TruncSatF32S: goto AtI32TruncSatF32S;
                        case OperationCode.I32TruncSatF32U: goto AtI32TruncSatF32U;
                        case OperationCode.I32TruncSatF64S: goto AtI32TruncSatF64S;
                        case OperationCode.I32TruncSatF64U: goto AtI32TruncSatF64U;
                        case OperationCode.I64TruncSatF32S: goto AtI64TruncSatF32S;
                        case OperationCode.I64TruncSatF32U: goto AtI64TruncSatF32U;
                        case OperationCode.I64TruncSatF64S: goto AtI64TruncSatF64S;
                        case OperationCode.I64TruncSatF64U: goto AtI64TruncSatF64U;
                        case OperationCode.I32Load: goto AtI32Load;
                        case OperationCode.I64Load: goto AtI64Load;
                        case OperationCode.F32Load: goto AtF32Load;
                        case OperationCode.F64Load: goto AtF64Load;
                        case OperationCode.I32Load8S: goto AtI32Load8S;
                        case OperationCode.I32Load8U: goto AtI32Load8U;
                        case OperationCode.I32Load16S: goto AtI32Load16S;
                        case OperationCode.I32Load16U: goto AtI32Load16U;
                        case OperationCode.I64Load8S: goto AtI64Load8S;
                        case OperationCode.I64Load8U: goto AtI64Load8U;
                        case OperationCode.I64Load16S: goto AtI64Load16S;
                        case OperationCode.I64Load16U: goto AtI64Load16U;
                        case OperationCode.I64Load32S: goto AtI64Load32S;
                        case OperationCode.I64Load32U: goto AtI64Load32U;
                        case OperationCode.I32Store: goto AtI32Store;
                        case OperationCode.I64Store: goto AtI64Store;
                        case OperationCode.F32Store: goto AtF32Store;
                        case OperationCode.F64Store: goto AtF64Store;
                        case OperationCode.I32Store8: goto AtI32Store8;
                        case OperationCode.I32Store16: goto AtI32Store16;
                        case OperationCode.I64Store8: goto AtI64Store8;
                        case OperationCode.I64Store16: goto AtI64Store16;
                        case OperationCode.I64Store32: goto AtI64Store32;
                        case OperationCode.ConstantI32Load: goto AtConstantI32Load;
                        case OperationCode.ConstantI32Load8U: goto AtConstantI32Load8U;
                        case OperationCode.ConstantI64Load: goto AtConstantI64Load;
                        case OperationCode.ConstantF64Load: goto AtConstantF64Load;
                        case OperationCode.ConstantI32Store: goto AtConstantI32Store;
                        case OperationCode.ConstantI32Store8: goto AtConstantI32Store8;
                        case OperationCode.ConstantI64Store: goto AtConstantI64Store;
                        case OperationCode.ConstantF64Store: goto AtConstantF64Store;
                        case OperationCode.I32AddConstantI32Load: goto AtI32AddConstantI32Load;
                        case OperationCode.I32AddConstantI32Load8U: goto AtI32AddConstantI32Load8U;
                        case OperationCode.I32AddConstantI32Load8S: goto AtI32AddConstantI32Load8S;
                        case OperationCode.I32AddConstantI32Load16U: goto AtI32AddConstantI32Load16U;
                        case OperationCode.I32AddConstantI32Load16S: goto AtI32AddConstantI32Load16S;
                        case OperationCode.I32AddConstantI64Load: goto AtI32AddConstantI64Load;
                        case OperationCode.I32AddConstantF32Load: goto AtI32AddConstantF32Load;
                        case OperationCode.I32AddConstantF64Load: goto AtI32AddConstantF64Load;
                        case OperationCode.I32AddConstantI32Store: goto AtI32AddConstantI32Store;
                        case OperationCode.I32AddConstantI32Store8: goto AtI32AddConstantI32Store8;
                        case OperationCode.I32AddConstantI32Store16: goto AtI32AddConstantI32Store16;
                        case OperationCode.I32AddConstantI64Store: goto AtI32AddConstantI64Store;
                        case OperationCode.I32AddConstantF32Store: goto AtI32AddConstantF32Store;
                        case OperationCode.I32AddConstantF64Store: goto AtI32AddConstantF64Store;
                        case OperationCode.I32AddI32Load: goto AtI32AddI32Load;
                        case OperationCode.I32AddI32Load8U: goto AtI32AddI32Load8U;
                        case OperationCode.I32AddI32Load16U: goto AtI32AddI32Load16U;
                        case OperationCode.I32AddI64Load: goto AtI32AddI64Load;
                        case OperationCode.I32AddF64Load: goto AtI32AddF64Load;
                        case OperationCode.I32AddConstantBranchIf: goto AtI32AddConstantBranchIf;
                        case OperationCode.I32AddConstantBranchI32Ne: goto AtI32AddConstantBranchI32Ne;
                        case OperationCode.I32AddConstantBranchI32NeConstant: goto AtI32AddConstantBranchI32NeConstant;
                        case OperationCode.I32AddConstantBranchI32LtS: goto AtI32AddConstantBranchI32LtS;
                        case OperationCode.I32AddConstantBranchI32LtU: goto AtI32AddConstantBranchI32LtU;
                        case OperationCode.I32AddConstantBranchI32LtUConstant: goto AtI32AddConstantBranchI32LtUConstant;
                        case OperationCode.I32AddConstantBranchI32GtUConstant: goto AtI32AddConstantBranchI32GtUConstant;
                        case OperationCode.I32AndConstantBranchIf: goto AtI32AndConstantBranchIf;
                        case OperationCode.I32AndConstantBranchUnless: goto AtI32AndConstantBranchUnless;
                        case OperationCode.I32AddI32Add: goto AtI32AddI32Add;
                        case OperationCode.I32AddI32AddConstant: goto AtI32AddI32AddConstant;
                        case OperationCode.I32AddConstantI32Add: goto AtI32AddConstantI32Add;
                        case OperationCode.I32AddConstantI32AndConstant: goto AtI32AddConstantI32AndConstant;
                        case OperationCode.I32AddConstantI32ShlConstant: goto AtI32AddConstantI32ShlConstant;
                        case OperationCode.I32AndConstantI32AddConstant: goto AtI32AndConstantI32AddConstant;
                        case OperationCode.I32ShlConstantI32Add: goto AtI32ShlConstantI32Add;
                        case OperationCode.I32ShlConstantI32AddConstant: goto AtI32ShlConstantI32AddConstant;
                        case OperationCode.I32ShlConstantI32Or: goto AtI32ShlConstantI32Or;
                        case OperationCode.I32ShlConstantI32Xor: goto AtI32ShlConstantI32Xor;
                        case OperationCode.I32ShrUConstantI32AndConstant: goto AtI32ShrUConstantI32AndConstant;
                        case OperationCode.I32ShrUConstantI32Or: goto AtI32ShrUConstantI32Or;
                        case OperationCode.I32ShrUConstantI32Xor: goto AtI32ShrUConstantI32Xor;
                        case OperationCode.I32RotlConstantI32Xor: goto AtI32RotlConstantI32Xor;
                        case OperationCode.I32RotrConstantI32Xor: goto AtI32RotrConstantI32Xor;
                        case OperationCode.I32XorI32Xor: goto AtI32XorI32Xor;
                        case OperationCode.I32AndI32Xor: goto AtI32AndI32Xor;
                        case OperationCode.I32LoadI32Add: goto AtI32LoadI32Add;
                        case OperationCode.I32LoadI32Xor: goto AtI32LoadI32Xor;
                        case OperationCode.I32Load8UI32Xor: goto AtI32Load8UI32Xor;
                        case OperationCode.I64ShrUConstantI64Xor: goto AtI64ShrUConstantI64Xor;
                        case OperationCode.F64MulF64Add: goto AtF64MulF64Add;
                        case OperationCode.F64MulF64AddRight: goto AtF64MulF64AddRight;
                        case OperationCode.F64MulF64Sub: goto AtF64MulF64Sub;
                        case OperationCode.F64MulF64SubRight: goto AtF64MulF64SubRight;
                        case OperationCode.F64LoadF64Mul: goto AtF64LoadF64Mul;
                        case OperationCode.F64LoadF64MulRight: goto AtF64LoadF64MulRight;
                        case OperationCode.F64LoadF64Add: goto AtF64LoadF64Add;
                        case OperationCode.F64LoadF64AddRight: goto AtF64LoadF64AddRight;
                        case OperationCode.CarriedI32Add: goto AtCarriedI32Add;
                        case OperationCode.CarriedI32AddConstant: goto AtCarriedI32AddConstant;
                        case OperationCode.CarriedI32Sub: goto AtCarriedI32Sub;
                        case OperationCode.CarriedI32SubConstant: goto AtCarriedI32SubConstant;
                        case OperationCode.CarriedI32Mul: goto AtCarriedI32Mul;
                        case OperationCode.CarriedI32MulConstant: goto AtCarriedI32MulConstant;
                        case OperationCode.CarriedI32And: goto AtCarriedI32And;
                        case OperationCode.CarriedI32AndConstant: goto AtCarriedI32AndConstant;
                        case OperationCode.CarriedI32Or: goto AtCarriedI32Or;
                        case OperationCode.CarriedI32OrConstant: goto AtCarriedI32OrConstant;
                        case OperationCode.CarriedI32Xor: goto AtCarriedI32Xor;
                        case OperationCode.CarriedI32XorConstant: goto AtCarriedI32XorConstant;
                        case OperationCode.CarriedI32Shl: goto AtCarriedI32Shl;
                        case OperationCode.CarriedI32ShlConstant: goto AtCarriedI32ShlConstant;
                        case OperationCode.CarriedI32ShrU: goto AtCarriedI32ShrU;
                        case OperationCode.CarriedI32ShrUConstant: goto AtCarriedI32ShrUConstant;
                        case OperationCode.CarriedI32ShrSConstant: goto AtCarriedI32ShrSConstant;
                        case OperationCode.CarriedI32RotlConstant: goto AtCarriedI32RotlConstant;
                        case OperationCode.CarriedI32RotrConstant: goto AtCarriedI32RotrConstant;
                        case OperationCode.CarriedI32RemUConstant: goto AtCarriedI32RemUConstant;
                        case OperationCode.CarriedI32DivUConstant: goto AtCarriedI32DivUConstant;
                        case OperationCode.CarriedI32Eqz: goto AtCarriedI32Eqz;
                        case OperationCode.CarriedI32Extend8S: goto AtCarriedI32Extend8S;
                        case OperationCode.CarriedI32LtUConstant: goto AtCarriedI32LtUConstant;
                        case OperationCode.CarriedI32EqConstant: goto AtCarriedI32EqConstant;
                        case OperationCode.CarriedI32NeConstant: goto AtCarriedI32NeConstant;
                        case OperationCode.CarriedBranchIf: goto AtCarriedBranchIf;
                        case OperationCode.CarriedBranchUnless: goto AtCarriedBranchUnless;
                        case OperationCode.CarriedBranchI32Eq: goto AtCarriedBranchI32Eq;
                        case OperationCode.CarriedBranchI32Ne: goto AtCarriedBranchI32Ne;
                        case OperationCode.CarriedBranchI32LtS: goto AtCarriedBranchI32LtS;
                        case OperationCode.CarriedBranchI32LtU: goto AtCarriedBranchI32LtU;
                        case OperationCode.CarriedBranchI32GtU: goto AtCarriedBranchI32GtU;
                        case OperationCode.CarriedBranchI32GeU: goto AtCarriedBranchI32GeU;
                        case OperationCode.CarriedBranchI32LeU: goto AtCarriedBranchI32LeU;
                        case OperationCode.CarriedBranchI32EqConstant: goto AtCarriedBranchI32EqConstant;
                        case OperationCode.CarriedBranchI32NeConstant: goto AtCarriedBranchI32NeConstant;
                        case OperationCode.CarriedBranchI32LtSConstant: goto AtCarriedBranchI32LtSConstant;
                        case OperationCode.CarriedBranchI32LtUConstant: goto AtCarriedBranchI32LtUConstant;
                        case OperationCode.CarriedBranchI32GtSConstant: goto AtCarriedBranchI32GtSConstant;
                        case OperationCode.CarriedBranchI32GtUConstant: goto AtCarriedBranchI32GtUConstant;
                        case OperationCode.CarriedI64ExtendI32U: goto AtCarriedI64ExtendI32U;
                        case OperationCode.CarriedI64ExtendI32S: goto AtCarriedI64ExtendI32S;
                        case OperationCode.CarriedI32WrapI64: goto AtCarriedI32WrapI64;
                        case OperationCode.CarriedF64ConvertI32S: goto AtCarriedF64ConvertI32S;
                        case OperationCode.CarriedF64ConvertI32U: goto AtCarriedF64ConvertI32U;
                        case OperationCode.CarriedI64Add: goto AtCarriedI64Add;
                        case OperationCode.CarriedI64AddConstant: goto AtCarriedI64AddConstant;
                        case OperationCode.CarriedI64Sub: goto AtCarriedI64Sub;
                        case OperationCode.CarriedI64Mul: goto AtCarriedI64Mul;
                        case OperationCode.CarriedI64MulConstant: goto AtCarriedI64MulConstant;
                        case OperationCode.CarriedI64And: goto AtCarriedI64And;
                        case OperationCode.CarriedI64AndConstant: goto AtCarriedI64AndConstant;
                        case OperationCode.CarriedI64Or: goto AtCarriedI64Or;
                        case OperationCode.CarriedI64Xor: goto AtCarriedI64Xor;
                        case OperationCode.CarriedI64XorConstant: goto AtCarriedI64XorConstant;
                        case OperationCode.CarriedI64ShlConstant: goto AtCarriedI64ShlConstant;
                        case OperationCode.CarriedI64ShrUConstant: goto AtCarriedI64ShrUConstant;
                        case OperationCode.CarriedI64RotlConstant: goto AtCarriedI64RotlConstant;
                        case OperationCode.CarriedI64RemU: goto AtCarriedI64RemU;
                        case OperationCode.CarriedBranchI64EqConstant: goto AtCarriedBranchI64EqConstant;
                        case OperationCode.CarriedBranchI64NeConstant: goto AtCarriedBranchI64NeConstant;
                        case OperationCode.CarriedI32Load: goto AtCarriedI32Load;
                        case OperationCode.CarriedI32Load8U: goto AtCarriedI32Load8U;
                        case OperationCode.CarriedI32Load8S: goto AtCarriedI32Load8S;
                        case OperationCode.CarriedI32Load16U: goto AtCarriedI32Load16U;
                        case OperationCode.CarriedI64Load: goto AtCarriedI64Load;
                        case OperationCode.CarriedF64Load: goto AtCarriedF64Load;
                        case OperationCode.CarriedI32Store: goto AtCarriedI32Store;
                        case OperationCode.CarriedI32Store8: goto AtCarriedI32Store8;
                        case OperationCode.CarriedI64Store: goto AtCarriedI64Store;
                        case OperationCode.CarriedF64Store: goto AtCarriedF64Store;
                        case OperationCode.CarriedI32AddConstantI32Load: goto AtCarriedI32AddConstantI32Load;
                        case OperationCode.CarriedI32AddConstantI32Load8U: goto AtCarriedI32AddConstantI32Load8U;
                        case OperationCode.CarriedI32AddConstantI64Load: goto AtCarriedI32AddConstantI64Load;
                        case OperationCode.CarriedI32AddConstantI32Store: goto AtCarriedI32AddConstantI32Store;
                        case OperationCode.CarriedI32AddI32Load: goto AtCarriedI32AddI32Load;
                        case OperationCode.CarriedI32AddI32Load8U: goto AtCarriedI32AddI32Load8U;
                        case OperationCode.CarriedI32AddConstantBranchIf: goto AtCarriedI32AddConstantBranchIf;
                        case OperationCode.CarriedI32AndConstantBranchIf: goto AtCarriedI32AndConstantBranchIf;
                        case OperationCode.CarriedI32AndConstantBranchUnless: goto AtCarriedI32AndConstantBranchUnless;
                        case OperationCode.CarriedI32AddI32Add: goto AtCarriedI32AddI32Add;
                        case OperationCode.CarriedI32AddI32AddConstant: goto AtCarriedI32AddI32AddConstant;
                        case OperationCode.CarriedI32AddConstantI32Add: goto AtCarriedI32AddConstantI32Add;
                        case OperationCode.CarriedI32AddConstantI32AndConstant: goto AtCarriedI32AddConstantI32AndConstant;
                        case OperationCode.CarriedI32AndConstantI32AddConstant: goto AtCarriedI32AndConstantI32AddConstant;
                        case OperationCode.CarriedI32ShlConstantI32Add: goto AtCarriedI32ShlConstantI32Add;
                        case OperationCode.CarriedI32ShlConstantI32AddConstant: goto AtCarriedI32ShlConstantI32AddConstant;
                        case OperationCode.CarriedI32ShlConstantI32Or: goto AtCarriedI32ShlConstantI32Or;
                        case OperationCode.CarriedI32ShlConstantI32Xor: goto AtCarriedI32ShlConstantI32Xor;
                        case OperationCode.CarriedI32ShrUConstantI32AndConstant: goto AtCarriedI32ShrUConstantI32AndConstant;
                        case OperationCode.CarriedI32ShrUConstantI32Or: goto AtCarriedI32ShrUConstantI32Or;
                        case OperationCode.CarriedI32ShrUConstantI32Xor: goto AtCarriedI32ShrUConstantI32Xor;
                        case OperationCode.CarriedI32RotlConstantI32Xor: goto AtCarriedI32RotlConstantI32Xor;
                        case OperationCode.CarriedI32RotrConstantI32Xor: goto AtCarriedI32RotrConstantI32Xor;
                        case OperationCode.CarriedI32XorI32Xor: goto AtCarriedI32XorI32Xor;
                        case OperationCode.CarriedI32AndI32Xor: goto AtCarriedI32AndI32Xor;
                        case OperationCode.CarriedI32LoadI32Add: goto AtCarriedI32LoadI32Add;
                        case OperationCode.CarriedI32LoadI32Xor: goto AtCarriedI32LoadI32Xor;
                        case OperationCode.CarriedI64ShrUConstantI64Xor: goto AtCarriedI64ShrUConstantI64Xor;
                        default: goto Again;
                    }

                Next3:
                    ip++;
#if TRACE_OPERATIONS
                    OperationTrace.Count(ip[-1].Code);
#endif
                    switch (ip[-1].Code)
                    {
                        case OperationCode.Jump: goto AtJump;
                        case OperationCode.BranchIf: goto AtBranchIf;
                        case OperationCode.BranchUnless: goto AtBranchUnless;
                        case OperationCode.BranchTable: goto AtBranchTable;
                        case OperationCode.ReturnOne: goto AtReturnOne;
                        case OperationCode.Return: goto AtReturn;
                        case OperationCode.ReturnOneFromCaller: goto AtReturnOneFromCaller;
                        case OperationCode.ReturnFromCaller: goto AtReturnFromCaller;
                        case OperationCode.Call: goto AtCall;
                        case OperationCode.Constant: goto AtConstant;
                        case OperationCode.Move: goto AtMove;
                        case OperationCode.MoveTwo: goto AtMoveTwo;
                        case OperationCode.Select: goto AtSelect;
                        case OperationCode.GlobalGet: goto AtGlobalGet;
                        case OperationCode.GlobalSet: goto AtGlobalSet;
                        case OperationCode.I32Eqz: goto AtI32Eqz;
                        case OperationCode.I32Eq: goto AtI32Eq;
                        case OperationCode.I32EqConstant: goto AtI32EqConstant;
                        case OperationCode.BranchI32Eq: goto AtBranchI32Eq;
                        case OperationCode.BranchI32EqConstant: goto AtBranchI32EqConstant;
                        case OperationCode.I32Ne: goto AtI32Ne;
                        case OperationCode.I32NeConstant: goto AtI32NeConstant;
                        case OperationCode.BranchI32Ne: goto AtBranchI32Ne;
                        case OperationCode.BranchI32NeConstant: goto AtBranchI32NeConstant;
                        case OperationCode.I32LtS: goto AtI32LtS;
                        case OperationCode.I32LtSConstant: goto AtI32LtSConstant;
                        case OperationCode.BranchI32LtS: goto AtBranchI32LtS;
                        case OperationCode.BranchI32LtSConstant: goto AtBranchI32LtSConstant;
                        case OperationCode.I32LtU: goto AtI32LtU;
                        case OperationCode.I32LtUConstant: goto AtI32LtUConstant;
                        case OperationCode.BranchI32LtU: goto AtBranchI32LtU;
                        case OperationCode.BranchI32LtUConstant: goto AtBranchI32LtUConstant;
                        case OperationCode.I32GtS: goto AtI32GtS;
                        case OperationCode.I32GtSConstant: goto AtI32GtSConstant;
                        case OperationCode.BranchI32GtS: goto AtBranchI32GtS;
                        case OperationCode.BranchI32GtSConstant: goto AtBranchI32GtSConstant;
                        case OperationCode.I32GtU: goto AtI32GtU;
                        case OperationCode.I32GtUConstant: goto AtI32GtUConstant;
                        case OperationCode.BranchI32GtU: goto AtBranchI32GtU;
                        case OperationCode.BranchI32GtUConstant: goto AtBranchI32GtUConstant;
                        case OperationCode.I32LeS: goto AtI32LeS;
                        case OperationCode.I32LeSConstant: goto AtI32LeSConstant;
                        case OperationCode.BranchI32LeS: goto AtBranchI32LeS;
                        case OperationCode.BranchI32LeSConstant: goto AtBranchI32LeSConstant;
                        case OperationCode.I32LeU: goto AtI32LeU;
                        case OperationCode.I32LeUConstant: goto AtI32LeUConstant;
                        case OperationCode.BranchI32LeU: goto AtBranchI32LeU;
                        case OperationCode.BranchI32LeUConstant: goto AtBranchI32LeUConstant;
                        case OperationCode.I32GeS: goto AtI32GeS;
                        case OperationCode.I32GeSConstant: goto AtI32GeSConstant;
                        case OperationCode.BranchI32GeS: goto AtBranchI32GeS;
                        case OperationCode.BranchI32GeSConstant: goto AtBranchI32GeSConstant;
                        case OperationCode.I32GeU: goto AtI32GeU;
                        case OperationCode.I32GeUConstant: goto AtI32GeUConstant;
                        case OperationCode.BranchI32GeU: goto AtBranchI32GeU;
                        case OperationCode.BranchI32GeUConstant: goto AtBranchI32GeUConstant;
                        case OperationCode.I64Eqz: goto AtI64Eqz;
                        case OperationCode.I64Eq: goto AtI64Eq;
                        case OperationCode.I64EqConstant: goto AtI64EqConstant;
                        case OperationCode.BranchI64Eq: goto AtBranchI64Eq;
                        case OperationCode.BranchI64EqConstant: goto AtBranchI64EqConstant;
                        case OperationCode.I64Ne: goto AtI64Ne;
                        case OperationCode.I64NeConstant: goto AtI64NeConstant;
                        case OperationCode.BranchI64Ne: goto AtBranchI64Ne;
                        case OperationCode.BranchI64NeConstant: goto AtBranchI64NeConstant;
                        case OperationCode.I64LtS: goto AtI64LtS;
                        case OperationCode.I64LtSConstant: goto AtI64LtSConstant;
                        case OperationCode.BranchI64LtS: goto AtBranchI64LtS;
                        case OperationCode.BranchI64LtSConstant: goto AtBranchI64LtSConstant;
                        case OperationCode.I64LtU: goto AtI64LtU;
                        case OperationCode.I64LtUConstant: goto AtI64LtUConstant;
                        case OperationCode.BranchI64LtU: goto AtBranchI64LtU;
                        case OperationCode.BranchI64LtUConstant: goto AtBranchI64LtUConstant;
                        case OperationCode.I64GtS: goto AtI64GtS;
                        case OperationCode.I64GtSConstant: goto AtI64GtSConstant;
                        case OperationCode.BranchI64GtS: goto AtBranchI64GtS;
                        case OperationCode.BranchI64GtSConstant: goto AtBranchI64GtSConstant;
                        case OperationCode.I64GtU: goto AtI64GtU;
                        case OperationCode.I64GtUConstant: goto AtI64GtUConstant;
                        case OperationCode.BranchI64GtU: goto AtBranchI64GtU;
                        case OperationCode.BranchI64GtUConstant: goto AtBranchI64GtUConstant;
                        case OperationCode.I64LeS: goto AtI64LeS;
                        case OperationCode.I64LeSConstant: goto AtI64LeSConstant;
                        case OperationCode.BranchI64LeS: goto AtBranchI64LeS;
                        case OperationCode.BranchI64LeSConstant: goto AtBranchI64LeSConstant;
                        case OperationCode.I64LeU: goto AtI64LeU;
                        case OperationCode.I64LeUConstant: goto AtI64LeUConstant;
                        case OperationCode.BranchI64LeU: goto AtBranchI64LeU;
                        case OperationCode.BranchI64LeUConstant: goto AtBranchI64LeUConstant;
                        case OperationCode.I64GeS: goto AtI64GeS;
                        case OperationCode.I64GeSConstant: goto AtI64GeSConstant;
                        case OperationCode.BranchI64GeS: goto AtBranchI64GeS;
                        case OperationCode.BranchI64GeSConstant: goto AtBranchI64GeSConstant;
                        case OperationCode.I64GeU: goto AtI64GeU;
                        case OperationCode.I64GeUConstant: goto AtI64GeUConstant;
                        case OperationCode.BranchI64GeU: goto AtBranchI64GeU;
                        case OperationCode.BranchI64GeUConstant: goto AtBranchI64GeUConstant;
                        case OperationCode.F32Eq: goto AtF32Eq;
                        case OperationCode.F32EqConstant: goto AtF32EqConstant;
                        case OperationCode.BranchF32Eq: goto AtBranchF32Eq;
                        case OperationCode.BranchNotF32Eq: goto AtBranchNotF32Eq;
                        case OperationCode.F32Ne: goto AtF32Ne;
                        case OperationCode.F32NeConstant: goto AtF32NeConstant;
                        case OperationCode.BranchF32Ne: goto AtBranchF32Ne;
                        case OperationCode.BranchNotF32Ne: goto AtBranchNotF32Ne;
                        case OperationCode.F32Lt: goto AtF32Lt;
                        case OperationCode.F32LtConstant: goto AtF32LtConstant;
                        case OperationCode.BranchF32Lt: goto AtBranchF32Lt;
                        case OperationCode.BranchNotF32Lt: goto AtBranchNotF32Lt;
                        case OperationCode.F32Gt: goto AtF32Gt;
                        case OperationCode.F32GtConstant: goto AtF32GtConstant;
                        case OperationCode.BranchF32Gt: goto AtBranchF32Gt;
                        case OperationCode.BranchNotF32Gt: goto AtBranchNotF32Gt;
                        case OperationCode.F32Le: goto AtF32Le;
                        case OperationCode.F32LeConstant: goto AtF32LeConstant;
                        case OperationCode.BranchF32Le: goto AtBranchF32Le;
                        case OperationCode.BranchNotF32Le: goto AtBranchNotF32Le;
                        case OperationCode.F32Ge: goto AtF32Ge;
                        case OperationCode.F32GeConstant: goto AtF32GeConstant;
                        case OperationCode.BranchF32Ge: goto AtBranchF32Ge;
                        case OperationCode.BranchNotF32Ge: goto AtBranchNotF32Ge;
                        case OperationCode.F64Eq: goto AtF64Eq;
                        case OperationCode.F64EqConstant: goto AtF64EqConstant;
                        case OperationCode.BranchF64Eq: goto AtBranchF64Eq;
                        case OperationCode.BranchNotF64Eq: goto AtBranchNotF64Eq;
                        case OperationCode.F64Ne: goto AtF64Ne;
                        case OperationCode.F64NeConstant: goto AtF64NeConstant;
                        case OperationCode.BranchF64Ne: goto AtBranchF64Ne;
                        case OperationCode.BranchNotF64Ne: goto AtBranchNotF64Ne;
                        case OperationCode.F64Lt: goto AtF64Lt;
                        case OperationCode.F64LtConstant: goto AtF64LtConstant;
                        case OperationCode.BranchF64Lt: goto AtBranchF64Lt;
                        case OperationCode.BranchNotF64Lt: goto AtBranchNotF64Lt;
                        case OperationCode.F64Gt: goto AtF64Gt;
                        case OperationCode.F64GtConstant: goto AtF64GtConstant;
                        case OperationCode.BranchF64Gt: goto AtBranchF64Gt;
                        case OperationCode.BranchNotF64Gt: goto AtBranchNotF64Gt;
                        case OperationCode.F64Le: goto AtF64Le;
                        case OperationCode.F64LeConstant: goto AtF64LeConstant;
                        case OperationCode.BranchF64Le: goto AtBranchF64Le;
                        case OperationCode.BranchNotF64Le: goto AtBranchNotF64Le;
                        case OperationCode.F64Ge: goto AtF64Ge;
                        case OperationCode.F64GeConstant: goto AtF64GeConstant;
                        case OperationCode.BranchF64Ge: goto AtBranchF64Ge;
                        case OperationCode.BranchNotF64Ge: goto AtBranchNotF64Ge;
                        case OperationCode.I32Clz: goto AtI32Clz;
                        case OperationCode.I32Ctz: goto AtI32Ctz;
                        case OperationCode.I32Popcnt: goto AtI32Popcnt;
                        case OperationCode.I32Add: goto AtI32Add;
                        case OperationCode.I32AddConstant: goto AtI32AddConstant;
                        case OperationCode.I32Sub: goto AtI32Sub;
                        case OperationCode.I32SubConstant: goto AtI32SubConstant;
                        case OperationCode.I32Mul: goto AtI32Mul;
                        case OperationCode.I32MulConstant: goto AtI32MulConstant;
                        case OperationCode.I32DivS: goto AtI32DivS;
                        case OperationCode.I32DivSConstant: goto AtI32DivSConstant;
                        case OperationCode.I32DivU: goto AtI32DivU;
                        case OperationCode.I32DivUConstant: goto AtI32DivUConstant;
                        case OperationCode.I32RemS: goto AtI32RemS;
                        case OperationCode.I32RemSConstant: goto AtI32RemSConstant;
                        case OperationCode.I32RemU: goto AtI32RemU;
                        case OperationCode.I32RemUConstant: goto AtI32RemUConstant;
                        case OperationCode.I32And: goto AtI32And;
                        case OperationCode.I32AndConstant: goto AtI32AndConstant;
                        case OperationCode.I32Or: goto AtI32Or;
                        case OperationCode.I32OrConstant: goto AtI32OrConstant;
                        case OperationCode.I32Xor: goto AtI32Xor;
                        case OperationCode.I32XorConstant: goto AtI32XorConstant;
                        case OperationCode.I32Shl: goto AtI32Shl;
                        case OperationCode.I32ShlConstant: goto AtI32ShlConstant;
                        case OperationCode.I32ShrS: goto AtI32ShrS;
                        case OperationCode.I32ShrSConstant: goto AtI32ShrSConstant;
                        case OperationCode.I32ShrU: goto AtI32ShrU;
                        case OperationCode.I32ShrUConstant: goto AtI32ShrUConstant;
                        case OperationCode.I32Rotl: goto AtI32Rotl;
                        case OperationCode.I32RotlConstant: goto AtI32RotlConstant;
                        case OperationCode.I32Rotr: goto AtI32Rotr;
                        case OperationCode.I32RotrConstant: goto AtI32RotrConstant;
                        case OperationCode.I64Clz: goto AtI64Clz;
                        case OperationCode.I64Ctz: goto AtI64Ctz;
                        case OperationCode.I64Popcnt: goto AtI64Popcnt;
                        case OperationCode.I64Add: goto AtI64Add;
                        case OperationCode.I64AddConstant: goto AtI64AddConstant;
                        case OperationCode.I64Sub: goto AtI64Sub;
                        case OperationCode.I64SubConstant: goto AtI64SubConstant;
                        case OperationCode.I64Mul: goto AtI64Mul;
                        case OperationCode.I64MulConstant: goto AtI64MulConstant;
                        case OperationCode.I64DivS: goto AtI64DivS;
                        case OperationCode.I64DivSConstant: goto AtI64DivSConstant;
                        case OperationCode.I64DivU: goto AtI64DivU;
                        case OperationCode.I64DivUConstant: goto AtI64DivUConstant;
                        case OperationCode.I64RemS: goto AtI64RemS;
                        case OperationCode.I64RemSConstant: goto AtI64RemSConstant;
                        case OperationCode.I64RemU: goto AtI64RemU;
                        case OperationCode.I64RemUConstant: goto AtI64RemUConstant;
                        case OperationCode.I64And: goto AtI64And;
                        case OperationCode.I64AndConstant: goto AtI64AndConstant;
                        case OperationCode.I64Or: goto AtI64Or;
                        case OperationCode.I64OrConstant: goto AtI64OrConstant;
                        case OperationCode.I64Xor: goto AtI64Xor;
                        case OperationCode.I64XorConstant: goto AtI64XorConstant;
                        case OperationCode.I64Shl: goto AtI64Shl;
                        case OperationCode.I64ShlConstant: goto AtI64ShlConstant;
                        case OperationCode.I64ShrS: goto AtI64ShrS;
                        case OperationCode.I64ShrSConstant: goto AtI64ShrSConstant;
                        case OperationCode.I64ShrU: goto AtI64ShrU;
                        case OperationCode.I64ShrUConstant: goto AtI64ShrUConstant;
                        case OperationCode.I64Rotl: goto AtI64Rotl;
                        case OperationCode.I64RotlConstant: goto AtI64RotlConstant;
                        case OperationCode.I64Rotr: goto AtI64Rotr;
                        case OperationCode.I64RotrConstant: goto AtI64RotrConstant;
                        case OperationCode.F32Abs: goto AtF32Abs;
                        case OperationCode.F32Neg: goto AtF32Neg;
                        case OperationCode.F32Ceil: goto AtF32Ceil;
                        case OperationCode.F32Floor: goto AtF32Floor;
                        case OperationCode.F32Trunc: goto AtF32Trunc;
                        case OperationCode.F32Nearest: goto AtF32Nearest;
                        case OperationCode.F32Sqrt: goto AtF32Sqrt;
                        case OperationCode.F32Add: goto AtF32Add;
                        case OperationCode.F32AddConstant: goto AtF32AddConstant;
                        case OperationCode.F32Sub: goto AtF32Sub;
                        case OperationCode.F32SubConstant: goto AtF32SubConstant;
                        case OperationCode.F32Mul: goto AtF32Mul;
                        case OperationCode.F32MulConstant: goto AtF32MulConstant;
                        case OperationCode.F32Div: goto AtF32Div;
                        case OperationCode.F32DivConstant: goto AtF32DivConstant;
                        case OperationCode.F32Min: goto AtF32Min;
                        case OperationCode.F32MinConstant: goto AtF32MinConstant;
                        case OperationCode.F32Max: goto AtF32Max;
                        case OperationCode.F32MaxConstant: goto AtF32MaxConstant;
                        case OperationCode.F32Copysign: goto AtF32Copysign;
                        case OperationCode.F32CopysignConstant: goto AtF32CopysignConstant;
                        case OperationCode.F64Abs: goto AtF64Abs;
                        case OperationCode.F64Neg: goto AtF64Neg;
                        case OperationCode.F64Ceil: goto AtF64Ceil;
                        case OperationCode.F64Floor: goto AtF64Floor;
                        case OperationCode.F64Trunc: goto AtF64Trunc;
                        case OperationCode.F64Nearest: goto AtF64Nearest;
                        case OperationCode.F64Sqrt: goto AtF64Sqrt;
                        case OperationCode.F64Add: goto AtF64Add;
                        case OperationCode.F64AddConstant: goto AtF64AddConstant;
                        case OperationCode.F64Sub: goto AtF64Sub;
                        case OperationCode.F64SubConstant: goto AtF64SubConstant;
                        case OperationCode.F64Mul: goto AtF64Mul;
                        case OperationCode.F64MulConstant: goto AtF64MulConstant;
                        case OperationCode.F64Div: goto AtF64Div;
                        case OperationCode.F64DivConstant: goto AtF64DivConstant;
                        case OperationCode.F64Min: goto AtF64Min;
                        case OperationCode.F64MinConstant: goto AtF64MinConstant;
                        case OperationCode.F64Max: goto AtF64Max;
                        case OperationCode.F64MaxConstant: goto AtF64MaxConstant;
                        case OperationCode.F64Copysign: goto AtF64Copysign;
                        case OperationCode.F64CopysignConstant: goto AtF64CopysignConstant;
                        case OperationCode.I32WrapI64: goto AtI32WrapI64;
                        case OperationCode.I32TruncF32S: goto AtI32TruncF32S;
                        case OperationCode.I32TruncF32U: goto AtI32TruncF32U;
                        case OperationCode.I32TruncF64S: goto AtI32TruncF64S;
                        case OperationCode.I32TruncF64U: goto AtI32TruncF64U;
                        case OperationCode.I64ExtendI32S: goto AtI64ExtendI32S;
                        case OperationCode.I64ExtendI32U: goto AtI64ExtendI32U;
                        case OperationCode.I64TruncF32S: goto AtI64TruncF32S;
                        case OperationCode.I64TruncF32U: goto AtI64TruncF32U;
                        case OperationCode.I64TruncF64S: goto AtI64TruncF64S;
                        case OperationCode.I64TruncF64U: goto AtI64TruncF64U;
                        case OperationCode.F32ConvertI32S: goto AtF32ConvertI32S;
                        case OperationCode.F32ConvertI32U: goto AtF32ConvertI32U;
                        case OperationCode.F32ConvertI64S: goto AtF32ConvertI64S;
                        case OperationCode.F32ConvertI64U: goto AtF32ConvertI64U;
                        case OperationCode.F32DemoteF64: goto AtF32DemoteF64;
                        case OperationCode.F64ConvertI32S: goto AtF64ConvertI32S;
                        case OperationCode.F64ConvertI32U: goto AtF64ConvertI32U;
                        case OperationCode.F64ConvertI64S: goto AtF64ConvertI64S;
                        case OperationCode.F64ConvertI64U: goto AtF64ConvertI64U;
                        case OperationCode.F64PromoteF32: goto AtF64PromoteF32;
                        case OperationCode.I32ReinterpretF32: goto AtI32ReinterpretF32;
                        case OperationCode.I64ReinterpretF64: goto AtI64ReinterpretF64;
                        case OperationCode.F32ReinterpretI32: goto AtF32ReinterpretI32;
                        case OperationCode.F64ReinterpretI64: goto AtF64ReinterpretI64;
                        case OperationCode.I32Extend8S: goto AtI32Extend8S;
                        case OperationCode.I32Extend16S: goto AtI32Extend16S;
                        case OperationCode.I64Extend8S: goto AtI64Extend8S;
                        case OperationCode.I64Extend16S: goto AtI64Extend16S;
                        case OperationCode.I64Extend32S: goto AtI64Extend32S;
                        case OperationCode.I32TruncSatF32S: goto AtI32TruncSatF32S;
                        case OperationCode.I32TruncSatF32U: goto AtI32TruncSatF32U;
                        case OperationCode.I32TruncSatF64S: goto AtI32TruncSatF64S;
                        case OperationCode.I32TruncSatF64U: goto AtI32TruncSatF64U;
                        case OperationCode.I64TruncSatF32S: goto AtI64TruncSatF32S;
                        case OperationCode.I64TruncSatF32U: goto AtI64TruncSatF32U;
                        case OperationCode.I64TruncSatF64S: goto AtI64TruncSatF64S;
                        case OperationCode.I64TruncSatF64U: goto AtI64TruncSatF64U;
                        case OperationCode.I32Load: goto AtI32Load;
                        case OperationCode.I64Load: goto AtI64Load;
                        case OperationCode.F32Load: goto AtF32Load;
                        case OperationCode.F64Load: goto AtF64Load;
                        case OperationCode.I32Load8S: goto AtI32Load8S;
                        case OperationCode.I32Load8U: goto AtI32Load8U;
                        case OperationCode.I32Load16S: goto AtI32Load16S;
                        case OperationCode.I32Load16U: goto AtI32Load16U;
                        case OperationCode.I64Load8S: goto AtI64Load8S;
                        case OperationCode.I64Load8U: goto AtI64Load8U;
                        case OperationCode.I64Load16S: goto AtI64Load16S;
                        case OperationCode.I64Load16U: goto AtI64Load16U;
                        case OperationCode.I64Load32S: goto AtI64Load32S;
                        case OperationCode.I64Load32U: goto AtI64Load32U;
                        case OperationCode.I32Store: goto AtI32Store;
                        case OperationCode.I64Store: goto AtI64Store;
                        case OperationCode.F32Store: goto AtF32Store;
                        case OperationCode.F64Store: goto AtF64Store;
                        case OperationCode.I32Store8: goto AtI32Store8;
                        case OperationCode.I32Store16: goto AtI32Store16;
                        case OperationCode.I64Store8: goto AtI64Store8;
                        case OperationCode.I64Store16: goto AtI64Store16;
                        case OperationCode.I64Store32: goto AtI64Store32;
                        case OperationCode.ConstantI32Load: goto AtConstantI32Load;
                        case OperationCode.ConstantI32Load8U: goto AtConstantI32Load8U;
                        case OperationCode.ConstantI64Load: goto AtConstantI64Load;
                        case OperationCode.ConstantF64Load: goto AtConstantF64Load;
                        case OperationCode.ConstantI32Store: goto AtConstantI32Store;
                        case OperationCode.ConstantI32Store8: goto AtConstantI32Store8;
                        case OperationCode.ConstantI64Store: goto AtConstantI64Store;
                        case OperationCode.ConstantF64Store: goto AtConstantF64Store;
                        case OperationCode.I32AddConstantI32Load: goto AtI32AddConstantI32Load;
                        case OperationCode.I32AddConstantI32Load8U: goto AtI32AddConstantI32Load8U;
                        case OperationCode.I32AddConstantI32Load8S: goto AtI32AddConstantI32Load8S;
                        case OperationCode.I32AddConstantI32Load16U: goto AtI32AddConstantI32Load16U;
                        case OperationCode.I32AddConstantI32Load16S: goto AtI32AddConstantI32Load16S;
                        case OperationCode.I32AddConstantI64Load: goto AtI32AddConstantI64Load;
                        case OperationCode.I32AddConstantF32Load: goto AtI32AddConstantF32Load;
                        case OperationCode.I32AddConstantF64Load: goto AtI32AddConstantF64Load;
                        case OperationCode.I32AddConstantI32Store: goto AtI32AddConstantI32Store;
                        case OperationCode.I32AddConstantI32Store8: goto AtI32AddConstantI32Store8;
                        case OperationCode.I32AddConstantI32Store16: goto AtI32AddConstantI32Store16;
                        case OperationCode.I32AddConstantI64Store: goto AtI32AddConstantI64Store;
                        case OperationCode.I32AddConstantF32Store: goto AtI32AddConstantF32Store;
                        case OperationCode.I32AddConstantF64Store: goto AtI32AddConstantF64Store;
                        case OperationCode.I32AddI32Load: goto AtI32AddI32Load;
                        case OperationCode.I32AddI32Load8U: goto AtI32AddI32Load8U;
                        case OperationCode.I32AddI32Load16U: goto AtI32AddI32Load16U;
                        case OperationCode.I32AddI64Load: goto AtI32AddI64Load;
                        case OperationCode.I32AddF64Load: goto AtI32AddF64Load;
                        case OperationCode.I32AddConstantBranchIf: goto AtI32AddConstantBranchIf;
                        case OperationCode.I32AddConstantBranchI32Ne: goto AtI32AddConstantBranchI32Ne;
                        case OperationCode.I32AddConstantBranchI32NeConstant: goto AtI32AddConstantBranchI32NeConstant;
                        case OperationCode.I32AddConstantBranchI32LtS: goto AtI32AddConstantBranchI32LtS;
                        case OperationCode.I32AddConstantBranchI32LtU: goto AtI32AddConstantBranchI32LtU;
                        case OperationCode.I32AddConstantBranchI32LtUConstant: goto AtI32AddConstantBranchI32LtUConstant;
                        case OperationCode.I32AddConstantBranchI32GtUConstant: goto AtI32AddConstantBranchI32GtUConstant;
                        case OperationCode.I32AndConstantBranchIf: goto AtI32AndConstantBranchIf;
                        case OperationCode.I32AndConstantBranchUnless: goto AtI32AndConstantBranchUnless;
                        case OperationCode.I32AddI32Add: goto AtI32AddI32Add;
                        case OperationCode.I32AddI32AddConstant: goto AtI32AddI32AddConstant;
                        case OperationCode.I32AddConstantI32Add: goto AtI32AddConstantI32Add;
                        case OperationCode.I32AddConstantI32AndConstant: goto AtI32AddConstantI32AndConstant;
                        case OperationCode.I32AddConstantI32ShlConstant: goto AtI32AddConstantI32ShlConstant;
                        case OperationCode.I32AndConstantI32AddConstant: goto AtI32AndConstantI32AddConstant;
                        case OperationCode.I32ShlConstantI32Add: goto AtI32ShlConstantI32Add;
                        case OperationCode.I32ShlConstantI32AddConstant: goto AtI32ShlConstantI32AddConstant;
                        case OperationCode.I32ShlConstantI32Or: goto AtI32ShlConstantI32Or;
                        case OperationCode.I32ShlConstantI32Xor: goto AtI32ShlConstantI32Xor;
                        case OperationCode.I32ShrUConstantI32AndConstant: goto AtI32ShrUConstantI32AndConstant;
                        case OperationCode.I32ShrUConstantI32Or: goto AtI32ShrUConstantI32Or;
                        case OperationCode.I32ShrUConstantI32Xor: goto AtI32ShrUConstantI32Xor;
                        case OperationCode.I32RotlConstantI32Xor: goto AtI32RotlConstantI32Xor;
                        case OperationCode.I32RotrConstantI32Xor: goto AtI32RotrConstantI32Xor;
                        case OperationCode.I32XorI32Xor: goto AtI32XorI32Xor;
                        case OperationCode.I32AndI32Xor: goto AtI32AndI32Xor;
                        case OperationCode.I32LoadI32Add: goto AtI32LoadI32Add;
                        case OperationCode.I32LoadI32Xor: goto AtI32LoadI32Xor;
                        case OperationCode.I32Load8UI32Xor: goto AtI32Load8UI32Xor;
                        case OperationCode.I64ShrUConstantI64Xor: goto AtI64ShrUConstantI64Xor;
                        case OperationCode.F64MulF64Add: goto AtF64MulF64Add;
                        case OperationCode.F64MulF64AddRight: goto AtF64MulF64AddRight;
                        case OperationCode.F64MulF64Sub: goto AtF64MulF64Sub;
                        case OperationCode.F64MulF64SubRight: goto AtF64MulF64SubRight;
                        case OperationCode.F64LoadF64Mul: goto AtF64LoadF64Mul;
                        case OperationCode.F64LoadF64MulRight: goto AtF64LoadF64MulRight;
                        case OperationCode.F64LoadF64Add: goto AtF64LoadF64Add;
                        case OperationCode.F64LoadF64AddRight: goto AtF64LoadF64AddRight;
                        case OperationCode.CarriedI32Add: goto AtCarriedI32Add;
                        case OperationCode.CarriedI32AddConstant: goto AtCarriedI32AddConstant;
                        case OperationCode.CarriedI32Sub: goto AtCarriedI32Sub;
                        case OperationCode.CarriedI32SubConstant: goto AtCarriedI32SubConstant;
                        case OperationCode.CarriedI32Mul: goto AtCarriedI32Mul;
                        case OperationCode.CarriedI32MulConstant: goto AtCarriedI32MulConstant;
                        case OperationCode.CarriedI32And: goto AtCarriedI32And;
                        case OperationCode.CarriedI32AndConstant: goto AtCarriedI32AndConstant;
                        case OperationCode.CarriedI32Or: goto AtCarriedI32Or;
                        case OperationCode.CarriedI32OrConstant: goto AtCarriedI32OrConstant;
                        case OperationCode.CarriedI32Xor: goto AtCarriedI32Xor;
                        case OperationCode.CarriedI32XorConstant: goto AtCarriedI32XorConstant;
                        case OperationCode.CarriedI32Shl: goto AtCarriedI32Shl;
                        case OperationCode.CarriedI32ShlConstant: goto AtCarriedI32ShlConstant;
                        case OperationCode.CarriedI32ShrU: goto AtCarriedI32ShrU;
                        case OperationCode.CarriedI32ShrUConstant: goto AtCarriedI32ShrUConstant;
                        case OperationCode.CarriedI32ShrSConstant: goto AtCarriedI32ShrSConstant;
                        case OperationCode.CarriedI32RotlConstant: goto AtCarriedI32RotlConstant;
                        case OperationCode.CarriedI32RotrConstant: goto AtCarriedI32RotrConstant;
                        case OperationCode.CarriedI32RemUConstant: goto AtCarriedI32RemUConstant;
                        case OperationCode.CarriedI32DivUConstant: goto AtCarriedI32DivUConstant;
                        case OperationCode.CarriedI32Eqz: goto AtCarriedI32Eqz;
                        case OperationCode.CarriedI32Extend8S: goto AtCarriedI32Extend8S;
                        case OperationCode.CarriedI32LtUConstant: goto AtCarriedI32LtUConstant;
                        case OperationCode.CarriedI32EqConstant: goto AtCarriedI32EqConstant;
                        case OperationCode.CarriedI32NeConstant: goto AtCarriedI32NeConstant;
                        case OperationCode.CarriedBranchIf: goto AtCarriedBranchIf;
                        case OperationCode.CarriedBranchUnless: goto AtCarriedBranchUnless;
                        case OperationCode.CarriedBranchI32Eq: goto AtCarriedBranchI32Eq;
                        case OperationCode.CarriedBranchI32Ne: goto AtCarriedBranchI32Ne;
                        case OperationCode.CarriedBranchI32LtS: goto AtCarriedBranchI32LtS;
                        case OperationCode.CarriedBranchI32LtU: goto AtCarriedBranchI32LtU;
                        case OperationCode.CarriedBranchI32GtU: goto AtCarriedBranchI32GtU;
                        case OperationCode.CarriedBranchI32GeU: goto AtCarriedBranchI32GeU;
                        case OperationCode.CarriedBranchI32LeU: goto AtCarriedBranchI32LeU;
                        case OperationCode.CarriedBranchI32EqConstant: goto AtCarriedBranchI32EqConstant;
                        case OperationCode.CarriedBranchI32NeConstant: goto AtCarriedBranchI32NeConstant;
                        case OperationCode.CarriedBranchI32LtSConstant: goto AtCarriedBranchI32LtSConstant;
                        case OperationCode.CarriedBranchI32LtUConstant: goto AtCarriedBranchI32LtUConstant;
                        case OperationCode.CarriedBranchI32GtSConstant: goto AtCarriedBranchI32GtSConstant;
                        case OperationCode.CarriedBranchI32GtUConstant: goto AtCarriedBranchI32GtUConstant;
                        case OperationCode.CarriedI64ExtendI32U: goto AtCarriedI64ExtendI32U;
                        case OperationCode.CarriedI64ExtendI32S: goto AtCarriedI64ExtendI32S;
                        case OperationCode.CarriedI32WrapI64: goto AtCarriedI32WrapI64;
                        case OperationCode.CarriedF64ConvertI32S: goto AtCarriedF64ConvertI32S;
                        case OperationCode.CarriedF64ConvertI32U: goto AtCarriedF64ConvertI32U;
                        case OperationCode.CarriedI64Add: goto AtCarriedI64Add;
                        case OperationCode.CarriedI64AddConstant: goto AtCarriedI64AddConstant;
                        case OperationCode.CarriedI64Sub: goto AtCarriedI64Sub;
                        case OperationCode.CarriedI64Mul: goto AtCarriedI64Mul;
                        case OperationCode.CarriedI64MulConstant: goto AtCarriedI64MulConstant;
                        case OperationCode.CarriedI64And: goto AtCarriedI64And;
                        case OperationCode.CarriedI64AndConstant: goto AtCarriedI64AndConstant;
                        case OperationCode.CarriedI64Or: goto AtCarriedI64Or;
                        case OperationCode.CarriedI64Xor: goto AtCarriedI64Xor;
                        case OperationCode.CarriedI64XorConstant: goto AtCarriedI64XorConstant;
                        case OperationCode.CarriedI64ShlConstant: goto AtCarriedI64ShlConstant;
                        case OperationCode.CarriedI64ShrUConstant: goto AtCarriedI64ShrUConstant;
                        case OperationCode.CarriedI64RotlConstant: goto AtCarriedI64RotlConstant;
                        case OperationCode.CarriedI64RemU: goto AtCarriedI64RemU;
                        case OperationCode.CarriedBranchI64EqConstant: goto AtCarriedBranchI64EqConstant;
                        case OperationCode.CarriedBranchI64NeConstant: goto AtCarriedBranchI64NeConstant;
                        case OperationCode.CarriedI32Load: goto AtCarriedI32Load;
                        case OperationCode.CarriedI32Load8U: goto AtCarriedI32Load8U;
                        case OperationCode.CarriedI32Load8S: goto AtCarriedI32Load8S;
                        case OperationCode.CarriedI32Load16U: goto AtCarriedI32Load16U;
                        case OperationCode.CarriedI64Load: goto AtCarriedI64Load;
                        case OperationCode.CarriedF64Load: goto AtCarriedF64Load;
                        case OperationCode.CarriedI32Store: goto AtCarriedI32Store;
                        case OperationCode.CarriedI32Store8: goto AtCarriedI32Store8;
                        case OperationCode.CarriedI64Store: goto AtCarriedI64Store;
                        case OperationCode.CarriedF64Store: goto AtCarriedF64Store;
                        case OperationCode.CarriedI32AddConstantI32Load: goto AtCarriedI32AddConstantI32Load;
                        case OperationCode.CarriedI32AddConstantI32Load8U: goto AtCarriedI32AddConstantI32Load8U;
                        case OperationCode.CarriedI32AddConstantI64Load: goto AtCarriedI32AddConstantI64Load;
                        case OperationCode.CarriedI32AddConstantI32Store: goto AtCarriedI32AddConstantI32Store;
                        case OperationCode.CarriedI32AddI32Load: goto AtCarriedI32AddI32Load;
                        case OperationCode.CarriedI32AddI32Load8U: goto AtCarriedI32AddI32Load8U;
                        case OperationCode.CarriedI32AddConstantBranchIf: goto AtCarriedI32AddConstantBranchIf;
                        case OperationCode.CarriedI32AndConstantBranchIf: goto AtCarriedI32AndConstantBranchIf;
                        case OperationCode.CarriedI32AndConstantBranchUnless: goto AtCarriedI32AndConstantBranchUnless;
                        case OperationCode.CarriedI32AddI32Add: goto AtCarriedI32AddI32Add;
                        case OperationCode.CarriedI32AddI32AddConstant: goto AtCarriedI32AddI32AddConstant;
                        case OperationCode.CarriedI32AddConstantI32Add: goto AtCarriedI32AddConstantI32Add;
                        case OperationCode.CarriedI32AddConstantI32AndConstant: goto AtCarriedI32AddConstantI32AndConstant;
                        case OperationCode.CarriedI32AndConstantI32AddConstant: goto AtCarriedI32AndConstantI32AddConstant;
                        case OperationCode.CarriedI32ShlConstantI32Add: goto AtCarriedI32ShlConstantI32Add;
                        case OperationCode.CarriedI32ShlConstantI32AddConstant: goto AtCarriedI32ShlConstantI32AddConstant;
                        case OperationCode.CarriedI32ShlConstantI32Or: goto AtCarriedI32ShlConstantI32Or;
                        case OperationCode.CarriedI32ShlConstantI32Xor: goto AtCarriedI32ShlConstantI32Xor;
                        case OperationCode.CarriedI32ShrUConstantI32AndConstant: goto AtCarriedI32ShrUConstantI32AndConstant;
                        case OperationCode.CarriedI32ShrUConstantI32Or: goto AtCarriedI32ShrUConstantI32Or;
                        case OperationCode.CarriedI32ShrUConstantI32Xor: goto AtCarriedI32ShrUConstantI32Xor;
                        case OperationCode.CarriedI32RotlConstantI32Xor: goto AtCarriedI32RotlConstantI32Xor;
                        case OperationCode.CarriedI32RotrConstantI32Xor: goto AtCarriedI32RotrConstantI32Xor;
                        case OperationCode.CarriedI32XorI32Xor: goto AtCarriedI32XorI32Xor;
                        case OperationCode.CarriedI32AndI32Xor: goto AtCarriedI32AndI32Xor;
                        case OperationCode.CarriedI32LoadI32Add: goto AtCarriedI32LoadI32Add;
                        case OperationCode.CarriedI32LoadI32Xor: goto AtCarriedI32LoadI32Xor;
                        case OperationCode.CarriedI64ShrUConstantI64Xor: goto AtCarriedI64ShrUConstantI64Xor;
                        default: goto Again;
                    }

                // </generated>
                default:
                    throw new System.Diagnostics.UnreachableException();
            }

        Replace:
            // A tail call: the arguments move down to where the frame begins, and the callee will return to this one's caller.
            if (callee->IsNew)
            {
                activation.Save(ip, fp, rp);
                activation.Lower(callee);
            }

            frame = fp;
            end = fp[ip->Low];
            caller = (ulong*)fp[ip->Low + 1];
            for (uint i = 0; i < (uint)callee->ParameterSlots; i++)
                fp[i] = fp[(uint)ip[-1].Wide + i];
            if (ip->C != 0)
                rp = activation.ReplaceReferences(ip, (Operation*)end, rp, callee);
            ip = (Operation*)end;
            fp = caller;

        EnterFound:
            if (callee == null)
                goto Reload;

        Enter:
            // `ip` is where the callee returns to, and the operation before that tells how far its references are from the caller's.
            if (callee->IsNew)
            {
                activation.Save(ip, fp, rp);
                activation.Lower(callee);
            }

            if (callee->Slots > limit - frame)
                goto Exhausted;
            frame[callee->Header] = (ulong)ip;
            frame[callee->Header + 1] = (ulong)fp;
            fp = frame + callee->FirstLocal;
            for (int i = 0; i < callee->Locals; i++)
                fp[i] = 0;
            fp = frame;
            if (callee->References != 0)
            {
                rp += ip[-1].A;
                if (rp + callee->References > references.Length || callee->ReferenceLocals != 0)
                {
                    references = activation.RequireReferences(rp + callee->References);
                    Array.Clear(references, rp + callee->ParameterReferences, callee->ReferenceLocals);
                }
            }

            ip = callee->Start;
            goto Refresh;

        Replaced:
            // The function at `fp` has returned, having run outside.
            frame = fp + callee->Header;
            fp = (ulong*)frame[1];
            ip = (Operation*)frame[0];
            if (callee->References != 0)
                rp -= ip[-1].A;
            goto Reload;

        Unwind:
            activation.Unwind();
            ip = activation.HandlerCode;
            fp = activation.HandlerFrame;
            rp = activation.HandlerReferences;
            goto Refresh;

        OutOfBounds:
            // Another thread may have grown the memory since.
            activation.RequireGrown(ip--, fp, rp, length);
            goto Refresh;

        Reload:
            if (activation.Thrown is not null)
                goto Unwind;

        Refresh:
            // What ran outside may have grown the memory. After every call these are read again, even where they are the same, so that
            // they can be in registers that calls do not keep.
            first = activation.Memory;
            memory = first is null ? null : first.Base;
            length = first is null ? 0 : Volatile.Read(ref first.Length);
            continue;

        DivideByZero:
            activation.Save(ip, fp, rp);
            throw Traps.IntegerDivideByZero(Traps.Pending);

        IntegerOverflow:
            activation.Save(ip, fp, rp);
            throw Traps.IntegerOverflow(Traps.Pending);

        F32OutOfRange:
            activation.Save(ip, fp, rp);
            throw float.IsNaN(*(float*)(fp + ip[-1].B)) ? Traps.InvalidConversion(Traps.Pending) : Traps.IntegerOverflow(Traps.Pending);

        F64OutOfRange:
            activation.Save(ip, fp, rp);
            throw double.IsNaN(*(double*)(fp + ip[-1].B)) ? Traps.InvalidConversion(Traps.Pending) : Traps.IntegerOverflow(Traps.Pending);

        Exhausted:
            activation.Save(ip, fp, rp);
            throw Traps.CallStackExhausted(Traps.Pending);
        }
    }
}
