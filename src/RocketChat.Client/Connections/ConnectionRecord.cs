using System.Net;

namespace RocketChat.Client.Connections;

/// <summary>The facts about a client's connections that explain a failure.</summary>
internal sealed class ConnectionRecord
{
    private readonly Lock _lock = new();
    private volatile bool _hasAnswered;
    private volatile bool _lacksClientCertificate;
    private DateTimeOffset? _certificateExpires;
    private TimeSpan? _clockSkew;

    /// <summary>The proxy of all connections; null before there is one.</summary>
    public IWebProxy? Proxy { get; set; }

    /// <summary>Whether any answer has come from the server.</summary>
    public bool HasAnswered
    {
        get => _hasAnswered;
        set => _hasAnswered = value;
    }

    /// <summary>Whether the server has asked for a client certificate, and there is none.</summary>
    public bool LacksClientCertificate
    {
        get => _lacksClientCertificate;
        set => _lacksClientCertificate = value;
    }

    public void NoteCertificate(DateTimeOffset expires)
    {
        lock (_lock)
        {
            _certificateExpires = expires;
        }
    }

    public void NoteClock(TimeSpan skew)
    {
        lock (_lock)
        {
            _clockSkew = skew;
        }
    }

    /// <summary>The facts about the way to a server.</summary>
    public ConnectionFacts FactsOf(Uri server)
    {
        lock (_lock)
        {
            return new(_certificateExpires, _clockSkew, ProxyTo(server));
        }
    }

    /// <summary>The address of the proxy on the way to a server, without user and password; null if none is in between.</summary>
    public Uri? ProxyTo(Uri server) => Proxy is { } proxy && !proxy.IsBypassed(server) ? proxy.GetProxy(server) : null;
}
