using System.Security.Cryptography;

namespace Tool.Release;

/// <summary>The file of SHA-256 sums, in the form that <c>sha256sum --check</c> reads.</summary>
internal static class Checksums
{
    public static string Of(string file)
    {
        using var content = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    public static void Write(string path, IEnumerable<string> files) => File.WriteAllLines(
        path, files.OrderBy(Path.GetFileName, StringComparer.Ordinal).Select(file => $"{Of(file)}  {Path.GetFileName(file)}"));

    /// <summary>The sums by file name.</summary>
    public static IReadOnlyDictionary<string, string> Read(string path) =>
        File.ReadAllLines(path).Select(line => line.Split("  ", 2)).ToDictionary(fields => fields[1], fields => fields[0]);
}
