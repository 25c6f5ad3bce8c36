using System.Collections.Immutable;
using System.Globalization;
using DnsClient.Protocol;
using RocketChat.Federation.Names;

namespace RocketChat.Federation.Lookup;

/// <summary>The records of one name and type in one server's response.</summary>
/// <param name="Server">The server.</param>
/// <param name="Records">The records of the type, at the name or at the end of its aliases.</param>
/// <param name="Alias">The name at the end of the aliases; null if there are none.</param>
internal sealed record RecordSet(NameServerAddress Server, IReadOnlyList<DnsResourceRecord> Records, DomainName? Alias)
{
    public IReadOnlyList<SrvRecord> Srv => [.. Records.OfType<SrvRecord>()];

    /// <summary>The values of the TXT records, each record's strings joined.</summary>
    public IReadOnlyList<string> Texts => [.. Records.OfType<TxtRecord>().Select(r => string.Concat(r.Text))];

    /// <summary>The records in zone-file form, sorted.</summary>
    public ImmutableArray<string> Values => [.. Records.Select(ZoneFileForm).Order(StringComparer.Ordinal)];

    /// <summary>The records in one line, for a diagnostic.</summary>
    public string Description => Values.Length > 0 ? string.Join(", ", Values) : AliasValue ?? "nothing";

    /// <summary>The alias in zone-file form.</summary>
    public string? AliasValue => Alias is null ? null : $"CNAME {Alias.Absolute}";

    /// <summary>
    /// Equal for record sets with the same meaning: order, the case of names and how a text is split do not matter, nor does the alias that
    /// leads to records.
    /// </summary>
    public string CanonicalText => Records.Count > 0
        ? string.Join('\n', Records.Select(CanonicalForm).Order(StringComparer.Ordinal))
        : AliasValue ?? "";

    private static string ZoneFileForm(DnsResourceRecord record) => record switch
    {
        SrvRecord srv => string.Create(
            CultureInfo.InvariantCulture, $"{srv.Priority} {srv.Weight} {srv.Port} {ZoneEscapes.Escape(srv.Target.Value)}"),
        TxtRecord txt => string.Join(' ', txt.Text.Select(Quoted)),
        AddressRecord address => address.Address.ToString(),
        _ => ZoneEscapes.Escape(record.ToString() ?? ""),
    };

    private static string CanonicalForm(DnsResourceRecord record) => record switch
    {
        SrvRecord => ZoneFileForm(record).ToLowerInvariant(),
        TxtRecord txt => string.Concat(txt.Text),
        _ => ZoneFileForm(record),
    };

    private static string Quoted(string text)
    {
        var quoted = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        return $"\"{ZoneEscapes.Escape(quoted)}\"";
    }
}
