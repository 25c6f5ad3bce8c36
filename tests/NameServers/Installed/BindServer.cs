using System.Diagnostics;

namespace NameServers.Installed;

/// <summary>BIND as an authoritative server for at most one zone, which accepts dynamic updates from this machine.</summary>
public sealed class BindServer : ServerProcess
{
    private readonly string? _apex;

    private BindServer(string? apex) => _apex = apex;

    protected override string ReadyMessage => "all zones loaded";

    /// <param name="apex">The zone; null for a server without one.</param>
    /// <param name="lines">The zone's records but the SOA.</param>
    /// <param name="options">Additions to the configuration, such as <c>max-udp-size 512;</c></param>
    public static async Task<BindServer> StartAsync(string? apex, string lines = "", string options = "")
    {
        var server = new BindServer(apex);
        server.WriteZone(lines);
        var zone = apex is null
            ? ""
            : $$"""zone "{{apex}}" { type primary; file "{{server.Folder}}/zone"; allow-update { 127.0.0.1; }; };""";
        server.Write("named.conf", $$"""
            options {
              directory "{{server.Folder}}";
              listen-on port {{server.EndPoint.Port}} { 127.0.0.1; };
              listen-on-v6 { none; };
              pid-file none;
              recursion no;
              dnssec-validation no;
              empty-zones-enable no;
              notify no;
              {{options}}
            };
            controls { };
            {{zone}}
            """);
        await server.StartAsync(InstalledServers.Named!, "-g", "-c", Path.Combine(server.Folder, "named.conf"));
        return server;
    }

    /// <summary>Sends the lines of an update script to the server with <c>nsupdate</c>.</summary>
    public async Task UpdateAsync(string lines)
    {
        var start = new ProcessStartInfo(InstalledServers.NsUpdate!, ["-t", "5"])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync($"server 127.0.0.1 {EndPoint.Port}\nzone {_apex}\n{lines}\nsend\n");
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync() + await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"nsupdate: {output}");
        }
    }

    private void WriteZone(string lines) =>
        Write("zone", $"$TTL 300\n@ SOA ns1 hostmaster 1 3600 600 86400 300\n{lines}\n");
}
