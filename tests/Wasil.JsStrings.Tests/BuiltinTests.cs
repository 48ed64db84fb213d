namespace Wasil.JsStrings.Tests;

/// <summary>The builtins as a guest calls them.</summary>
public class BuiltinTests
{
    // A module that passes each builtin on.
    private const string Module = """
        (type $units (array (mut i16)))
        (import "wasm:js-string" "cast" (func $cast (param externref) (result (ref extern))))
        (import "wasm:js-string" "test" (func $test (param externref) (result i32)))
        (import "wasm:js-string" "fromCharCodeArray" (func $fromArray (param (ref null $units) i32 i32) (result (ref extern))))
        (import "wasm:js-string" "intoCharCodeArray" (func $intoArray (param externref (ref null $units) i32) (result i32)))
        (import "wasm:js-string" "fromCharCode" (func $fromCharCode (param i32) (result (ref extern))))
        (import "wasm:js-string" "fromCodePoint" (func $fromCodePoint (param i32) (result (ref extern))))
        (import "wasm:js-string" "charCodeAt" (func $charCodeAt (param externref i32) (result i32)))
        (import "wasm:js-string" "codePointAt" (func $codePointAt (param externref i32) (result i32)))
        (import "wasm:js-string" "length" (func $length (param externref) (result i32)))
        (import "wasm:js-string" "concat" (func $concat (param externref externref) (result (ref extern))))
        (import "wasm:js-string" "substring" (func $substring (param externref i32 i32) (result (ref extern))))
        (import "wasm:js-string" "equals" (func $equals (param externref externref) (result i32)))
        (import "wasm:js-string" "compare" (func $compare (param externref externref) (result i32)))
        (export "cast" (func $cast)) (export "test" (func $test)) (export "fromCharCodeArray" (func $fromArray))
        (export "intoCharCodeArray" (func $intoArray)) (export "fromCharCode" (func $fromCharCode))
        (export "fromCodePoint" (func $fromCodePoint)) (export "charCodeAt" (func $charCodeAt))
        (export "codePointAt" (func $codePointAt)) (export "length" (func $length)) (export "concat" (func $concat))
        (export "substring" (func $substring)) (export "equals" (func $equals)) (export "compare" (func $compare))
        (func (export "make") (param i32) (result (ref $units)) (array.new_default $units (local.get 0)))
        (func (export "reverse") (param $text externref) (result (ref extern))
          (local $units (ref $units)) (local $i i32) (local $length i32)
          (local.set $length (call $length (local.get $text)))
          (local.set $units (array.new_default $units (local.get $length)))
          (block $done
            (loop $next
              (br_if $done (i32.eq (local.get $i) (local.get $length)))
              (array.set $units (local.get $units) (local.get $i)
                (call $charCodeAt (local.get $text) (i32.sub (i32.sub (local.get $length) (local.get $i)) (i32.const 1))))
              (local.set $i (i32.add (local.get $i) (i32.const 1)))
              (br $next)))
          (call $fromArray (local.get $units) (i32.const 0) (local.get $length)))
        """;

    private static readonly WasmModule Compiled = WasmEngine.Default.Compile(Module);

    private readonly WasmInstance _guest = Compiled.Instantiate(new WasmImports().AddJsStrings());

    [Fact]
    public void Strings_are_told_from_other_things()
    {
        Assert.Equal("x", Call("cast", "x"));
        Traps("cast", 1L);
        Traps("cast", (object?)null);
        Assert.Equal(1, Call("test", ""));
        Assert.Equal(0, Call("test", new object()));
        Assert.Equal(0, Call("test", (object?)null));
    }

    [Fact]
    public void Units_go_into_arrays_and_come_back()
    {
        WasmArray units = (WasmArray)Call("make", 6)!;
        Assert.Equal(4, Call("intoCharCodeArray", "a\ud800é!", units, 2));
        Assert.Equal("\0\0a\ud800é!", Call("fromCharCodeArray", units, 0, 6));
        Assert.Equal("a\ud800", Call("fromCharCodeArray", units, 2, 4));
        Assert.Equal("", Call("fromCharCodeArray", units, 6, 6));
        Traps("fromCharCodeArray", units, 0, 7);
        Traps("fromCharCodeArray", units, 3, 2);
        Traps("fromCharCodeArray", null, 0, 0);
        Traps("intoCharCodeArray", "abc", units, 4);
        Traps("intoCharCodeArray", "", units, -1);
        Traps("intoCharCodeArray", "", null, 0);
        Traps("intoCharCodeArray", null, units, 0);
        Assert.Equal("olleh", Call("reverse", "hello"));
    }

