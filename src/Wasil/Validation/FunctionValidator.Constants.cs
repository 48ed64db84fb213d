using Wasil.Instructions;

namespace Wasil.Validation;

// See "Constant Expressions" in the validation chapter.
internal sealed partial class FunctionValidator<TSink>
{
    private void RequireConstant()
    {
        switch (_instruction.Opcode)
        {
            case Opcode.I32Const or Opcode.I64Const or Opcode.F32Const or Opcode.F64Const or Opcode.V128Const
                or Opcode.RefNull or Opcode.End:
                return;

            case Opcode.I32Add or Opcode.I32Sub or Opcode.I32Mul or Opcode.I64Add or Opcode.I64Sub or Opcode.I64Mul
                when _context.Has(WasmFeatures.ExtendedConst):
                return;

            case Opcode.RefI31 or Opcode.StructNew or Opcode.StructNewDefault or Opcode.StructNewDesc or Opcode.StructNewDefaultDesc
                or Opcode.ArrayNew or Opcode.ArrayNewDefault or Opcode.ArrayNewFixed or Opcode.AnyConvertExtern or Opcode.ExternConvertAny
                when _context.Has(WasmFeatures.Gc):
                return;

            case Opcode.RefFunc:
                // What stands outside of bodies is what makes a function one that bodies may refer to.
                if (_instruction.Index < (uint)_context.Functions.Length)
                    _context.DeclaredFunctions?.Set((int)_instruction.Index, true);
                return;

            case Opcode.GlobalGet:
                if (_instruction.Index >= (uint)_context.VisibleGlobals) Fail($"unknown global {_instruction.Index}");
                if (_context.Globals[_instruction.Index].IsMutable)
                    Fail($"constant expression required: global {_instruction.Index} is mutable");
                return;

            default:
                Fail("constant expression required");
                return;
        }
    }
}
