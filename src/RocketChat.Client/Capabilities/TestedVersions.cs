namespace RocketChat.Client.Capabilities;

/// <summary>The range of versions that this library is tested with. Other versions are reported, never refused.</summary>
internal static class TestedVersions
{
    private static readonly (int Major, int Minor) First = (3, 11);
    private static readonly (int Major, int Minor) Last = (9, 0);

    public static string Range => $"{First.Major}.{First.Minor} to {Last.Major}.{Last.Minor}";

    public static VersionSupport SupportOf(ServerVersion version)
    {
        if (!version.IsAtLeast(First.Major, First.Minor))
        {
            return VersionSupport.Older;
        }

        return version.IsAtLeast(Last.Major, Last.Minor + 1) ? VersionSupport.Newer : VersionSupport.Tested;
    }
}
