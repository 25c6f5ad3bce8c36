using System.Net;
using System.Net.Sockets;
using DnsClient;

namespace RocketChat.Client.HostNames;

/// <summary>
/// Finds the addresses of a host. On Linux by the hosts file and DNS only: the C library would load modules of the machine
/// (nsswitch.conf), which a statically linked program cannot. Elsewhere as the system does.
/// </summary>
public sealed class HostAddresses
{
    private readonly string _hosts;
    private readonly string _resolver;
    private readonly int _port;

    /// <param name="hosts">The path of the hosts file.</param>
    /// <param name="resolver">The path of the file that names the name servers.</param>
    /// <param name="port">The port of the name servers.</param>
    internal HostAddresses(string hosts, string resolver, int port)
    {
        _hosts = hosts;
        _resolver = resolver;
        _port = port;
    }

    /// <summary>The names as this machine knows them.</summary>
    public static HostAddresses OfMachine { get; } = new("/etc/hosts", "/etc/resolv.conf", NameServer.DefaultPort);

    /// <summary>The addresses, in the order to try them; an address is its own only one.</summary>
    /// <param name="host">A name or an address.</param>
    /// <param name="cancellationToken">Ends the lookup.</param>
    /// <exception cref="SocketException">
    /// There is no such host (<see cref="SocketError.HostNotFound"/>), or no name server answered (<see cref="SocketError.TryAgain"/>).
    /// </exception>
    public async Task<IPAddress[]> OfAsync(string host, CancellationToken cancellationToken = default)
    {
        if (IPAddress.TryParse(host, out var address))
        {
            return [address];
        }

        if (!OperatingSystem.IsLinux())
        {
            return await System.Net.Dns.GetHostAddressesAsync(host, cancellationToken).ConfigureAwait(false);
        }

        var listed = HostsFile.AddressesOf(host.TrimEnd('.'), _hosts);
        if (listed.Count > 0)
        {
            return AddressOrder.Sort(listed);
        }

        // These names never reach a name server (RFC 6761 §6.3).
        return IsLocalhost(host.TrimEnd('.'))
            ? AddressOrder.Sort([IPAddress.IPv6Loopback, IPAddress.Loopback])
            : AddressOrder.Sort(await AskAsync(host, cancellationToken).ConfigureAwait(false));
    }

    private static bool IsLocalhost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    private async Task<IReadOnlyList<IPAddress>> AskAsync(string host, CancellationToken cancellationToken)
    {
        var file = ResolverFile.Read(_resolver);
        var client = new LookupClient(new LookupClientOptions([.. file.Servers.Select(server => new IPEndPoint(server, _port))])
        {
            UseCache = false,
            UseRandomNameServer = false,
            Timeout = file.Timeout,
            Retries = file.Attempts - 1,
        });
        var answered = true;
        foreach (var name in file.Candidates(host))
        {
            var responses = await Task.WhenAll(
                AskAsync(client, name, QueryType.AAAA, cancellationToken),
                AskAsync(client, name, QueryType.A, cancellationToken)).ConfigureAwait(false);
            IPAddress[] found =
            [
                .. responses.OfType<IDnsQueryResponse>()
                    .SelectMany(response => response.Answers.AddressRecords())
                    .Select(record => record.Address),
            ];
            if (found.Length > 0)
            {
                return found;
            }

            answered &= Array.TrueForAll(responses, SaysNo);
        }

        throw new SocketException((int)(answered ? SocketError.HostNotFound : SocketError.TryAgain));
    }

    // Null where no server answered.
    private static async Task<IDnsQueryResponse?> AskAsync(
        LookupClient client, string name, QueryType type, CancellationToken cancellationToken)
    {
        try
        {
            return await client.QueryAsync(name, type, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (
            exception is DnsResponseException or SocketException or OperationCanceledException or ArgumentException)
        {
            // DnsClient wraps a canceled token into an exception of its own.
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        }
    }

    private static bool SaysNo(IDnsQueryResponse? response) =>
        response?.Header.ResponseCode is DnsHeaderResponseCode.NoError or DnsHeaderResponseCode.NotExistentDomain;
}
