using System.Globalization;
using System.Text;
using Wasil.Wasi.Layouts;

namespace Wasil.Wasi.Tracing;

/// <summary>
/// How values of a type of the WASI documents are shown. Besides their types there are: <c>pointer</c>, an address; <c>out_buffer</c>, the
/// address and length of bytes that are filled; <c>out_dirents</c>, likewise; <c>subscriptions</c>, the address of so many as
/// the argument after next says; <c>out_events</c>, an address.
/// </summary>
internal abstract class ValueFormat
{
    /// <summary>How many items of a list are shown.</summary>
    protected const int MostItems = 16;

    /// <summary>How many bytes of data are shown.</summary>
    protected const int MostBytes = 64;

    private const string Rights =
        "fd_datasync fd_read fd_seek fd_fdstat_set_flags fd_sync fd_tell fd_write fd_advise fd_allocate path_create_directory "
        + "path_create_file path_link_source path_link_target path_open fd_readdir path_readlink path_rename_source path_rename_target "
        + "path_filestat_get path_filestat_set_size path_filestat_set_times fd_filestat_get fd_filestat_set_size fd_filestat_set_times "
        + "path_symlink path_remove_directory path_unlink_file poll_fd_readwrite sock_shutdown sock_accept";

    private static readonly ValueFormat s_fileTypes = Names(
        1, "unknown block_device character_device directory regular_file socket_dgram socket_stream symbolic_link");

    private static readonly ValueFormat s_rights = Flags(8, Rights);
    private static readonly ValueFormat s_descriptorFlags = Flags(2, "append dsync nonblock rsync sync");
    private static readonly ValueFormat s_clocks = Names(4, "realtime monotonic process_cputime_id thread_cputime_id");
    private static readonly ValueFormat s_unsigned64 = Number(8);
    private static readonly ValueFormat s_signed32 = new ScalarFormat(4, bits => Text((int)bits));

    private static readonly Dictionary<string, ValueFormat> s_formats = new(StringComparer.Ordinal)
    {
        ["advice"] = Names(4, "normal sequential random willneed dontneed noreuse"),
        ["ciovec_array"] = new VectorsFormat(isOutput: false),
        ["clockid"] = s_clocks,
        ["dircookie"] = s_unsigned64,
        ["exitcode"] = s_signed32,
        ["fd"] = s_signed32,
        ["fdflags"] = s_descriptorFlags,
        ["fdstat"] = new StoredFormat((in value) => value.Memory.TryRead(value.Wide(0), out DescriptorStatus status)
            ? $"{{type={Type(status.Type)}, flags={s_descriptorFlags.Of((ulong)status.Flags)}, rights={s_rights.Of((ulong)status.Base)}, "
                + $"inheriting={s_rights.Of((ulong)status.Inheriting)}}}"
            : null),
        ["filedelta"] = new ScalarFormat(8, bits => Text((long)bits)),
        ["filesize"] = s_unsigned64,
        ["filestat"] = new StoredFormat((in value) => value.Memory.TryRead(value.Wide(0), out FileStatus status)
            ? Status(status.Type, status.Size, status.Links, status.Inode, status.Modified) : null),
        ["fstflags"] = Flags(2, "atim atim_now mtim mtim_now"),
        ["iovec_array"] = new VectorsFormat(isOutput: true),
        ["lookupflags"] = Flags(4, "symlink_follow"),
        ["oflags"] = Flags(2, "creat directory excl trunc"),
        ["out_buffer"] = new BufferFormat(isOutput: true),
        ["out_dirents"] = new EntriesFormat(),
        ["out_events"] = new EventsFormat(),
        ["pointer"] = new SizeFormat(ShownValue.AddressOf),
        ["prestat"] = new StoredFormat((in value) => value.Memory.TryRead(value.Wide(0), out MountStatus status)
            ? $"{{dir, pr_name_len={Text(status.NameBytes)}}}" : null),
        ["riflags"] = Flags(2, "recv_peek recv_waitall"),
        ["rights"] = s_rights,
        ["roflags"] = Flags(2, "recv_data_truncated"),
        ["sdflags"] = Flags(1, "rd wr"),
        ["siflags"] = Flags(2, ""),
        ["signal"] = Names(
            1, "none hup int quit ill trap abrt bus fpe kill usr1 segv usr2 pipe alrm term chld cont stop tstp ttin ttou urg xcpu xfsz "
            + "vtalrm prof winch poll pwr sys"),
        ["size"] = new SizeFormat(bytes => bytes.ToString(CultureInfo.InvariantCulture)),
        ["string"] = new BufferFormat(isOutput: false),
        ["subscriptions"] = new SubscriptionsFormat(Subscription.Bytes),
        ["timestamp"] = s_unsigned64,
        ["unstable_filestat"] = new StoredFormat((in value) => value.Memory.TryRead(value.Wide(0), out UnstableFileStatus status)
            ? Status(status.Type, status.Size, status.Links, status.Inode, status.Modified) : null),
        ["unstable_subscriptions"] = new SubscriptionsFormat(Subscription.UnstableBytes),
        ["unstable_whence"] = Names(1, "cur end set"),
        ["whence"] = Names(1, "set cur end"),
    };

