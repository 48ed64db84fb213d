using System.Text;
using AssemblyScriptHost;
using DartHost;
using EmscriptenHost;
using GoJsHost;
using HootHost;

namespace Wasil.Tests.Documents;

/// <summary>The hosts in <c>samples/</c> run the programs that they were written for, where these are to be had.</summary>
public class SampleHostTests
{
    [Fact]
    public void A_program_of_Cpp_by_Emscripten_runs()
    {
        using var output = new MemoryStream();
        byte[] module = File.ReadAllBytes(Path.Combine(Places.Repository, "tests", "guests", "emscripten", "exceptions3.wasm"));
        Assert.Equal(7, ProgramRunner.Run(module, [], output));
        Assert.StartsWith("setjmp 0\nsetjmp 9\n", Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void AssemblyScript_greets()
    {
        string path = Path.Combine(Places.Repository, "tests", "guests", "assemblyscript", "host_incremental.wasm");
        Assert.Equal("hello wasm", Greeter.Greet(File.ReadAllBytes(path), "wasm"));
    }

    [Fact]
    public void Go_is_called()
    {
        string path = Path.Combine(Places.Repository, "tests", "guests", "go", "js.wasm");
        Assert.Equal(["FROM GO", "1 2", "later or never"], GoLibrary.Use(File.ReadAllBytes(path)));
    }

    [Fact]
    public void Scheme_by_Hoot_runs()
    {
        string path = Path.Combine(Places.Shared("guests"), "hoot", "hello.wasm");
        Assert.SkipUnless(File.Exists(path), "There is no hoot/hello.wasm.");
        var output = new StringWriter();
        using WasmInstance program = WasmEngine.Default.Compile(File.ReadAllBytes(path))
            .Instantiate(new WasmImports().AddScheme(TextReader.Null, output, TextWriter.Null));
        program.GetFunction<Action>("main")();
        Assert.Equal(
            "hello from hoot\n6765\n(81.0 64.0 49.0 36.0 25.0 16.0 9.0 4.0 1.0 0.0)\n42\n"
            + "1606938044258990275541962092341162602522202993782792835301376\n",
            output.ToString());
    }

    [Fact]
    public void Darts_formatter_formats()
    {
        string corpus = Environment.GetEnvironmentVariable("WASIL_CORPUS") is { Length: > 0 } named
            ? named
            : Path.Combine(Places.Repository, ".corpus");
        string path = Path.Combine(corpus, "dart_fmt", "dart_fmt.wasm");
        Assert.SkipUnless(File.Exists(path), "There is no dart_fmt; eng/corpus fetches it.");
        using var formatter = new DartFormatter(File.ReadAllBytes(path), TextWriter.Null);
        Assert.Equal(
            """
            void main() {
              print("Hello, World!");
              var x = [1, 2, 3].map((e) => e * 2).toList();
              if (x.length > 2) {
                print(x);
              } else {
                print("no");
              }
            }

            """.ReplaceLineEndings("\n"),
            formatter.Format(
                "void main(){print(\"Hello, World!\");var x=[1,2,3].map((e)=>e*2).toList();"
                + "if(x.length>2){print(x);}else{print(\"no\");}}", "main.dart"));
        Assert.Throws<FormatException>(() => formatter.Format("void main( {", "main.dart"));
    }
}
