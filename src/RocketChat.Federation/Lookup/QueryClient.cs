using System.Net;
using System.Net.Sockets;
using DnsClient;

namespace RocketChat.Federation;

/// <summary>Puts one question to one server: over UDP, then over TCP where that brings nothing or not the whole. Remembers nothing.</summary>
internal sealed class QueryClient(DnsCheckOptions options, TimeProvider time)
{
    // What passes everywhere without fragments (DNS flag day 2020).
    private const int UdpSize = 1232;
    private const int UdpSizeWithoutExtension = 512;

    private readonly LookupClient _client = new(new LookupClientOptions(IPAddress.Loopback) { UseCache = false });

    /// <exception cref="OperationCanceledException">The caller gave up. Everything that the server or the network does is a reply.</exception>
    public async Task<ServerResponse> QueryAsync(NameServerAddress server, DomainName name, QueryType type, CancellationToken cancellationToken)
    {
        var size = UdpSize;
        var overUdp = await TryAsync(server, name, type, tcp: false, size, cancellationToken);
        if (overUdp.Response is { Header.ResponseCode: DnsHeaderResponseCode.FormatError })
        {
            size = UdpSizeWithoutExtension;
            overUdp = await TryAsync(server, name, type, tcp: false, size, cancellationToken);
        }

        if (overUdp.Response is { } whole)
        {
            return ToResponse(server, whole);
        }

        var overTcp = await TryAsync(server, name, type, tcp: true, size, cancellationToken);
        return overTcp.Response is { } answer ? ToResponse(server, answer) : ServerResponse.Failed(server, overUdp.IsTruncated ? ResponseStatus.Truncated : ResponseStatus.Timeout);
    }

    private static ServerResponse ToResponse(NameServerAddress server, IDnsQueryResponse response)
    {
        var kind = response.Header.ResponseCode switch
        {
            DnsHeaderResponseCode.NoError => ResponseStatus.NoError,
            DnsHeaderResponseCode.NotExistentDomain => ResponseStatus.NxDomain,
            DnsHeaderResponseCode.ServerFailure => ResponseStatus.ServFail,
            _ => ResponseStatus.Refused,
        };
        return new ServerResponse(server, kind, response.Header.HasAuthorityAnswer, response.Answers, response.Authorities, response.Additionals);
    }

    private async Task<QueryAttempt> TryAsync(
        NameServerAddress server, DomainName name, QueryType type, bool tcp, int udpSize, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.QueryTimeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var how = new DnsQueryOptions
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
            var response = await _client.QueryServerAsync([new NameServer(options.Route(server.EndPoint))], question, how, both.Token);
            return new QueryAttempt(response, false);
        }
        catch (DnsResponseException exception) when (exception is { Code: DnsResponseCode.Unassigned, InnerException: null })
        {
            // What the library throws for an answer that is cut off when it may not turn to TCP by itself.
            cancellationToken.ThrowIfCancellationRequested();
            return QueryAttempt.Truncated;
        }
        catch (Exception exception) when (IsNetworkFailure(exception))
        {
            // The library wraps a cancelled token into an exception of its own.
            cancellationToken.ThrowIfCancellationRequested();
            return QueryAttempt.NoResponse;
        }
    }

    private static bool IsNetworkFailure(Exception exception) =>
        exception is DnsResponseException or DnsResponseParseException or DnsXidMismatchException
            or SocketException or TimeoutException or OperationCanceledException or IOException;
}