    /// <summary>The format of a type.</summary>
    public static ValueFormat Of(string type) => s_formats[type];

    /// <summary>What the type is lowered to: <c>i</c> for an i32 and <c>l</c> for an i64.</summary>
    public abstract string Lowered { get; }

    /// <summary>Whether the guest gets something in the place that the arguments name.</summary>
    public virtual bool IsOutput => false;

    /// <summary>Shows what was passed, or what has got into a place.</summary>
    public abstract void Show(in ShownValue value, StringBuilder text);

    /// <summary>The text of a result, which lies where an argument says.</summary>
    public virtual string ShowStored(in ShownValue value) => throw new InvalidOperationException("The type is none of results.");

    /// <summary>The text of a number or of flags.</summary>
    protected virtual string Of(ulong bits) => throw new InvalidOperationException("The type is none of numbers.");

    private static ScalarFormat Number(int bytes) => new(bytes, bits => bits.ToString(CultureInfo.InvariantCulture));

    private static ScalarFormat Names(int bytes, string list)
    {
        string[] names = list.Split(' ');
        return new ScalarFormat(bytes, bits => bits < (ulong)names.Length ? names[bits] : Text((long)bits));
    }

    private static ScalarFormat Flags(int bytes, string list)
    {
        string[] names = list.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        ulong known = (1UL << names.Length) - 1;
        return new ScalarFormat(bytes, bits =>
        {
            if (bits == 0)
                return "0";
            // What is said of nearly all is shorter as what is missing.
            bool isInverse = names.Length > 8 && ulong.PopCount(bits & known) > (ulong)names.Length / 2;
            IEnumerable<string> set = names.Where((_, i) => ((bits >> i) & 1) != (isInverse ? 1u : 0u));
            string listed = isInverse
                ? (bits & known) == known ? "all" : $"~({string.Join('|', set)})"
                : string.Join('|', set);
            ulong unknown = bits & ~known;
            return unknown == 0 ? listed
                : string.Create(CultureInfo.InvariantCulture, $"{listed}{(listed.Length == 0 ? "" : "|")}0x{unknown:x}");
        });
    }

    private static string Type(WasiFileType type) => s_fileTypes.Of((ulong)type);

    private static string Status(WasiFileType type, ulong size, ulong links, ulong inode, ulong modified) =>
        $"{{type={Type(type)}, size={Text((long)size)}, nlink={Text((long)links)}, ino={s_unsigned64.Of(inode)}, mtim={s_unsigned64.Of(modified)}}}";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private delegate string? Reader(in ShownValue value);

