using System.Collections.Immutable;
using System.Globalization;
using DnsClient.Protocol;

namespace RocketChat.Federation;

/// <summary>The records of one name and type as one server shows them.</summary>
/// <param name="Server">Who.</param>
/// <param name="Records">The records asked for, of whatever name an alias led to.</param>
/// <param name="Alias">Where an alias led last; null if there was none.</param>
internal sealed record RecordSet(NameServerAddress Server, IReadOnlyList<DnsResourceRecord> Records, DomainName? Alias)
{
    public IReadOnlyList<SrvRecord> Srv => [.. Records.OfType<SrvRecord>()];

    /// <summary>The texts, each record's strings put together.</summary>
    public IReadOnlyList<string> Texts => [.. Records.OfType<TxtRecord>().Select(r => string.Concat(r.Text))];

    /// <summary>The records in zone-file form, sorted.</summary>
    public ImmutableArray<string> Values { get; } = [.. Records.Select(ZoneFileForm).Order(StringComparer.Ordinal)];

    /// <summary>Equal for sights that mean the same: how a text is cut and how a name is capitalised does not count.</summary>
    public string CanonicalText { get; } = string.Join('\n', Records.Select(CanonicalForm).Order(StringComparer.Ordinal));

    private static string ZoneFileForm(DnsResourceRecord record) => record switch
    {
        SrvRecord srv => string.Create(CultureInfo.InvariantCulture, $"{srv.Priority} {srv.Weight} {srv.Port} {srv.Target.Value}"),
        TxtRecord txt => string.Join(' ', txt.Text.Select(Quoted)),
        AddressRecord address => address.Address.ToString(),
        _ => record.ToString() ?? "",
    };

    private static string CanonicalForm(DnsResourceRecord record) => record switch
    {
        SrvRecord => ZoneFileForm(record).ToLowerInvariant(),
        TxtRecord txt => string.Concat(txt.Text),
        _ => ZoneFileForm(record),
    };

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
