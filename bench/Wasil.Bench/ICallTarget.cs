namespace Wasil.Bench;

/// <summary>The module of the benchmark of calls, see <see cref="CallBenchmark"/>.</summary>
internal interface ICallTarget : IDisposable
{
    /// <summary>Adds two numbers inside the guest.</summary>
    Func<int, int, int> Add { get; }

    /// <summary>Lets the guest call the host so many times.</summary>
    Func<int, int> CallHost { get; }

    /// <summary>Makes another instance of the module, and disposes of it.</summary>
    void Instantiate();
}
