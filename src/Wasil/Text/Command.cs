namespace Wasil.Text;

/// <summary>One command of a script.</summary>
internal abstract record Command
{
    /// <summary>Where it starts in the source.</summary>
    public int Offset { get; init; }
}

/// <summary>Defines a module and, unless it is only a definition, instantiates it.</summary>
internal sealed record ModuleCommand(ScriptModule Module) : Command;

/// <summary>Instantiates a module that was defined; the last one where no name is given.</summary>
internal sealed record InstanceCommand(string? Name, string? Definition) : Command;

/// <summary>Makes the exports of an instance available to imports; of the last one where no name is given.</summary>
internal sealed record RegisterCommand(string ImportName, string? Instance) : Command;

internal sealed record ActionCommand(ScriptAction Action) : Command;

internal sealed record AssertReturn(ScriptAction Action, ResultPattern[] Results) : Command;

internal sealed record AssertTrap(ScriptAction Action, string Message) : Command;

/// <summary>Expects that instantiating the module traps.</summary>
internal sealed record AssertModuleTrap(ScriptModule Module, string Message) : Command;

internal sealed record AssertExhaustion(ScriptAction Action, string Message) : Command;

/// <summary>Expects an exception that nobody catches.</summary>
internal sealed record AssertException(ScriptAction Action) : Command;

internal sealed record AssertSuspension(ScriptAction Action, string Message) : Command;

/// <param name="Module">What is expected not to be a module.</param>
/// <param name="Message">What the complaint begins with.</param>
/// <param name="IsCustom">Whether only a reader that looks into custom sections and annotations complains.</param>
internal sealed record AssertMalformed(ScriptModule Module, string Message, bool IsCustom) : Command;

/// <inheritdoc cref="AssertMalformed"/>
internal sealed record AssertInvalid(ScriptModule Module, string Message, bool IsCustom) : Command;

internal sealed record AssertUnlinkable(ScriptModule Module, string Message) : Command;

/// <summary>Runs commands in another thread, from the threads proposal.</summary>
/// <param name="Name">What <see cref="WaitCommand"/> calls it.</param>
/// <param name="Shared">The instances that the commands can use.</param>
/// <param name="Commands">What to do there.</param>
internal sealed record ThreadCommand(string Name, string[] Shared, Command[] Commands) : Command;

internal sealed record WaitCommand(string Thread) : Command;

/// <summary>Something to do with an export of an instance; of the last one where no name is given.</summary>
internal abstract record ScriptAction(string? Instance, string Export);

internal sealed record InvokeAction(string? Instance, string Export, ScriptValue[] Arguments) : ScriptAction(Instance, Export);

/// <summary>Reads a global.</summary>
internal sealed record GetAction(string? Instance, string Export) : ScriptAction(Instance, Export);
