using System.Net;
using System.Text.Json;
using RocketChat.Client.Capabilities;
using RocketChat.Client.Errors;
using RocketChat.Client.Http;
using RocketChat.Client.Server;
using RocketChat.Client.Settings;

namespace RocketChat.Client.Federation;

/// <summary>
/// Federation in its three kinds: detection, and tests that can be trusted. Settings are written through <see cref="SettingsApi"/>.
/// </summary>
public sealed class FederationApi
{
    private readonly DeadlineHandler _deadline;
    private readonly ServerApi _server;
    private readonly SettingsApi _settings;
    private readonly LegacyPing _ping;
    private readonly NativeProbe _probe;
    private readonly DelegationProbe _delegation;
    private readonly ErrorTranslator _errors;

    internal FederationApi(
        DeadlineHandler deadline, ServerApi server, SettingsApi settings, PublicHttp http, ErrorTranslator errors, Uri url)
    {
        _errors = errors;
        _deadline = deadline;
        _server = server;
        _settings = settings;
        _ping = new LegacyPing(http);
        var reader = new WellKnownReader(http);
        _probe = new NativeProbe(http, reader, url);
        _delegation = new DelegationProbe(reader);
    }

    /// <summary>
    /// The kinds that this server has. The newest is looked for first: its versions still show the settings of the older ones, without
    /// effect.
    /// </summary>
    /// <exception cref="RocketChatException">A call failed.</exception>
    public async Task<FederationSupport> DetectAsync(CancellationToken cancellationToken = default)
    {
        var info = await _server.GetInfoAsync(cancellationToken).ConfigureAwait(false);
        var native = await ExistsAsync("Federation_Service_Enabled", cancellationToken).ConfigureAwait(false);
        return FederationSupport.Of(
            info.Version,
            !native && await ExistsAsync("FEDERATION_Domain", cancellationToken).ConfigureAwait(false),
            !native && await ExistsAsync("Federation_Matrix_enabled", cancellationToken).ConfigureAwait(false),
            native);
    }

    /// <summary>Sends a legacy ping to the address at which other servers look for a domain.</summary>
    /// <param name="peer">Scheme, host and port, as the SRV record says.</param>
    /// <param name="domain">The domain exactly as the server has it.</param>
    /// <param name="addresses">The host's addresses; empty to resolve its name.</param>
    /// <param name="cancellationToken">Ends the call with an exception.</param>
    /// <remarks>Servers before 4.2 answer whether or not federation is enabled; <see cref="TestLegacyAsync"/> shows that.</remarks>
    /// <exception cref="RocketChatException">The answer depends on this server's version, and that could not be read.</exception>
    public async Task<FederationTest> PingAsync(
        Uri peer, string domain, IReadOnlyList<IPAddress> addresses, CancellationToken cancellationToken = default)
    {
        var test = await _ping.SendAsync(peer, domain, addresses, cancellationToken).ConfigureAwait(false);
        if (test.Code != LegacyPing.SilentCode)
        {
            return test;
        }

        var info = await _server.GetInfoAsync(cancellationToken).ConfigureAwait(false);
        return FederationSupport.HasRealTest(info.Version)
            ? test with { Ok = true, Code = "ok" }
            : new FederationTest(
                false,
                "domain_mismatch",
                $"{peer} answers as Rocket.Chat before 4.2 does, but this server has version {info.Version}. Correct the SRV record.");
    }

    /// <summary>The server's own test of legacy federation: proof only where <see cref="FederationSupport.LegacyTestIsReal"/>.</summary>
    /// <exception cref="RocketChatException">The call itself failed.</exception>
    public Task<FederationTest> TestLegacyAsync(CancellationToken cancellationToken = default) => _deadline.RunAsync(
        async call =>
        {
            try
            {
                await call.CallMethodAsync("FEDERATION_Test_Setup", []).ConfigureAwait(false);
                return new FederationTest(true, "ok", "The server found itself through DNS.");
            }
            catch (RocketChatException exception) when (exception.Code == "FEDERATION_Test_Setup_Error")
            {
                return new FederationTest(
                    false,
                    "server_test_failed",
                    "The server's own test failed: it did not reach itself through the SRV record that it sees, which can be up"
                    + " to an hour old.");
            }
        },
        cancellationToken);

    /// <summary>Makes the server verify its bridge: the homeserver, and reachability from outside.</summary>
    /// <exception cref="RocketChatException">The call itself failed.</exception>
    public Task<FederationTest> VerifyBridgeAsync(CancellationToken cancellationToken = default) => _deadline.RunAsync(
        async call =>
        {
            try
            {
                var answer = await call.SendAsync(ApiRequest.Get("federation/configuration.verify")).ConfigureAwait(false);
                return FailureOf(
                    answer.Root, "appservice", "the homeserver has not loaded the registration file, or it does not reach the bridge")
                    ?? FailureOf(answer.Root, "externalReachability", "the domain cannot be reached from outside")
                    ?? new FederationTest(
                        true, "ok", "The server verified its bridge to the homeserver and its reachability from outside.");
            }
            catch (RocketChatException exception) when (exception is { Kind: RocketChatErrorKind.Rejected, StatusCode: 400 })
            {
                return InvalidBridge(
                    "the homeserver has not loaded the registration file, or it does not reach the bridge, or the domain cannot"
                    + " be reached from outside",
                    exception.ServerMessage);
            }
        },
        cancellationToken);

    /// <summary>Reads the public endpoints of native federation.</summary>
    public Task<NativeFederationTest> ProbeNativeAsync(string domain, CancellationToken cancellationToken = default) =>
        _probe.AskAsync(domain, cancellationToken);

    /// <summary>Reads the document that delegates a Matrix domain to another host, as other servers do.</summary>
    /// <param name="document">The required address: <c>https://DOMAIN/.well-known/matrix/server</c>.</param>
    /// <param name="target">The required content: host and port.</param>
    /// <param name="addresses">The addresses of the domain; empty to resolve its name.</param>
    /// <param name="cancellationToken">Ends the call with an exception.</param>
    /// <returns>The codes are <c>ok</c>, <c>delegation_missing</c> and <c>delegation_wrong</c>.</returns>
    public Task<FederationTest> ProbeDelegationAsync(
        Uri document, string target, IReadOnlyList<IPAddress> addresses, CancellationToken cancellationToken = default) =>
        _delegation.AskAsync(document, target, addresses, cancellationToken);

    /// <summary>The signing key that the server publishes; null if it publishes none, as while federation is disabled.</summary>
    public Task<SigningKey?> GetSigningKeyAsync(CancellationToken cancellationToken = default) => _probe.KeyAsync(cancellationToken);

    private FederationTest? FailureOf(JsonElement answer, string part, string why) =>
        answer.Member(part) is { } verdict && verdict.Bool("ok") == false ? InvalidBridge(why, verdict.String("error")) : null;

    private FederationTest InvalidBridge(string why, string? said) =>
        new(
            false,
            "bridge_invalid",
            $"The server could not verify its bridge: {why}.{(string.IsNullOrWhiteSpace(said) ? "" : " " + _errors.Quote(said))}");

    private async Task<bool> ExistsAsync(string settingId, CancellationToken cancellationToken) =>
        await _settings.GetAsync(settingId, cancellationToken).ConfigureAwait(false) is not null;
}
