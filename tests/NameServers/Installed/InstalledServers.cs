namespace NameServers.Installed;

/// <summary>The name servers that are installed on this machine.</summary>
public static class InstalledServers
{
    private static readonly string[] Folders = ["/usr/sbin", "/usr/local/sbin", "/usr/bin", "/usr/local/bin"];

    /// <summary>BIND.</summary>
    public static string? Named { get; } = Find("named");

    /// <summary>Unbound.</summary>
    public static string? Unbound { get; } = Find("unbound");

    /// <summary>BIND's client for dynamic updates.</summary>
    public static string? NsUpdate { get; } = Find("nsupdate");

    /// <summary>The reason to skip tests with these servers; null if all are installed.</summary>
    public static string? SkipReason { get; } =
        Named is null || Unbound is null || NsUpdate is null
            ? "named, unbound and nsupdate are not all installed (Debian: bind9, bind9-dnsutils, unbound)"
            : null;

    private static string? Find(string program) => Folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
