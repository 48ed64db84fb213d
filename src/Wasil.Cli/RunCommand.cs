using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net.Sockets;
using System.Text;
using Wasil.Cli.Hosts;
using Wasil.Cli.Streams;
using Wasil.Wasi;

namespace Wasil.Cli;

/// <summary><c>wasil run FILE [options] [-- ARGS]</c></summary>
internal sealed class RunCommand
{
    private const string StartName = "_start";
    private const long DefaultStackBytes = 16 << 20;
    private const long LeastStackBytes = 64 << 10;

    // The engine counts on no more than this of any thread's stack.
    private const long MostStackBytes = 63 << 20;
    private const long PageBytes = 64 << 10;

    private readonly string _file;
    private readonly IReadOnlyList<string> _args;
    private readonly string? _name;
    private readonly string? _invoke;
    private readonly Dictionary<string, string> _environment = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<string> _directories;
    private readonly IReadOnlyList<string> _allowedHosts;
    private readonly IReadOnlyList<string> _listeners;
    private readonly IReadOnlyCollection<string>? _imports;
    private readonly long? _memoryBytes;
    private readonly long _stackBytes;
    private readonly TimeSpan? _timeout;
    private readonly int? _threads;
    private readonly WasmEngineMode _mode;
    private readonly bool _traces;
    private readonly string? _workingDirectory;
    private readonly bool _verbose;
    private readonly StandardStreams _streams;

    private RunCommand(ParseResult result, Symbols symbols, StandardStreams streams)
    {
        _file = result.GetValue(symbols.File)!;
        _args = result.GetValue(symbols.Args) ?? [];
        _name = result.GetValue(symbols.Name);
        _invoke = result.GetValue(symbols.Invoke);
        _directories = result.GetValue(symbols.Directories) ?? [];
        _allowedHosts = result.GetValue(symbols.AllowedHosts) ?? [];
        _listeners = result.GetValue(symbols.Listeners) ?? [];
        _imports = result.GetValue(symbols.Imports)?.Split(',', StringSplitOptions.RemoveEmptyEntries);
        _memoryBytes = SizeOf(result.GetValue(symbols.MaxMemory));
        _stackBytes = SizeOf(result.GetValue(symbols.MaxStack)) ?? DefaultStackBytes;
        _timeout = result.GetValue(symbols.Timeout) is { } timeout && Duration.TryParse(timeout, out TimeSpan span) ? span : null;
        _mode = result.GetValue(symbols.Engine);
        _threads = result.GetValue(symbols.Threads);
        _traces = result.GetValue(symbols.Trace) is not null;
        _workingDirectory = result.GetValue(symbols.WorkingDirectory);
        _verbose = result.GetValue(symbols.Verbose);
        _streams = streams;
        if (result.GetValue(symbols.InheritEnvironment))
            InheritEnvironment();
        foreach (string variable in result.GetValue(symbols.Environment) ?? [])
        {
            int equals = variable.IndexOf('=');
            _environment[variable[..equals]] = variable[(equals + 1)..];
        }
    }

    public static Command Create(StandardStreams streams)
    {
        var symbols = new Symbols();
        var command = new Command("run", "Runs a program, or calls one function of a module.")
        {
            symbols.File, symbols.Args, symbols.AllowedHosts, symbols.Directories, symbols.Environment, symbols.InheritEnvironment,
            symbols.Imports, symbols.Invoke, symbols.Listeners, symbols.MaxMemory, symbols.MaxStack, symbols.Timeout, symbols.Engine, symbols.Verbose,
            symbols.Name, symbols.Threads, symbols.Trace, symbols.WorkingDirectory,
        };
        command.SetAction(result =>
        {
            if (UnknownOption(result, symbols) is { } unknown)
            {
                streams.Error.WriteLine($"wasil: run: unknown option {unknown}; what is meant for the guest goes after --");
                return ExitCode.Usage;
            }

            var run = new RunCommand(result, symbols, streams);
            return GuestThread.Run(run._stackBytes, run.Run);
        });
        return command;
    }

    // The parser takes options it does not know for arguments, and a misspelt one must not reach the guest.
    private static string? UnknownOption(ParseResult result, Symbols symbols)
    {
        List<Token> tokens = [.. result.GetResult(symbols.File)!.Tokens, .. result.GetResult(symbols.Args)?.Tokens ?? []];
        // What follows `--` is the guest's, whatever it looks like.
        int guests = result.Tokens.Count;
        for (int i = 0; i < result.Tokens.Count; i++)
        {
            if (result.Tokens[i].Type == TokenType.DoubleDash)
                guests = i + 1;
        }

        for (int i = 0; i < tokens.Count - (result.Tokens.Count - guests); i++)
        {
            string text = tokens[i].Value;
            if (text.Length > 1 && text[0] == '-' && !IsNumber(text))
                return text;
        }

        return null;
    }

