namespace Wasil.Emscripten.Tests;

/// <summary>C++ exceptions and <c>longjmp</c> of real programs.</summary>
public class ExceptionTests
{
    private const string Expected = """
        setjmp 0
        setjmp 9
        ~thrower 1
        exception boom
        ~thrower 1
        int 42
        ~thrower 1
        base 3
        ~thrower 1
        chars text
        ~thrower 1
        something
        ~thrower 0
        returned 5
        ~thrower 1
        inner boom
        outer boom
        boom in wrapped
        out of qsort: unlucky
        wide 6
        sold 7
        ~thrower 1
        kept boom
        uncaught 0

        """;

    public static TheoryData<string, WasmEngineMode> Builds => Guest.Builds;

    [Theory]
    [MemberData(nameof(Builds))]
    public void A_program_throws_catches_and_jumps(string version, WasmEngineMode mode)
    {
        foreach (string form in (string[])["exceptions", "exceptions_standalone"])
        {
            using Guest guest = Guest.Of(form + version, mode);
            Assert.Equal(7, guest.Instance.RunCommand());
            Assert.Equal(Expected, guest.Out, ignoreLineEndingDifferences: true);
        }
    }

    [Theory]
    [MemberData(nameof(Builds))]
    public void What_nobody_catches_is_named(string version, WasmEngineMode mode)
    {
        foreach ((string how, string message) in ((string, string)[])
            [
                ("uncaught", "uncaught C++ exception std::runtime_error"),
                ("uncaught-struct", "uncaught C++ exception shop::Sold"),
                ("lost-jump", "longjmp: nobody waits at the place that the guest jumps to"),
            ])
        {
            using Guest guest = Guest.Of("exceptions" + version, mode, how);
            Assert.Equal(message, Assert.Throws<TrapException>(() => guest.Instance.RunCommand()).Message);
        }
    }

    [Theory]
    [InlineData("i", "int")]
    [InlineData("PKc", "char const*")]
    [InlineData("St13runtime_error", "std::runtime_error")]
    [InlineData("N4shop4SoldE", "shop::Sold")]
    [InlineData("NSt3__212system_errorE", "std::system_error")]
    [InlineData("Z4mainE3$_0", "Z4mainE3$_0")]
    [InlineData("9999999999x", "9999999999x")]
    [InlineData("PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPi", "PPPPPPPPPPPPPPPPPPPPPPPPPPPPPPi")]
    public void Names_of_types(string mangled, string name)
    {
        // As an exception nobody catches: the name is at 16, and the type's information at 8.
        using Guest guest = Guest.OfText($$"""
            (import "env" "__cxa_throw" (func $throw (param i32 i32 i32)))
            (memory (export "memory") 1)
            (data (i32.const 8) "\00\00\00\00\10\00\00\00{{mangled}}\00")
            (func (export "__cxa_increment_exception_refcount") (param i32))
            (func (export "run") (call $throw (i32.const 1000) (i32.const 8) (i32.const 0)))
            """);
        TrapException trap = Assert.Throws<TrapException>(guest.Instance.GetFunction<Action>("run"));
        Assert.Equal($"uncaught C++ exception {name}", trap.Message);
    }
}
