using System.Text;
using Wasil.Wasi;

namespace Wasil.Emscripten.Tests;

/// <summary>Modules out of npm packages, where eng/corpus has fetched them.</summary>
public class CorpusTests
{
    public static TheoryData<WasmEngineMode> Modes => Guest.Modes;

    [Theory]
    [MemberData(nameof(Modes))]
    public void Sqlite_keeps_a_database_in_a_mounted_folder(WasmEngineMode mode)
    {
        WasmModule module = Module("sqlite", "sqlite3.wasm", mode);
        string folder = Directory.CreateTempSubdirectory("wasil").FullName;
        try
        {
            using WasiDirectory directory = WasiDirectory.ReadWrite(folder);
            var wasi = new WasiOptions { Preopens = { ["/data"] = directory } };
            using (WasmInstance writer = module.Instantiate(new WasmImports().AddEmscripten(wasi)))
            {
                int database = Open(writer, "/data/test.db");
                Execute(writer, database, "create table t(n integer, s text)");
                Execute(writer, database, "with recursive c(i) as (select 1 union all select i+1 from c where i<500) insert into t select i, 'row ' || i from c");
                Assert.Equal(0, writer.GetFunction<Func<int, int>>("sqlite3_close_v2")(database));
            }

            Assert.Equal("SQLite format 3", Encoding.ASCII.GetString(File.ReadAllBytes(Path.Combine(folder, "test.db"))[..15]));
            using WasmInstance reader = module.Instantiate(new WasmImports().AddEmscripten(wasi));
            Assert.Equal("500 125250 row 99", Query(reader, Open(reader, "/data/test.db"), "select count(*) || ' ' || sum(n) || ' ' || max(s) from t"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Lua_catches_its_errors_by_longjmp(WasmEngineMode mode)
    {
        WasmModule module = Module("wasmoon", "glue.wasm", mode);
        using WasmInstance lua = module.Instantiate(new WasmImports().AddEmscripten(new WasiOptions()));
        int state = lua.GetFunction<Func<int>>("luaL_newstate")();
        lua.GetFunction<Action<int>>("luaL_openlibs")(state);
        int script = Place(lua, """
            local log = {}
            for i = 1, 200 do
              local ok, message = pcall(function() if i % 2 == 0 then error("boom" .. i, 0) end return i end)
              log[#log + 1] = tostring(ok) .. tostring(message)
            end
            return log[1] .. " " .. log[200] .. " " .. os.date("!%Y-%m-%d %H:%M:%S %a", 1000000000)
            """);
        Assert.Equal(0, lua.GetFunction<Func<int, int, int>>("luaL_loadstring")(state, script));
        Assert.Equal(0, lua.GetFunction<Func<int, int, int, int, int, int, int>>("lua_pcallk")(state, 0, 1, 0, 0, 0));
        int result = lua.GetFunction<Func<int, int, int, int>>("lua_tolstring")(state, -1, 0);
        Assert.Equal("true1 falseboom200 2001-09-09 01:46:40 Sun", lua.Memory.ReadCString(result));
    }

    private static WasmModule Module(string name, string file, WasmEngineMode mode)
    {
        string corpus = Environment.GetEnvironmentVariable("WASIL_CORPUS") is { Length: > 0 } named
            ? named
            : Path.Combine(Places.Repository, ".corpus");
        string path = Path.Combine(corpus, name, file);
        Assert.SkipUnless(File.Exists(path), $"There is no {name}; eng/corpus fetches it.");
        return new WasmEngine(new WasmEngineOptions { Mode = mode }).Compile(File.ReadAllBytes(path));
    }

    private static int Place(WasmInstance instance, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text + "\0");
        int start = instance.GetFunction<Func<int, int>>("malloc")(bytes.Length);
        bytes.CopyTo(instance.Memory.Slice(start, bytes.Length));
        return start;
    }

    private static int Open(WasmInstance instance, string path)
    {
        int result = Place(instance, "    ");
        Assert.Equal(0, instance.GetFunction<Func<int, int, int>>("sqlite3_open")(Place(instance, path), result));
        return instance.Memory.Read<int>(result);
    }

    private static void Execute(WasmInstance instance, int database, string sql)
    {
        int code = instance.GetFunction<Func<int, int, int, int, int, int>>("sqlite3_exec")(database, Place(instance, sql), 0, 0, 0);
        Assert.True(code == 0, instance.Memory.ReadCString(instance.GetFunction<Func<int, int>>("sqlite3_errmsg")(database)));
    }

    private static string Query(WasmInstance instance, int database, string sql)
    {
        int statement = Place(instance, "    ");
        int code = instance.GetFunction<Func<int, int, int, int, int, int>>("sqlite3_prepare_v2")(
            database, Place(instance, sql), -1, statement, 0);
        Assert.Equal(0, code);
        statement = instance.Memory.Read<int>(statement);
        Assert.Equal(100, instance.GetFunction<Func<int, int>>("sqlite3_step")(statement));
        string text = instance.Memory.ReadCString(instance.GetFunction<Func<int, int, int>>("sqlite3_column_text")(statement, 0));
        Assert.Equal(0, instance.GetFunction<Func<int, int>>("sqlite3_finalize")(statement));
        return text;
    }
}
