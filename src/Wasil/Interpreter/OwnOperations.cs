using Wasil.Execution;
using Wasil.Instructions;
using Wasil.Numerics;

namespace Wasil.Interpreter;

/// <summary>
/// The instructions that take long anyway, or are seldom, apart from the loop. The opcode is in D, the operands' slots in B, C and
/// E, the indices in the operation behind, and there a fourth and fifth operand in A and B.
/// </summary>
internal static unsafe partial class OwnOperations
{
    public static void Execute(Activation activation, Operation* at, ulong* fp, int rp)
    {
        ModuleInstance instance = activation.Instance;
        Span<object?> references = activation.References.AsSpan(rp);
        int index = at[1].Low, index2 = at[1].High;
        const int offset = Traps.Pending;
        // SAFETY: the slots lie in the frame, as the lowering has laid it out and the call has checked it.
        switch ((Opcode)at->D)
        {
            case Opcode.MemorySize:
                fp[at->A] = instance.Memories[index].Pages;
                break;
            case Opcode.MemoryGrow:
            {
                MemoryInstance memory = instance.Memories[index];
                fp[at->A] = memory.Type.Is64 ? (ulong)memory.Grow64((long)fp[at->B]) : (uint)memory.Grow32((int)fp[at->B]);
                break;
            }

            case Opcode.MemoryFill:
            {
                bool is64 = instance.Memories[index].Type.Is64;
                instance.FillInParts(index, Address(fp, at->B, is64), (int)fp[at->C], Address(fp, at->E, is64), offset);
                break;
            }

            case Opcode.MemoryCopy:
            {
                MemoryInstance to = instance.Memories[index], from = instance.Memories[index2];
                instance.CopyInParts(
                    index, Address(fp, at->B, to.Type.Is64), index2, Address(fp, at->C, from.Type.Is64),
                    Address(fp, at->E, to.Type.Is64 && from.Type.Is64), offset);
                break;
            }

            case Opcode.MemoryInit:
                instance.MemoryInit(
                    index2, index, Address(fp, at->B, instance.Memories[index2].Type.Is64), (int)fp[at->C], (int)fp[at->E], offset);
                break;
            case Opcode.DataDrop:
                instance.DropData(index);
                break;
            case Opcode.TableGet:
            {
                TableInstance table = instance.Tables[index];
                references[at->A] = table.Get(Address(fp, at->B, table.Type.Is64), offset);
                break;
            }

            case Opcode.TableSet:
            {
                TableInstance table = instance.Tables[index];
                table.Set(Address(fp, at->B, table.Type.Is64), references[at->C], offset);
                break;
            }

            case Opcode.TableSize:
                fp[at->A] = (ulong)instance.Tables[index].Count;
                break;
            case Opcode.TableGrow:
            {
                TableInstance table = instance.Tables[index];
                fp[at->A] = table.Type.Is64
                    ? (ulong)table.Grow64(references[at->B], (long)fp[at->C])
                    : (uint)table.Grow32(references[at->B], (int)fp[at->C]);
                break;
            }

            case Opcode.TableFill:
            {
                TableInstance table = instance.Tables[index];
                bool is64 = table.Type.Is64;
                table.Fill(Address(fp, at->B, is64), references[at->C], Address(fp, at->E, is64), offset);
                break;
            }

            case Opcode.TableCopy:
            {
                TableInstance to = instance.Tables[index], from = instance.Tables[index2];
                to.Copy(
                    Address(fp, at->B, to.Type.Is64), from, Address(fp, at->C, from.Type.Is64),
                    Address(fp, at->E, to.Type.Is64 && from.Type.Is64), offset);
                break;
            }

            case Opcode.TableInit:
                instance.TableInit(
                    index2, index, Address(fp, at->B, instance.Tables[index2].Type.Is64), (int)fp[at->C], (int)fp[at->E], offset);
                break;
            case Opcode.ElemDrop:
                instance.DropElements(index);
                break;
            case Opcode.GlobalGet when instance.Globals[index].Type.Content.IsReference:
                references[at->A] = instance.Globals[index].Reference;
                break;
            case Opcode.GlobalGet:
                *(UInt128*)(fp + at->A) = *(UInt128*)instance.Globals[index].Address;
                break;
            case Opcode.GlobalSet when instance.Globals[index].Type.Content.IsReference:
                instance.Globals[index].Reference = references[at->B];
                break;
            case Opcode.GlobalSet:
                *(UInt128*)instance.Globals[index].Address = *(UInt128*)(fp + at->B);
                break;
            case Opcode.RefFunc:
                references[at->A] = instance.Function(index);
                break;
            case Opcode.RefAsNonNull:
                if (references[at->B] is null)
                    throw Traps.NullReference(offset);
                break;
            case Opcode.I64Add128:
                Put(fp + at->A, Numeric.I64Add128((long)fp[at->B], (long)fp[at->B + 1], (long)fp[at->B + 2], (long)fp[at->B + 3]));
                break;
            case Opcode.I64Sub128:
                Put(fp + at->A, Numeric.I64Sub128((long)fp[at->B], (long)fp[at->B + 1], (long)fp[at->B + 2], (long)fp[at->B + 3]));
                break;
            case Opcode.I64MulWideS:
                Put(fp + at->A, Numeric.I64MulWideS((long)fp[at->B], (long)fp[at->B + 1]));
                break;
            case Opcode.I64MulWideU:
                Put(fp + at->A, Numeric.I64MulWideU((long)fp[at->B], (long)fp[at->B + 1]));
                break;
            case Opcode.AtomicFence:
                Atomics.Fence();
                break;
            case Opcode.MemoryAtomicNotify:
            {
                MemoryInstance memory = instance.Memories[at->High];
                fp[at->A] = (uint)memory.Notify(Address(fp, at->B, memory.Type.Is64), at[1].Long, (int)fp[at->C], offset);
                break;
            }

            case Opcode.MemoryAtomicWait32:
            {
                MemoryInstance memory = instance.Memories[at->High];
                fp[at->A] = (uint)memory.Wait32(
                    Address(fp, at->B, memory.Type.Is64), at[1].Long, (int)fp[at->C], (long)fp[at->E], instance, offset);
                break;
            }

            case Opcode.MemoryAtomicWait64:
            {
                MemoryInstance memory = instance.Memories[at->High];
                fp[at->A] = (uint)memory.Wait64(
                    Address(fp, at->B, memory.Type.Is64), at[1].Long, (long)fp[at->C], (long)fp[at->E], instance, offset);
                break;
            }

            default:
                ExecuteAggregate(instance, at, fp, references);
                break;
        }
    }

    private static ulong Address(ulong* fp, int slot, bool is64) => is64 ? fp[slot] : (uint)fp[slot];

    private static void Put(ulong* slots, (long Low, long High) result)
    {
        slots[0] = (ulong)result.Low;
        slots[1] = (ulong)result.High;
    }
}
