using System.Collections.Immutable;
using RocketTfProvider.Connection;

namespace RocketTfProvider.Commands.Doctor;

/// <summary>The findings of a workspace that cannot be used at all: one for each kind of failure, in the words of the provider.</summary>
internal static class ConnectionFindings
{
    private static readonly ImmutableArray<(RocketChatErrorKind Kind, string Id)> Kinds =
    [
        (RocketChatErrorKind.Unreachable, "unreachable"),
        (RocketChatErrorKind.ProxyFailure, "proxy_failure"),
        (RocketChatErrorKind.TlsFailure, "tls_failure"),
        (RocketChatErrorKind.ClientCertificateRequired, "client_certificate_required"),
        (RocketChatErrorKind.Disconnected, "disconnected"),
        (RocketChatErrorKind.TimedOut, "timed_out"),
        (RocketChatErrorKind.Redirected, "redirected"),
        (RocketChatErrorKind.NotRocketChat, "not_rocketchat"),
        (RocketChatErrorKind.UnknownEndpoint, "unknown_endpoint"),
        (RocketChatErrorKind.Unauthorized, "not_authorized"),
        (RocketChatErrorKind.SecondFactorRequired, "second_factor_required"),
        (RocketChatErrorKind.RateLimited, "rate_limited"),
        (RocketChatErrorKind.ServerError, "server_error"),
    ];

    private static readonly FindingCode Other = Code("request_failed");

    private static readonly ImmutableDictionary<RocketChatErrorKind, FindingCode> Codes =
        Kinds.ToImmutableDictionary(kind => kind.Kind, kind => Code(kind.Id));

    public static ImmutableArray<FindingCode> All { get; } = [.. Kinds.Select(kind => Codes[kind.Kind]), Other];

    public static Finding Of(RocketChatException failure)
    {
        var diagnostic = ClientFailure.Describe(failure);
        return new(Codes.GetValueOrDefault(failure.Kind, Other), $"{diagnostic.Summary}. {diagnostic.Detail}");
    }

    private static FindingCode Code(string id) => new(
        id,
        Areas.Connection,
        IsError: true,
        "No plan and no apply can work, and nothing else could be checked.",
        "See the message in front of this line.",
        "guides/troubleshooting");
}
