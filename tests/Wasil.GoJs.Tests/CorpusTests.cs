using System.Security.Cryptography;
using System.Text;
using Wasil.Wasi;

namespace Wasil.GoJs.Tests;

/// <summary>
/// Go's programs out of npm packages, which <c>eng/corpus</c> fetches, in each engine mode. They have thousands of functions, so this
/// runs where it is asked for: <c>Wasil.GoJs.Tests -explicit only -class '*CorpusTests'</c>.
/// </summary>
public sealed class CorpusTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("wasil-corpus-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<string, string, WasmEngineMode> Esbuild => new()
    {
        { "esbuild-0.25", "0.25.12", WasmEngineMode.Auto },
        { "esbuild-0.25", "0.25.12", WasmEngineMode.Interpreted },
        { "esbuild-0.28", "0.28.2", WasmEngineMode.Auto },
        { "esbuild-0.28", "0.28.2", WasmEngineMode.Interpreted },
    };

    [Theory(Explicit = true)]
    [MemberData(nameof(Esbuild))]
    public void Esbuild_tells_its_version_and_transforms_what_it_is_handed(string name, string version, WasmEngineMode mode)
    {
        WasmModule module = Module(name + "/esbuild.wasm", mode);
        Assert.Equal((0, version + "\n", ""), Run(module, ["--version"]));
        Assert.Equal(
            (0, "let x=3;console.log(x);\n", ""),
            Run(module, ["--loader=ts", "--minify"], "let x: number = 1 + 2;\nconsole.log(x as any);"));
        (int exitCode, string output, string errors) = Run(module, ["--loader=ts"], "let x = ;");
        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains("Unexpected \";\"", errors, StringComparison.Ordinal);
    }

    // The digests are those of what the same packages write under Node.
    [Theory(Explicit = true)]
    [MemberData(nameof(Esbuild))]
    public void Esbuild_bundles_a_folder_and_maps_its_sources(string name, string version, WasmEngineMode mode)
    {
        foreach (string file in Directory.GetFiles(Path.Combine(GoGuest.Folder, "..", "esbuild")))
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        using WasiDirectory directory = WasiDirectory.ReadWrite(_folder);
        (int exitCode, _, string errors) = Run(
            Module(name + "/esbuild.wasm", mode), ["main.ts", "--bundle", "--sourcemap", "--outdir=out"], "", directory);
        Assert.True(exitCode == 0, errors);
        Dictionary<string, string> expected = new()
        {
            ["main.css"] = "a08a0cb72bc26498546dde39341f8b78b37cc43f7e56b76cca564d9b09ce010c",
            ["main.css.map"] = "8ee11704dfabb745a28ea026439581eee4e8e2bd9630752049a67810c8df52fa",
            ["main.js"] = version == "0.25.12"
                ? "9eefb89825119d493128779585cbcc9ba8a1c6e85574d8a19b94e8bb9b1b6fe8"
                : "5017c5e899f52147c926fef0b51231534d69a57d9605940a280c76cb4ced5611",
            ["main.js.map"] = version == "0.25.12"
                ? "69e85af4cd66803c906ed8e195b38393016ad08d1d5cc57efcd15e67d486c177"
                : "46c483141a8f486143fe3c86aee511749181a5aec11edaf7fd4699b44c72751d",
        };
        Assert.Equal(expected.Keys.Order(), Directory.GetFiles(Path.Combine(_folder, "out")).Select(Path.GetFileName).Order());
        foreach ((string file, string digest) in expected)
            Assert.Equal((file, digest), (file, Digest(Path.Combine(_folder, "out", file))));
    }

    // Go 1.18, whose import module is called `go`.
    [Theory(Explicit = true)]
    [InlineData(WasmEngineMode.Auto)]
    [InlineData(WasmEngineMode.Interpreted)]
    public void Hcl2json_parses(WasmEngineMode mode)
    {
        using GoProgram program = Start("hcl2json/main.wasm", mode, realm =>
            realm.Global["__parse_terraform_config_wasm__"] = realm.CreateObject());
        JsObject root = program.Realm.Global["__parse_terraform_config_wasm__"].AsObject();

        Assert.Equal(
            """{"resource":{"box":{"one":[{"count":"${1 + 2}","tags":{"a":"b","ü":"${var.name}"}}]}},"variable":{"name":[{"default":"wasil"}]}}""",
            Parse("""
                variable "name" {
                  default = "wasil"
                }
                resource "box" "one" {
                  count = 1 + 2
                  tags = { a = "b", "ü" = var.name }
                }
                """));
        var failure = Assert.Throws<JsException>(() => Parse("variable {{{"));
        Assert.Contains("Argument or block definition required", failure.Message, StringComparison.Ordinal);

        string Parse(string text)
        {
            JsPromise answer = program.Realm.CreatePromise();
            root.Call("parse", "a.tf", text, program.Realm.CreateFunction("done", (_, arguments) =>
            {
                if (arguments[0].IsNull)
                    answer.Resolve(arguments[1]);
                else
                    answer.Reject(arguments[0]);
                return default;
            }));
            return program.Await(answer).AsString();
        }
    }

    // Go 1.22.
    [Theory(Explicit = true)]
    [InlineData(WasmEngineMode.Auto)]
    [InlineData(WasmEngineMode.Interpreted)]
    public void Astro_transforms_and_parses(WasmEngineMode mode)
    {
        using GoProgram program = Start("astro/astro.wasm", mode, _ => { });
        JsObject compiler = program.Realm.Global["@astrojs/compiler"].AsObject();
        JsObject options = program.Realm.CreateObject();
        options["filename"] = "/a.astro";
        options["sourcemap"] = false;
        JsObject made = program.Await(compiler.Call(
            "transform", "---\nconst name = \"wasil\";\n---\n<h1 class=\"a\">Hello {name}</h1>\n<style>h1 { color: red }</style>\n", options))
            .AsObject();
        Assert.Contains(
            "return $$render`${$$maybeRenderHead($$result)}<h1 class=\"a astro-pzlxlxv4\">Hello ${name}</h1>`;",
            made["code"].AsString(), StringComparison.Ordinal);
        Assert.Equal("pzlxlxv4", made["scope"].AsString());
        Assert.Equal("h1:where(.astro-pzlxlxv4){color:red}", made["css"].AsObject()["0"].AsString());

        options["position"] = false;
        JsObject parsed = program.Await(compiler.Call("parse", "<b>x</b>", options)).AsObject();
        Assert.Equal(
            """{"type":"root","children":[{"type":"element","name":"b","attributes":[],"children":[{"type":"text","value":"x"}]}]}""",
            parsed["ast"].AsString());
    }

    private static WasmModule Module(string name, WasmEngineMode mode)
    {
        string corpus = Environment.GetEnvironmentVariable("WASIL_CORPUS") is { Length: > 0 } named
            ? named : Path.Combine(Places.Repository, ".corpus");
        string path = Path.Combine(corpus, name);
        Assert.SkipUnless(File.Exists(path), $"There is no {name}; eng/corpus fetches it.");
        return new WasmEngine(new WasmEngineOptions { Mode = mode }).Compile(File.ReadAllBytes(path));
    }

    private static (int ExitCode, string Output, string Errors) Run(
        WasmModule module, string[] arguments, string input = "", WasiDirectory? directory = null)
    {
        var options = new GoJsOptions
        {
            Args = ["esbuild", .. arguments],
            Stdin = new MemoryStream(Encoding.UTF8.GetBytes(input)),
        };
        if (directory is not null)
            options.Preopens["/"] = directory;
        return GoGuest.Run(module, options);
    }

    private static GoProgram Start(string name, WasmEngineMode mode, Action<JsRealm> configure)
    {
        var errors = new MemoryStream();
        GoProgram program = GoProgram.Instantiate(
            Module(name, mode), new GoJsOptions { Args = ["js"], Stderr = errors, Configure = configure });
        Assert.True(program.Start(), Encoding.UTF8.GetString(errors.ToArray()));
        return program;
    }

    private static string Digest(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
}
