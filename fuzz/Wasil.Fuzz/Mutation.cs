using Wasil.Binary;
using Wasil.Instructions;
using Wasil.Syntax;

namespace Wasil.Fuzz;

/// <summary>Ways to damage a module.</summary>
internal static class Mutation
{
    /// <summary>What a byte is replaced with where every byte is: each bit turned over, all of them, and the next value.</summary>
    public const int Replacements = 10;

    public static byte Replace(byte value, int way) => way switch
    {
        8 => (byte)~value,
        9 => (byte)(value + 1),
        _ => (byte)(value ^ (1 << way)),
    };

    /// <summary>Damages a module in one to four places.</summary>
    public static byte[] Mutate(Specimen specimen, Specimen other, Dice dice)
    {
        // Damage within functions mostly leaves a module that decodes, and gets further: to the validator and the compiler.
        byte[] bytes = dice.Below(3) switch
        {
            0 => specimen.Bytes,
            1 => Exchange(specimen, dice),
            _ => Rewrite(specimen, other, dice),
        };
        if (ReferenceEquals(bytes, specimen.Bytes) || dice.Below(8) == 0)
        {
            for (int times = 1 + dice.Below(3); times > 0; times--)
                bytes = Damage(bytes, other.Bytes, dice);
        }

        return bytes;
    }

    private static byte[] Damage(byte[] bytes, byte[] other, Dice dice)
    {
        int at = dice.Below(bytes.Length), length = dice.Length(bytes.Length - at);
        switch (dice.Below(7))
        {
            case 0: // Splice: another module's bytes over these.
            {
                byte[] result = [.. bytes];
                int from = dice.Below(other.Length);
                length = Math.Min(length, other.Length - from);
                other.AsSpan(from, length).CopyTo(result.AsSpan(at));
                return result;
            }

            case 1: // Duplicate.
                return [.. bytes[..(at + length)], .. bytes[at..]];

            case 2: // Insert.
            {
                byte[] inserted = new byte[length];
                for (int i = 0; i < length; i++)
                    inserted[i] = dice.Byte();
                return [.. bytes[..at], .. inserted, .. bytes[at..]];
            }

            case 3: // Delete.
                return [.. bytes[..at], .. bytes[(at + length)..]];

            case 4: // Move: these bytes over others of the same module.
            {
                byte[] result = [.. bytes];
                int to = dice.Below(bytes.Length - length);
                bytes.AsSpan(at, length).CopyTo(result.AsSpan(to));
                return result;
            }

            default: // Havoc.
            {
                byte[] result = [.. bytes];
                for (int times = 1 + dice.Below(8); times > 0; times--)
                    result[dice.Below(result.Length)] = dice.Byte();
                return result;
            }
        }
    }

    /// <summary>Exchanges instructions for others of the same type, and constants for others: what comes out is mostly valid.</summary>
    private static byte[] Exchange(Specimen specimen, Dice dice)
    {
        Module module = specimen.Parsed;
        if (module.Code.Length == 0)
            return specimen.Bytes;
        byte[] result = [.. specimen.Bytes];
        for (int times = 1 + dice.Below(4); times > 0; times--)
        {
            List<(int Position, int Length, Opcode Opcode)> places = Instructions(module, module.Code[dice.Below(module.Code.Length)]);
            for (int tries = 0; tries < 20 && places.Count > 0; tries++)
            {
                (int position, int length, Opcode opcode) = places[dice.Below(places.Count)];
                if (opcode is Opcode.I32Const or Opcode.I64Const)
                {
                    // Keeps the continuation bits, so the constant stays as long as it is.
                    int digit = position + 1 + dice.Below(length - 1);
                    result[digit] = (byte)((result[digit] & 0x80) | ((int)dice.Next() & 0x7F));
                    break;
                }

                if (opcode is Opcode.LocalGet or Opcode.LocalSet or Opcode.LocalTee or Opcode.GlobalGet or Opcode.GlobalSet
                    or Opcode.Br or Opcode.BrIf or Opcode.Call && length == 2)
                {
                    result[position + 1] = (byte)dice.Below(8);
                    break;
                }

                if (Alike(opcode, dice) is { } alike)
                {
                    result[position] = (byte)alike;
                    break;
                }
            }
        }

        return result;
    }

