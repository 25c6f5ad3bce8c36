using System.Net;
using System.Net.Sockets;

namespace RocketChat.Emulator.Dns;

/// <summary>Another name server, asked over UDP with EDNS. Fails in the words of Node.js 14 to 22, tried out with each of them.</summary>
internal sealed class RemoteNameServer(IPEndPoint server) : INameLookup
{
    private const int IsResponse = 0x80;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public DnsFinding Find(string name, ushort type)
    {
        try
        {
            var id = Random.Shared.Next(ushort.MaxValue + 1);
            using var socket = new Socket(server.AddressFamily, SocketType.Dgram, ProtocolType.Udp) { ReceiveTimeout = (int)Patience.TotalMilliseconds };
            socket.Connect(server);
            socket.Send(new WireWriter()
                .Short(id).Short(0x0100).Short(1).Short(0).Short(0).Short(1)
                .Name(name).Short(type).Short(RecordClass.Internet)
                .Extension().ToArray());
            var buffer = new byte[WireWriter.LargestDatagram];
            return Read(buffer[..socket.Receive(buffer)], id);
        }
        catch (SocketException nobody)
        {
            return DnsFinding.Failed(nobody.SocketErrorCode == SocketError.ConnectionRefused ? "ECONNREFUSED" : "ETIMEOUT");
        }
        catch (FormatException)
        {
            return DnsFinding.Failed("EBADRESP");
        }
    }

    private static DnsFinding Read(byte[] message, int id)
    {
        var reader = new WireReader(message);
        var (answered, flags) = (reader.Short(), reader.Short());
        var (questions, answers, _, _) = (reader.Short(), reader.Short(), reader.Short(), reader.Short());
        var code = flags & 0xF;
        if (answered != id || (flags >> 8 & IsResponse) == 0)
        {
            // Not the answer to this question, and no other came.
            return DnsFinding.Failed("ETIMEOUT");
        }
        if (FailureOf(code) is { } failure)
        {
            return DnsFinding.Failed(failure);
        }
        if (questions != 1)
        {
            return DnsFinding.Failed("EBADRESP");
        }
        reader.Name();
        reader.Position += 4;
        var records = new List<ZoneRecord>();
        for (; answers > 0; answers--)
        {
            var (owner, type, _, ttl, length) = (reader.Name(), reader.Short(), reader.Short(), reader.Long(), reader.Short());
            records.Add(new ZoneRecord(owner, type, ttl, RecordData.Read(reader, type, length)));
        }
        return new DnsFinding(records, code != ResponseCode.NoSuchName, IsWhole: true);
    }

    private static string? FailureOf(int code) => code switch
    {
        ResponseCode.FormatError => "EFORMERR",
        ResponseCode.ServerFailure => "ESERVFAIL",
        ResponseCode.NotImplemented => "ENOTIMP",
        ResponseCode.Refused => "EREFUSED",
        _ => null,
    };
}
