using Wasil.GoJs.Objects;
using Wasil.GoJs.Running;

namespace Wasil.GoJs.Node;

/// <summary>Node's <c>fs</c>, as Go's <c>syscall/fs_js.go</c> calls it: with a callback, which the event loop calls later.</summary>
internal sealed class FsModule : IDisposable
{
    private const uint DefaultFileMode = 0x1b6; // 0666
    private const uint PermissionBits = 0xfff; // 07777
    private const int MostPathCharacters = 4096; // PATH_MAX

    private readonly JsRealm _realm;
    private readonly ProcessState _process;
    private readonly MountedFiles _files;
    private readonly DescriptorTable _descriptors = new();
    private readonly InputReader _input;
    private readonly JsObject _statsPrototype;

    private FsModule(JsRealm realm, ProcessState process, MountedFiles files)
    {
        Configuration configuration = realm.Runtime.Configuration;
        (_realm, _process, _files) = (realm, process, files);
        _input = new InputReader(configuration.Input, realm.Loop);
        _descriptors.Add(new StandardFile(0, null));
        _descriptors.Add(new StandardFile(1, configuration.Output));
        _descriptors.Add(new StandardFile(2, configuration.Output));
        _statsPrototype = realm.CreateObject();
        foreach ((string name, FileKind kind) in (ReadOnlySpan<(string, FileKind)>)
        [
            ("isDirectory", FileKind.Directory), ("isFile", FileKind.Regular), ("isSymbolicLink", FileKind.Symlink),
            ("isFIFO", FileKind.Fifo), ("isSocket", FileKind.Socket), ("isCharacterDevice", FileKind.CharacterDevice),
            ("isBlockDevice", FileKind.BlockDevice),
        ])
        {
            realm.Define(_statsPrototype, name, 0, (thisValue, _) =>
                ((int)Conversions.ToUInt32(thisValue.This<JsObject>().Get("mode")) & 0xf000) == (int)kind);
        }
    }

    private delegate JsValue Operation(ReadOnlySpan<JsValue> arguments);

    private delegate void ActionOperation(ReadOnlySpan<JsValue> arguments);

    public static FsModule Install(JsRealm realm, ProcessState process, MountedFiles files)
    {
        var module = new FsModule(realm, process, files);
        JsObject fs = realm.CreateObject();
        JsRealm.Define(realm.Global, "fs", fs);
        JsObject constants = realm.CreateObject();
        fs.Set("constants", constants);
        foreach ((string name, OpenFlags flag) in (ReadOnlySpan<(string, OpenFlags)>)
        [
            ("O_RDONLY", OpenFlags.ReadOnly), ("O_WRONLY", OpenFlags.WriteOnly), ("O_RDWR", OpenFlags.ReadWrite),
            ("O_CREAT", OpenFlags.Create), ("O_EXCL", OpenFlags.Exclusive), ("O_TRUNC", OpenFlags.Truncate),
            ("O_APPEND", OpenFlags.Append), ("O_DIRECTORY", OpenFlags.Directory),
        ])
            constants.Set(name, (int)flag);
        module.InstallFiles(fs);
        module.InstallPaths(fs);
        module.InstallTransfers(fs);
        return module;
    }

    public void Dispose() => _descriptors.Dispose();

    public void Visit(HeapVisitor visitor)
    {
        visitor.Add(_statsPrototype);
        _input.Visit(visitor);
    }

    private void InstallFiles(JsObject fs)
    {
        Define(fs, "open", arguments => _descriptors.Add(_files.Open(
            Path(arguments, 0),
            (OpenFlags)(int)Conversions.ToUInt32(arguments.At(1)),
            Mode(arguments.Length > 3 ? arguments[2] : JsValue.Undefined, DefaultFileMode))));
        Define(fs, "close", arguments =>
        {
            _descriptors.Close(Descriptor(arguments));
            return JsValue.Undefined;
        });
        Define(fs, "fstat", arguments => Stats(_descriptors[Descriptor(arguments)].Status()));
        Define(fs, "fsync", arguments =>
        {
            _descriptors[Descriptor(arguments)].Sync();
            return JsValue.Undefined;
        });
        Define(fs, "ftruncate", arguments =>
        {
            _descriptors[Descriptor(arguments)].SetLength(Length(arguments.At(1)));
            return JsValue.Undefined;
        });
        Define(fs, "fchmod", arguments =>
        {
            _descriptors[Descriptor(arguments)].SetPermissions(Conversions.ToUInt32(arguments.At(1)) & PermissionBits);
            return JsValue.Undefined;
        });
        Define(fs, "fchown", arguments =>
        {
            _descriptors[Descriptor(arguments)].Status();
            RequireOwnIds(arguments);
            return JsValue.Undefined;
        });
    }

