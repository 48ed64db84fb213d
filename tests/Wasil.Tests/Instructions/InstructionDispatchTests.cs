using System.Reflection;
using Wasil.Instructions;

namespace Wasil.Tests.Instructions;

public class InstructionDispatchTests
{
    [Fact]
    public void CallsTheMethodOfTheLoweringOrOfTheOpcode()
    {
        IInstructionVisitor visitor = DispatchProxy.Create<IInstructionVisitor, Recorder>();
        var visited = new HashSet<string>();
        foreach (Opcode opcode in InstructionInfo.Opcodes)
        {
            InstructionDispatch.Visit(ref visitor, new Instruction { Opcode = opcode });
            Lowering lowering = InstructionInfo.Of(opcode).Lowering;

            Assert.Equal(lowering == Lowering.Own ? opcode.ToString() : lowering.ToString(), ((Recorder)visitor).Called);
            visited.Add(((Recorder)visitor).Called);
        }

        Assert.Equal(typeof(IInstructionVisitor).GetMethods().Length, visited.Count);
    }

    public class Recorder : DispatchProxy
    {
        public string Called { get; private set; } = "";

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            Called = targetMethod!.Name;
            return null;
        }
    }
}
