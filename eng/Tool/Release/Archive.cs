using System.IO.Compression;

namespace Tool.Release;

/// <summary>Zip files whose bytes depend on nothing but their content and the time of the commit.</summary>
internal static class Archive
{
    private const int Executable = 0x81ED; // a regular file, rwxr-xr-x
    private const int Readable = 0x81A4; // a regular file, rw-r--r--

    /// <param name="path">The file to write.</param>
    /// <param name="time">The time of every entry.</param>
    /// <param name="entries">The names, with their source files; the first one is the program.</param>
    public static void Write(string path, DateTimeOffset time, params IReadOnlyList<(string Name, string Source)> entries)
    {
        File.Delete(path);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (index, (name, source)) in entries.Index())
        {
            var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
            entry.LastWriteTime = time.ToUniversalTime();
            entry.ExternalAttributes = (index == 0 ? Executable : Readable) << 16;
            using var content = entry.Open();
            using var file = File.OpenRead(source);
            file.CopyTo(content);
        }
    }
}
