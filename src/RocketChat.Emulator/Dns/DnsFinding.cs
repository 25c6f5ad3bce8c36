using System.Text;

namespace RocketChat.Emulator.Dns;

/// <summary>What a look into DNS found.</summary>
/// <param name="Records">What there is, aliases on the way to it first.</param>
/// <param name="NameExists">Whether there is anything at, or below, the name at the end of the aliases.</param>
/// <param name="IsWhole">Whether there is nothing to add: the records asked for are among those, or the aliases lead elsewhere.</param>
internal sealed record DnsFinding(IReadOnlyList<ZoneRecord> Records, bool NameExists, bool IsWhole)
{
    /// <summary>Why the look-up failed, in the word of Node.js, such as <c>EREFUSED</c>; null when it did not.</summary>
    public string? Failure { get; init; }

    public static DnsFinding Failed(string failure) => new([], NameExists: false, IsWhole: true) { Failure = failure };

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
