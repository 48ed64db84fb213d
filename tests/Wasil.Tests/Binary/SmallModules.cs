namespace Wasil.Tests.Binary;

/// <summary>Modules small enough to try every change to them.</summary>
internal static class SmallModules
{
    /// <summary>At least one of each entry that the format has, in its shortest form.</summary>
    public static byte[] Everything { get; } = Bytes.Module(
        "00 05'first' 2a",
        "01 06  60 00 00  60 02 7f 7e 01 7d"
            + "4e 02 50 00 5f 02 78 01 64 03 00 4f 01 02 5f 03 78 01 64 03 00 7c 00  5e 77 01  4e 00  60 01 6f 00",
        "02 05  03'env' 01'f' 00 00  03'env' 01't' 01 70 00 01  03'env' 01'm' 02 03 01 02"
            + "03'env' 01'g' 03 7e 01  03'env' 01'e' 04 00 05",
        "03 02 00 01",
        "00 06'middle'",
        "04 02  70 01 01 0a  40 00 64 70 04 02 d200 0b",
        "05 03  00 01  05 01 02  08 00 00",
        "0d 01 00 05",
        "06 02  7f 00 41 2a 0b  63 02 01 d0 02 0b",
        "07 05  01'f' 00 01  01't' 01 01  01'm' 02 01  01'g' 03 01  03'€' 04 00",
        "08 01",
        "09 08  00 4100 0b 01 01  01 00 02 00 01  02 01 4200 0b 00 01 00  03 00 01 01"
            + "04 4100 0b 01 d200 0b  05 6f 01 d06f 0b  06 01 4200 0b 70 01 d201 0b  07 70 01 d201 0b",
        "0c 03",
        "0a 02  02 00 0b  0b 02 02 7f 01 6f 43 00000000 0b",
        "0b 03  00 4100 0b 02'ab'  01 00  02 01 4200 0b 01'c'",
        "00 04'name' 00 02 01'm' 01 04 01 01 01'f' 02 06 01 01 01 00 01'x'");

    /// <summary>What a compiler writes for a function that adds.</summary>
    public static byte[] Add { get; } = Bytes.Module(
        "01 01 60 02 7f 7f 01 7f",
        "03 01 00",
        "05 01 00 01",
        "07 02 03'add' 00 00 06'memory' 02 00",
        "0a 01 07 00 2000 2001 6a 0b");

    /// <summary>Types that refer to each other.</summary>
    public static byte[] Recursive { get; } = Bytes.Module(
        "01 02 4e 03 50 00 5f 01 63 01 01 50 01 00 5f 02 63 01 01 63 02 00 5e 6e 01 60 01 64 00 02 6e 63 02",
        "06 01 63 00 00 fb 01 00 0b");
}
