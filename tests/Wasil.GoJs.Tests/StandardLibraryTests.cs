namespace Wasil.GoJs.Tests;

/// <summary>
/// Go's own tests of <c>syscall/js</c>, where there is a Go to build them: WASIL_GO names one. They evaluate six pieces of JavaScript,
/// which a host defines here as any would whose guests need some.
/// </summary>
public class StandardLibraryTests
{
    [Fact]
    public void Syscall_js_passes_its_tests()
    {
        using var output = new MemoryStream();
        var options = new GoJsOptions { Args = ["js.test", "-test.v"], Stdout = output, Stderr = output, Configure = DefineEval };
        var imports = new WasmImports()
            .Define("_gotest", "add", (int a, int b) => a + b)
            .Define("_gotest", "callExport", (Caller caller, int a, long b) =>
            {
                caller.Instance.GetFunction<Action>("testExport0")();
                return caller.Instance.GetFunction<Func<int, long, long>>("testExport")(a, b);
            });
        WasmModule module = GoGuest.Engine.Compile(GoCompiler.All().First().BuildTests("syscall/js"));
        using GoProgram program = GoProgram.Instantiate(module, options, imports);
        int code = program.Run();
        string text = System.Text.Encoding.UTF8.GetString(output.ToArray());
        Assert.DoesNotContain("--- FAIL", text, StringComparison.Ordinal);
        Assert.True(code == 0, text);
        int passed = text.Split('\n').Count(line => line.StartsWith("--- PASS", StringComparison.Ordinal));
        TestContext.Current.TestOutputHelper?.WriteLine($"{passed} passed");
        Assert.True(passed > 30, text);
    }

    private static void DefineEval(JsRealm realm)
    {
        JsObject global = realm.Global;
        JsFunction Class(string name) => global[name].AsFunction();
        realm.Global["eval"] = realm.CreateFunction("eval", (_, arguments) =>
        {
            string text = arguments[0].AsString();
            if (text == "40")
                return 40;
            if (text == "new Object()")
                return realm.CreateObject();
            JsObject made = realm.CreateObject();
            if (text.StartsWith("(function", StringComparison.Ordinal))
            {
                made["field"] = 5;
                global["Object"].AsObject().Call("freeze", made);
                return made;
            }

            made["someBool"] = true;
            made["someString"] = "abc\u1234";
            made["someInt"] = 42;
            made["someFloat"] = 42.123;
            made["someArray"] = realm.CreateArray(41, 42, 43);
            made["someDate"] = Class("Date").Construct();
            made["add"] = realm.CreateFunction("add", (double a, double b) => a + b);
            made["zero"] = 0;
            made["stringZero"] = "0";
            made["NaN"] = double.NaN;
            made["emptyObj"] = realm.CreateObject();
            made["emptyArray"] = realm.CreateArray();
            made["Infinity"] = double.PositiveInfinity;
            made["NegInfinity"] = double.NegativeInfinity;
            made["objNumber0"] = Class("Number").Construct(0);
            made["objBooleanFalse"] = Class("Boolean").Construct(false);
            return made;
        });
    }
}
