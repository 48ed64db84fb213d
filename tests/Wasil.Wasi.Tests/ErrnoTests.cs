using System.Globalization;
using System.Net.Sockets;
using System.Reflection;

namespace Wasil.Wasi.Tests;

/// <summary>docs/errno.md says which error of the host becomes which of WASI's: every row is tried.</summary>
public class ErrnoTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Places.Repository, "docs", "errno.md"));

    public static TheoryData<int, string> Linux =>
    [
        .. Lines.Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == 5 && int.TryParse(cells[2], CultureInfo.InvariantCulture, out _))
            .Select(cells => new TheoryDataRow<int, string>(int.Parse(cells[2], CultureInfo.InvariantCulture), cells[3].Trim('`'))),
    ];

    public static TheoryData<string, string> Managed =>
    [
        .. Lines.SkipWhile(line => line != "## .NET").Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == 4 && cells[1].Contains("Exception", StringComparison.Ordinal))
            .Select(cells => new TheoryDataRow<string, string>(cells[1], cells[2].Trim('`'))),
    ];

    public static TheoryData<SocketError, string> Sockets =>
    [
        .. Lines.SkipWhile(line => line != "## Sockets").Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == 4 && Enum.TryParse<SocketError>(cells[1].Trim('`'), out _))
            .Select(cells => new TheoryDataRow<SocketError, string>(Enum.Parse<SocketError>(cells[1].Trim('`')), cells[2].Trim('`'))),
    ];

    [Theory]
    [MemberData(nameof(Sockets))]
    public void An_error_of_a_socket(SocketError error, string expected) =>
        Assert.Equal(expected, Convert("Wasil.Wasi.Descriptors.SocketErrno", error).ToString());

    [Fact]
    public void Every_error_of_the_code_has_its_row()
    {
        int[] rows = [.. Linux.Select(row => row.Data.Item1)];
        int[] known = [.. Enumerable.Range(1, 200).Where(error => ToErrno(error) != Errno.IO || error == 5)];
        Assert.Equal(known, rows);
        Assert.Equal(Errno.IO, ToErrno(199));
        Assert.Equal(Errno.Success, ToErrno(0));
        Assert.Equal(15, Managed.Count);
        Assert.Equal(
            Enum.GetValues<SocketError>().Where(error => error != SocketError.Success
                && Convert("Wasil.Wasi.Descriptors.SocketErrno", error) != Errno.IO).Distinct().Order(),
            Sockets.Select(row => row.Data.Item1).Order());
    }

    [Theory]
    [MemberData(nameof(Linux))]
    public void An_error_of_Linux(int error, string expected) => Assert.Equal(expected, ToErrno(error).ToString());

    [Theory]
    [MemberData(nameof(Managed))]
    public void An_exception(string text, string expected)
    {
        string name = text.Split('`')[1];
        Type type = typeof(object).Assembly.GetType("System.IO." + name) ?? typeof(object).Assembly.GetType("System." + name)!;
        var exception = (Exception)(type == typeof(ObjectDisposedException)
            ? new ObjectDisposedException("x") : Activator.CreateInstance(type)!);
        int number = text.IndexOf("0x", StringComparison.Ordinal);
        if (number >= 0)
            exception.HResult = unchecked((int)System.Convert.ToUInt32(text[number..].Trim(), 16));
        Assert.Equal(expected, Convert("Wasil.Wasi.Files.Managed.ManagedErrno", exception).ToString());
    }

    private static Errno ToErrno(int error) => Convert("Wasil.Wasi.Files.Linux.LinuxErrno", error);

    private static Errno Convert(string type, object argument) => (Errno)typeof(WasiDirectory).Assembly.GetType(type, throwOnError: true)!
        .GetMethod("ToErrno", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [argument])!;
}
