namespace RocketChat.Federation;

/// <summary>What a label stands for.</summary>
internal static class LegacyLabels
{
    public const string Service = "_rocketchat";

    public static IReadOnlyList<LegacyLabel> InOrderOfSearch { get; } = [LegacyLabel.Https, LegacyLabel.Http, LegacyLabel.Tcp];

    public static string Protocol(this LegacyLabel label) => label switch
    {
        LegacyLabel.Http => "_http",
        LegacyLabel.Tcp => "_tcp",
        _ => "_https",
    };

    /// <summary>The scheme of the address that a server builds from the record.</summary>
    public static string Scheme(this LegacyLabel label) => label == LegacyLabel.Http ? "http" : "https";

    public static DomainName NameFor(this LegacyLabel label, DomainName domain) => domain.Child($"{Service}.{label.Protocol()}");
}
