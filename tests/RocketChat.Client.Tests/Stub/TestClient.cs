using Microsoft.Extensions.Logging;
using RocketChat.Client.Options;

namespace RocketChat.Client.Tests.Stub;

/// <summary>Clients as tests want them: short-tempered unless told otherwise.</summary>
public static class TestClient
{
    public static readonly AccessTokenCredentials Token = new("admin-id-0123456", "token-Marked-0123456789");

    public static readonly PasswordCredentials Password = new("rcadmin", "password-Marked-0123456789");

    public static RocketChatClientOptions Options(Uri url) => new()
    {
        Url = url,
        Credentials = Token,
        UserAgent = "terraform-provider-rocketchat/0.0.0",
        RequestTimeout = TimeSpan.FromSeconds(20),
        OperationTimeout = TimeSpan.FromSeconds(60),
        MaxRetries = 0,
    };

    public static RocketChatClient For(
        StubServer server,
        Func<RocketChatClientOptions, RocketChatClientOptions>? with = null,
        TimeProvider? time = null,
        ILogger? logger = null)
    {
        var options = Options(server.Url);
        return new RocketChatClient(with is null ? options : with(options), logger, time);
    }

    /// <summary>A client whose waits take no time; its deadlines never come.</summary>
    public static RocketChatClient WithoutWaiting(
        StubServer server, TimeProvider time, Func<RocketChatClientOptions, RocketChatClientOptions>? with = null) => For(
        server,
        options =>
        {
            var patient = options with { RequestTimeout = InstantTimeProvider.Never, OperationTimeout = InstantTimeProvider.Never };
            return with is null ? patient : with(patient);
        },
        time);
}
