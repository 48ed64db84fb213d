using EmscriptenHost;

string path = args is [var given, ..] ? given : "tests/guests/emscripten/exceptions3.wasm";
return ProgramRunner.Run(File.ReadAllBytes(path), args.Skip(1), Console.OpenStandardOutput());
