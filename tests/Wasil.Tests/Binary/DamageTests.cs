using Wasil.Binary;
using Wasil.Syntax;

namespace Wasil.Tests.Binary;

/// <summary>Bytes that went wrong are a module or a <see cref="MalformedModuleException"/>, and nothing else.</summary>
public class DamageTests
{
    public static TheoryData<string> Modules =>
        [nameof(SmallModules.Everything), nameof(SmallModules.Add), nameof(SmallModules.Recursive)];

    [Theory]
    [MemberData(nameof(Modules))]
    public void The_module_is_whole_before(string name) => Assert.True(Survives(ModuleOf(name)));

    [Theory]
    [MemberData(nameof(Modules))]
    public void Every_truncation(string name)
    {
        byte[] module = ModuleOf(name);
        for (int length = 0; length < module.Length; length++)
            Survives(module[..length]);
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void Every_value_of_every_byte(string name)
    {
        byte[] module = ModuleOf(name);
        for (int i = 0; i < module.Length; i++)
        {
            byte original = module[i];
            for (int value = 0; value < 256; value++)
            {
                module[i] = (byte)value;
                Survives(module);
            }

            module[i] = original;
        }
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void Every_byte_left_out_or_doubled(string name)
    {
        byte[] module = ModuleOf(name);
        for (int i = 0; i < module.Length; i++)
        {
            Survives([.. module[..i], .. module[(i + 1)..]]);
            Survives([.. module[..i], module[i], .. module[i..]]);
        }
    }

    private static byte[] ModuleOf(string name) => [.. (byte[])typeof(SmallModules).GetProperty(name)!.GetValue(null)!];

    private static bool Survives(byte[] bytes)
    {
        try
        {
            var module = ModuleDecoder.Decode(bytes, WasmFeatures.All);
            var again = ModuleDecoder.Decode(ModuleEncoder.Encode(module), WasmFeatures.All);
            Assert.Equal(ModuleText.Lines(module), ModuleText.Lines(again));
            ReadNames(module);
            BodyDecoder.DecodeBodies(module);
            return true;
        }
        catch (MalformedModuleException e)
        {
            Assert.InRange(e.Offset, 0, bytes.Length);
            return false;
        }
    }

    private static void ReadNames(Module module)
    {
        var names = module.Names;
        _ = names.ModuleName;
        foreach (var map in new[] { names.Functions, names.Types, names.Locals(1), names.Labels(0), names.Fields(2), names.Tags })
        {
            foreach (uint index in map.Indices)
                Assert.NotNull(map[index]);
        }
    }
}
