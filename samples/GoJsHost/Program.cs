using GoJsHost;

string path = args is [var given, ..] ? given : "tests/guests/go/js.wasm";
foreach (string line in GoLibrary.Use(File.ReadAllBytes(path)))
    Console.WriteLine(line);
