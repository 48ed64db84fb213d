using System.Runtime.CompilerServices;

namespace Wasil.Tests;

/// <summary>
/// Runs all tests of a project in one engine mode, that which the environment variable WASIL_ENGINE names; without it, in the mode
/// that is the default.
/// </summary>
internal static class EngineMode
{
#pragma warning disable CA2255 // Every test is to run in the mode, so it has to be set before any does.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Set()
    {
        if (Environment.GetEnvironmentVariable("WASIL_ENGINE") is { Length: > 0 } mode)
            AppContext.SetData("Wasil.EngineMode", mode);
        // How often a function is interpreted before it is compiled; modules are large ones that seldom call anything often.
        if (Environment.GetEnvironmentVariable("WASIL_TIER") is { Length: > 0 } budget)
            AppContext.SetData("Wasil.TierUp", int.Parse(budget, System.Globalization.CultureInfo.InvariantCulture));
        // Every access to memory has a check of its own then, as where the system has no guard pages.
        if (Environment.GetEnvironmentVariable("WASIL_GUARD_PAGES") is "0")
            AppContext.SetSwitch("Wasil.GuardPages", false);
        // Functions that compilers make are hardly ever so large that they are split, so this splits all.
        if (Environment.GetEnvironmentVariable("WASIL_SPLIT") is { Length: > 0 })
            AppContext.SetData("Wasil.SplitAbove", 0);
    }
}
