using System.Net;
using RocketChat.Client.Http;

namespace RocketChat.Client.Federation;

/// <summary>
/// Reads the document that delegates a Matrix domain to another host from the domain's own web site, as other servers do.
/// </summary>
internal sealed class DelegationProbe(WellKnownReader reader)
{
    public async Task<FederationTest> AskAsync(
        Uri document, string target, IReadOnlyList<IPAddress> addresses, CancellationToken cancellationToken)
    {
        var answer = await reader.GetAsync(document, addresses, cancellationToken).ConfigureAwait(false);
        var expected = $$"""{"m.server":"{{target}}"}""";
        if (answer.Status != 200 || answer.Json is not { } json)
        {
            return new FederationTest(
                false,
                "delegation_missing",
                $"Other servers read {document} first. It must contain {expected}, but it is missing ({answer.Summary})."
                + $" Publish it there, with a certificate valid for {document.Host}.");
        }

        var found = json.String("m.server") ?? "";
        return string.Equals(found, target, StringComparison.OrdinalIgnoreCase)
            ? new FederationTest(true, "ok", $"{document} delegates to {target}.")
            : new FederationTest(
                false,
                "delegation_wrong",
                $"Other servers read {document} first. It must contain {expected}, but contains: {answer.Summary}.");
    }
}
