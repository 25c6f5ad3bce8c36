using System.Runtime.InteropServices;

namespace TerraformPlugin.Hosting;

/// <summary>
/// The owner of a folder, which .NET does not report. Source: <c>statx(2)</c>, whose structure is the same on every processor.
/// </summary>
internal static partial class FileOwner
{
    private const int CurrentDirectory = -100;
    private const int NoFollow = 0x100;
    private const uint TypeModeAndOwner = 0x1 | 0x2 | 0x8;
    private const ushort PrivateDirectory = 0x4000 | 0x1C0;

    /// <summary>
    /// Whether the path is a folder, not a link to one, that belongs to this user and to no other (mode 0700). Linux only.
    /// </summary>
    public static bool IsPrivateFolder(string path) =>
        OperatingSystem.IsLinux()
        && GetStatus(CurrentDirectory, path, NoFollow, TypeModeAndOwner, out var status) == 0
        && status.Mode == PrivateDirectory
        && status.Owner == GetUser();

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int GetStatus(int directory, string path, int flags, uint mask, out Status status);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint GetUser();

    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private readonly struct Status
    {
        [FieldOffset(20)]
        public readonly uint Owner;

        [FieldOffset(28)]
        public readonly ushort Mode;
    }
}
