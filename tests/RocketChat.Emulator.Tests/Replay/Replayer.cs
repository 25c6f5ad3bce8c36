using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.Routes;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Tests.Replay;

/// <summary>Sends what was once sent to a real server to an emulator of that version, and compares the answers.</summary>
internal sealed class Replayer
{
    private readonly Identities _identities = new();
    private readonly List<string> _mismatches = [];
    private readonly FakeTimeProvider _clock;
    private readonly RouteTable _offered;
    private readonly EmulatorServer _server;
    private int _matched;
    private readonly HttpClient _client;

    private Replayer(EmulatorServer server, HttpClient client, FakeTimeProvider clock, RouteTable offered) =>
        (_server, _client, _clock, _offered) = (server, client, clock, offered);

    public static async Task<ReplayScore> ReplayAsync(RecordedWorkspace recorded, CancellationToken cancellationToken)
    {
        var exchanges = recorded.Files.SelectMany(Recording.Read).ToArray();
        var clock = new FakeTimeProvider(TimeOf(exchanges[0]));
        var options = new EmulatorOptions { VersionProfile = recorded.Profile, Seed = recorded.Seed, TimeProvider = clock };
        await using var server = await EmulatorServer.StartAsync(options, cancellationToken);
        using var client = new HttpClient { BaseAddress = server.Url };
        var replayer = new Replayer(server, client, clock, new RouteTable(AllRoutes.Of(VersionProfile.Named(recorded.Profile))));
        var covered = 0;
        foreach (var exchange in exchanges)
        {
            covered += await replayer.ReplayAsync(exchange, cancellationToken) ? 1 : 0;
        }

        return new ReplayScore(replayer._matched, covered, exchanges.Length, replayer._mismatches);
    }

    /// <returns>Whether the emulator offers what the exchange is about.</returns>
    private async Task<bool> ReplayAsync(RecordedExchange exchange, CancellationToken cancellationToken)
    {
        // The recorded dates are of whole seconds; in between the recorded durations move the clock.
        var after = _clock.GetUtcNow() + exchange.Duration;
        _clock.SetUtcNow(TimeOf(exchange) > after ? TimeOf(exchange) : after);
        if (_offered.Find(exchange.Path).Methods is null && !KnownDifferences.IsAboutSomethingNotOffered(exchange))
        {
            return false;
        }

        GrantUnseenToken(exchange);
        if (exchange.File == "8.6.1_03-tokens.txt")
        {
            // The recorder did this after 02, so that plain users can log in from then on.
            _server.Workspace.SetSetting("Accounts_TwoFactorAuthentication_By_Email_Enabled", false);
        }

        _server.Workspace.Cloud.IsReachable = !exchange.File.Contains("cloud-offline", StringComparison.Ordinal)
            && !exchange.File.Contains("cloud-rest", StringComparison.Ordinal);
        // The stand-in for the cloud did not answer the synchronization that follows a registration.
        _server.Workspace.Cloud.SyncFails = exchange.File == "8.6.1_16-cloud-fake.txt"
            || (exchange.File == "6.5.3_16-cloud-fake.txt" && exchange.Path.EndsWith("connectWorkspace", StringComparison.Ordinal));
        _server.Workspace.Cloud.AcceptedTokens = ["good-token"];
        var answer = await SendAsync(exchange, cancellationToken);
        if (answer.Status == exchange.Status)
        {
            _identities.Learn(Comparison.Parse(exchange.Body), Comparison.Parse(answer.Body));
        }

        var difference = Comparison.Difference(exchange, answer);
        if (difference is null)
        {
            _matched++;
        }

        if (difference is not null != KnownDifferences.Explain(exchange))
        {
            _mismatches.Add($"{exchange}: {difference ?? "matches by now, take it from the known differences"}");
        }

        return true;
    }

    /// <summary>Some sessions and tokens were opened between the recorded exchanges: open them here as well.</summary>
    private void GrantUnseenToken(RecordedExchange exchange)
    {
        if (!exchange.RequestHeaders.TryGetValue("X-Auth-Token", out var token) || token.Length < 43 || _identities.Knows(token))
        {
            return;
        }

        var user = _server.Workspace.FindUser(_identities.Translate(exchange.RequestHeaders["X-User-Id"]));
        var isPersonal = exchange.Label.Contains("personal access token", StringComparison.Ordinal)
            || exchange.File.Contains("_16-", StringComparison.Ordinal);
        user?.Tokens.Add(new LoginToken
        {
            Value = token,
            Name = isPersonal ? "recorded" : null,
            BypassTwoFactor = isPersonal,
            CreatedAt = _clock.GetUtcNow(),
        });
        _identities.Remember(token, token);
    }

    private async Task<Answer> SendAsync(RecordedExchange exchange, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(new HttpMethod(exchange.Method), _identities.Translate(exchange.Target).TrimStart('/'));
        var headers = exchange.RequestHeaders.Where(header => !header.Key.StartsWith("Content-", StringComparison.OrdinalIgnoreCase));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, _identities.Translate(value));
        }

        if (exchange.RequestHeaders.TryGetValue("Content-Type", out var contentType))
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(_identities.Translate(exchange.RequestBody)));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        }

        using var response = await _client.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        return new Answer((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, body);
    }

    private static DateTimeOffset TimeOf(RecordedExchange exchange) =>
        DateTimeOffset.ParseExact(exchange.Headers["Date"], "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