    private static bool IsNumber(string text) =>
        InvokeArguments.TryParse(text, ValType.F64, out _) || InvokeArguments.TryParse(text, ValType.I64, out _);

    private static long? SizeOf(string? text) => text is not null && ByteSize.TryParse(text, out long bytes) ? bytes : null;

    private void InheritEnvironment()
    {
        foreach (System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            // Windows has variables such as `=C:`, which no guest could make sense of.
            if (variable.Key is string { Length: > 0 } name && !name.Contains('='))
                _environment[name] = (string?)variable.Value ?? "";
        }
    }

    private int Run()
    {
        try
        {
            return RunGuest();
        }
        catch (WasmExitException exit)
        {
            return exit.ExitCode;
        }
        catch (OperationCanceledException) when (_timeout is not null)
        {
            _streams.FlushOutput();
            return Fail($"{_file}: ended after {_timeout.Value.TotalSeconds:0.###} s", null, ExitCode.Timeout);
        }
        catch (TrapException trap)
        {
            _streams.FlushOutput();
            TrapReport.Write(_streams.Error, trap);
            Explain(trap);
            return ExitCode.Trap;
        }
        catch (CommandException fault)
        {
            return Fail(fault.Message, fault.InnerException, fault.ExitCode);
        }
        catch (WasmException fault)
        {
            return Fail($"{_file}: {fault.Message}", fault, ExitCode.Failure);
        }
        catch (PlatformNotSupportedException fault)
        {
            return Fail(fault.Message, fault, ExitCode.Failure);
        }
    }

    private int RunGuest()
    {
        using var end = new CancellationTokenSource();
        // Only a guest that may be ended in the middle looks up now and then, so only it pays for that.
        var engine = new WasmEngine(new WasmEngineOptions { Mode = _mode, Interruptible = _timeout is not null || _threads is not null });
        WasmModule module = ModuleFile.Load(_file, engine);
        var imports = new WasmImports();
        Socket[] listeners = [.. _listeners.Select(Listen)];
        DirectoryMount[] mounts = [.. _directories.Select(DirectoryMount.Open)];
        var guest = new Guest(
            [_name ?? Path.GetFileName(_file), .. _invoke is null ? _args : []], _environment, mounts, _allowedHosts, listeners, _streams);
        IReadOnlyList<HostPackage> packages = HostPackage.NeededBy(module, _imports);
        guest = guest with { Threads = _threads, MemoryPages = _memoryBytes / PageBytes, WorkingDirectory = _workingDirectory };
        if (_workingDirectory is not null && !packages.Any(package => package.HasWorkingDirectory))
            throw new CommandException($"{_file}: the program does not start in a folder, so --workdir has no meaning for it", ExitCode.Usage);
        if (_threads is null && packages.Any(package => package.WantsThreads(module)))
            throw new CommandException($"{_file}: the program wants threads; --threads COUNT allows them");
        RequireHosts(module, packages);
        foreach (HostPackage package in packages)
            package.AddTo(imports, guest);
        if (_traces)
            imports.TraceWasi(CreateTracer());
        bool hasOwnWay = _invoke is null && packages.Any(package => package.RunsPrograms);
        FuncType entry = hasOwnWay ? new FuncType([], []) : RequireEntry(module);
        WasmValue[] arguments = InvokeArguments.Parse(_invoke ?? StartName, entry, _invoke is null ? [] : _args);

        var options = new InstanceOptions { Limits = { StackBytes = _stackBytes } };
        if (_memoryBytes is { } bytes)
            options.Limits.MemoryPages = bytes / PageBytes;
        CancellationToken token = _timeout is null ? CancellationToken.None : end.Token;
        if (_timeout is { } timeout)
            end.CancelAfter(timeout);
        using WasmInstance instance = module.Instantiate(imports, options, token);
        if (_invoke is null)
            return instance.RunCommand(token);
        var results = new WasmValue[entry.Results.Length];
        instance.GetFunction(_invoke).Invoke(arguments, results, token);
        foreach (WasmValue result in results)
            _streams.Out.WriteLine(InvokeArguments.Format(result));
        return ExitCode.Success;
    }

    private WasiTracer CreateTracer() => _threads is null
        ? WasiTracer.To(_streams.Error)
        : WasiTracer.To(new ThreadPrefixWriter(_streams.Error));

    private Socket Listen(string text)
    {
        Socket listener = ListenerSocket.Open(text);
        // Else nobody would know where.
        if (text.EndsWith(":0", StringComparison.Ordinal))
            _streams.Error.WriteLine($"wasil: listening on {listener.LocalEndPoint}");
        return listener;
    }

