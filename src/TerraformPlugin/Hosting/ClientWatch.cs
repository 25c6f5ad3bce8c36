using TerraformPlugin.Hosting.Services;

namespace TerraformPlugin.Hosting;

/// <summary>
/// Ends the plugin when its last client is gone: a killed CLI cannot ask for the end, but its connection closes.
/// </summary>
internal sealed class ClientWatch : IDisposable
{
    // A CLI connects as soon as it has read the handshake line, for which it waits this long itself.
    private static readonly TimeSpan FirstConnection = TimeSpan.FromMinutes(1);

    // Room for a client that connects again after its connection broke.
    private static readonly TimeSpan NextConnection = TimeSpan.FromSeconds(2);

    private readonly Lock _changing = new();
    private readonly ITimer _end;
    private int _connections;

    public ClientWatch(PluginLifetime lifetime, TimeProvider time) =>
        _end = time.CreateTimer(_ => lifetime.Stop(), null, FirstConnection, Timeout.InfiniteTimeSpan);

    /// <summary>Counts a client that has connected and proved its identity.</summary>
    public void Connected()
    {
        lock (_changing)
        {
            _connections++;
            _end.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Counts a connection that has closed.</summary>
    public void Disconnected()
    {
        lock (_changing)
        {
            if (--_connections == 0)
            {
                _end.Change(NextConnection, Timeout.InfiniteTimeSpan);
            }
        }
    }

    public void Dispose() => _end.Dispose();
}
