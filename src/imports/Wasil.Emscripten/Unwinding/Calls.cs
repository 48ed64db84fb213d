namespace Wasil.Emscripten.Unwinding;

/// <summary>Arguments that wait for the function they are for; structures, so that a call allocates nothing.</summary>
internal interface ICall<T>
    where T : Delegate
{
    void Run(T target);
}

/// <summary>The same for functions with a result.</summary>
internal interface ICallWithResult<T>
    where T : Delegate
{
    int Run(T target);
}

internal readonly struct Call0 : ICall<Action>, ICallWithResult<Func<int>>
{
    public void Run(Action target) => target();

    public int Run(Func<int> target) => target();
}

internal readonly struct Call1(int a) : ICall<Action<int>>, ICallWithResult<Func<int, int>>
{
    public void Run(Action<int> target) => target(a);

    public int Run(Func<int, int> target) => target(a);
}

internal readonly struct Call2(int a, int b) : ICall<Action<int, int>>, ICallWithResult<Func<int, int, int>>
{
    public void Run(Action<int, int> target) => target(a, b);

    public int Run(Func<int, int, int> target) => target(a, b);
}

internal readonly struct Call3(int a, int b, int c) : ICall<Action<int, int, int>>, ICallWithResult<Func<int, int, int, int>>
{
    public void Run(Action<int, int, int> target) => target(a, b, c);

    public int Run(Func<int, int, int, int> target) => target(a, b, c);
}

internal readonly struct Call4(int a, int b, int c, int d) : ICall<Action<int, int, int, int>>, ICallWithResult<Func<int, int, int, int, int>>
{
    public void Run(Action<int, int, int, int> target) => target(a, b, c, d);

    public int Run(Func<int, int, int, int, int> target) => target(a, b, c, d);
}

internal readonly struct Call5(int a, int b, int c, int d, int e) : ICall<Action<int, int, int, int, int>>, ICallWithResult<Func<int, int, int, int, int, int>>
{
    public void Run(Action<int, int, int, int, int> target) => target(a, b, c, d, e);

    public int Run(Func<int, int, int, int, int, int> target) => target(a, b, c, d, e);
}