    private void RequireHosts(WasmModule module, IReadOnlyList<HostPackage> packages)
    {
        ImportType[] unserved = [.. HostPackage.Unserved(module, packages)];
        if (unserved.Length == 0)
            return;
        if (_verbose)
        {
            foreach (ImportType import in unserved)
                _streams.Error.WriteLine($"wasil: {_file}: unknown import {import}");
        }

        throw new CommandException($"{_file}: unknown import {UnknownHost.Describe(unserved)}");
    }

    /// <summary>The type of the function to call.</summary>
    /// <exception cref="CommandException">The module has no such function.</exception>
    private FuncType RequireEntry(WasmModule module)
    {
        string name = _invoke ?? StartName;
        var functions = new StringBuilder();
        foreach (ExportType export in module.Exports)
        {
            if (export.Type is not FunctionType function)
                continue;
            if (export.Name == name)
                return function.Signature;
            functions.Append(functions.Length == 0 ? "" : ", ").Append(export.Name);
        }

        string exports = functions.Length == 0 ? "it exports no function" : $"it exports {Shorten(functions)}";
        throw _invoke is null
            ? new CommandException($"{_file}: the module is no program, as it exports no function _start; {exports}"
                + (functions.Length == 0 ? "" : "; --invoke NAME calls one"))
            : new CommandException($"{_file}: the module exports no function {name}; {exports}", ExitCode.Usage);
    }

    private static string Shorten(StringBuilder names)
    {
        const int most = 200;
        return names.Length <= most ? names.ToString() : $"{names.ToString(0, most)}...";
    }

    private int Fail(string message, Exception? cause, int exitCode)
    {
        _streams.FlushOutput();
        _streams.Error.WriteLine($"wasil: {message}");
        Explain(cause);
        return exitCode;
    }

    private void Explain(Exception? cause)
    {
        if (_verbose && cause is not null)
            _streams.Error.WriteLine(cause);
    }