    /// <summary>A number, in an argument or stored.</summary>
    private sealed class ScalarFormat(int bytes, Func<ulong, string> show) : ValueFormat
    {
        public override string Lowered => bytes == sizeof(ulong) ? "l" : "i";

        public override void Show(in ShownValue value, StringBuilder text) =>
            text.Append(show(bytes == sizeof(ulong) ? (ulong)value.Long(0) : value.Unsigned(0)));

        public override string ShowStored(in ShownValue value)
        {
            ulong bits = 0;
            bool isThere = bytes switch
            {
                sizeof(ushort) => value.Memory.TryRead(value.Wide(0), out ushort half) && Set(half, out bits),
                sizeof(uint) => value.Memory.TryRead(value.Wide(0), out uint word) && Set(word, out bits),
                _ => value.Memory.TryRead(value.Wide(0), out bits),
            };
            return isThere ? show(bits) : value.Address(0);

            static bool Set(uint number, out ulong bits)
            {
                bits = number;
                return true;
            }
        }

        protected override string Of(ulong bits) => show(bits);
    }

    /// <summary>An address or a size, in an argument or stored.</summary>
    private sealed class SizeFormat(Func<ulong, string> show) : ValueFormat
    {
        public override string Lowered => "p";

        public override void Show(in ShownValue value, StringBuilder text) => text.Append(show(value.Wide(0)));

        public override string ShowStored(in ShownValue value) =>
            value.Memory.TryReadAddress(value.Wide(0), out ulong bits) ? show(bits) : value.Address(0);
    }

    /// <summary>A structure that is stored where an argument says.</summary>
    private sealed class StoredFormat(Reader read) : ValueFormat
    {
        public override string Lowered => "p";

        public override void Show(in ShownValue value, StringBuilder text) => text.Append(ShowStored(value));

        public override string ShowStored(in ShownValue value) => read(value) ?? value.Address(0);
    }

    /// <summary>Bytes at an address, with a length.</summary>
    private sealed class BufferFormat(bool isOutput) : ValueFormat
    {
        public override string Lowered => "pp";

        public override bool IsOutput => isOutput;

        public override void Show(in ShownValue value, StringBuilder text)
        {
            ulong length = value.Wide(1);
            Data(value.Memory, value.Wide(0), isOutput ? Math.Min(length, value.FirstResult ?? length) : length, text);
        }
    }

    private static void Data(GuestMemory memory, ulong address, ulong length, StringBuilder text)
    {
        int shown = (int)Math.Min(length, MostBytes);
        if (!memory.Contains(address, length) || !memory.TrySlice(address, shown, out Span<byte> bytes))
        {
            text.Append(CultureInfo.InvariantCulture, $"{ShownValue.AddressOf(address)}[{length}]");
            return;
        }

        Quoted.Append(text, bytes);
        if (length > MostBytes)
            text.Append(CultureInfo.InvariantCulture, $"...[{length}]");
    }

    /// <summary>A list of buffers, as many bytes of which are shown as were read.</summary>
    private sealed class VectorsFormat(bool isOutput) : ValueFormat
    {
        public override string Lowered => "pp";

        public override bool IsOutput => isOutput;

        public override void Show(in ShownValue value, StringBuilder text)
        {
            ulong count = value.Wide(1), left = isOutput ? value.FirstResult ?? ulong.MaxValue : ulong.MaxValue;
            var vectorBytes = (ulong)(2 * value.Memory.AddressBytes);
            text.Append('[');
            for (ulong i = 0; i < count && left > 0; i++)
            {
                text.Append(i == 0 ? "" : ", ");
                ulong address = value.Wide(0) + (i * vectorBytes);
                if (i == MostItems || !value.Memory.TryReadAddress(address, out ulong buffer)
                    || !value.Memory.TryReadAddress(address + (vectorBytes / 2), out ulong size))
                {
                    text.Append(CultureInfo.InvariantCulture, $"...[{count}]");
                    break;
                }

                ulong length = Math.Min(size, left);
                Data(value.Memory, buffer, length, text);
                left -= isOutput ? length : 0;
            }

            text.Append(']');
        }
    }