    private void InstallPaths(JsObject fs)
    {
        Define(fs, "stat", arguments => Stats(_files.Status(Path(arguments, 0), followsLinks: true)));
        Define(fs, "lstat", arguments => Stats(_files.Status(Path(arguments, 0), followsLinks: false)));
        Define(fs, "readdir", arguments =>
            _realm.CreateArray([.. _files.List(Path(arguments, 0)).Select(name => (JsValue)name)]));
        Define(fs, "readlink", arguments => _files.ReadLink(Path(arguments, 0)));
        DefineAction(fs, "mkdir", arguments => _files.MakeDirectory(Path(arguments, 0), Mode(arguments.At(1), 0x1ff)));
        DefineAction(fs, "rmdir", arguments => _files.RemoveDirectory(Path(arguments, 0)));
        DefineAction(fs, "unlink", arguments => _files.Unlink(Path(arguments, 0)));
        DefineAction(fs, "rename", arguments => _files.Rename(Path(arguments, 0), Path(arguments, 1)));
        DefineAction(fs, "link", arguments => _files.Link(Path(arguments, 0), Path(arguments, 1)));
        DefineAction(fs, "symlink", arguments => _files.Symlink(
            arguments.Text(0) is { Length: <= MostPathCharacters } target ? target : throw new NodeError("ENAMETOOLONG"), Path(arguments, 1)));
        DefineAction(fs, "chmod", arguments =>
            _files.SetPermissions(Path(arguments, 0), Conversions.ToUInt32(arguments.At(1)) & PermissionBits));
        DefineAction(fs, "chown", arguments => ChangeOwner(arguments, followsLinks: true));
        DefineAction(fs, "lchown", arguments => ChangeOwner(arguments, followsLinks: false));
        DefineAction(fs, "utimes", arguments =>
            _files.SetTimes(Path(arguments, 0), Nanoseconds(arguments.Number(1)), Nanoseconds(arguments.Number(2))));
        DefineAction(fs, "truncate", arguments =>
        {
            using OpenedFile file = _files.Open(Path(arguments, 0), OpenFlags.WriteOnly, 0);
            file.SetLength(Length(arguments.At(1)));
        });
    }

    private void InstallTransfers(JsObject fs)
    {
        Define(fs, "write", arguments =>
        {
            (Memory<byte> bytes, long? position) = Transfer(arguments);
            return _descriptors[Descriptor(arguments)].Write(bytes.Span, position);
        });
        _realm.Define(fs, "writeSync", 2, (_, arguments) =>
        {
            try
            {
                ReadOnlySpan<byte> bytes = arguments.At(1).IsString
                    ? System.Text.Encoding.UTF8.GetBytes(arguments[1].AsString()) : arguments.At(1).This<JsTypedArray>().Bytes;
                return _descriptors[Descriptor(arguments)].Write(bytes, null);
            }
            catch (NodeError error)
            {
                throw new JsException(error.ToJs("write", null));
            }
        });
        _realm.Define(fs, "read", 6, (_, arguments) =>
        {
            JsFunction callback = Callback(arguments);
            JsValue error = JsValue.Null, result = 0;
            try
            {
                int descriptor = Descriptor(arguments);
                OpenedFile file = _descriptors[descriptor];
                (Memory<byte> bytes, long? position) = Transfer(arguments);
                if (file is StandardFile && descriptor == 0)
                {
                    _input.Read(bytes, _realm.CreateArray(callback, arguments[1]), (count, failed) => callback.Invoke(
                        failed ? new NodeError("EIO").ToJs("read", null) : JsValue.Null, count));
                    return JsValue.Undefined;
                }

                result = file.Read(bytes.Span, position);
            }
            catch (NodeError failure)
            {
                error = failure.ToJs("read", null);
            }

            Answer(callback, error, result);
            return JsValue.Undefined;
        });
    }

    private void DefineAction(JsObject fs, string name, ActionOperation operation) => Define(fs, name, arguments =>
    {
        operation(arguments);
        return JsValue.Undefined;
    });

