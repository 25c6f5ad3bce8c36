using System.Collections.Concurrent;
using System.Net;
using RocketChat.Emulator.Dns;

namespace NameServers;

/// <summary>The emulator's name server with answers that a test chooses, wrong ones included. Records the questions.</summary>
public sealed class NameServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<DnsQuestion> _questions = new();
    private readonly DnsServer _server;

    public NameServer(Func<DnsQuestion, DnsAnswer?> answer, bool withTcp = true)
    {
        Answer = answer;
        _server = DnsServer.Start(Respond, withTcp);
    }

    /// <summary>The answer to a question, null for no response at all. Can change while the server runs.</summary>
    public Func<DnsQuestion, DnsAnswer?> Answer { get; set; }

    public IPEndPoint EndPoint => _server.EndPoint;

    public IReadOnlyCollection<DnsQuestion> Questions => _questions;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private DnsAnswer? Respond(DnsQuestion question)
    {
        _questions.Enqueue(question);
        return Answer(question);
    }
}
