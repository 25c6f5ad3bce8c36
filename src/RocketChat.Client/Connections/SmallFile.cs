namespace RocketChat.Client.Connections;

/// <summary>
/// Reads a file that should be small, without trusting the path: devices and pipes have no end, and some block when opened.
/// </summary>
internal static class SmallFile
{
    /// <exception cref="IOException">The path leads to no regular file, or to one that is empty or larger than the bound.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static byte[] Read(string path, int maxBytes)
    {
        // Only regular files have a length. Links are followed first because the length of a link is that of its path.
        var file = new FileInfo(path);
        var target = file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
        if (target.Length == 0)
        {
            throw new IOException("The file is empty or not a regular file.");
        }

        if (target.Length > maxBytes)
        {
            throw new IOException($"The file is larger than {maxBytes} bytes.");
        }

        using var handle = File.OpenHandle(target.FullName);
        var bytes = new byte[(int)target.Length];
        var length = 0;
        while (length < bytes.Length && RandomAccess.Read(handle, bytes.AsSpan(length), length) is var read && read > 0)
        {
            length += read;
        }

        return bytes[..length];
    }
}
