namespace RocketChat.Client.HostNames;

/// <summary>A file of the machine's configuration, which may be missing.</summary>
internal static class TextFile
{
    /// <summary>The lines; none if the file cannot be read.</summary>
    public static string[] LinesOf(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