    [Fact]
    public void Units_and_code_points_become_strings()
    {
        Assert.Equal("A", Call("fromCharCode", 65));
        Assert.Equal("\u1234", Call("fromCharCode", 0x51234));
        Assert.Equal("\ud83d\ude00", Call("fromCodePoint", 0x1f600));
        Assert.Equal("\ud800", Call("fromCodePoint", 0xd800));
        Traps("fromCodePoint", 0x110000);
        Traps("fromCodePoint", -1);
    }

    [Fact]
    public void Units_and_code_points_are_read()
    {
        Assert.Equal(0xd83d, Call("charCodeAt", "x\ud83d\ude00", 1));
        Assert.Equal(0x1f600, Call("codePointAt", "x\ud83d\ude00", 1));
        Assert.Equal(0xde00, Call("codePointAt", "x\ud83d\ude00", 2));
        Assert.Equal(0xd83d, Call("codePointAt", "x\ud83d", 1));
        Traps("charCodeAt", "x", 1);
        Traps("charCodeAt", "x", -1);
        Traps("codePointAt", "", 0);
        Traps("charCodeAt", null, 0);
        Assert.Equal(3, Call("length", "x\ud83d\ude00"));
        Traps("length", 5L);
    }

    [Fact]
    public void Strings_are_put_together_and_taken_apart()
    {
        Assert.Equal("ab", Call("concat", "a", "b"));
        Traps("concat", "a", null);
        Assert.Equal("bc", Call("substring", "abcd", 1, 3));
        Assert.Equal("cd", Call("substring", "abcd", 2, -1));
        Assert.Equal("", Call("substring", "abcd", 3, 2));
        Assert.Equal("", Call("substring", "abcd", 9, 10));
        Traps("substring", null, 0, 0);
    }

    [Fact]
    public void Strings_are_compared_by_their_units()
    {
        Assert.Equal(1, Call("equals", "a", new string('a', 1)));
        Assert.Equal(0, Call("equals", "a", "A"));
        Assert.Equal(0, Call("equals", "a", null));
        Assert.Equal(1, Call("equals", null, null));
        Traps("equals", "a", 1L);
        Assert.Equal(-1, Call("compare", "a", "b"));
        Assert.Equal(1, Call("compare", "ab", "a"));
        Assert.Equal(0, Call("compare", "", ""));
        // By UTF-16 code units, not by code points.
        Assert.Equal(1, Call("compare", "\uffff", "\ud83d\ude00"));
        Traps("compare", null, "");
    }

    [Fact]
    public void Constants_are_their_own_names()
    {
        WasmModule module = WasmEngine.Default.Compile("""
            (import "'" "hello" (global $hello externref))
            (import "'" "" (global $empty (ref extern)))
            (export "hello" (global $hello)) (export "empty" (global $empty))
            """);
        using WasmInstance guest = module.Instantiate(new WasmImports().AddJsStringConstants("'"));
        Assert.Equal("hello", guest.GetGlobal("hello").Value.AsExtern());
        Assert.Equal("", guest.GetGlobal("empty").Value.AsExtern());
        Assert.Throws<LinkException>(() => WasmEngine.Default.Compile("""(import "'" "x" (global i32))""")
            .Instantiate(new WasmImports().AddJsStringConstants("'")));
        Assert.Throws<LinkException>(() => WasmEngine.Default.Compile("""(import "'" "x" (func))""")
            .Instantiate(new WasmImports().AddJsStringConstants("'")));
    }

    private object? Call(string name, params object?[] arguments)
    {
        WasmValue result = _guest.GetFunction(name).Invoke(Array.ConvertAll(arguments, ToValue))[0];
        return result.Kind == ValKind.I32 ? result.AsInt32() : result.AsExtern();
    }

    private void Traps(string name, params object?[] arguments) =>
        Assert.Equal(TrapKind.HostFunction, Assert.Throws<TrapException>(() => Call(name, arguments)).Kind);

    // An int is an i32; everything else, a long too, an object.
    private static WasmValue ToValue(object? argument) => argument is int number ? number : WasmValue.FromExtern(argument);
}
