using System.Net;
using System.Net.Sockets;

namespace RocketChat.Emulator.Dns;

/// <summary>
/// Another name server, queried over UDP with EDNS. Fails with the codes of Node.js 14 to 22, as observed with each of them.
/// </summary>
internal sealed class RemoteNameServer(IPEndPoint server) : INameLookup
{
    private const int IsResponse = 0x80;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    public DnsLookupResult Find(string name, ushort type)
    {
        try
        {
            var id = Random.Shared.Next(ushort.MaxValue + 1);
            using var socket = new Socket(server.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
            socket.ReceiveTimeout = (int)Timeout.TotalMilliseconds;
            socket.Connect(server);
            socket.Send(new WireWriter()
                .Short(id).Short(0x0100).Short(1).Short(0).Short(0).Short(1)
                .Name(name).Short(type).Short(RecordClass.Internet)
                .Extension().ToArray());
            var buffer = new byte[WireWriter.MaxDatagram];
            return Read(buffer[..socket.Receive(buffer)], id);
        }
        catch (SocketException exception)
        {
            return DnsLookupResult.Failed(exception.SocketErrorCode == SocketError.ConnectionRefused ? "ECONNREFUSED" : "ETIMEOUT");
        }
        catch (FormatException)
        {
            return DnsLookupResult.Failed("EBADRESP");
        }
    }

    private static DnsLookupResult Read(byte[] message, int id)
    {
        var reader = new WireReader(message);
        var (responseId, flags) = (reader.Short(), reader.Short());
        var (questions, answers, _, _) = (reader.Short(), reader.Short(), reader.Short(), reader.Short());
        var code = flags & 0xF;
        if (responseId != id || (flags >> 8 & IsResponse) == 0)
        {
            // A message that does not match the query counts as no response.
            return DnsLookupResult.Failed("ETIMEOUT");
        }

        if (FailureOf(code) is { } failure)
        {
            return DnsLookupResult.Failed(failure);
        }

        if (questions != 1)
        {
            return DnsLookupResult.Failed("EBADRESP");
        }

        reader.Name();
        reader.Position += 4;
        var records = new List<ZoneRecord>();
        for (; answers > 0; answers--)
        {
            var (owner, type, _, ttl, length) = (reader.Name(), reader.Short(), reader.Short(), reader.Long(), reader.Short());
            records.Add(new ZoneRecord(owner, type, ttl, RecordData.Read(reader, type, length)));
        }

        return new DnsLookupResult(records, NameExists: code != ResponseCode.NxDomain);
    }

    private static string? FailureOf(int code) => code switch
    {
        ResponseCode.FormErr => "EFORMERR",
        ResponseCode.ServFail => "ESERVFAIL",
        ResponseCode.NotImp => "ENOTIMP",
        ResponseCode.Refused => "EREFUSED",
        _ => null,
    };
}
