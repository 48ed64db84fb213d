using AssemblyScriptHost;

string path = args is [var given, ..] ? given : "tests/guests/assemblyscript/host_incremental.wasm";
Console.WriteLine(Greeter.Greet(File.ReadAllBytes(path), "wasm"));
