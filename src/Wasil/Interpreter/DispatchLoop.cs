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
        byte* memory = null;
        ulong length = 0;
        ulong* limit = activation.Limit;
        object?[] references = activation.References;
        ulong end;
        ulong carried = 0;
        ulong* frame;
        ulong* caller;
        FunctionCode* callee;
        MemoryInstance? first = activation.Memory;
        if (first is not null)
        {
            memory = first.Base;
            length = Volatile.Read(ref first.Length);
        }

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
                case OperationCode.Unreachable:
                    activation.Save(ip, fp, rp);
                    throw Traps.Unreachable(Traps.Pending);
                case OperationCode.Poll:
                    if (Volatile.Read(ref activation.Instance.Interrupted) == 0)
                        continue;
                    activation.Save(ip, fp, rp);
                    activation.Instance.Poll();
                    goto Refresh;
                case OperationCode.Jump:
                    ip += ip[-1].Target;
                    continue;
                case OperationCode.BranchIf:
                    if (*(int*)(fp + ip[-1].B) != 0)
                        ip += ip[-1].Target;
                    continue;
                case OperationCode.BranchUnless:
                    if (*(int*)(fp + ip[-1].B) == 0)
                        ip += ip[-1].Target;
                    continue;
                case OperationCode.BranchTable:
                    // As many operations follow as there are labels, the default's last; each holds where its label is.
                    ip += Math.Min(*(uint*)(fp + ip[-1].B), (uint)ip[-1].Low) + 1;
                    ip += ip[-1].Target;
                    continue;
                case OperationCode.BranchIfNull:
                    if (references[rp + ip[-1].B] is null)
                        ip += ip[-1].Target;
                    continue;
                case OperationCode.BranchUnlessNull:
                    if (references[rp + ip[-1].B] is not null)
                        ip += ip[-1].Target;
                    continue;
                case OperationCode.ReturnOne:
                    *fp = fp[ip[-1].B];
                    goto case OperationCode.Return;
                case OperationCode.Return:
                    frame = fp + ip[-1].Low;
                    fp = (ulong*)frame[1];
                    ip = (Operation*)frame[0];
                    continue;
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
                    *fp = fp[ip[-1].B];
                    goto case OperationCode.ReturnFromCaller;
                case OperationCode.ReturnFromCaller:
                    frame = fp + ip[-1].Low;
                    fp = (ulong*)frame[1];
                    ip = (Operation*)frame[0];
                    rp -= ip[-1].A;
                    continue;
                case OperationCode.Call:
                    callee = (FunctionCode*)ip[-1].Long;
                    frame = fp + ip[-1].Wide;
                    goto Enter;
                case OperationCode.CallOutside:
                    activation.Save(ip, fp, rp);
                    activation.CallOutside(activation.Instance.Function(ip[-1].Low), ip - 1, fp, rp, ip[-1].High);
                    goto Reload;
                case OperationCode.CallIndirect:
                    activation.Save(ip, fp, rp);
                    callee = activation.FindIndirect(ip - 1, fp, rp);
                    frame = fp + ip[-1].Wide;
                    ip++;
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
                    fp[ip[-1].A] = carried = ip[-1].Long;
                    continue;
                case OperationCode.Move:
                    fp[ip[-1].A] = carried = fp[ip[-1].B];
                    continue;
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
                    fp[ip[-1].A] = carried = fp[*(int*)(fp + ip[-1].D) != 0 ? ip[-1].B : ip[-1].C];
                    continue;
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
                    fp[ip[-1].A] = carried = activation.Globals[(nint)ip[-1].Low * 2];
                    continue;
                case OperationCode.GlobalSet:
                    activation.Globals[(nint)ip[-1].Low * 2] = fp[ip[-1].B];
                    continue;
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
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) == 0 ? 1 : 0);
                    continue;
                case OperationCode.I32Eq:
                    fp[(ip - 1)->A] = carried = *(int*)(fp + (ip - 1)->B) == *(int*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    continue;
                case OperationCode.I32EqConstant:
                    fp[(ip - 1)->A] = carried = *(int*)(fp + (ip - 1)->B) == (ip - 1)->Low ? 1UL : 0UL;
                    continue;
                case OperationCode.BranchI32Eq:
                    if (*(int*)(fp + (ip - 1)->B) == *(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.BranchI32EqConstant:
                    if (*(int*)(fp + (ip - 1)->B) == (ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.I32Ne:
                    fp[(ip - 1)->A] = carried = *(int*)(fp + (ip - 1)->B) != *(int*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    continue;
                case OperationCode.I32NeConstant:
                    fp[(ip - 1)->A] = carried = *(int*)(fp + (ip - 1)->B) != (ip - 1)->Low ? 1UL : 0UL;
                    continue;
                case OperationCode.BranchI32Ne:
                    if (*(int*)(fp + (ip - 1)->B) != *(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.BranchI32NeConstant:
                    if (*(int*)(fp + (ip - 1)->B) != (ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.I32LtS:
                    fp[(ip - 1)->A] = carried = *(int*)(fp + (ip - 1)->B) < *(int*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    continue;
                case OperationCode.I32LtSConstant:
                    fp[(ip - 1)->A] = carried = *(int*)(fp + (ip - 1)->B) < (ip - 1)->Low ? 1UL : 0UL;
                    continue;
                case OperationCode.BranchI32LtS:
                    if (*(int*)(fp + (ip - 1)->B) < *(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.BranchI32LtSConstant:
                    if (*(int*)(fp + (ip - 1)->B) < (ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.I32LtU:
                    fp[(ip - 1)->A] = carried = (uint)*(int*)(fp + (ip - 1)->B) < (uint)*(int*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    continue;
                case OperationCode.I32LtUConstant:
                    fp[(ip - 1)->A] = carried = (uint)*(int*)(fp + (ip - 1)->B) < (uint)(ip - 1)->Low ? 1UL : 0UL;
                    continue;
                case OperationCode.BranchI32LtU:
                    if ((uint)*(int*)(fp + (ip - 1)->B) < (uint)*(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.BranchI32LtUConstant:
                    if ((uint)*(int*)(fp + (ip - 1)->B) < (uint)(ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.I32GtS:
                    fp[(ip - 1)->A] = carried = *(int*)(fp + (ip - 1)->B) > *(int*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    continue;
                case OperationCode.I32GtSConstant:
                    fp[(ip - 1)->A] = carried = *(int*)(fp + (ip - 1)->B) > (ip - 1)->Low ? 1UL : 0UL;
                    continue;
                case OperationCode.BranchI32GtS:
                    if (*(int*)(fp + (ip - 1)->B) > *(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.BranchI32GtSConstant:
                    if (*(int*)(fp + (ip - 1)->B) > (ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.I32GtU:
                    fp[(ip - 1)->A] = carried = (uint)*(int*)(fp + (ip - 1)->B) > (uint)*(int*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    continue;
                case OperationCode.I32GtUConstant:
                    fp[(ip - 1)->A] = carried = (uint)*(int*)(fp + (ip - 1)->B) > (uint)(ip - 1)->Low ? 1UL : 0UL;
                    continue;
                case OperationCode.BranchI32GtU:
                    if ((uint)*(int*)(fp + (ip - 1)->B) > (uint)*(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.BranchI32GtUConstant:
                    if ((uint)*(int*)(fp + (ip - 1)->B) > (uint)(ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.I32LeS:
                    fp[(ip - 1)->A] = carried = *(int*)(fp + (ip - 1)->B) <= *(int*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    continue;
                case OperationCode.I32LeSConstant:
                    fp[(ip - 1)->A] = carried = *(int*)(fp + (ip - 1)->B) <= (ip - 1)->Low ? 1UL : 0UL;
                    continue;
                case OperationCode.BranchI32LeS:
                    if (*(int*)(fp + (ip - 1)->B) <= *(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.BranchI32LeSConstant:
                    if (*(int*)(fp + (ip - 1)->B) <= (ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.I32LeU:
                    fp[(ip - 1)->A] = carried = (uint)*(int*)(fp + (ip - 1)->B) <= (uint)*(int*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    continue;
                case OperationCode.I32LeUConstant:
                    fp[(ip - 1)->A] = carried = (uint)*(int*)(fp + (ip - 1)->B) <= (uint)(ip - 1)->Low ? 1UL : 0UL;
                    continue;
                case OperationCode.BranchI32LeU:
                    if ((uint)*(int*)(fp + (ip - 1)->B) <= (uint)*(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.BranchI32LeUConstant:
                    if ((uint)*(int*)(fp + (ip - 1)->B) <= (uint)(ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.I32GeS:
                    fp[(ip - 1)->A] = carried = *(int*)(fp + (ip - 1)->B) >= *(int*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    continue;
                case OperationCode.I32GeSConstant:
                    fp[(ip - 1)->A] = carried = *(int*)(fp + (ip - 1)->B) >= (ip - 1)->Low ? 1UL : 0UL;
                    continue;
                case OperationCode.BranchI32GeS:
                    if (*(int*)(fp + (ip - 1)->B) >= *(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.BranchI32GeSConstant:
                    if (*(int*)(fp + (ip - 1)->B) >= (ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.I32GeU:
                    fp[(ip - 1)->A] = carried = (uint)*(int*)(fp + (ip - 1)->B) >= (uint)*(int*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    continue;
                case OperationCode.I32GeUConstant:
                    fp[(ip - 1)->A] = carried = (uint)*(int*)(fp + (ip - 1)->B) >= (uint)(ip - 1)->Low ? 1UL : 0UL;
                    continue;
                case OperationCode.BranchI32GeU:
                    if ((uint)*(int*)(fp + (ip - 1)->B) >= (uint)*(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.BranchI32GeUConstant:
                    if ((uint)*(int*)(fp + (ip - 1)->B) >= (uint)(ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.I64Eqz:
                    fp[(ip - 1)->A] = carried = (uint)(*(long*)(fp + (ip - 1)->B) == 0 ? 1 : 0);
                    continue;
                case OperationCode.I64Eq:
                    fp[(ip - 1)->A] = carried = *(long*)(fp + (ip - 1)->B) == *(long*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    continue;
                case OperationCode.I64EqConstant:
                    fp[(ip - 1)->A] = carried = *(long*)(fp + (ip - 1)->B) == (long)(ip - 1)->Long ? 1UL : 0UL;
                    continue;
                case OperationCode.BranchI64Eq:
                    if (*(long*)(fp + (ip - 1)->B) == *(long*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.BranchI64EqConstant:
                    if (*(long*)(fp + (ip - 1)->B) == (long)(ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.I64Ne:
                    fp[(ip - 1)->A] = carried = *(long*)(fp + (ip - 1)->B) != *(long*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    continue;
                case OperationCode.I64NeConstant:
                    fp[(ip - 1)->A] = carried = *(long*)(fp + (ip - 1)->B) != (long)(ip - 1)->Long ? 1UL : 0UL;
                    continue;
                case OperationCode.BranchI64Ne:
                    if (*(long*)(fp + (ip - 1)->B) != *(long*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.BranchI64NeConstant:
                    if (*(long*)(fp + (ip - 1)->B) != (long)(ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.I64LtS:
                    fp[(ip - 1)->A] = carried = *(long*)(fp + (ip - 1)->B) < *(long*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    continue;
                case OperationCode.I64LtSConstant:
                    fp[(ip - 1)->A] = carried = *(long*)(fp + (ip - 1)->B) < (long)(ip - 1)->Long ? 1UL : 0UL;
                    continue;
                case OperationCode.BranchI64LtS:
                    if (*(long*)(fp + (ip - 1)->B) < *(long*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.BranchI64LtSConstant:
                    if (*(long*)(fp + (ip - 1)->B) < (long)(ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.I64LtU:
                    fp[(ip - 1)->A] = carried = (ulong)*(long*)(fp + (ip - 1)->B) < (ulong)*(long*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    continue;
                case OperationCode.I64LtUConstant:
                    fp[(ip - 1)->A] = carried = (ulong)*(long*)(fp + (ip - 1)->B) < (ulong)(long)(ip - 1)->Long ? 1UL : 0UL;
                    continue;
                case OperationCode.BranchI64LtU:
                    if ((ulong)*(long*)(fp + (ip - 1)->B) < (ulong)*(long*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.BranchI64LtUConstant:
                    if ((ulong)*(long*)(fp + (ip - 1)->B) < (ulong)(long)(ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.I64GtS:
                    fp[(ip - 1)->A] = carried = *(long*)(fp + (ip - 1)->B) > *(long*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    continue;
                case OperationCode.I64GtSConstant:
                    fp[(ip - 1)->A] = carried = *(long*)(fp + (ip - 1)->B) > (long)(ip - 1)->Long ? 1UL : 0UL;
                    continue;
                case OperationCode.BranchI64GtS:
                    if (*(long*)(fp + (ip - 1)->B) > *(long*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.BranchI64GtSConstant:
                    if (*(long*)(fp + (ip - 1)->B) > (long)(ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.I64GtU:
                    fp[(ip - 1)->A] = carried = (ulong)*(long*)(fp + (ip - 1)->B) > (ulong)*(long*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    continue;
                case OperationCode.I64GtUConstant:
                    fp[(ip - 1)->A] = carried = (ulong)*(long*)(fp + (ip - 1)->B) > (ulong)(long)(ip - 1)->Long ? 1UL : 0UL;
                    continue;
                case OperationCode.BranchI64GtU:
                    if ((ulong)*(long*)(fp + (ip - 1)->B) > (ulong)*(long*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.BranchI64GtUConstant:
                    if ((ulong)*(long*)(fp + (ip - 1)->B) > (ulong)(long)(ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.I64LeS:
                    fp[(ip - 1)->A] = carried = *(long*)(fp + (ip - 1)->B) <= *(long*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    continue;
                case OperationCode.I64LeSConstant:
                    fp[(ip - 1)->A] = carried = *(long*)(fp + (ip - 1)->B) <= (long)(ip - 1)->Long ? 1UL : 0UL;
                    continue;
                case OperationCode.BranchI64LeS:
                    if (*(long*)(fp + (ip - 1)->B) <= *(long*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.BranchI64LeSConstant:
                    if (*(long*)(fp + (ip - 1)->B) <= (long)(ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.I64LeU:
                    fp[(ip - 1)->A] = carried = (ulong)*(long*)(fp + (ip - 1)->B) <= (ulong)*(long*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    continue;
                case OperationCode.I64LeUConstant:
                    fp[(ip - 1)->A] = carried = (ulong)*(long*)(fp + (ip - 1)->B) <= (ulong)(long)(ip - 1)->Long ? 1UL : 0UL;
                    continue;
                case OperationCode.BranchI64LeU:
                    if ((ulong)*(long*)(fp + (ip - 1)->B) <= (ulong)*(long*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.BranchI64LeUConstant:
                    if ((ulong)*(long*)(fp + (ip - 1)->B) <= (ulong)(long)(ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.I64GeS:
                    fp[(ip - 1)->A] = carried = *(long*)(fp + (ip - 1)->B) >= *(long*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    continue;
                case OperationCode.I64GeSConstant:
                    fp[(ip - 1)->A] = carried = *(long*)(fp + (ip - 1)->B) >= (long)(ip - 1)->Long ? 1UL : 0UL;
                    continue;
                case OperationCode.BranchI64GeS:
                    if (*(long*)(fp + (ip - 1)->B) >= *(long*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.BranchI64GeSConstant:
                    if (*(long*)(fp + (ip - 1)->B) >= (long)(ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.I64GeU:
                    fp[(ip - 1)->A] = carried = (ulong)*(long*)(fp + (ip - 1)->B) >= (ulong)*(long*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    continue;
                case OperationCode.I64GeUConstant:
                    fp[(ip - 1)->A] = carried = (ulong)*(long*)(fp + (ip - 1)->B) >= (ulong)(long)(ip - 1)->Long ? 1UL : 0UL;
                    continue;
                case OperationCode.BranchI64GeU:
                    if ((ulong)*(long*)(fp + (ip - 1)->B) >= (ulong)*(long*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.BranchI64GeUConstant:
                    if ((ulong)*(long*)(fp + (ip - 1)->B) >= (ulong)(long)(ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.F32Eq:
                    fp[(ip - 1)->A] = carried = *(float*)(fp + (ip - 1)->B) == *(float*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    continue;
                case OperationCode.F32EqConstant:
                    fp[(ip - 1)->A] = carried = *(float*)(fp + (ip - 1)->B) == (ip - 1)->Single ? 1UL : 0UL;
                    continue;
                case OperationCode.BranchF32Eq:
                    if (*(float*)(fp + (ip - 1)->B) == *(float*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.BranchNotF32Eq:
                    if (*(float*)(fp + (ip - 1)->B) != *(float*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.F32Ne:
                    fp[(ip - 1)->A] = carried = *(float*)(fp + (ip - 1)->B) != *(float*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    continue;
                case OperationCode.F32NeConstant:
                    fp[(ip - 1)->A] = carried = *(float*)(fp + (ip - 1)->B) != (ip - 1)->Single ? 1UL : 0UL;
                    continue;
                case OperationCode.BranchF32Ne:
                    if (*(float*)(fp + (ip - 1)->B) != *(float*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.BranchNotF32Ne:
                    if (*(float*)(fp + (ip - 1)->B) == *(float*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.F32Lt:
                    fp[(ip - 1)->A] = carried = *(float*)(fp + (ip - 1)->B) < *(float*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    continue;
                case OperationCode.F32LtConstant:
                    fp[(ip - 1)->A] = carried = *(float*)(fp + (ip - 1)->B) < (ip - 1)->Single ? 1UL : 0UL;
                    continue;
                case OperationCode.BranchF32Lt:
                    if (*(float*)(fp + (ip - 1)->B) < *(float*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.BranchNotF32Lt:
                    if (!(*(float*)(fp + (ip - 1)->B) < *(float*)(fp + (ip - 1)->C)))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.F32Gt:
                    fp[(ip - 1)->A] = carried = *(float*)(fp + (ip - 1)->B) > *(float*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    continue;
                case OperationCode.F32GtConstant:
                    fp[(ip - 1)->A] = carried = *(float*)(fp + (ip - 1)->B) > (ip - 1)->Single ? 1UL : 0UL;
                    continue;
                case OperationCode.BranchF32Gt:
                    if (*(float*)(fp + (ip - 1)->B) > *(float*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.BranchNotF32Gt:
                    if (!(*(float*)(fp + (ip - 1)->B) > *(float*)(fp + (ip - 1)->C)))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.F32Le:
                    fp[(ip - 1)->A] = carried = *(float*)(fp + (ip - 1)->B) <= *(float*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    continue;
                case OperationCode.F32LeConstant:
                    fp[(ip - 1)->A] = carried = *(float*)(fp + (ip - 1)->B) <= (ip - 1)->Single ? 1UL : 0UL;
                    continue;
                case OperationCode.BranchF32Le:
                    if (*(float*)(fp + (ip - 1)->B) <= *(float*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.BranchNotF32Le:
                    if (!(*(float*)(fp + (ip - 1)->B) <= *(float*)(fp + (ip - 1)->C)))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.F32Ge:
                    fp[(ip - 1)->A] = carried = *(float*)(fp + (ip - 1)->B) >= *(float*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    continue;
                case OperationCode.F32GeConstant:
                    fp[(ip - 1)->A] = carried = *(float*)(fp + (ip - 1)->B) >= (ip - 1)->Single ? 1UL : 0UL;
                    continue;
                case OperationCode.BranchF32Ge:
                    if (*(float*)(fp + (ip - 1)->B) >= *(float*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.BranchNotF32Ge:
                    if (!(*(float*)(fp + (ip - 1)->B) >= *(float*)(fp + (ip - 1)->C)))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.F64Eq:
                    fp[(ip - 1)->A] = carried = *(double*)(fp + (ip - 1)->B) == *(double*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    continue;
                case OperationCode.F64EqConstant:
                    fp[(ip - 1)->A] = carried = *(double*)(fp + (ip - 1)->B) == (ip - 1)->Double ? 1UL : 0UL;
                    continue;
                case OperationCode.BranchF64Eq:
                    if (*(double*)(fp + (ip - 1)->B) == *(double*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.BranchNotF64Eq:
                    if (*(double*)(fp + (ip - 1)->B) != *(double*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.F64Ne:
                    fp[(ip - 1)->A] = carried = *(double*)(fp + (ip - 1)->B) != *(double*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    continue;
                case OperationCode.F64NeConstant:
                    fp[(ip - 1)->A] = carried = *(double*)(fp + (ip - 1)->B) != (ip - 1)->Double ? 1UL : 0UL;
                    continue;
                case OperationCode.BranchF64Ne:
                    if (*(double*)(fp + (ip - 1)->B) != *(double*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.BranchNotF64Ne:
                    if (*(double*)(fp + (ip - 1)->B) == *(double*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.F64Lt:
                    fp[(ip - 1)->A] = carried = *(double*)(fp + (ip - 1)->B) < *(double*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    continue;
                case OperationCode.F64LtConstant:
                    fp[(ip - 1)->A] = carried = *(double*)(fp + (ip - 1)->B) < (ip - 1)->Double ? 1UL : 0UL;
                    continue;
                case OperationCode.BranchF64Lt:
                    if (*(double*)(fp + (ip - 1)->B) < *(double*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.BranchNotF64Lt:
                    if (!(*(double*)(fp + (ip - 1)->B) < *(double*)(fp + (ip - 1)->C)))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.F64Gt:
                    fp[(ip - 1)->A] = carried = *(double*)(fp + (ip - 1)->B) > *(double*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    continue;
                case OperationCode.F64GtConstant:
                    fp[(ip - 1)->A] = carried = *(double*)(fp + (ip - 1)->B) > (ip - 1)->Double ? 1UL : 0UL;
                    continue;
                case OperationCode.BranchF64Gt:
                    if (*(double*)(fp + (ip - 1)->B) > *(double*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.BranchNotF64Gt:
                    if (!(*(double*)(fp + (ip - 1)->B) > *(double*)(fp + (ip - 1)->C)))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.F64Le:
                    fp[(ip - 1)->A] = carried = *(double*)(fp + (ip - 1)->B) <= *(double*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    continue;
                case OperationCode.F64LeConstant:
                    fp[(ip - 1)->A] = carried = *(double*)(fp + (ip - 1)->B) <= (ip - 1)->Double ? 1UL : 0UL;
                    continue;
                case OperationCode.BranchF64Le:
                    if (*(double*)(fp + (ip - 1)->B) <= *(double*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.BranchNotF64Le:
                    if (!(*(double*)(fp + (ip - 1)->B) <= *(double*)(fp + (ip - 1)->C)))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.F64Ge:
                    fp[(ip - 1)->A] = carried = *(double*)(fp + (ip - 1)->B) >= *(double*)(fp + (ip - 1)->C) ? 1UL : 0UL;
                    continue;
                case OperationCode.F64GeConstant:
                    fp[(ip - 1)->A] = carried = *(double*)(fp + (ip - 1)->B) >= (ip - 1)->Double ? 1UL : 0UL;
                    continue;
                case OperationCode.BranchF64Ge:
                    if (*(double*)(fp + (ip - 1)->B) >= *(double*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.BranchNotF64Ge:
                    if (!(*(double*)(fp + (ip - 1)->B) >= *(double*)(fp + (ip - 1)->C)))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.I32Clz:
                    fp[(ip - 1)->A] = carried = (uint)Numeric.I32Clz(*(int*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.I32Ctz:
                    fp[(ip - 1)->A] = carried = (uint)Numeric.I32Ctz(*(int*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.I32Popcnt:
                    fp[(ip - 1)->A] = carried = (uint)Numeric.I32Popcnt(*(int*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.I32Add:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) + *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I32AddConstant:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low);
                    continue;
                case OperationCode.I32Sub:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) - *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I32SubConstant:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) - (ip - 1)->Low);
                    continue;
                case OperationCode.I32Mul:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) * *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I32MulConstant:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) * (ip - 1)->Low);
                    continue;
                case OperationCode.I32DivS:
                    if (*(int*)(fp + (ip - 1)->C) == 0)
                        goto DivideByZero;
                    if (*(int*)(fp + (ip - 1)->C) == -1 && *(int*)(fp + (ip - 1)->B) == int.MinValue)
                        goto IntegerOverflow;
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) / *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I32DivSConstant:
                    if ((ip - 1)->Low == 0)
                        goto DivideByZero;
                    if ((ip - 1)->Low == -1 && *(int*)(fp + (ip - 1)->B) == int.MinValue)
                        goto IntegerOverflow;
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) / (ip - 1)->Low);
                    continue;
                case OperationCode.I32DivU:
                    if (*(int*)(fp + (ip - 1)->C) == 0)
                        goto DivideByZero;
                    fp[(ip - 1)->A] = carried = (uint)(int)((uint)*(int*)(fp + (ip - 1)->B) / (uint)*(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I32DivUConstant:
                    if ((ip - 1)->Low == 0)
                        goto DivideByZero;
                    fp[(ip - 1)->A] = carried = (uint)(int)((uint)*(int*)(fp + (ip - 1)->B) / (uint)(ip - 1)->Low);
                    continue;
                case OperationCode.I32RemS:
                    if (*(int*)(fp + (ip - 1)->C) == 0)
                        goto DivideByZero;
                    fp[(ip - 1)->A] = carried = (uint)Numeric.I32RemS(*(int*)(fp + (ip - 1)->B), *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I32RemSConstant:
                    if ((ip - 1)->Low == 0)
                        goto DivideByZero;
                    fp[(ip - 1)->A] = carried = (uint)Numeric.I32RemS(*(int*)(fp + (ip - 1)->B), (ip - 1)->Low);
                    continue;
                case OperationCode.I32RemU:
                    if (*(int*)(fp + (ip - 1)->C) == 0)
                        goto DivideByZero;
                    fp[(ip - 1)->A] = carried = (uint)(int)((uint)*(int*)(fp + (ip - 1)->B) % (uint)*(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I32RemUConstant:
                    if ((ip - 1)->Low == 0)
                        goto DivideByZero;
                    fp[(ip - 1)->A] = carried = (uint)(int)((uint)*(int*)(fp + (ip - 1)->B) % (uint)(ip - 1)->Low);
                    continue;
                case OperationCode.I32And:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) & *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I32AndConstant:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) & (ip - 1)->Low);
                    continue;
                case OperationCode.I32Or:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) | *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I32OrConstant:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) | (ip - 1)->Low);
                    continue;
                case OperationCode.I32Xor:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) ^ *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I32XorConstant:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) ^ (ip - 1)->Low);
                    continue;
                case OperationCode.I32Shl:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) << *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I32ShlConstant:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) << (ip - 1)->Low);
                    continue;
                case OperationCode.I32ShrS:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) >> *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I32ShrSConstant:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) >> (ip - 1)->Low);
                    continue;
                case OperationCode.I32ShrU:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) >>> *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I32ShrUConstant:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) >>> (ip - 1)->Low);
                    continue;
                case OperationCode.I32Rotl:
                    fp[(ip - 1)->A] = carried = (uint)(int)BitOperations.RotateLeft((uint)*(int*)(fp + (ip - 1)->B), *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I32RotlConstant:
                    fp[(ip - 1)->A] = carried = (uint)(int)BitOperations.RotateLeft((uint)*(int*)(fp + (ip - 1)->B), (ip - 1)->Low);
                    continue;
                case OperationCode.I32Rotr:
                    fp[(ip - 1)->A] = carried = (uint)(int)BitOperations.RotateRight((uint)*(int*)(fp + (ip - 1)->B), *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I32RotrConstant:
                    fp[(ip - 1)->A] = carried = (uint)(int)BitOperations.RotateRight((uint)*(int*)(fp + (ip - 1)->B), (ip - 1)->Low);
                    continue;
                case OperationCode.I64Clz:
                    fp[(ip - 1)->A] = carried = (ulong)Numeric.I64Clz(*(long*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.I64Ctz:
                    fp[(ip - 1)->A] = carried = (ulong)Numeric.I64Ctz(*(long*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.I64Popcnt:
                    fp[(ip - 1)->A] = carried = (ulong)Numeric.I64Popcnt(*(long*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.I64Add:
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) + *(long*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I64AddConstant:
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) + (long)(ip - 1)->Long);
                    continue;
                case OperationCode.I64Sub:
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) - *(long*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I64SubConstant:
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) - (long)(ip - 1)->Long);
                    continue;
                case OperationCode.I64Mul:
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) * *(long*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I64MulConstant:
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) * (long)(ip - 1)->Long);
                    continue;
                case OperationCode.I64DivS:
                    if (*(long*)(fp + (ip - 1)->C) == 0)
                        goto DivideByZero;
                    if (*(long*)(fp + (ip - 1)->C) == -1 && *(long*)(fp + (ip - 1)->B) == long.MinValue)
                        goto IntegerOverflow;
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) / *(long*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I64DivSConstant:
                    if ((long)(ip - 1)->Long == 0)
                        goto DivideByZero;
                    if ((long)(ip - 1)->Long == -1 && *(long*)(fp + (ip - 1)->B) == long.MinValue)
                        goto IntegerOverflow;
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) / (long)(ip - 1)->Long);
                    continue;
                case OperationCode.I64DivU:
                    if (*(long*)(fp + (ip - 1)->C) == 0)
                        goto DivideByZero;
                    fp[(ip - 1)->A] = carried = (ulong)(long)((ulong)*(long*)(fp + (ip - 1)->B) / (ulong)*(long*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I64DivUConstant:
                    if ((long)(ip - 1)->Long == 0)
                        goto DivideByZero;
                    fp[(ip - 1)->A] = carried = (ulong)(long)((ulong)*(long*)(fp + (ip - 1)->B) / (ulong)(long)(ip - 1)->Long);
                    continue;
                case OperationCode.I64RemS:
                    if (*(long*)(fp + (ip - 1)->C) == 0)
                        goto DivideByZero;
                    fp[(ip - 1)->A] = carried = (ulong)Numeric.I64RemS(*(long*)(fp + (ip - 1)->B), *(long*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I64RemSConstant:
                    if ((long)(ip - 1)->Long == 0)
                        goto DivideByZero;
                    fp[(ip - 1)->A] = carried = (ulong)Numeric.I64RemS(*(long*)(fp + (ip - 1)->B), (long)(ip - 1)->Long);
                    continue;
                case OperationCode.I64RemU:
                    if (*(long*)(fp + (ip - 1)->C) == 0)
                        goto DivideByZero;
                    fp[(ip - 1)->A] = carried = (ulong)(long)((ulong)*(long*)(fp + (ip - 1)->B) % (ulong)*(long*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I64RemUConstant:
                    if ((long)(ip - 1)->Long == 0)
                        goto DivideByZero;
                    fp[(ip - 1)->A] = carried = (ulong)(long)((ulong)*(long*)(fp + (ip - 1)->B) % (ulong)(long)(ip - 1)->Long);
                    continue;
                case OperationCode.I64And:
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) & *(long*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I64AndConstant:
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) & (long)(ip - 1)->Long);
                    continue;
                case OperationCode.I64Or:
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) | *(long*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I64OrConstant:
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) | (long)(ip - 1)->Long);
                    continue;
                case OperationCode.I64Xor:
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) ^ *(long*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I64XorConstant:
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) ^ (long)(ip - 1)->Long);
                    continue;
                case OperationCode.I64Shl:
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) << (int)*(long*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I64ShlConstant:
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) << (int)(long)(ip - 1)->Long);
                    continue;
                case OperationCode.I64ShrS:
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) >> (int)*(long*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I64ShrSConstant:
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) >> (int)(long)(ip - 1)->Long);
                    continue;
                case OperationCode.I64ShrU:
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) >>> (int)*(long*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I64ShrUConstant:
                    fp[(ip - 1)->A] = carried = (ulong)(*(long*)(fp + (ip - 1)->B) >>> (int)(long)(ip - 1)->Long);
                    continue;
                case OperationCode.I64Rotl:
                    fp[(ip - 1)->A] = carried = (ulong)(long)BitOperations.RotateLeft((ulong)*(long*)(fp + (ip - 1)->B), (int)*(long*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I64RotlConstant:
                    fp[(ip - 1)->A] = carried = (ulong)(long)BitOperations.RotateLeft((ulong)*(long*)(fp + (ip - 1)->B), (int)(long)(ip - 1)->Long);
                    continue;
                case OperationCode.I64Rotr:
                    fp[(ip - 1)->A] = carried = (ulong)(long)BitOperations.RotateRight((ulong)*(long*)(fp + (ip - 1)->B), (int)*(long*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I64RotrConstant:
                    fp[(ip - 1)->A] = carried = (ulong)(long)BitOperations.RotateRight((ulong)*(long*)(fp + (ip - 1)->B), (int)(long)(ip - 1)->Long);
                    continue;
                case OperationCode.F32Abs:
                    *(float*)(fp + (ip - 1)->A) = Numeric.F32Abs(*(float*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.F32Neg:
                    *(float*)(fp + (ip - 1)->A) = Numeric.F32Neg(*(float*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.F32Ceil:
                    *(float*)(fp + (ip - 1)->A) = Numeric.F32Ceil(*(float*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.F32Floor:
                    *(float*)(fp + (ip - 1)->A) = Numeric.F32Floor(*(float*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.F32Trunc:
                    *(float*)(fp + (ip - 1)->A) = Numeric.F32Trunc(*(float*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.F32Nearest:
                    *(float*)(fp + (ip - 1)->A) = Numeric.F32Nearest(*(float*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.F32Sqrt:
                    *(float*)(fp + (ip - 1)->A) = Numeric.F32Sqrt(*(float*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.F32Add:
                    *(float*)(fp + (ip - 1)->A) = (*(float*)(fp + (ip - 1)->B) + *(float*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.F32AddConstant:
                    *(float*)(fp + (ip - 1)->A) = (*(float*)(fp + (ip - 1)->B) + (ip - 1)->Single);
                    continue;
                case OperationCode.F32Sub:
                    *(float*)(fp + (ip - 1)->A) = (*(float*)(fp + (ip - 1)->B) - *(float*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.F32SubConstant:
                    *(float*)(fp + (ip - 1)->A) = (*(float*)(fp + (ip - 1)->B) - (ip - 1)->Single);
                    continue;
                case OperationCode.F32Mul:
                    *(float*)(fp + (ip - 1)->A) = (*(float*)(fp + (ip - 1)->B) * *(float*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.F32MulConstant:
                    *(float*)(fp + (ip - 1)->A) = (*(float*)(fp + (ip - 1)->B) * (ip - 1)->Single);
                    continue;
                case OperationCode.F32Div:
                    *(float*)(fp + (ip - 1)->A) = (*(float*)(fp + (ip - 1)->B) / *(float*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.F32DivConstant:
                    *(float*)(fp + (ip - 1)->A) = (*(float*)(fp + (ip - 1)->B) / (ip - 1)->Single);
                    continue;
                case OperationCode.F32Min:
                    *(float*)(fp + (ip - 1)->A) = Numeric.F32Min(*(float*)(fp + (ip - 1)->B), *(float*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.F32MinConstant:
                    *(float*)(fp + (ip - 1)->A) = Numeric.F32Min(*(float*)(fp + (ip - 1)->B), (ip - 1)->Single);
                    continue;
                case OperationCode.F32Max:
                    *(float*)(fp + (ip - 1)->A) = Numeric.F32Max(*(float*)(fp + (ip - 1)->B), *(float*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.F32MaxConstant:
                    *(float*)(fp + (ip - 1)->A) = Numeric.F32Max(*(float*)(fp + (ip - 1)->B), (ip - 1)->Single);
                    continue;
                case OperationCode.F32Copysign:
                    *(float*)(fp + (ip - 1)->A) = Numeric.F32Copysign(*(float*)(fp + (ip - 1)->B), *(float*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.F32CopysignConstant:
                    *(float*)(fp + (ip - 1)->A) = Numeric.F32Copysign(*(float*)(fp + (ip - 1)->B), (ip - 1)->Single);
                    continue;
                case OperationCode.F64Abs:
                    *(double*)(fp + (ip - 1)->A) = Numeric.F64Abs(*(double*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.F64Neg:
                    *(double*)(fp + (ip - 1)->A) = Numeric.F64Neg(*(double*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.F64Ceil:
                    *(double*)(fp + (ip - 1)->A) = Numeric.F64Ceil(*(double*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.F64Floor:
                    *(double*)(fp + (ip - 1)->A) = Numeric.F64Floor(*(double*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.F64Trunc:
                    *(double*)(fp + (ip - 1)->A) = Numeric.F64Trunc(*(double*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.F64Nearest:
                    *(double*)(fp + (ip - 1)->A) = Numeric.F64Nearest(*(double*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.F64Sqrt:
                    *(double*)(fp + (ip - 1)->A) = Numeric.F64Sqrt(*(double*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.F64Add:
                    *(double*)(fp + (ip - 1)->A) = (*(double*)(fp + (ip - 1)->B) + *(double*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.F64AddConstant:
                    *(double*)(fp + (ip - 1)->A) = (*(double*)(fp + (ip - 1)->B) + (ip - 1)->Double);
                    continue;
                case OperationCode.F64Sub:
                    *(double*)(fp + (ip - 1)->A) = (*(double*)(fp + (ip - 1)->B) - *(double*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.F64SubConstant:
                    *(double*)(fp + (ip - 1)->A) = (*(double*)(fp + (ip - 1)->B) - (ip - 1)->Double);
                    continue;
                case OperationCode.F64Mul:
                    *(double*)(fp + (ip - 1)->A) = (*(double*)(fp + (ip - 1)->B) * *(double*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.F64MulConstant:
                    *(double*)(fp + (ip - 1)->A) = (*(double*)(fp + (ip - 1)->B) * (ip - 1)->Double);
                    continue;
                case OperationCode.F64Div:
                    *(double*)(fp + (ip - 1)->A) = (*(double*)(fp + (ip - 1)->B) / *(double*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.F64DivConstant:
                    *(double*)(fp + (ip - 1)->A) = (*(double*)(fp + (ip - 1)->B) / (ip - 1)->Double);
                    continue;
                case OperationCode.F64Min:
                    *(double*)(fp + (ip - 1)->A) = Numeric.F64Min(*(double*)(fp + (ip - 1)->B), *(double*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.F64MinConstant:
                    *(double*)(fp + (ip - 1)->A) = Numeric.F64Min(*(double*)(fp + (ip - 1)->B), (ip - 1)->Double);
                    continue;
                case OperationCode.F64Max:
                    *(double*)(fp + (ip - 1)->A) = Numeric.F64Max(*(double*)(fp + (ip - 1)->B), *(double*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.F64MaxConstant:
                    *(double*)(fp + (ip - 1)->A) = Numeric.F64Max(*(double*)(fp + (ip - 1)->B), (ip - 1)->Double);
                    continue;
                case OperationCode.F64Copysign:
                    *(double*)(fp + (ip - 1)->A) = Numeric.F64Copysign(*(double*)(fp + (ip - 1)->B), *(double*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.F64CopysignConstant:
                    *(double*)(fp + (ip - 1)->A) = Numeric.F64Copysign(*(double*)(fp + (ip - 1)->B), (ip - 1)->Double);
                    continue;
                case OperationCode.I32WrapI64:
                    fp[(ip - 1)->A] = carried = (uint)((int)*(long*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.I32TruncF32S:
                    if (!Numeric.I32TruncF32SInRange(*(float*)(fp + (ip - 1)->B)))
                        goto F32OutOfRange;
                    fp[(ip - 1)->A] = carried = (uint)Numeric.I32TruncF32S(*(float*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.I32TruncF32U:
                    if (!Numeric.I32TruncF32UInRange(*(float*)(fp + (ip - 1)->B)))
                        goto F32OutOfRange;
                    fp[(ip - 1)->A] = carried = (uint)Numeric.I32TruncF32U(*(float*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.I32TruncF64S:
                    if (!Numeric.I32TruncF64SInRange(*(double*)(fp + (ip - 1)->B)))
                        goto F64OutOfRange;
                    fp[(ip - 1)->A] = carried = (uint)Numeric.I32TruncF64S(*(double*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.I32TruncF64U:
                    if (!Numeric.I32TruncF64UInRange(*(double*)(fp + (ip - 1)->B)))
                        goto F64OutOfRange;
                    fp[(ip - 1)->A] = carried = (uint)Numeric.I32TruncF64U(*(double*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.I64ExtendI32S:
                    fp[(ip - 1)->A] = carried = (ulong)((long)*(int*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.I64ExtendI32U:
                    fp[(ip - 1)->A] = carried = (ulong)((long)(uint)*(int*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.I64TruncF32S:
                    if (!Numeric.I64TruncF32SInRange(*(float*)(fp + (ip - 1)->B)))
                        goto F32OutOfRange;
                    fp[(ip - 1)->A] = carried = (ulong)Numeric.I64TruncF32S(*(float*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.I64TruncF32U:
                    if (!Numeric.I64TruncF32UInRange(*(float*)(fp + (ip - 1)->B)))
                        goto F32OutOfRange;
                    fp[(ip - 1)->A] = carried = (ulong)Numeric.I64TruncF32U(*(float*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.I64TruncF64S:
                    if (!Numeric.I64TruncF64SInRange(*(double*)(fp + (ip - 1)->B)))
                        goto F64OutOfRange;
                    fp[(ip - 1)->A] = carried = (ulong)Numeric.I64TruncF64S(*(double*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.I64TruncF64U:
                    if (!Numeric.I64TruncF64UInRange(*(double*)(fp + (ip - 1)->B)))
                        goto F64OutOfRange;
                    fp[(ip - 1)->A] = carried = (ulong)Numeric.I64TruncF64U(*(double*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.F32ConvertI32S:
                    *(float*)(fp + (ip - 1)->A) = ((float)*(int*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.F32ConvertI32U:
                    *(float*)(fp + (ip - 1)->A) = ((float)(long)(uint)*(int*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.F32ConvertI64S:
                    *(float*)(fp + (ip - 1)->A) = Numeric.F32ConvertI64S(*(long*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.F32ConvertI64U:
                    *(float*)(fp + (ip - 1)->A) = OutOfLine.F32ConvertI64U(*(long*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.F32DemoteF64:
                    *(float*)(fp + (ip - 1)->A) = Numeric.F32DemoteF64(*(double*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.F64ConvertI32S:
                    *(double*)(fp + (ip - 1)->A) = ((double)*(int*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.F64ConvertI32U:
                    *(double*)(fp + (ip - 1)->A) = ((double)(long)(uint)*(int*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.F64ConvertI64S:
                    *(double*)(fp + (ip - 1)->A) = ((double)*(long*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.F64ConvertI64U:
                    *(double*)(fp + (ip - 1)->A) = OutOfLine.F64ConvertI64U(*(long*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.F64PromoteF32:
                    *(double*)(fp + (ip - 1)->A) = ((double)*(float*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.I32ReinterpretF32:
                    fp[(ip - 1)->A] = carried = (uint)Numeric.I32ReinterpretF32(*(float*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.I64ReinterpretF64:
                    fp[(ip - 1)->A] = carried = (ulong)Numeric.I64ReinterpretF64(*(double*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.F32ReinterpretI32:
                    *(float*)(fp + (ip - 1)->A) = Numeric.F32ReinterpretI32(*(int*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.F64ReinterpretI64:
                    *(double*)(fp + (ip - 1)->A) = Numeric.F64ReinterpretI64(*(long*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.I32Extend8S:
                    fp[(ip - 1)->A] = carried = (uint)((sbyte)*(int*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.I32Extend16S:
                    fp[(ip - 1)->A] = carried = (uint)((short)*(int*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.I64Extend8S:
                    fp[(ip - 1)->A] = carried = (ulong)((sbyte)*(long*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.I64Extend16S:
                    fp[(ip - 1)->A] = carried = (ulong)((short)*(long*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.I64Extend32S:
                    fp[(ip - 1)->A] = carried = (ulong)((int)*(long*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.I32TruncSatF32S:
                    fp[(ip - 1)->A] = carried = (uint)Numeric.I32TruncSatF32S(*(float*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.I32TruncSatF32U:
                    fp[(ip - 1)->A] = carried = (uint)Numeric.I32TruncSatF32U(*(float*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.I32TruncSatF64S:
                    fp[(ip - 1)->A] = carried = (uint)Numeric.I32TruncSatF64S(*(double*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.I32TruncSatF64U:
                    fp[(ip - 1)->A] = carried = (uint)Numeric.I32TruncSatF64U(*(double*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.I64TruncSatF32S:
                    fp[(ip - 1)->A] = carried = (ulong)Numeric.I64TruncSatF32S(*(float*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.I64TruncSatF32U:
                    fp[(ip - 1)->A] = carried = (ulong)Numeric.I64TruncSatF32U(*(float*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.I64TruncSatF64S:
                    fp[(ip - 1)->A] = carried = (ulong)Numeric.I64TruncSatF64S(*(double*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.I64TruncSatF64U:
                    fp[(ip - 1)->A] = carried = (ulong)Numeric.I64TruncSatF64U(*(double*)(fp + (ip - 1)->B));
                    continue;
                case OperationCode.I32Load:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(uint*)(memory + end - 4);
                    continue;
                case OperationCode.I64Load:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(ulong*)(memory + end - 8);
                    continue;
                case OperationCode.F32Load:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = *(uint*)(memory + end - 4);
                    continue;
                case OperationCode.F64Load:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = *(ulong*)(memory + end - 8);
                    continue;
                case OperationCode.I32Load8S:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = (uint)(int)*(sbyte*)(memory + end - 1);
                    continue;
                case OperationCode.I32Load8U:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(byte*)(memory + end - 1);
                    continue;
                case OperationCode.I32Load16S:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = (uint)(int)*(short*)(memory + end - 2);
                    continue;
                case OperationCode.I32Load16U:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(ushort*)(memory + end - 2);
                    continue;
                case OperationCode.I64Load8S:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = (ulong)*(sbyte*)(memory + end - 1);
                    continue;
                case OperationCode.I64Load8U:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(byte*)(memory + end - 1);
                    continue;
                case OperationCode.I64Load16S:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = (ulong)*(short*)(memory + end - 2);
                    continue;
                case OperationCode.I64Load16U:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(ushort*)(memory + end - 2);
                    continue;
                case OperationCode.I64Load32S:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = (ulong)*(int*)(memory + end - 4);
                    continue;
                case OperationCode.I64Load32U:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(uint*)(memory + end - 4);
                    continue;
                case OperationCode.I32Store:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(uint*)(memory + end - 4) = *(uint*)(fp + (ip - 1)->C);
                    continue;
                case OperationCode.I64Store:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(ulong*)(memory + end - 8) = *(ulong*)(fp + (ip - 1)->C);
                    continue;
                case OperationCode.F32Store:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(uint*)(memory + end - 4) = *(uint*)(fp + (ip - 1)->C);
                    continue;
                case OperationCode.F64Store:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(ulong*)(memory + end - 8) = *(ulong*)(fp + (ip - 1)->C);
                    continue;
                case OperationCode.I32Store8:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(byte*)(memory + end - 1) = *(byte*)(fp + (ip - 1)->C);
                    continue;
                case OperationCode.I32Store16:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(ushort*)(memory + end - 2) = *(ushort*)(fp + (ip - 1)->C);
                    continue;
                case OperationCode.I64Store8:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(byte*)(memory + end - 1) = *(byte*)(fp + (ip - 1)->C);
                    continue;
                case OperationCode.I64Store16:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(ushort*)(memory + end - 2) = *(ushort*)(fp + (ip - 1)->C);
                    continue;
                case OperationCode.I64Store32:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(uint*)(memory + end - 4) = *(uint*)(fp + (ip - 1)->C);
                    continue;
                case OperationCode.I32AddConstantI32Load:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low) + (ulong)(uint)(ip - 1)->High;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(uint*)(memory + end - 4);
                    continue;
                case OperationCode.I32AddConstantI32Load8U:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low) + (ulong)(uint)(ip - 1)->High;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(byte*)(memory + end - 1);
                    continue;
                case OperationCode.I32AddConstantI32Load8S:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low) + (ulong)(uint)(ip - 1)->High;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = (uint)(int)*(sbyte*)(memory + end - 1);
                    continue;
                case OperationCode.I32AddConstantI32Load16U:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low) + (ulong)(uint)(ip - 1)->High;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(ushort*)(memory + end - 2);
                    continue;
                case OperationCode.I32AddConstantI32Load16S:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low) + (ulong)(uint)(ip - 1)->High;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = (uint)(int)*(short*)(memory + end - 2);
                    continue;
                case OperationCode.I32AddConstantI64Load:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low) + (ulong)(uint)(ip - 1)->High;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(ulong*)(memory + end - 8);
                    continue;
                case OperationCode.I32AddConstantF32Load:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low) + (ulong)(uint)(ip - 1)->High;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = *(uint*)(memory + end - 4);
                    continue;
                case OperationCode.I32AddConstantF64Load:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low) + (ulong)(uint)(ip - 1)->High;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = *(ulong*)(memory + end - 8);
                    continue;
                case OperationCode.I32AddConstantI32Store:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low) + (ulong)(uint)(ip - 1)->High;
                    if (end > length)
                        goto OutOfBounds;
                    *(uint*)(memory + end - 4) = *(uint*)(fp + (ip - 1)->C);
                    continue;
                case OperationCode.I32AddConstantI32Store8:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low) + (ulong)(uint)(ip - 1)->High;
                    if (end > length)
                        goto OutOfBounds;
                    *(byte*)(memory + end - 1) = *(byte*)(fp + (ip - 1)->C);
                    continue;
                case OperationCode.I32AddConstantI32Store16:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low) + (ulong)(uint)(ip - 1)->High;
                    if (end > length)
                        goto OutOfBounds;
                    *(ushort*)(memory + end - 2) = *(ushort*)(fp + (ip - 1)->C);
                    continue;
                case OperationCode.I32AddConstantI64Store:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low) + (ulong)(uint)(ip - 1)->High;
                    if (end > length)
                        goto OutOfBounds;
                    *(ulong*)(memory + end - 8) = *(ulong*)(fp + (ip - 1)->C);
                    continue;
                case OperationCode.I32AddConstantF32Store:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low) + (ulong)(uint)(ip - 1)->High;
                    if (end > length)
                        goto OutOfBounds;
                    *(uint*)(memory + end - 4) = *(uint*)(fp + (ip - 1)->C);
                    continue;
                case OperationCode.I32AddConstantF64Store:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low) + (ulong)(uint)(ip - 1)->High;
                    if (end > length)
                        goto OutOfBounds;
                    *(ulong*)(memory + end - 8) = *(ulong*)(fp + (ip - 1)->C);
                    continue;
                case OperationCode.I32AddI32Load:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + *(int*)(fp + (ip - 1)->C)) + (ulong)(ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(uint*)(memory + end - 4);
                    continue;
                case OperationCode.I32AddI32Load8U:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + *(int*)(fp + (ip - 1)->C)) + (ulong)(ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(byte*)(memory + end - 1);
                    continue;
                case OperationCode.I32AddI32Load16U:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + *(int*)(fp + (ip - 1)->C)) + (ulong)(ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(ushort*)(memory + end - 2);
                    continue;
                case OperationCode.I32AddI64Load:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + *(int*)(fp + (ip - 1)->C)) + (ulong)(ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(ulong*)(memory + end - 8);
                    continue;
                case OperationCode.I32AddF64Load:
                    end = (uint)(*(int*)(fp + (ip - 1)->B) + *(int*)(fp + (ip - 1)->C)) + (ulong)(ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = *(ulong*)(memory + end - 8);
                    continue;
                case OperationCode.I32AddConstantBranchIf:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low);
                    if (*(int*)(fp + (ip - 1)->A) != 0)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.I32AddConstantBranchI32Ne:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low);
                    if (*(int*)(fp + (ip - 1)->A) != *(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.I32AddConstantBranchI32NeConstant:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low);
                    if (*(int*)(fp + (ip - 1)->A) != (int)(short)(ip - 1)->C)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.I32AddConstantBranchI32LtS:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low);
                    if (*(int*)(fp + (ip - 1)->A) < *(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.I32AddConstantBranchI32LtU:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low);
                    if ((uint)*(int*)(fp + (ip - 1)->A) < (uint)*(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.I32AddConstantBranchI32LtUConstant:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low);
                    if ((uint)*(int*)(fp + (ip - 1)->A) < (uint)(int)(short)(ip - 1)->C)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.I32AddConstantBranchI32GtUConstant:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low);
                    if ((uint)*(int*)(fp + (ip - 1)->A) > (uint)(int)(short)(ip - 1)->C)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.I32AndConstantBranchIf:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) & (ip - 1)->Low);
                    if (*(int*)(fp + (ip - 1)->A) != 0)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.I32AndConstantBranchUnless:
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(fp + (ip - 1)->B) & (ip - 1)->Low);
                    if (*(int*)(fp + (ip - 1)->A) == 0)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.I32AddI32Add:
                    fp[(ip - 1)->A] = carried = (uint)((*(int*)(fp + (ip - 1)->B) + *(int*)(fp + (ip - 1)->C)) + *(int*)(fp + (ip - 1)->D));
                    continue;
                case OperationCode.I32AddI32AddConstant:
                    fp[(ip - 1)->A] = carried = (uint)((*(int*)(fp + (ip - 1)->B) + *(int*)(fp + (ip - 1)->C)) + (ip - 1)->Low);
                    continue;
                case OperationCode.I32AddConstantI32Add:
                    fp[(ip - 1)->A] = carried = (uint)((*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low) + *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I32AddConstantI32AndConstant:
                    fp[(ip - 1)->A] = carried = (uint)((*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low) & (ip - 1)->High);
                    continue;
                case OperationCode.I32AddConstantI32ShlConstant:
                    fp[(ip - 1)->A] = carried = (uint)((*(int*)(fp + (ip - 1)->B) + (ip - 1)->Low) << (ip - 1)->High);
                    continue;
                case OperationCode.I32AndConstantI32AddConstant:
                    fp[(ip - 1)->A] = carried = (uint)((*(int*)(fp + (ip - 1)->B) & (ip - 1)->Low) + (ip - 1)->High);
                    continue;
                case OperationCode.I32ShlConstantI32Add:
                    fp[(ip - 1)->A] = carried = (uint)((*(int*)(fp + (ip - 1)->B) << (ip - 1)->Low) + *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I32ShlConstantI32AddConstant:
                    fp[(ip - 1)->A] = carried = (uint)((*(int*)(fp + (ip - 1)->B) << (ip - 1)->Low) + (ip - 1)->High);
                    continue;
                case OperationCode.I32ShlConstantI32Or:
                    fp[(ip - 1)->A] = carried = (uint)((*(int*)(fp + (ip - 1)->B) << (ip - 1)->Low) | *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I32ShlConstantI32Xor:
                    fp[(ip - 1)->A] = carried = (uint)((*(int*)(fp + (ip - 1)->B) << (ip - 1)->Low) ^ *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I32ShrUConstantI32AndConstant:
                    fp[(ip - 1)->A] = carried = (uint)((*(int*)(fp + (ip - 1)->B) >>> (ip - 1)->Low) & (ip - 1)->High);
                    continue;
                case OperationCode.I32ShrUConstantI32Or:
                    fp[(ip - 1)->A] = carried = (uint)((*(int*)(fp + (ip - 1)->B) >>> (ip - 1)->Low) | *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I32ShrUConstantI32Xor:
                    fp[(ip - 1)->A] = carried = (uint)((*(int*)(fp + (ip - 1)->B) >>> (ip - 1)->Low) ^ *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I32RotlConstantI32Xor:
                    fp[(ip - 1)->A] = carried = (uint)((int)BitOperations.RotateLeft((uint)*(int*)(fp + (ip - 1)->B), (ip - 1)->Low) ^ *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I32RotrConstantI32Xor:
                    fp[(ip - 1)->A] = carried = (uint)((int)BitOperations.RotateRight((uint)*(int*)(fp + (ip - 1)->B), (ip - 1)->Low) ^ *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I32XorI32Xor:
                    fp[(ip - 1)->A] = carried = (uint)((*(int*)(fp + (ip - 1)->B) ^ *(int*)(fp + (ip - 1)->C)) ^ *(int*)(fp + (ip - 1)->D));
                    continue;
                case OperationCode.I32AndI32Xor:
                    fp[(ip - 1)->A] = carried = (uint)((*(int*)(fp + (ip - 1)->B) & *(int*)(fp + (ip - 1)->C)) ^ *(int*)(fp + (ip - 1)->D));
                    continue;
                case OperationCode.I32LoadI32Add:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(memory + end - 4) + *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I32LoadI32Xor:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(memory + end - 4) ^ *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I32Load8UI32Xor:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = (uint)((int)*(byte*)(memory + end - 1) ^ *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.I64ShrUConstantI64Xor:
                    fp[(ip - 1)->A] = carried = (ulong)((*(long*)(fp + (ip - 1)->B) >>> (int)(long)(ip - 1)->Long) ^ *(long*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.F64MulF64Add:
                    *(double*)(fp + (ip - 1)->A) = ((*(double*)(fp + (ip - 1)->B) * *(double*)(fp + (ip - 1)->C)) + *(double*)(fp + (ip - 1)->D));
                    continue;
                case OperationCode.F64MulF64AddRight:
                    *(double*)(fp + (ip - 1)->A) = (*(double*)(fp + (ip - 1)->D) + (*(double*)(fp + (ip - 1)->B) * *(double*)(fp + (ip - 1)->C)));
                    continue;
                case OperationCode.F64MulF64Sub:
                    *(double*)(fp + (ip - 1)->A) = ((*(double*)(fp + (ip - 1)->B) * *(double*)(fp + (ip - 1)->C)) - *(double*)(fp + (ip - 1)->D));
                    continue;
                case OperationCode.F64MulF64SubRight:
                    *(double*)(fp + (ip - 1)->A) = (*(double*)(fp + (ip - 1)->D) - (*(double*)(fp + (ip - 1)->B) * *(double*)(fp + (ip - 1)->C)));
                    continue;
                case OperationCode.F64LoadF64Mul:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(double*)(fp + (ip - 1)->A) = (*(double*)(memory + end - 8) * *(double*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.F64LoadF64MulRight:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(double*)(fp + (ip - 1)->A) = (*(double*)(fp + (ip - 1)->C) * *(double*)(memory + end - 8));
                    continue;
                case OperationCode.F64LoadF64Add:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(double*)(fp + (ip - 1)->A) = (*(double*)(memory + end - 8) + *(double*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.F64LoadF64AddRight:
                    end = *(uint*)(fp + (ip - 1)->B) + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(double*)(fp + (ip - 1)->A) = (*(double*)(fp + (ip - 1)->C) + *(double*)(memory + end - 8));
                    continue;
                case OperationCode.CarriedI32Add:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried + *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.CarriedI32AddConstant:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried + (ip - 1)->Low);
                    continue;
                case OperationCode.CarriedI32Sub:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried - *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.CarriedI32SubConstant:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried - (ip - 1)->Low);
                    continue;
                case OperationCode.CarriedI32Mul:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried * *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.CarriedI32MulConstant:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried * (ip - 1)->Low);
                    continue;
                case OperationCode.CarriedI32And:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried & *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.CarriedI32AndConstant:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried & (ip - 1)->Low);
                    continue;
                case OperationCode.CarriedI32Or:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried | *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.CarriedI32OrConstant:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried | (ip - 1)->Low);
                    continue;
                case OperationCode.CarriedI32Xor:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried ^ *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.CarriedI32XorConstant:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried ^ (ip - 1)->Low);
                    continue;
                case OperationCode.CarriedI32Shl:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried << *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.CarriedI32ShlConstant:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried << (ip - 1)->Low);
                    continue;
                case OperationCode.CarriedI32ShrU:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried >>> *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.CarriedI32ShrUConstant:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried >>> (ip - 1)->Low);
                    continue;
                case OperationCode.CarriedI32ShrSConstant:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried >> (ip - 1)->Low);
                    continue;
                case OperationCode.CarriedI32RotlConstant:
                    fp[(ip - 1)->A] = carried = (uint)(int)BitOperations.RotateLeft((uint)(int)carried, (ip - 1)->Low);
                    continue;
                case OperationCode.CarriedI32RotrConstant:
                    fp[(ip - 1)->A] = carried = (uint)(int)BitOperations.RotateRight((uint)(int)carried, (ip - 1)->Low);
                    continue;
                case OperationCode.CarriedI32RemUConstant:
                    if ((ip - 1)->Low == 0)
                        goto DivideByZero;
                    fp[(ip - 1)->A] = carried = (uint)(int)((uint)(int)carried % (uint)(ip - 1)->Low);
                    continue;
                case OperationCode.CarriedI32DivUConstant:
                    if ((ip - 1)->Low == 0)
                        goto DivideByZero;
                    fp[(ip - 1)->A] = carried = (uint)(int)((uint)(int)carried / (uint)(ip - 1)->Low);
                    continue;
                case OperationCode.CarriedI32Eqz:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried == 0 ? 1 : 0);
                    continue;
                case OperationCode.CarriedI32Extend8S:
                    fp[(ip - 1)->A] = carried = (uint)((sbyte)(int)carried);
                    continue;
                case OperationCode.CarriedI32LtUConstant:
                    fp[(ip - 1)->A] = carried = (uint)(int)carried < (uint)(ip - 1)->Low ? 1UL : 0UL;
                    continue;
                case OperationCode.CarriedI32EqConstant:
                    fp[(ip - 1)->A] = carried = (int)carried == (ip - 1)->Low ? 1UL : 0UL;
                    continue;
                case OperationCode.CarriedI32NeConstant:
                    fp[(ip - 1)->A] = carried = (int)carried != (ip - 1)->Low ? 1UL : 0UL;
                    continue;
                case OperationCode.CarriedBranchIf:
                    if ((int)carried != 0)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.CarriedBranchUnless:
                    if ((int)carried == 0)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.CarriedBranchI32Eq:
                    if ((int)carried == *(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.CarriedBranchI32Ne:
                    if ((int)carried != *(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.CarriedBranchI32LtS:
                    if ((int)carried < *(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.CarriedBranchI32LtU:
                    if ((uint)(int)carried < (uint)*(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.CarriedBranchI32GtU:
                    if ((uint)(int)carried > (uint)*(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.CarriedBranchI32GeU:
                    if ((uint)(int)carried >= (uint)*(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.CarriedBranchI32LeU:
                    if ((uint)(int)carried <= (uint)*(int*)(fp + (ip - 1)->C))
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.CarriedBranchI32EqConstant:
                    if ((int)carried == (ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.CarriedBranchI32NeConstant:
                    if ((int)carried != (ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.CarriedBranchI32LtSConstant:
                    if ((int)carried < (ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.CarriedBranchI32LtUConstant:
                    if ((uint)(int)carried < (uint)(ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.CarriedBranchI32GtSConstant:
                    if ((int)carried > (ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.CarriedBranchI32GtUConstant:
                    if ((uint)(int)carried > (uint)(ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.CarriedI64ExtendI32U:
                    fp[(ip - 1)->A] = carried = (ulong)((long)(uint)(int)carried);
                    continue;
                case OperationCode.CarriedI64ExtendI32S:
                    fp[(ip - 1)->A] = carried = (ulong)((long)(int)carried);
                    continue;
                case OperationCode.CarriedI32WrapI64:
                    fp[(ip - 1)->A] = carried = (uint)((int)(long)carried);
                    continue;
                case OperationCode.CarriedF64ConvertI32S:
                    *(double*)(fp + (ip - 1)->A) = ((double)(int)carried);
                    continue;
                case OperationCode.CarriedF64ConvertI32U:
                    *(double*)(fp + (ip - 1)->A) = ((double)(long)(uint)(int)carried);
                    continue;
                case OperationCode.CarriedI64Add:
                    fp[(ip - 1)->A] = carried = (ulong)((long)carried + *(long*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.CarriedI64AddConstant:
                    fp[(ip - 1)->A] = carried = (ulong)((long)carried + (long)(ip - 1)->Long);
                    continue;
                case OperationCode.CarriedI64Sub:
                    fp[(ip - 1)->A] = carried = (ulong)((long)carried - *(long*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.CarriedI64Mul:
                    fp[(ip - 1)->A] = carried = (ulong)((long)carried * *(long*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.CarriedI64MulConstant:
                    fp[(ip - 1)->A] = carried = (ulong)((long)carried * (long)(ip - 1)->Long);
                    continue;
                case OperationCode.CarriedI64And:
                    fp[(ip - 1)->A] = carried = (ulong)((long)carried & *(long*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.CarriedI64AndConstant:
                    fp[(ip - 1)->A] = carried = (ulong)((long)carried & (long)(ip - 1)->Long);
                    continue;
                case OperationCode.CarriedI64Or:
                    fp[(ip - 1)->A] = carried = (ulong)((long)carried | *(long*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.CarriedI64Xor:
                    fp[(ip - 1)->A] = carried = (ulong)((long)carried ^ *(long*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.CarriedI64XorConstant:
                    fp[(ip - 1)->A] = carried = (ulong)((long)carried ^ (long)(ip - 1)->Long);
                    continue;
                case OperationCode.CarriedI64ShlConstant:
                    fp[(ip - 1)->A] = carried = (ulong)((long)carried << (int)(long)(ip - 1)->Long);
                    continue;
                case OperationCode.CarriedI64ShrUConstant:
                    fp[(ip - 1)->A] = carried = (ulong)((long)carried >>> (int)(long)(ip - 1)->Long);
                    continue;
                case OperationCode.CarriedI64RotlConstant:
                    fp[(ip - 1)->A] = carried = (ulong)(long)BitOperations.RotateLeft((ulong)(long)carried, (int)(long)(ip - 1)->Long);
                    continue;
                case OperationCode.CarriedI64RemU:
                    if (*(long*)(fp + (ip - 1)->C) == 0)
                        goto DivideByZero;
                    fp[(ip - 1)->A] = carried = (ulong)(long)((ulong)(long)carried % (ulong)*(long*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.CarriedBranchI64EqConstant:
                    if ((long)carried == (long)(ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.CarriedBranchI64NeConstant:
                    if ((long)carried != (long)(ip - 1)->Low)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.CarriedI32Load:
                    end = (uint)carried + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(uint*)(memory + end - 4);
                    continue;
                case OperationCode.CarriedI32Load8U:
                    end = (uint)carried + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(byte*)(memory + end - 1);
                    continue;
                case OperationCode.CarriedI32Load8S:
                    end = (uint)carried + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = (uint)(int)*(sbyte*)(memory + end - 1);
                    continue;
                case OperationCode.CarriedI32Load16U:
                    end = (uint)carried + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(ushort*)(memory + end - 2);
                    continue;
                case OperationCode.CarriedI64Load:
                    end = (uint)carried + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(ulong*)(memory + end - 8);
                    continue;
                case OperationCode.CarriedF64Load:
                    end = (uint)carried + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = *(ulong*)(memory + end - 8);
                    continue;
                case OperationCode.CarriedI32Store:
                    end = (uint)carried + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(uint*)(memory + end - 4) = *(uint*)(fp + (ip - 1)->C);
                    continue;
                case OperationCode.CarriedI32Store8:
                    end = (uint)carried + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(byte*)(memory + end - 1) = *(byte*)(fp + (ip - 1)->C);
                    continue;
                case OperationCode.CarriedI64Store:
                    end = (uint)carried + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(ulong*)(memory + end - 8) = *(ulong*)(fp + (ip - 1)->C);
                    continue;
                case OperationCode.CarriedF64Store:
                    end = (uint)carried + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    *(ulong*)(memory + end - 8) = *(ulong*)(fp + (ip - 1)->C);
                    continue;
                case OperationCode.CarriedI32AddConstantI32Load:
                    end = (uint)((int)carried + (ip - 1)->Low) + (ulong)(uint)(ip - 1)->High;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(uint*)(memory + end - 4);
                    continue;
                case OperationCode.CarriedI32AddConstantI32Load8U:
                    end = (uint)((int)carried + (ip - 1)->Low) + (ulong)(uint)(ip - 1)->High;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(byte*)(memory + end - 1);
                    continue;
                case OperationCode.CarriedI32AddConstantI64Load:
                    end = (uint)((int)carried + (ip - 1)->Low) + (ulong)(uint)(ip - 1)->High;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(ulong*)(memory + end - 8);
                    continue;
                case OperationCode.CarriedI32AddConstantI32Store:
                    end = (uint)((int)carried + (ip - 1)->Low) + (ulong)(uint)(ip - 1)->High;
                    if (end > length)
                        goto OutOfBounds;
                    *(uint*)(memory + end - 4) = *(uint*)(fp + (ip - 1)->C);
                    continue;
                case OperationCode.CarriedI32AddI32Load:
                    end = (uint)((int)carried + *(int*)(fp + (ip - 1)->C)) + (ulong)(ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(uint*)(memory + end - 4);
                    continue;
                case OperationCode.CarriedI32AddI32Load8U:
                    end = (uint)((int)carried + *(int*)(fp + (ip - 1)->C)) + (ulong)(ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = *(byte*)(memory + end - 1);
                    continue;
                case OperationCode.CarriedI32AddConstantBranchIf:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried + (ip - 1)->Low);
                    if (*(int*)(fp + (ip - 1)->A) != 0)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.CarriedI32AndConstantBranchIf:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried & (ip - 1)->Low);
                    if (*(int*)(fp + (ip - 1)->A) != 0)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.CarriedI32AndConstantBranchUnless:
                    fp[(ip - 1)->A] = carried = (uint)((int)carried & (ip - 1)->Low);
                    if (*(int*)(fp + (ip - 1)->A) == 0)
                        ip += (ip - 1)->Target;
                    continue;
                case OperationCode.CarriedI32AddI32Add:
                    fp[(ip - 1)->A] = carried = (uint)(((int)carried + *(int*)(fp + (ip - 1)->C)) + *(int*)(fp + (ip - 1)->D));
                    continue;
                case OperationCode.CarriedI32AddI32AddConstant:
                    fp[(ip - 1)->A] = carried = (uint)(((int)carried + *(int*)(fp + (ip - 1)->C)) + (ip - 1)->Low);
                    continue;
                case OperationCode.CarriedI32AddConstantI32Add:
                    fp[(ip - 1)->A] = carried = (uint)(((int)carried + (ip - 1)->Low) + *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.CarriedI32AddConstantI32AndConstant:
                    fp[(ip - 1)->A] = carried = (uint)(((int)carried + (ip - 1)->Low) & (ip - 1)->High);
                    continue;
                case OperationCode.CarriedI32AndConstantI32AddConstant:
                    fp[(ip - 1)->A] = carried = (uint)(((int)carried & (ip - 1)->Low) + (ip - 1)->High);
                    continue;
                case OperationCode.CarriedI32ShlConstantI32Add:
                    fp[(ip - 1)->A] = carried = (uint)(((int)carried << (ip - 1)->Low) + *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.CarriedI32ShlConstantI32AddConstant:
                    fp[(ip - 1)->A] = carried = (uint)(((int)carried << (ip - 1)->Low) + (ip - 1)->High);
                    continue;
                case OperationCode.CarriedI32ShlConstantI32Or:
                    fp[(ip - 1)->A] = carried = (uint)(((int)carried << (ip - 1)->Low) | *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.CarriedI32ShlConstantI32Xor:
                    fp[(ip - 1)->A] = carried = (uint)(((int)carried << (ip - 1)->Low) ^ *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.CarriedI32ShrUConstantI32AndConstant:
                    fp[(ip - 1)->A] = carried = (uint)(((int)carried >>> (ip - 1)->Low) & (ip - 1)->High);
                    continue;
                case OperationCode.CarriedI32ShrUConstantI32Or:
                    fp[(ip - 1)->A] = carried = (uint)(((int)carried >>> (ip - 1)->Low) | *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.CarriedI32ShrUConstantI32Xor:
                    fp[(ip - 1)->A] = carried = (uint)(((int)carried >>> (ip - 1)->Low) ^ *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.CarriedI32RotlConstantI32Xor:
                    fp[(ip - 1)->A] = carried = (uint)((int)BitOperations.RotateLeft((uint)(int)carried, (ip - 1)->Low) ^ *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.CarriedI32RotrConstantI32Xor:
                    fp[(ip - 1)->A] = carried = (uint)((int)BitOperations.RotateRight((uint)(int)carried, (ip - 1)->Low) ^ *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.CarriedI32XorI32Xor:
                    fp[(ip - 1)->A] = carried = (uint)(((int)carried ^ *(int*)(fp + (ip - 1)->C)) ^ *(int*)(fp + (ip - 1)->D));
                    continue;
                case OperationCode.CarriedI32AndI32Xor:
                    fp[(ip - 1)->A] = carried = (uint)(((int)carried & *(int*)(fp + (ip - 1)->C)) ^ *(int*)(fp + (ip - 1)->D));
                    continue;
                case OperationCode.CarriedI32LoadI32Add:
                    end = (uint)carried + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(memory + end - 4) + *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.CarriedI32LoadI32Xor:
                    end = (uint)carried + (ip - 1)->Long;
                    if (end > length)
                        goto OutOfBounds;
                    fp[(ip - 1)->A] = carried = (uint)(*(int*)(memory + end - 4) ^ *(int*)(fp + (ip - 1)->C));
                    continue;
                case OperationCode.CarriedI64ShrUConstantI64Xor:
                    fp[(ip - 1)->A] = carried = (ulong)(((long)carried >>> (int)(long)(ip - 1)->Long) ^ *(long*)(fp + (ip - 1)->C));
                    continue;
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
