namespace Wasil.Wasi.Layouts;

/// <summary>WASI's <c>signal</c>, those of them that are not simply the end of whoever does not handle them.</summary>
internal enum Signal
{
    None = 0,
    Child = 16,
    Continue = 17,
    Stop = 18,
    TerminalStop = 19,
    TerminalInput = 20,
    TerminalOutput = 21,
    Urgent = 22,
    WindowChange = 27,
    BadSystemCall = 30,
}
