using System.Net;

namespace RocketChat.Client;

/// <summary>
/// The legacy test that tells the truth: what another server would send, to where DNS says, in the name of the domain itself, which needs
/// no encryption. Says nothing about the key in the TXT record: the verdict on DNS does.
/// </summary>
internal sealed class LegacyPing(PublicHttp http)
{
    /// <summary>The code of an answer that says nothing but that a Rocket.Chat from 2.0 to 4.1 is there: those send an empty object, whatever they make of the ping.</summary>
    public const string SilentCode = "mute";

    private const string Events = """{"events":[{"type":"ping"}]}""";

    public async Task<FederationTest> SendAsync(Uri peer, string domain, IReadOnlyList<IPAddress> addresses, CancellationToken cancellationToken)
    {
        var url = new Uri(peer, "api/v1/federation.events.dispatch");
        var answer = await http.SendAsync(url, Events, ("x-federation-domain", domain), addresses, cancellationToken).ConfigureAwait(false);
        var json = answer.Json;
        var error = json?.String("error") ?? "";
        if (answer.Status == 200 && json?.Bool("success") == true)
        {
            return new FederationTest(true, "ok", $"A ping to {peer} in the name of {domain} was accepted.");
        }

        // Anything in the object would be somebody else's.
        if (answer.Status == 200 && json is { } nothing && !nothing.EnumerateObject().Any())
        {
            return new FederationTest(false, SilentCode, $"{peer} is a Rocket.Chat server that takes a ping and says nothing of it, as all do before 4.2.");
        }

        if (error.Contains("not enabled", StringComparison.Ordinal))
        {
            return new FederationTest(false, "federation_disabled", $"{peer} is a Rocket.Chat server, but its federation is switched off. If it is another server than this one, correct the SRV record.");
        }

        return error.Contains("decrypt", StringComparison.Ordinal)
            ? new FederationTest(false, "domain_mismatch", $"{peer} is a Rocket.Chat server, but its federation domain is not {domain}. Correct the SRV record, or the domain.")
            : new FederationTest(
                false,
                "peer_unreachable",
                $"Other servers would look for {domain} at {peer}, but what answers there is not its federation ({answer.Summary}). Correct the target, the port, the proxy or the certificate.");
    }
}
