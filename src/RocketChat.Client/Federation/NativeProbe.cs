using System.Text.Json;
using RocketChat.Client.Http;

namespace RocketChat.Client.Federation;

/// <summary>Reads the server's public Matrix endpoints, as other servers do.</summary>
internal sealed class NativeProbe(PublicHttp http, WellKnownReader wellKnownReader, Uri root)
{
    public async Task<NativeFederationTest> AskAsync(string domain, CancellationToken cancellationToken)
    {
        var wellKnown = await wellKnownReader.GetAsync(UrlOf(".well-known/matrix/server"), [], cancellationToken).ConfigureAwait(false);
        var version = await GetAsync("_matrix/federation/v1/version", cancellationToken).ConfigureAwait(false);
        var keys = await GetAsync("_matrix/key/v2/server", cancellationToken).ConfigureAwait(false);
        var key = KeyIn(keys);

        // A firewall refuses with the same status and another message.
        if (version.Status == 403 && version.Json?.String("error")?.Contains("not enabled", StringComparison.Ordinal) == true)
        {
            const string Disabled =
                "The server reports that federation is not enabled: it is disabled, or the license has no module `federation`.";
            return new(new FederationTest(false, "federation_disabled", Disabled), key);
        }

        if (version.Status != 200 || version.Json?.Member("server") is null)
        {
            return new(Unreachable("_matrix/federation/v1/version", version), key);
        }

        if (keys.Status != 200 || key is null)
        {
            return new(Unreachable("_matrix/key/v2/server", keys), key);
        }

        var name = keys.Json?.String("server_name") ?? "";
        if (name != domain)
        {
            var mismatch =
                $"The server's published key names `{keys.Quote(name)}`, not `{domain}`. After a change of the domain,"
                + " restart Rocket.Chat.";
            return new(new FederationTest(false, "domain_mismatch", mismatch), key);
        }

        var delegated = wellKnown.Json?.String("m.server");
        return wellKnown.Status == 200 && (delegated == domain || delegated?.StartsWith(domain + ":", StringComparison.Ordinal) == true)
            ? new(new FederationTest(true, "ok", $"Version, signing key and delegation are published for {domain}."), key)
            : new(
                new FederationTest(
                    false, "well_known_wrong", $"`/.well-known/matrix/server` must name {domain}, but answers: {wellKnown.Summary}."),
                key);
    }

    public async Task<SigningKey?> KeyAsync(CancellationToken cancellationToken) =>
        KeyIn(await GetAsync("_matrix/key/v2/server", cancellationToken).ConfigureAwait(false));

    private Task<PublicAnswer> GetAsync(string path, CancellationToken cancellationToken) =>
        http.SendAsync(UrlOf(path), null, null, [], mustBePublic: false, cancellationToken);

    private Uri UrlOf(string path) => new(root.AbsoluteUri.TrimEnd('/') + "/" + path);

    private static FederationTest Unreachable(string path, PublicAnswer answer) =>
        new(
            false,
            "endpoint_unreachable",
            $"`/{path}` does not answer as a federating server does ({answer.Summary}). Check whether the proxy in front of the server "
            + "forwards this path.");

    private static SigningKey? KeyIn(PublicAnswer answer) =>
        answer.Status == 200 && answer.Json?.Member("verify_keys") is { ValueKind: JsonValueKind.Object } keys
            ? keys.EnumerateObject()
                .OrderBy(entry => entry.Name, StringComparer.Ordinal)
                .Select(entry => entry.Value.NonEmptyString("key") is { } key ? new SigningKey(entry.Name, key) : null)
                .FirstOrDefault(key => key is not null)
            : null;
}
