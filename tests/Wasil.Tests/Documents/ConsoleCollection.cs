namespace Wasil.Tests.Documents;

/// <summary>Tests that change what is one for the whole process: the console and the current folder.</summary>
[CollectionDefinition(nameof(ConsoleCollection), DisableParallelization = true)]
public class ConsoleCollection;
