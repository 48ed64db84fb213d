#region
using Wasil;
using Wasil.Wasi;
#endregion

namespace ReadmeSamples;

internal static class Overriding
{
    public static void Run()
    {
        #region
        WasmModule module = WasmEngine.Default.Compile(File.ReadAllBytes("samples/guests/greet.wasm"));
        WasmImports imports = new WasmImports().AddWasi(new WasiOptions { Args = ["greet", "Wasil"] });

        // In place of WASI's own: a later definition replaces an earlier one, and this function alone.
        imports.Define("wasi_snapshot_preview1", "environ_sizes_get", (Caller caller, uint count, uint bytes) =>
        {
            Console.WriteLine("no environment for this guest"); // no environment for this guest
            caller.Memory.Write(count, 0);
            caller.Memory.Write(bytes, 0);
            return Errno.Success;
        });

        // Around WASI's own function: how much is written, and where to.
        imports.Wrap("wasi_snapshot_preview1", "fd_write", original =>
        {
            var write = original.As<Func<int, uint, uint, uint, Errno>>();
            return (Caller caller, int fd, uint vectors, uint count, uint written) =>
            {
                Errno error = write(fd, vectors, count, written);
                Console.WriteLine($"{caller.Memory.Read<uint>(written)} bytes to {fd}"); // 14 bytes to 1
                return error;
            };
        });
        using WasmInstance guest = module.Instantiate(imports);
        guest.RunCommand();
        #endregion
    }
}
