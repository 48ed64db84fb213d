namespace Wasil.Execution;

/// <summary>What a call from the host has to put back when it ends.</summary>
/// <param name="Keeper">The thread's hold on the instance.</param>
/// <param name="Joined">How many instances guests on the thread had called into when the call began.</param>
internal readonly record struct Entered(Ownership.Keeper Keeper, int Joined);