    /// <summary>The names of directory entries.</summary>
    private sealed class EntriesFormat : ValueFormat
    {
        public override string Lowered => "pp";

        public override bool IsOutput => true;

        public override void Show(in ShownValue value, StringBuilder text)
        {
            const uint headerBytes = 24;
            ulong length = Math.Min(value.Wide(1), value.FirstResult ?? 0), at = 0;
            text.Append('[');
            for (int i = 0; at + headerBytes <= length; i++)
            {
                text.Append(i == 0 ? "" : ", ");
                ulong address = value.Wide(0) + at;
                if (i == MostItems || !value.Memory.TryRead(address, out DirectoryEntryHeader entry))
                {
                    text.Append("...");
                    break;
                }

                // The last name may be cut off.
                ulong name = Math.Min(entry.NameBytes, length - at - headerBytes);
                Data(value.Memory, address + headerBytes, name, text);
                text.Append(CultureInfo.InvariantCulture, $"/{Type(entry.Type)}");
                at += headerBytes + name;
            }

            text.Append(']');
        }
    }

    /// <summary>What <c>poll_oneoff</c> waits for.</summary>
    private sealed class SubscriptionsFormat(int bytes) : ValueFormat
    {
        public override string Lowered => "p";

        public override void Show(in ShownValue value, StringBuilder text)
        {
            ulong count = value.Wide(2);
            text.Append('[');
            for (ulong i = 0; i < count; i++)
            {
                text.Append(i == 0 ? "" : ", ");
                ulong address = value.Wide(0) + (i * (ulong)bytes);
                if (i == MostItems || !value.Memory.TrySlice(address, bytes, out Span<byte> slice))
                {
                    text.Append(CultureInfo.InvariantCulture, $"...[{count}]");
                    break;
                }

                Subscription each = Subscription.Read(slice);
                text.Append(each.Type switch
                {
                    EventType.Clock => $"{s_clocks.Of((uint)each.Clock)} {s_unsigned64.Of(each.Timeout)}"
                        + ((each.ClockFlags & Subscription.AbsoluteTime) != 0 ? " abstime" : ""),
                    EventType.FdRead => $"fd_read {Text(each.Descriptor)}",
                    EventType.FdWrite => $"fd_write {Text(each.Descriptor)}",
                    var other => Text((long)other),
                });
            }

            text.Append(']');
        }
    }

    /// <summary>What <c>poll_oneoff</c> has seen, by the user data of subscriptions.</summary>
    private sealed class EventsFormat : ValueFormat
    {
        public override string Lowered => "p";

        public override bool IsOutput => true;

        public override void Show(in ShownValue value, StringBuilder text)
        {
            ulong count = value.FirstResult ?? 0;
            text.Append('[');
            for (ulong i = 0; i < count; i++)
            {
                text.Append(i == 0 ? "" : ", ");
                if (i == MostItems || !value.Memory.TryRead(value.Wide(0) + (i * Event.Bytes), out Event each))
                {
                    text.Append(CultureInfo.InvariantCulture, $"...[{count}]");
                    break;
                }

                text.Append(each.Type switch { EventType.Clock => "clock", EventType.FdRead => "fd_read", _ => "fd_write" });
                text.Append(CultureInfo.InvariantCulture, $" userdata=0x{each.UserData:x}");
                if (each.Error != 0)
                    text.Append(' ').Append(ErrnoNames.Of((Errno)each.Error));
                if (each.Type != EventType.Clock)
                    text.Append(CultureInfo.InvariantCulture, $" nbytes={each.Available}");
                if (each.Flags != 0)
                    text.Append(" hangup");
            }

            text.Append(']');
        }
    }
}
