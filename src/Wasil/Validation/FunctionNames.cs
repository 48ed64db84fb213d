using System.Text;
using Wasil.Instructions;
using Wasil.Syntax;

namespace Wasil.Validation;

/// <summary>Looks functions up in the name section, for messages. See "Name Section" in the specification's appendix.</summary>
internal static class FunctionNames
{
    /// <summary>The name of a function, or null where the module has none for it or its name section is damaged.</summary>
    public static string? Find(Module module, uint functionIndex)
    {
        foreach (var section in module.CustomSections)
        {
            if (section.Name != "name") continue;
            try
            {
                return Find(new ByteReader(module.Slice(section.Contents), section.Contents.Offset), functionIndex);
            }
            catch (MalformedModuleException)
            {
                // Custom sections cannot make a module malformed.
                return null;
            }
        }
        return null;
    }

    private static string? Find(ByteReader reader, uint functionIndex)
    {
        const byte FunctionSubsection = 1;
        while (!reader.AtEnd)
        {
            byte id = reader.ReadByte();
            int size = reader.ReadCount();
            if (id != FunctionSubsection)
            {
                reader.ReadBytes(size);
                continue;
            }
            for (int left = reader.ReadCount(2); left > 0; left--)
            {
                uint index = reader.ReadU32();
                var name = reader.ReadBytes(reader.ReadCount());
                if (index == functionIndex) return Encoding.UTF8.GetString(name);
            }
            return null;
        }
        return null;
    }
}