    /// <summary>Replaces a function's body by a damaged one of another length, with all sizes around it corrected.</summary>
    private static byte[] Rewrite(Specimen specimen, Specimen other, Dice dice)
    {
        Module module = specimen.Parsed;
        if (module.Code.Length == 0)
            return specimen.Bytes;
        int function = dice.Below(module.Code.Length);
        ByteRange range = module.Code[function];
        byte[] body = module.Slice(range).ToArray();
        List<(int Position, int Length, Opcode Opcode)> places = Instructions(module, range);
        int Cut(int index) => places[index].Position - range.Offset;
        int first = dice.Below(places.Count), last = Math.Min(places.Count - 1, first + dice.Length(12));
        byte[] changed;
        switch (dice.Below(4))
        {
            case 0: // Leaves instructions out.
                changed = [.. body[..Cut(first)], .. body[Cut(last)..]];
                break;
            case 1: // Repeats them.
                changed = [.. body[..Cut(last)], .. body[Cut(first)..]];
                break;
            case 2: // Takes some of another function.
            {
                Module donor = dice.Below(2) == 0 && other.Parsed.Code.Length > 0 ? other.Parsed : module;
                ByteRange taken = donor.Code[dice.Below(donor.Code.Length)];
                List<(int Position, int Length, Opcode Opcode)> given = Instructions(donor, taken);
                int from = dice.Below(given.Count), to = Math.Min(given.Count - 1, from + dice.Length(12));
                changed = [.. body[..Cut(first)], .. donor.Bytes.Span[given[from].Position..given[to].Position], .. body[Cut(first)..]];
                break;
            }

            default: // Moves them.
            {
                byte[] moved = body[Cut(first)..Cut(last)];
                byte[] rest = [.. body[..Cut(first)], .. body[Cut(last)..]];
                int target = dice.Below(first + 1);
                changed = [.. rest[..Cut(target)], .. moved, .. rest[Cut(target)..]];
                break;
            }
        }

        return WithBody(module, function, changed);
    }

    private static byte[] WithBody(Module module, int function, byte[] body)
    {
        var code = new MemoryStream();
        WriteUnsigned(code, (uint)module.Code.Length);
        for (int i = 0; i < module.Code.Length; i++)
        {
            ReadOnlySpan<byte> each = i == function ? body : module.Slice(module.Code[i]);
            WriteUnsigned(code, (uint)each.Length);
            code.Write(each);
        }

        var whole = new MemoryStream();
        whole.Write(module.Bytes.Span[..8]);
        foreach (SectionRange section in module.Sections)
        {
            ReadOnlySpan<byte> contents = section.Id == SectionId.Code ? code.ToArray() : module.Slice(section.Contents);
            whole.WriteByte((byte)section.Id);
            WriteUnsigned(whole, (uint)contents.Length);
            whole.Write(contents);
        }

        return whole.ToArray();
    }

    private static void WriteUnsigned(MemoryStream stream, uint value)
    {
        for (; value >= 0x80; value >>= 7)
            stream.WriteByte((byte)(value | 0x80));
        stream.WriteByte((byte)value);
    }

    private static List<(int Position, int Length, Opcode Opcode)> Instructions(Module module, ByteRange body)
    {
        var locals = new ByteReader(module.Slice(body), body.Offset, "code");
        for (uint groups = locals.ReadU32(); groups > 0; groups--)
        {
            locals.ReadU32();
            locals.ReadValueType(out _);
        }

        var places = new List<(int, int, Opcode)>();
        int start = locals.Position;
        var reader = new InstructionReader(module.Slice(body)[start..], body.Offset + start);
        for (int position = 0; reader.Next(out Instruction instruction); position = reader.Position)
            places.Add((body.Offset + start + position, reader.Position - position, instruction.Opcode));
        return places;
    }

    private static Opcode? Alike(Opcode opcode, Dice dice)
    {
        InstructionInfo info = InstructionInfo.Of(opcode);
        if (!info.HasFixedType || (int)opcode > 0xFF)
            return null;
        var alike = new List<Opcode>();
        foreach (Opcode each in InstructionInfo.Opcodes)
        {
            InstructionInfo candidate = InstructionInfo.Of(each);
            if (each != opcode && (int)each <= 0xFF && candidate.HasFixedType && candidate.Immediates == info.Immediates
                && candidate.Operands.SequenceEqual(info.Operands) && candidate.Results.SequenceEqual(info.Results)
                && candidate.AccessBytes >= info.AccessBytes)
            {
                alike.Add(each);
            }
        }

        return alike.Count == 0 ? null : alike[dice.Below(alike.Count)];
    }
}
