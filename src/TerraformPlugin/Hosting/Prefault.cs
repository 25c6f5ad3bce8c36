using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TerraformPlugin.Hosting;

/// <summary>
/// Maps the memory that every start uses, in a few calls. Otherwise each page interrupts the process when it is first used, some 1,300
/// times until the end of a plan. That takes 20 microseconds each time on a virtual machine without hardware support for page tables, and
/// more for a page that is written after it was read. Source: <c>madvise(2)</c>, <c>MADV_POPULATE_READ</c> and <c>MADV_POPULATE_WRITE</c>.
/// </summary>
/// <remarks>
/// Nothing depends on the success: kernels before 5.14 refuse the call, and a range that is not mapped as expected is left as it is.
/// Programs that are compiled while they run have another layout, so nothing is done for them.
/// </remarks>
internal static unsafe partial class Prefault
{
    private const int Read = 22;
    private const int Write = 23;

    // A plan allocates 1.4 to 2.1 MB, OpenSSL 0.5 MB.
    private const int ManagedSize = 2 << 20;
    private const int NativeSize = 512 << 10;

    // The runtime's dictionaries, statics and dispatch cells, which every start writes, lie side by side.
    private const int WrittenBefore = 384 << 10;
    private const int WrittenSize = 768 << 10;

    // The C library takes larger blocks from the kernel, one by one.
    private const int BlockSize = 100_000;

    private static int Written = 1;

    /// <summary>Maps the memory; to be called before anything else, and from the thread that starts the plugin.</summary>
    public static void Run()
    {
        if (OperatingSystem.IsLinux() && !RuntimeFeature.IsDynamicCodeSupported)
        {
            MapProgram();
            MapManagedHeap();
            MapNativeHeap();
        }
    }

    private static void MapProgram()
    {
        foreach (var segment in ProgramSegment.All())
        {
            Map(segment.Address, segment.FileSize, Read);
            if (segment.IsWritable)
            {
                Map(segment.Address + segment.FileSize, segment.Size - segment.FileSize, Write);
            }
        }

        Map((nuint)Unsafe.AsPointer(ref Written) - WrittenBefore, WrittenSize, Write);
    }

    // The garbage collector makes memory usable in steps of 64 KiB, unless it is asked for more at once.
    private static void MapManagedHeap()
    {
        if (GC.TryStartNoGCRegion(ManagedSize) && GCSettings.LatencyMode == GCLatencyMode.NoGCRegion)
        {
            GC.EndNoGCRegion();
            fixed (byte* next = new byte[1])
            {
                Map((nuint)next, ManagedSize, Write);
            }
        }
    }

    private static void MapNativeHeap()
    {
        var blocks = stackalloc void*[NativeSize / BlockSize];
        for (var i = 0; i < NativeSize / BlockSize; i++)
        {
            blocks[i] = NativeMemory.Alloc(BlockSize);
            Map((nuint)blocks[i], BlockSize, Write);
        }

        // A block above keeps the C library from giving the memory below it back, so this one is never freed.
        NativeMemory.Alloc(1);
        for (var i = 0; i < NativeSize / BlockSize; i++)
        {
            NativeMemory.Free(blocks[i]);
        }
    }

    private static void Map(nuint address, nuint size, int advice)
    {
        var start = address & ~((nuint)Environment.SystemPageSize - 1);
        _ = Advise(start, address + size - start, advice);
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nuint address, nuint size, int advice);
}