    private sealed class Symbols
    {
        public Symbols()
        {
            Environment.Validators.Add(result =>
            {
                foreach (Token token in result.Tokens)
                {
                    if (token.Value.IndexOf('=') <= 0)
                        result.AddError($"--env takes NAME=VALUE, not \"{token.Value}\"");
                }
            });
            AllowedHosts.Validators.Add(result =>
            {
                foreach (Token token in result.Tokens)
                {
                    if (token.Value.Any(c => char.IsWhiteSpace(c) || c == '/') || token.Value.Length == 0)
                        result.AddError($"--allow-host takes a host such as example.org, *.example.org or localhost:8080, not \"{token.Value}\"");
                }
            });
            Listeners.Validators.Add(result =>
            {
                foreach (Token token in result.Tokens)
                {
                    if (!ListenerSocket.TryParse(token.Value, out _))
                        result.AddError($"--listen takes ADDRESS:PORT, such as 127.0.0.1:8080, [::1]:8080 or localhost:0, not \"{token.Value}\"");
                }
            });
            Directories.Validators.Add(result =>
            {
                foreach (Token token in result.Tokens)
                {
                    if (!DirectoryMount.IsValid(token.Value))
                        result.AddError($"--dir takes HOST, HOST::GUEST or either with :ro behind it, not \"{token.Value}\"");
                }
            });
            Imports.Validators.Add(result =>
            {
                foreach (string name in result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.RemoveEmptyEntries)))
                {
                    if (!HostPackage.All.Any(package => package.Option == name))
                        result.AddError($"--imports takes {string.Join(", ", HostPackage.All.Select(package => package.Option))}, not \"{name}\"");
                }
            });
            RequireSize(MaxMemory, PageBytes, long.MaxValue);
            RequireSize(MaxStack, LeastStackBytes, MostStackBytes);
            Threads.Validators.Add(result =>
            {
                if (result.Tokens is [{ } token] && !(int.TryParse(token.Value, out int count) && count is > 0 and <= 10_000))
                    result.AddError($"--threads takes a number from 1 to 10000, not \"{token.Value}\"");
            });
            Trace.Validators.Add(result =>
            {
                foreach (Token token in result.Tokens)
                {
                    if (token.Value != "wasi")
                        result.AddError($"--trace takes wasi, not \"{token.Value}\"");
                }
            });
            WorkingDirectory.Validators.Add(result =>
            {
                if (result.Tokens is [{ } token] && !token.Value.StartsWith('/'))
                    result.AddError($"--workdir takes an absolute path of the guest's, not \"{token.Value}\"");
            });
            Timeout.Validators.Add(result =>
            {
                foreach (Token token in result.Tokens)
                {
                    if (!Duration.TryParse(token.Value, out _))
                        result.AddError($"--timeout takes a time such as 500ms, 10s or 2m, not \"{token.Value}\"");
                }
            });
        }

        public Argument<string> File { get; } = new("FILE") { Description = "The module." };

        public Argument<string[]> Args { get; } = new("ARGS")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "What the program gets as its arguments, or the function of --invoke as its parameters.",
        };

        public Option<string?> Name { get; } = new("--argv0")
        {
            HelpName = "NAME",
            Description = "What the program gets as its own name, which some go by; by default the name of the file.",
        };

        public Option<string[]> Environment { get; } = new("--env")
        {
            HelpName = "NAME=VALUE",
            Description = "Sets an environment variable of the guest; may be given several times.",
        };

        public Option<string[]> AllowedHosts { get; } = new("--allow-host")
        {
            HelpName = "HOST[:PORT]",
            Description = "Lets the guest reach a host by HTTP where its host package can, *.HOST for all below; may be given several times.",
        };

        public Option<string[]> Directories { get; } = new("--dir")
        {
            HelpName = "HOST[::GUEST][:ro]",
            Description = "Gives the guest a folder, under the name GUEST if that is given, with :ro for reading only; may be given several times.",
        };

        public Option<string[]> Listeners { get; } = new("--listen")
        {
            HelpName = "ADDRESS:PORT",
            Description = "Gives a WASI guest a socket to accept connections from, behind its folders; may be given several times.",
        };

        public Option<string?> Imports { get; } = new("--imports")
        {
            HelpName = "NAMES",
            Description = "Which host packages the guest may use, with commas between; by default those that its imports call for.",
        };

        public Option<bool> InheritEnvironment { get; } = new("--env-inherit")
        {
            Description = "Gives the guest all environment variables of this process.",
        };

        public Option<string?> Invoke { get; } = new("--invoke")
        {
            HelpName = "NAME",
            Description = "Calls this exported function instead of _start, and prints its results, one on a line.",
        };

        public Option<string?> MaxMemory { get; } = new("--max-memory")
        {
            HelpName = "SIZE",
            Description = "How large the memories may become together, as in 64M; by default 4 GiB, or 16 GiB with 64-bit addresses.",
        };

        public Option<string?> MaxStack { get; } = new("--max-stack")
        {
            HelpName = "SIZE",
            Description = "How much stack the guest's calls may take, at most 63M; by default 16M.",
        };

        public Option<int?> Threads { get; } = new("--threads")
        {
            HelpName = "COUNT",
            Description = "Lets a wasi-threads program have so many threads at once besides its first.",
        };

        public Option<string?> Timeout { get; } = new("--timeout")
        {
            HelpName = "TIME",
            Description = "Ends the guest after this time, as in 500ms, 10s or 2m, with exit code 124.",
        };

        public Option<string?> WorkingDirectory { get; } = new("--workdir")
        {
            HelpName = "PATH",
            Description = "The folder that a program of Go's GOOS=js starts in, by the name that the guest knows; by default /.",
        };

        public Option<string?> Trace { get; } = new("--trace")
        {
            HelpName = "WHAT",
            Description = "Tells of each call of the guest to WASI on the standard error, with wasi as WHAT.",
        };

        public Option<WasmEngineMode> Engine { get; } = new("--engine")
        {
            HelpName = "MODE",
            Description = "How the guest is run: compiled, interpreted, or auto, which is the default: large guests begin interpreted, and what they do often is compiled.",
            CustomParser = ParseMode,
        };

        public Option<bool> Verbose { get; } = new("--verbose")
        {
            Description = "Prints what lies behind an error.",
        };

        private static WasmEngineMode ParseMode(ArgumentResult result)
        {
            string text = result.Tokens[^1].Value;
            switch (text)
            {
                case "auto":
                    return WasmEngineMode.Auto;
                case "compiled":
                    return WasmEngineMode.Compiled;
                case "interpreted":
                    return WasmEngineMode.Interpreted;
                default:
                    result.AddError($"--engine is auto, compiled or interpreted, not \"{text}\"");
                    return default;
            }
        }

        private static void RequireSize(Option<string?> option, long least, long most) => option.Validators.Add(result =>
        {
            foreach (Token token in result.Tokens)
            {
                string range = most == long.MaxValue ? $"at least {least}" : $"at least {least} and at most {most}";
                if (!ByteSize.TryParse(token.Value, out long bytes))
                    result.AddError($"{option.Name} takes a size such as 65536, 512K or 2G, not \"{token.Value}\"");
                else if (bytes < least || bytes > most)
                    result.AddError($"{option.Name} must be {range} bytes, not {bytes}");
            }
        });
    }
}
