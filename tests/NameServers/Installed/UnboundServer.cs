using System.Net;

namespace NameServers.Installed;

/// <summary>Unbound as a resolver that knows only the servers of one zone.</summary>
public sealed class UnboundServer : ServerProcess
{
    private UnboundServer()
    {
    }

    protected override string ReadyMessage => "start of service";

    public static async Task<UnboundServer> StartAsync(string apex, params IPEndPoint[] authoritative)
    {
        var server = new UnboundServer();
        server.Write("unbound.conf", $"""
            server:
              interface: 127.0.0.1
              port: {server.EndPoint.Port}
              do-ip6: no
              do-daemonize: no
              do-not-query-localhost: no
              chroot: ""
              username: ""
              pidfile: ""
              directory: "{server.Folder}"
              use-syslog: no
              logfile: ""
              module-config: "iterator"
              target-fetch-policy: "0 0 0 0 0"
            remote-control:
              control-enable: no
            stub-zone:
              name: "{apex}"
              {string.Join("\n  ", authoritative.Select(a => $"stub-addr: {a.Address}@{a.Port}"))}
            """);
        await server.StartAsync(InstalledServers.Unbound!, "-d", "-c", Path.Combine(server.Folder, "unbound.conf"));
        return server;
    }
}
