using System.Net;
using DnsClient;
using DnsClient.Protocol;

namespace RocketChat.Federation.Tests.Fixtures;

/// <summary>Records of DnsClient, for tests without a server.</summary>
internal static class ResourceRecords
{
    public static NsRecord Ns(string zone, string server) => new(Info(zone, ResourceRecordType.NS), DnsString.Parse(server));

    public static SrvRecord Srv(int priority, int port, string target) =>
        new(Info("srv.asso.org", ResourceRecordType.SRV), (ushort)priority, 1, (ushort)port, DnsString.FromResponseQueryString(target));

    public static TxtRecord Txt(params string[] strings) => new(Info("txt.asso.org", ResourceRecordType.TXT), strings, strings);

    public static AddressRecord Address(string name, string address) =>
        IPAddress.Parse(address) is var parsed && parsed.GetAddressBytes().Length == 4
        ? new ARecord(Info(name, ResourceRecordType.A), parsed)
        : new AaaaRecord(Info(name, ResourceRecordType.AAAA), parsed);

    private static ResourceRecordInfo Info(string name, ResourceRecordType type) => new(DnsString.Parse(name), type, QueryClass.IN, 300, 0);
}
