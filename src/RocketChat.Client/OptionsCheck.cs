using System.Net.Http;
using RocketChat.Client.Authentication;
using RocketChat.Client.Errors;
using RocketChat.Client.Http;
using RocketChat.Client.Options;

namespace RocketChat.Client;

/// <summary>Rejects options that cannot work before they fail in a call.</summary>
internal static class OptionsCheck
{
    public static void Verify(RocketChatClientOptions options)
    {
        VerifyUrl(options.Url);
        VerifyCredentials(options.Credentials);
        VerifyHeaders(options.Headers);
        Require(UserAgentIsValid(options.UserAgent), nameof(options.UserAgent), "The user agent is not a valid header value.");
        Require(
            options.TotpSecret is null || TotpCode.IsSecret(options.TotpSecret),
            nameof(options.TotpSecret),
            "The TOTP secret is not Base32 (the letters A to Z and the digits 2 to 7).");
        Require(
            IsTimeout(options.RequestTimeout),
            nameof(options.RequestTimeout),
            "The request timeout must be positive and at most a day.");
        Require(
            IsTimeout(options.OperationTimeout),
            nameof(options.OperationTimeout),
            "The operation timeout must be positive and at most a day.");
        Require(options.KeepLookups >= TimeSpan.Zero, nameof(options.KeepLookups), "The time to keep lookups must not be negative.");
        Require(options.MaxRetries >= 0, nameof(options.MaxRetries), "The number of retries must not be negative.");
        Require(options.MaxParallelRequests > 0, nameof(options.MaxParallelRequests), "At least one parallel request is needed.");
        Require(
            options.Proxy is null or { IsAbsoluteUri: true, Scheme: "http" or "https" or "socks4" or "socks4a" or "socks5" },
            nameof(options.Proxy),
            "The proxy must be an absolute http, https or socks address.");
    }

    private static bool IsTimeout(TimeSpan time) => time > TimeSpan.Zero && time <= TimeSpan.FromDays(1);

    private static void VerifyUrl(Uri? url)
    {
        var problem = url switch
        {
            null => "is missing",
            { IsAbsoluteUri: false } => "must be absolute, such as https://chat.example.org",
            { Scheme: not ("http" or "https") } => "must begin with http:// or https://",
            { Host.Length: 0 } => "has no host",
            { UserInfo.Length: > 0 } => "must not contain a user name or password",
            { Query.Length: > 0 } or { Fragment.Length: > 0 } => "must not contain a query or fragment",
            _ => null,
        };
        if (problem is not null)
        {
            throw new RocketChatException(RocketChatErrorKind.InvalidUrl, $"The address of the workspace {problem}.")
            {
                Option = nameof(RocketChatClientOptions.Url),
            };
        }
    }

    private static void VerifyCredentials(Credentials? credentials)
    {
        Require(
            credentials is AccessTokenCredentials or PasswordCredentials,
            nameof(RocketChatClientOptions.Credentials),
            "The credentials are missing.");
        if (credentials is AccessTokenCredentials token)
        {
            Require(HeaderValue.IsValid(token.UserId), nameof(token.UserId), "The user id is empty or has characters that no id has.");
            Require(
                HeaderValue.IsValid(token.AuthToken),
                nameof(token.AuthToken),
                "The access token is empty or has characters that no token has.");
        }
        else if (credentials is PasswordCredentials password)
        {
            Require(!string.IsNullOrWhiteSpace(password.Username), nameof(password.Username), "The user name is empty.");
            Require(!string.IsNullOrEmpty(password.Password), nameof(password.Password), "The password is empty.");
        }
    }

    private static void VerifyHeaders(IReadOnlyDictionary<string, string> headers)
    {
        using var probe = new HttpRequestMessage();
        foreach (var (name, value) in headers)
        {
            // Only the name is shown because values may be secret.
            var shown = ForeignText.Clean(name);
            Require(
                probe.Headers.TryAddWithoutValidation(name, ""),
                nameof(RocketChatClientOptions.Headers),
                $"\"{shown}\" is not the name of a header that a request can have.");
            Require(
                value.All(c => c is >= ' ' and <= '~'),
                nameof(RocketChatClientOptions.Headers),
                $"The value of the header \"{shown}\" has characters that no header can have, such as a line break.");
        }
    }

    private static bool UserAgentIsValid(string userAgent)
    {
        using var probe = new HttpRequestMessage();
        return !string.IsNullOrWhiteSpace(userAgent) && probe.Headers.UserAgent.TryParseAdd(userAgent);
    }

    private static void Require(bool met, string option, string problem)
    {
        if (!met)
        {
            throw new RocketChatException(RocketChatErrorKind.InvalidConfiguration, problem) { Option = option };
        }
    }
}
