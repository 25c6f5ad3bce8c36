using System.Text;

namespace RocketChat.Emulator.Dns;

/// <summary>The result of a DNS lookup.</summary>
/// <param name="Records">The records, after the aliases that lead to them.</param>
/// <param name="NameExists">Whether the name at the end of the aliases exists.</param>
internal sealed record DnsLookupResult(IReadOnlyList<ZoneRecord> Records, bool NameExists)
{
    /// <summary>Node.js's code for the failure, such as <c>EREFUSED</c>; null if the lookup did not fail.</summary>
    public string? Failure { get; init; }

    public static DnsLookupResult Failed(string failure) => new([], NameExists: false) { Failure = failure };

    /// <summary>The first SRV record: priority, weight, port, target.</summary>
    public (ushort Priority, ushort Weight, ushort Port, string Target)? Srv
    {
        get
        {
            if (Records.FirstOrDefault(record => record.Type == RecordType.Srv) is not { } record)
            {
                return null;
            }

            var reader = new WireReader(record.Data);
            return (reader.Short(), reader.Short(), reader.Short(), reader.Name());
        }
    }

    /// <summary>The first TXT record, its strings joined.</summary>
    public string? Txt => Records.FirstOrDefault(record => record.Type == RecordType.Txt) is { } record
        ? Encoding.UTF8.GetString([.. RecordData.Strings(record.Data).SelectMany(text => text)])
        : null;
}
