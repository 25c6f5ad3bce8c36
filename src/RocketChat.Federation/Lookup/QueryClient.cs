using System.Net;
using System.Net.Sockets;
using DnsClient;
using RocketChat.Federation.Names;

namespace RocketChat.Federation.Lookup;

/// <summary>Sends one query to one server: over UDP, then over TCP if that gave no complete response. Caches nothing.</summary>
internal sealed class QueryClient(DnsCheckOptions options, TimeProvider time)
{
    // The size that passes every network without fragmentation (DNS flag day 2020).
    private const int UdpSize = 1232;
    private const int UdpSizeWithoutExtension = 512;

    private readonly LookupClient _client = new(new LookupClientOptions(IPAddress.Loopback) { UseCache = false });

    /// <exception cref="OperationCanceledException">The caller canceled. Failures of the server or the network are responses.</exception>
    public async Task<ServerResponse> QueryAsync(
        NameServerAddress server, DomainName name, QueryType type, CancellationToken cancellationToken)
    {
        var size = UdpSize;
        var overUdp = await TryAsync(server, name, type, tcp: false, size, cancellationToken);
        if (overUdp.Response is { Header.ResponseCode: DnsHeaderResponseCode.FormatError })
        {
            size = UdpSizeWithoutExtension;
            overUdp = await TryAsync(server, name, type, tcp: false, size, cancellationToken);
        }

        if (overUdp.Response is { } complete)
        {
            return ToResponse(server, complete);
        }

        var overTcp = await TryAsync(server, name, type, tcp: true, size, cancellationToken);
        return overTcp.Response is { } response
            ? ToResponse(server, response)
            : ServerResponse.Failed(server, overUdp.IsTruncated ? ResponseStatus.Truncated : ResponseStatus.Timeout);
    }

    private static ServerResponse ToResponse(NameServerAddress server, IDnsQueryResponse response)
    {
        var status = response.Header.ResponseCode switch
        {
            DnsHeaderResponseCode.NoError => ResponseStatus.NoError,
            DnsHeaderResponseCode.NotExistentDomain => ResponseStatus.NxDomain,
            DnsHeaderResponseCode.ServerFailure => ResponseStatus.ServFail,
            _ => ResponseStatus.Refused,
        };
        return new ServerResponse(
            server, status, response.Header.HasAuthorityAnswer, response.Answers, response.Authorities, response.Additionals);
    }

    private async Task<QueryAttempt> TryAsync(
        NameServerAddress server, DomainName name, QueryType type, bool tcp, int udpSize, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.QueryTimeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var queryOptions = new DnsQueryOptions
        {
            Recursion = server.IsResolver,
            UseTcpOnly = tcp,
            UseTcpFallback = false,
            ExtendedDnsBufferSize = udpSize,
            UseCache = false,
            Retries = 0,
            Timeout = options.QueryTimeout,
            ThrowDnsErrors = false,
            ContinueOnDnsError = false,
            ContinueOnEmptyResponse = false,
        };
        try
        {
            var question = new DnsQuestion(name.Absolute, type);
            var servers = new[] { new NameServer(options.Route(server.EndPoint)) };
            var response = await _client.QueryServerAsync(servers, question, queryOptions, both.Token);
            return new QueryAttempt(response, false);
        }
        catch (DnsResponseException exception) when (exception is { Code: DnsResponseCode.Unassigned, InnerException: null })
        {
            // DnsClient throws this for a truncated response when its own fallback to TCP is off.
            cancellationToken.ThrowIfCancellationRequested();
            return QueryAttempt.Truncated;
        }
        catch (Exception exception) when (IsNetworkFailure(exception))
        {
            // DnsClient wraps a canceled token into its own exception.
            cancellationToken.ThrowIfCancellationRequested();
            return QueryAttempt.NoResponse;
        }
    }

    private static bool IsNetworkFailure(Exception exception) =>
        exception is DnsResponseException or DnsResponseParseException or DnsXidMismatchException
            or SocketException or TimeoutException or OperationCanceledException or IOException;
}
