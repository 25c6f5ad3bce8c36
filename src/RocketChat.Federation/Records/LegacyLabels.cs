using RocketChat.Federation.Names;

namespace RocketChat.Federation.Records;

/// <summary>The meaning of the labels.</summary>
public static class LegacyLabels
{
    internal const string Service = "_rocketchat";

    internal static IReadOnlyList<LegacyLabel> InLookupOrder { get; } = [LegacyLabel.Https, LegacyLabel.Http, LegacyLabel.Tcp];

    /// <summary>The label named <c>http</c> or <c>tcp</c>; <see cref="LegacyLabel.Https"/> for any other name.</summary>
    public static LegacyLabel Named(string name) => name switch
    {
        "http" => LegacyLabel.Http,
        "tcp" => LegacyLabel.Tcp,
        _ => LegacyLabel.Https,
    };

    /// <summary>The scheme of the URL that a server builds from the record.</summary>
    public static string Scheme(this LegacyLabel label) => label == LegacyLabel.Http ? "http" : "https";

    internal static string Protocol(this LegacyLabel label) => label switch
    {
        LegacyLabel.Http => "_http",
        LegacyLabel.Tcp => "_tcp",
        _ => "_https",
    };

    internal static DomainName NameFor(this LegacyLabel label, DomainName domain) => domain.Child($"{Service}.{label.Protocol()}");
}
