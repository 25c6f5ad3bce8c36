namespace NameServers;

/// <summary>The numbers of record types (IANA).</summary>
public static class RecordType
{
    public const ushort A = 1;
    public const ushort Ns = 2;
    public const ushort CName = 5;
    public const ushort Soa = 6;
    public const ushort Txt = 16;
    public const ushort Aaaa = 28;
    public const ushort Srv = 33;

    public static ushort Parse(string name) => name switch
    {
        "A" => A,
        "NS" => Ns,
        "CNAME" => CName,
        "SOA" => Soa,
        "TXT" => Txt,
        "AAAA" => Aaaa,
        "SRV" => Srv,
        _ => throw new FormatException($"No record type {name}."),
    };
}
