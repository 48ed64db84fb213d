using Wasil.GoJs.Objects;
using Wasil.GoJs.Running;

namespace Wasil.GoJs.Node;

/// <summary>Node's <c>process</c>, its name for the global object, and <c>crypto</c>.</summary>
internal static class ProcessModule
{
    public const int UserId = 1000;

    public static void Install(JsRealm realm, ProcessState state, MountedFiles files)
    {
        Configuration configuration = realm.Runtime.Configuration;
        JsObject process = realm.CreateObject();
        JsRealm.Define(realm.Global, "process", process);
        JsRealm.Define(realm.Global, "global", realm.Global);
        JsRealm.Define(process, JsSymbol.ToStringTag, "process");

        // Go looks whether this begins with "node", and leaves fetch alone there.
        process.Set("argv0", "wasil");
        process.Set("title", "wasil");
        process.Set("platform", "linux");
        process.Set("arch", "wasm32");
        process.Set("pid", 1);
        process.Set("ppid", 0);
        process.Set("argv", realm.CreateArray([.. configuration.Arguments.Select(argument => (JsValue)argument)]));
        JsObject environment = realm.CreateObject();
        foreach ((string name, string value) in configuration.Environment)
            environment.Set(name, value);
        process.Set("env", environment);
        foreach (string name in (ReadOnlySpan<string>)["getuid", "getgid", "geteuid", "getegid"])
            realm.Define(process, name, 0, static (_, _) => UserId);
        realm.Define(process, "getgroups", 0, (_, _) => realm.CreateArray(UserId));
        realm.Define(process, "umask", 1, (_, arguments) =>
        {
            uint before = state.Mask;
            if (!arguments.At(0).IsUndefined)
                state.Mask = Conversions.ToUInt32(arguments.At(0)) & 0x1ff;
            return (int)before;
        });
        realm.Define(process, "cwd", 0, (_, _) => state.Folder);
        realm.Define(process, "chdir", 1, (_, arguments) =>
        {
            string path = arguments.Text(0);
            try
            {
                if (files.Status(state.Absolute(path), followsLinks: true).Kind != FileKind.Directory)
                    throw new NodeError("ENOTDIR");
            }
            catch (NodeError error)
            {
                throw new JsException(error.ToJs("chdir", path));
            }

            state.Folder = PathModule.Resolve(state.Folder, path);
            return JsValue.Undefined;
        });
        realm.Define(process, "hrtime", 1, (_, arguments) =>
        {
            long now = realm.Runtime.Clock.Nanoseconds;
            if (arguments.At(0).TryGetObject(out JsArray? before))
                now -= (long)((Conversions.ToNumber(before.Get(0)) * 1e9) + Conversions.ToNumber(before.Get(1)));
            return realm.CreateArray(now / 1_000_000_000, now % 1_000_000_000);
        });
        realm.Define(process, "nextTick", 1, (_, arguments) =>
        {
            JsFunction function = arguments.Function(0);
            JsValue[] more = arguments[1..].ToArray();
            realm.Runtime.Charge(HeapVisitor.BytesOfProperty);
            realm.Loop.AddMicrotask(new Microtask(
                () => function.Apply(JsValue.Undefined, more), realm.CreateArray([function, .. more]), default));
            return JsValue.Undefined;
        });
        realm.Define(process, "exit", 1, static (_, arguments) =>
            throw new WasmExitException((int)Conversions.ToUInt32(arguments.At(0))));

        JsObject crypto = realm.CreateObject();
        JsRealm.Define(realm.Global, "crypto", crypto);
        realm.Define(crypto, "getRandomValues", 1, (_, arguments) =>
        {
            const int most = 65_536;
            JsTypedArray array = arguments.At(0).This<JsTypedArray>();
            if (array.ElementType is JsElementType.Float32 or JsElementType.Float64)
                throw Errors.Type("The data argument must be an integer-type TypedArray");
            if (array.Bytes.Length > most && array.ElementType != JsElementType.Uint8)
                throw Errors.Range($"The requested length exceeds {most:N0} bytes");
            realm.Runtime.Random(array.Bytes);
            return array;
        });
        realm.Define(crypto, "randomUUID", 0, (_, _) =>
        {
            Span<byte> bytes = stackalloc byte[16];
            realm.Runtime.Random(bytes);
            bytes[6] = (byte)((bytes[6] & 0x0f) | 0x40);
            bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
            return new Guid(bytes, bigEndian: true).ToString();
        });
    }
}
