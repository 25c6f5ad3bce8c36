using System.Runtime.InteropServices;

namespace TerraformPlugin.Hosting;

/// <summary>
/// A part of the program's file that the kernel has mapped into this process. Sources: <c>elf(5)</c> (<c>Elf64_Phdr</c>) and
/// <c>getauxval(3)</c>.
/// </summary>
/// <param name="Address">The address of its first byte.</param>
/// <param name="FileSize">The bytes that the file holds of it, without the tables at its end that only exceptions read.</param>
/// <param name="Size">Its bytes in memory. In a writable segment, those beyond <paramref name="FileSize"/> began as zeros.</param>
/// <param name="IsWritable">Whether the process may write to it.</param>
internal readonly partial record struct ProgramSegment(nuint Address, nuint FileSize, nuint Size, bool IsWritable)
{
    private const nuint HeadersKey = 3;
    private const nuint HeaderSizeKey = 4;
    private const nuint HeaderCountKey = 5;
    private const uint Loaded = 1;
    private const uint OfHeaders = 6;
    private const uint OfUnwinding = 0x6474E550;
    private const uint Writable = 2;

    /// <summary>The segments of this process's program. Linux on 64 bits only; elsewhere there are none.</summary>
    public static unsafe IReadOnlyList<ProgramSegment> All()
    {
        var headers = (byte*)AuxiliaryValue(HeadersKey);
        if (headers is null || AuxiliaryValue(HeaderSizeKey) != (nuint)sizeof(Header))
        {
            return [];
        }

        var all = new ReadOnlySpan<Header>(headers, (int)AuxiliaryValue(HeaderCountKey));
        nuint offset = 0;
        nuint unwinding = 0;
        var segments = new List<ProgramSegment>(all.Length);
        foreach (var header in all)
        {
            if (header.Type == OfHeaders)
            {
                // A program that may lie anywhere is linked for the address 0.
                offset = (nuint)headers - header.Address;
            }
            else if (header.Type == Loaded)
            {
                segments.Add(new(offset + header.Address, header.FileSize, header.Size, (header.Flags & Writable) != 0));
            }
            else if (header.Type == OfUnwinding)
            {
                unwinding = offset + header.Address;
            }
        }

        return segments.ConvertAll(segment => segment.Before(unwinding));
    }

    private ProgramSegment Before(nuint end) =>
        Address < end && end < Address + FileSize ? this with { FileSize = end - Address } : this;

    [LibraryImport("libc", EntryPoint = "getauxval")]
    private static partial nuint AuxiliaryValue(nuint key);

    [StructLayout(LayoutKind.Explicit, Size = 56)]
    private readonly struct Header
    {
        [FieldOffset(0)]
        public readonly uint Type;

        [FieldOffset(4)]
        public readonly uint Flags;

        [FieldOffset(16)]
        public readonly nuint Address;

        [FieldOffset(32)]
        public readonly nuint FileSize;

        [FieldOffset(40)]
        public readonly nuint Size;
    }
}