    /// <summary>Defines a function that does something at once, and answers by its callback later, as Node's threads do.</summary>
    private void Define(JsObject fs, string name, Operation operation) => _realm.Define(fs, name, 1, (_, arguments) =>
    {
        JsFunction callback = Callback(arguments);
        JsValue error = JsValue.Null, result = JsValue.Undefined;
        try
        {
            result = operation(arguments);
        }
        catch (NodeError failure)
        {
            error = failure.ToJs(name, arguments.At(0).Reference is string { Length: <= MostPathCharacters } path ? path : null);
        }

        Answer(callback, error, result);
        return JsValue.Undefined;
    });

    private void Answer(JsFunction callback, JsValue error, JsValue result) => _realm.Loop.AddTask(
        () => callback.Invoke(error, result), _realm.CreateArray(callback, result));

    private static JsFunction Callback(ReadOnlySpan<JsValue> arguments) => arguments is [.., { Reference: JsFunction callback }]
        ? callback : throw Errors.Type("The \"cb\" argument must be of type function");

    private static int Descriptor(ReadOnlySpan<JsValue> arguments) => arguments.At(0) is { IsNumber: true } number
        && number.Number == (int)number.Number ? (int)number.Number : throw new NodeError("EBADF");

    private string Path(ReadOnlySpan<JsValue> arguments, int index)
    {
        string path = arguments.At(index).Reference as string ?? throw Errors.Type("The \"path\" argument must be of type string");
        return path.Length == 0 ? throw new NodeError("ENOENT")
            : path.Length > MostPathCharacters ? throw new NodeError("ENAMETOOLONG")
            : path.Contains('\0', StringComparison.Ordinal) ? throw new NodeError("EINVAL")
            : _process.Absolute(path);
    }

    private uint Mode(JsValue mode, uint otherwise) =>
        (mode.IsNumber ? Conversions.ToUInt32(mode) & PermissionBits : otherwise) & ~_process.Mask;

    private static long Length(JsValue value)
    {
        double length = value.IsNullish ? 0 : Conversions.ToNumber(value);
        return length >= 0 && length <= long.MaxValue / 2 ? (long)length : throw new NodeError("EINVAL");
    }

    private static long Nanoseconds(double seconds) => double.IsFinite(seconds) && Math.Abs(seconds) < 9e9
        ? (long)(seconds * 1e9) : throw new NodeError("EINVAL");

    private static (Memory<byte> Bytes, long? Position) Transfer(ReadOnlySpan<JsValue> arguments)
    {
        Memory<byte> bytes = arguments.At(1).This<JsTypedArray>().Memory;
        double offset = arguments.Number(2), length = arguments.Number(3);
        if (!(offset >= 0 && length >= 0 && offset + length <= bytes.Length))
            throw Errors.Range("The value of \"offset\" or \"length\" is out of range");
        JsValue position = arguments.At(4);
        long? at = !position.IsNumber ? null
            : position.Number is >= 0 and <= 9007199254740991.0 ? (long)position.Number : throw new NodeError("EINVAL");
        return (bytes.Slice((int)offset, (int)length), at);
    }

    // There is one user, who may give files to nobody else.
    private static void RequireOwnIds(ReadOnlySpan<JsValue> arguments)
    {
        for (int i = 1; i <= 2; i++)
        {
            if (Conversions.ToUInt32(arguments.At(i)) is not (ProcessModule.UserId or uint.MaxValue))
                throw new NodeError("EPERM");
        }
    }

    private void ChangeOwner(ReadOnlySpan<JsValue> arguments, bool followsLinks)
    {
        _files.Status(Path(arguments, 0), followsLinks);
        RequireOwnIds(arguments);
    }

    private JsObject Stats(FileStatus status)
    {
        const int blockBytes = 4096, sectorBytes = 512;
        var stats = new JsObject(_statsPrototype);
        void Set(string name, double value) => stats.Define(name, new Property(value, PropertyFlags.All));
        Set("dev", status.Device);
        Set("ino", status.Inode);
        Set("mode", (int)status.Kind | status.Mode);
        Set("nlink", status.Links);
        Set("uid", ProcessModule.UserId);
        Set("gid", ProcessModule.UserId);
        Set("rdev", 0);
        Set("size", status.Size);
        Set("blksize", blockBytes);
        Set("blocks", (status.Size + sectorBytes - 1) / sectorBytes);
        Set("atimeMs", status.Accessed / 1e6);
        Set("mtimeMs", status.Modified / 1e6);
        Set("ctimeMs", status.Changed / 1e6);
        Set("birthtimeMs", status.Changed / 1e6);
        return stats;
    }
}
