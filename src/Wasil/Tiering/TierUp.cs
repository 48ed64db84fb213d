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

    // A guest that was ended leaves what is waiting to the host's processors, which is about half a second; who asks for more asks again.
    private const int MaximumWaitingBytes = 1 << 18;

    // As much work as the smallest function is.
    private const int LeastBytes = 256;

    // For each function that was asked for, what was made of its loops, by their offsets; null for one that is being compiled or cannot be.
    private readonly ConcurrentDictionary<int, Dictionary<int, CompiledLoop?>> _functions = [];
    private readonly ConcurrentQueue<(Action Work, int Bytes)> _waiting = [];
    private long _waitingBytes;
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

    /// <summary>How much is waiting to be compiled, in bytes of instructions.</summary>
    public long WaitingBytes => Interlocked.Read(ref _waitingBytes);

    public override bool Compile(int functionIndex) => !_functions.ContainsKey(functionIndex)
        && TryDo(functionIndex, () => _functions.TryAdd(functionIndex, []), () =>
        {
            if (compiled.TryCompile(functionIndex))
                Interpreted.Replace(Interpreted.Function(functionIndex));
        });

    public override bool CompileNow(int functionIndex) => compiled.TryCompile(functionIndex);

    public override SlotInvoker? FindLoop(ModuleInstance instance, int functionIndex, int loop)
    {
        if (!compiled.Has(functionIndex) || !_functions.TryGetValue(functionIndex, out Dictionary<int, CompiledLoop?>? loops))
            return null;
        CompiledLoop? code;
        lock (loops)
        {
            if (!loops.TryGetValue(loop, out code) && loops.Count < MaximumLoops
                && TryDo(functionIndex, () => loops.TryAdd(loop, null), () =>
                {
                    CompiledLoop? made = compiled.TryCompileLoop(functionIndex, loop);
                    lock (loops)
                        loops[loop] = made;
                }))
                code = loops[loop];
        }

        return code?.Bind(instance);
    }

    public override SlotInvoker Replacement(FunctionInstance function)
    {
        if (function.IsReplaced)
            return function.Slots!;
        function.Instance.Rebind(function, compiled.Bind(function.Instance, function.Index));
        function.Slots = compiled.CreateSlotInvoker(function);
        function.IsReplaced = true;
        return function.Slots;
    }

    /// <summary>Does work on a function, or lets it wait where there is room for that.</summary>
    /// <param name="functionIndex">The function.</param>
    /// <param name="note">Notes that it was asked for; false where another thread has done that.</param>
    /// <param name="work">The work.</param>
    /// <returns>Whether it is done or will be.</returns>
    private bool TryDo(int functionIndex, Func<bool> note, Action work)
    {
        int bytes = Math.Max(LeastBytes, Interpreted.Function(functionIndex)->Bytes);
        long all = Interlocked.Add(ref _waitingBytes, bytes);
        // One that is larger waits alone.
        if ((all > MaximumWaitingBytes && all != bytes) || !note())
        {
            Interlocked.Add(ref _waitingBytes, -bytes);
            return false;
        }

        if (!options.InBackground)
        {
            Do(work, bytes);
            return true;
        }

        _waiting.Enqueue((work, bytes));
        if (Interlocked.Exchange(ref _isBusy, 1) == 0)
            ThreadPool.UnsafeQueueUserWorkItem(static tierUp => tierUp.Work(), this, preferLocal: false);
        return true;
    }

    private void Do(Action work, int bytes)
    {
        try
        {
            work();
        }
        finally
        {
            Interlocked.Add(ref _waitingBytes, -bytes);
        }
    }

    private void Work()
    {
        do
        {
            while (_waiting.TryDequeue(out (Action Work, int Bytes) next))
            {
                try
                {
                    Do(next.Work, next.Bytes);
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
