namespace RocketChat.Federation;

/// <summary>What a label stands for.</summary>
public static class LegacyLabels
{
    internal const string Service = "_rocketchat";

    internal static IReadOnlyList<LegacyLabel> InOrderOfSearch { get; } = [LegacyLabel.Https, LegacyLabel.Http, LegacyLabel.Tcp];

    /// <summary>The label of <c>http</c> and <c>tcp</c>; that of https for any other name.</summary>
    public static LegacyLabel Named(string name) => name switch
    {
        "http" => LegacyLabel.Http,
        "tcp" => LegacyLabel.Tcp,
        _ => LegacyLabel.Https,
    };

    /// <summary>The scheme of the address that a server builds from the record.</summary>
    public static string Scheme(this LegacyLabel label) => label == LegacyLabel.Http ? "http" : "https";

    internal static string Protocol(this LegacyLabel label) => label switch
    {
        LegacyLabel.Http => "_http",
        LegacyLabel.Tcp => "_tcp",
        _ => "_https",
    };

    internal static DomainName NameFor(this LegacyLabel label, DomainName domain) => domain.Child($"{Service}.{label.Protocol()}");
}
