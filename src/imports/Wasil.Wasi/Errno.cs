namespace Wasil.Wasi;

/// <summary>
/// WASI's <c>errno</c>: what each function answers. Two bytes wide where it is stored in memory (<c>event</c>); as the result of
/// a function it is an <c>i32</c>, and so it is one here. The members are named in words, and documented by WASI's own names.
/// </summary>
public enum Errno
{
    /// <summary><c>success</c></summary>
    Success = 0,

    /// <summary><c>2big</c></summary>
    TooBig = 1,

    /// <summary><c>acces</c></summary>
    Access = 2,

    /// <summary><c>addrinuse</c></summary>
    AddressInUse = 3,

    /// <summary><c>addrnotavail</c></summary>
    AddressNotAvailable = 4,

    /// <summary><c>afnosupport</c></summary>
    AddressFamilyNotSupported = 5,

    /// <summary><c>again</c></summary>
    Again = 6,

    /// <summary><c>already</c></summary>
    Already = 7,

    /// <summary><c>badf</c></summary>
    BadDescriptor = 8,

    /// <summary><c>badmsg</c></summary>
    BadMessage = 9,

    /// <summary><c>busy</c></summary>
    Busy = 10,

    /// <summary><c>canceled</c></summary>
    Canceled = 11,

    /// <summary><c>child</c></summary>
    Child = 12,

    /// <summary><c>connaborted</c></summary>
    ConnectionAborted = 13,

    /// <summary><c>connrefused</c></summary>
    ConnectionRefused = 14,

    /// <summary><c>connreset</c></summary>
    ConnectionReset = 15,

    /// <summary><c>deadlk</c></summary>
    Deadlock = 16,

    /// <summary><c>destaddrreq</c></summary>
    DestinationAddressRequired = 17,

    /// <summary><c>dom</c></summary>
    Domain = 18,

    /// <summary><c>dquot</c></summary>
    DiskQuota = 19,

    /// <summary><c>exist</c></summary>
    Exists = 20,

    /// <summary><c>fault</c></summary>
    Fault = 21,

    /// <summary><c>fbig</c></summary>
    FileTooBig = 22,

    /// <summary><c>hostunreach</c></summary>
    HostUnreachable = 23,

    /// <summary><c>idrm</c></summary>
    IdentifierRemoved = 24,

    /// <summary><c>ilseq</c></summary>
    IllegalSequence = 25,

    /// <summary><c>inprogress</c></summary>
    InProgress = 26,

    /// <summary><c>intr</c></summary>
    Interrupted = 27,

    /// <summary><c>inval</c></summary>
    Invalid = 28,

    /// <summary><c>io</c></summary>
    IO = 29,

    /// <summary><c>isconn</c></summary>
    IsConnected = 30,

    /// <summary><c>isdir</c></summary>
    IsDirectory = 31,

    /// <summary><c>loop</c></summary>
    Loop = 32,

    /// <summary><c>mfile</c></summary>
    TooManyDescriptors = 33,

    /// <summary><c>mlink</c></summary>
    TooManyLinks = 34,

    /// <summary><c>msgsize</c></summary>
    MessageSize = 35,

    /// <summary><c>multihop</c></summary>
    Multihop = 36,

    /// <summary><c>nametoolong</c></summary>
    NameTooLong = 37,

    /// <summary><c>netdown</c></summary>
    NetworkDown = 38,

    /// <summary><c>netreset</c></summary>
    NetworkReset = 39,

    /// <summary><c>netunreach</c></summary>
    NetworkUnreachable = 40,

    /// <summary><c>nfile</c></summary>
    TooManyFiles = 41,

    /// <summary><c>nobufs</c></summary>
    NoBuffers = 42,

    /// <summary><c>nodev</c></summary>
    NoDevice = 43,

    /// <summary><c>noent</c></summary>
    NoEntry = 44,

    /// <summary><c>noexec</c></summary>
    NoExec = 45,

    /// <summary><c>nolck</c></summary>
    NoLock = 46,

    /// <summary><c>nolink</c></summary>
    NoLink = 47,

    /// <summary><c>nomem</c></summary>
    NoMemory = 48,

    /// <summary><c>nomsg</c></summary>
    NoMessage = 49,

    /// <summary><c>noprotoopt</c></summary>
    NoProtocolOption = 50,

    /// <summary><c>nospc</c></summary>
    NoSpace = 51,

    /// <summary><c>nosys</c></summary>
    NoSystem = 52,

    /// <summary><c>notconn</c></summary>
    NotConnected = 53,

    /// <summary><c>notdir</c></summary>
    NotDirectory = 54,

    /// <summary><c>notempty</c></summary>
    NotEmpty = 55,

    /// <summary><c>notrecoverable</c></summary>
    NotRecoverable = 56,

    /// <summary><c>notsock</c></summary>
    NotSocket = 57,

    /// <summary><c>notsup</c></summary>
    NotSupported = 58,

    /// <summary><c>notty</c></summary>
    NoTerminal = 59,

    /// <summary><c>nxio</c></summary>
    NoSuchDevice = 60,

    /// <summary><c>overflow</c></summary>
    Overflow = 61,

    /// <summary><c>ownerdead</c></summary>
    OwnerDead = 62,

    /// <summary><c>perm</c></summary>
    NotPermitted = 63,

    /// <summary><c>pipe</c></summary>
    BrokenPipe = 64,

    /// <summary><c>proto</c></summary>
    Protocol = 65,

    /// <summary><c>protonosupport</c></summary>
    ProtocolNotSupported = 66,

    /// <summary><c>prototype</c></summary>
    WrongProtocol = 67,

    /// <summary><c>range</c></summary>
    Range = 68,

    /// <summary><c>rofs</c></summary>
    ReadOnly = 69,

    /// <summary><c>spipe</c></summary>
    InvalidSeek = 70,

    /// <summary><c>srch</c></summary>
    NoSuchProcess = 71,

    /// <summary><c>stale</c></summary>
    Stale = 72,

    /// <summary><c>timedout</c></summary>
    TimedOut = 73,

    /// <summary><c>txtbsy</c></summary>
    TextBusy = 74,

    /// <summary><c>xdev</c></summary>
    CrossDevice = 75,

    /// <summary><c>notcapable</c></summary>
    NotCapable = 76,
}
