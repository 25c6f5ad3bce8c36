namespace RocketChat.Client;

/// <summary>The one place that compares versions, and only to warn.</summary>
internal static class TestedVersions
{
    private static readonly (int Major, int Minor) First = (3, 11);
    private static readonly (int Major, int Minor) Last = (8, 8);

    public static string Range => $"{First.Major}.{First.Minor} to {Last.Major}.{Last.Minor}";

    public static VersionSupport SupportOf(ServerVersion version)
    {
        var asked = (version.Major, version.Minor);
        return asked.CompareTo(First) < 0 ? VersionSupport.Older : asked.CompareTo(Last) > 0 ? VersionSupport.Newer : VersionSupport.Tested;
    }
}
