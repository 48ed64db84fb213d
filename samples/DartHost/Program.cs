// eng/corpus dart_fmt
// dotnet run --project samples/DartHost -- .corpus/dart_fmt/dart_fmt.wasm file.dart
//
// Formats a Dart file with Dart's own formatter, which Dart's compiler has made a module of: garbage-collected objects,
// exceptions, and strings that are .NET's. What the compiler expects of JavaScript is in DartImports.cs.
using DartHost;

if (args is not [string module, string path])
{
    Console.Error.WriteLine("Which module, and which file?");
    return 2;
}

using var formatter = new DartFormatter(File.ReadAllBytes(module), Console.Error);
try
{
    Console.Write(formatter.Format(File.ReadAllText(path), Path.GetFileName(path)));
    return 0;
}
catch (FormatException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
