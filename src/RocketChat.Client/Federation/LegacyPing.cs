using System.Net;
using RocketChat.Client.Http;

namespace RocketChat.Client.Federation;

/// <summary>
/// The reliable test of legacy federation: the ping that another server would send, to the address in DNS, in the name of the domain
/// itself, which needs no encryption. The key in the TXT record is not part of the test; the check of the DNS records covers it.
/// </summary>
internal sealed class LegacyPing(PublicHttp http)
{
    /// <summary>The code of an empty object: Rocket.Chat 2.0 to 4.1 answers every ping so, accepted or not.</summary>
    public const string SilentCode = "mute";

    private const string Events = """{"events":[{"type":"ping"}]}""";

    public async Task<FederationTest> SendAsync(
        Uri peer, string domain, IReadOnlyList<IPAddress> addresses, CancellationToken cancellationToken)
    {
        var url = new Uri(peer, "api/v1/federation.events.dispatch");
        var answer = await http.SendAsync(url, Events, ("x-federation-domain", domain), addresses, mustBePublic: false, cancellationToken)
            .ConfigureAwait(false);
        var json = answer.Json;
        var error = json?.String("error") ?? "";
        if (answer.Status == 200 && json?.Bool("success") == true)
        {
            return new FederationTest(true, "ok", $"A ping to {peer} in the name of {domain} was accepted.");
        }

        // An object with members comes from other software.
        if (answer.Status == 200 && json is { } nothing && !nothing.EnumerateObject().Any())
        {
            return new FederationTest(false, SilentCode, $"{peer} is a Rocket.Chat server before 4.2: it answers every ping the same way.");
        }

        if (error.Contains("not enabled", StringComparison.Ordinal))
        {
            return new FederationTest(
                false,
                "federation_disabled",
                $"{peer} is a Rocket.Chat server, but its federation is disabled. If it is another server than this one, correct"
                + " the SRV record.");
        }

        return error.Contains("decrypt", StringComparison.Ordinal)
            ? new FederationTest(
                false,
                "domain_mismatch",
                $"{peer} is a Rocket.Chat server, but its federation domain is not {domain}. Correct the SRV record or the domain.")
            : new FederationTest(
                false,
                "peer_unreachable",
                $"Other servers look for {domain} at {peer}, but its federation does not answer there ({answer.Summary})."
                + " Correct the target, the port, the proxy or the certificate.");
    }
}
