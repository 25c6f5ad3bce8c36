using System.Net.Http;
using System.Security.Authentication;
using RocketChat.Client.Connections;
using RocketChat.Client.Errors;

namespace RocketChat.Client.Http;

/// <summary>Explains why no answer came, and names the party at fault: the server, the proxy, or the address.</summary>
internal sealed class ConnectionFaults(Uri root, ConnectionRecord record)
{
    private const string SpeaksHttps = "The port may speak https: then the address must begin with https://.";

    /// <summary>The address of the workspace as it is shown, with its sub-path.</summary>
    public string Address { get; } = root.AbsoluteUri.TrimEnd('/');

    private Uri? Proxy => record.ProxyTo(root);

    /// <param name="request">The request without an answer.</param>
    /// <param name="exception">The failure.</param>
    /// <param name="reason">The innermost message, fit to show.</param>
    public (RocketChatErrorKind Kind, string Text) Explain(ApiRequest request, Exception exception, string? reason) =>
        FaultOf(exception) switch
        {
            HttpRequestError.ConfigurationLimitExceeded => (
                RocketChatErrorKind.UnexpectedAnswer,
                $"The answer to {request} is larger than {request.MaxAnswerBytes / 1024 / 1024} MB."),
            HttpRequestError.ProxyTunnelError => (
                RocketChatErrorKind.ProxyFailure,
                $"The proxy at {AddressOfProxy} refused the connection to {Address}{TunnelStatus(exception)}."),
            HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError when Proxy is not null => (
                RocketChatErrorKind.ProxyFailure,
                $"The proxy at {AddressOfProxy}, which is on the way to {Address}, cannot be reached: {reason}"),
            HttpRequestError.NameResolutionError => (RocketChatErrorKind.Unreachable, $"The host name {root.Host} is not known: {reason}"),
            HttpRequestError.ConnectionError => (RocketChatErrorKind.Unreachable, $"Could not connect to {Address}: {reason}"),
            _ when record is { LacksClientCertificate: true, HasAnswered: false } => (
                RocketChatErrorKind.ClientCertificateRequired,
                $"{Address} asked for a client certificate, got none, and ended the connection."),
            HttpRequestError.SecureConnectionError => (
                RocketChatErrorKind.TlsFailure, $"No trusted TLS connection to {Address}{Through}: {TlsReason(exception, reason)}"),
            var fault => (
                RocketChatErrorKind.Disconnected,
                $"The connection to {Address} broke during {request}: {BreakReason(fault, reason)}{WrongSchemeHint}"),
        };

    private string AddressOfProxy => Proxy?.GetLeftPart(UriPartial.Authority) ?? "an unknown address";

    // A proxy at https is the other party that the failed handshake may have been with.
    private string Through => Proxy is { } proxy ? $" through the proxy {proxy.GetLeftPart(UriPartial.Authority)}" : "";

    private string WrongSchemeHint => root.Scheme == Uri.UriSchemeHttp && !record.HasAnswered ? $". {SpeaksHttps}" : "";

    private static string TunnelStatus(Exception exception) => (int?)(exception as HttpRequestException)?.StatusCode switch
    {
        null => "",
        407 => ": it requires a user name and password (status 407)",
        403 => ": it does not allow this address (status 403)",
        >= 500 and var status => $": it cannot connect to the server (status {status})",
        var status => $" with status {status}",
    };

    // .NET and OpenSSL describe an answer that is not TLS in terms of frames and packets.
    private static string? TlsReason(Exception exception, string? reason) =>
        exception.ToString() is var text && (Contains(text, "corrupted frame") || Contains(text, "wrong version number"))
            ? "the port does not speak TLS. It may speak http: then the address must begin with http://"
            : reason;

    private static string? BreakReason(HttpRequestError fault, string? reason) => fault switch
    {
        HttpRequestError.ResponseEnded => "it was closed before the answer was complete",
        HttpRequestError.InvalidResponse => "the answer is not HTTP",
        _ => reason,
    };

    private static bool Contains(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    // Some TLS failures have no error code.
    private static HttpRequestError FaultOf(Exception exception) =>
        exception is AuthenticationException || exception.InnerException is AuthenticationException
        ? HttpRequestError.SecureConnectionError
        : (exception as HttpRequestException)?.HttpRequestError ?? HttpRequestError.Unknown;
}
