using DnsClient;
using RocketChat.Emulator.Dns;

namespace RocketChat.Emulator.Tests.Dns;

/// <summary>A zone, its name server, and a client.</summary>
internal sealed class ServedZone : IAsyncDisposable
{
    private ServedZone(DnsZone zone)
    {
        Zone = zone;
        Server = DnsServer.Start(() => Zone, 0);
        Client = new LookupClient(new LookupClientOptions(Server.EndPoint) { UseCache = false, Recursion = false, Retries = 0 });
    }

    public DnsZone Zone { get; }

    public DnsServer Server { get; }

    public LookupClient Client { get; }

    public static ServedZone With(params string[] records) => new(DnsZone.WithOwnNameServer("example.org", records));

    public Task<IDnsQueryResponse> AskAsync(string name, QueryType type) =>
        Client.QueryAsync(name, type, cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>The records at a name as lines of a zone file.</summary>
    public string[] At(string name) => [.. Zone.Lines.Where(line => line.StartsWith(name + " ", StringComparison.Ordinal))];

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
