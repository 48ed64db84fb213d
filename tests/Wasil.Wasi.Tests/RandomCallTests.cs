namespace Wasil.Wasi.Tests;

/// <summary>Whatever a guest passes to a function, an error number comes out, or its end where the function is for that. Fuzzing calls
/// each more often.</summary>
public class RandomCallTests
{
    public static TheoryData<string> Functions => [.. Signatures.All.Select(function => function.Name)];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Only_errors_and_exits_come_out(string function)
    {
        Assert.Null(RandomCalls.Run("wasi_snapshot_preview1", function, count: 1_000, seed: 1));
        if (Signatures.Has("wasi_unstable", function))
            Assert.Null(RandomCalls.Run("wasi_unstable", function, count: 1_000, seed: 2));
    }
}
