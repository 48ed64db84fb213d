using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Wasil.Compilation;
using Wasil.Execution;
using Wasil.Interpreter;

namespace Wasil.Tiering;

/// <summary>Compiles what a module's interpreter asks for, one function after the other.</summary>
[RequiresDynamicCode("Functions are compiled to CIL.")]
internal sealed unsafe class TierUp(CompiledModule compiled, TieringOptions options) : HotCode
{
    // Each is about as much work as the function. A guest whose function has more that are hot goes round in them slowly, or calls it again.
    private const int MaximumLoops = 4;

    // For each function that was asked for, what was made of its loops, by their offsets; null for one that is being compiled or cannot be.
    private readonly ConcurrentDictionary<int, Dictionary<int, CompiledLoop?>> _functions = [];
    private readonly ConcurrentQueue<Action> _waiting = [];
    private int _isBusy;

    public InterpretedCode Interpreted { get; set; } = null!;

    public override int Budget => options.Budget;

    /// <summary>How many functions were replaced, and how many loops can be entered.</summary>
    public (int Functions, int Loops) Made
    {
        get
        {
            int functions = 0, loops = 0;
            foreach ((int index, Dictionary<int, CompiledLoop?> made) in _functions)
            {
                functions += Interpreted.Function(index)->IsReplaced ? 1 : 0;
                lock (made)
                    loops += made.Values.Count(loop => loop is not null);
            }

            return (functions, loops);
        }
    }

    public override bool Compile(int functionIndex)
    {
        if (_functions.ContainsKey(functionIndex) || !_functions.TryAdd(functionIndex, []))
            return false;
        Do(() =>
        {
            if (compiled.TryCompile(functionIndex))
                Interpreted.Replace(Interpreted.Function(functionIndex));
        });
        return true;
    }

    public override bool CompileNow(int functionIndex) => compiled.TryCompile(functionIndex);

    public override SlotInvoker? FindLoop(ModuleInstance instance, int functionIndex, int loop)
    {
        if (!compiled.Has(functionIndex) || !_functions.TryGetValue(functionIndex, out Dictionary<int, CompiledLoop?>? loops))
            return null;
        CompiledLoop? code;
        lock (loops)
        {
            if (!loops.TryGetValue(loop, out code) && loops.Count < MaximumLoops)
            {
                loops.Add(loop, null);
                Do(() =>
                {
                    CompiledLoop? made = compiled.TryCompileLoop(functionIndex, loop);
                    lock (loops)
                        loops[loop] = made;
                });
                code = loops[loop];
            }
        }

        return code?.Bind(instance);
    }

    public override SlotInvoker Replacement(FunctionInstance function)
    {
        if (function.Replacement is { } known)
            return known;
        function.Instance.Rebind(function, compiled.Bind(function.Instance, function.Index));
        return function.Slots = function.Replacement = compiled.CreateSlotInvoker(function);
    }

    private void Do(Action work)
    {
        if (!options.InBackground)
        {
            work();
            return;
        }

        _waiting.Enqueue(work);
        if (Interlocked.Exchange(ref _isBusy, 1) == 0)
            ThreadPool.UnsafeQueueUserWorkItem(static tierUp => tierUp.Work(), this, preferLocal: false);
    }

    private void Work()
    {
        do
        {
            while (_waiting.TryDequeue(out Action? work))
            {
                try
                {
                    work();
                }
#pragma warning disable CA1031 // There is nobody to tell, and the guest is no worse off: it stays in the interpreter.
                catch (Exception)
#pragma warning restore CA1031
                {
                }
            }

            Volatile.Write(ref _isBusy, 0);
            // What was added since may have found this busy.
        }
        while (!_waiting.IsEmpty && Interlocked.Exchange(ref _isBusy, 1) == 0);
    }
}
