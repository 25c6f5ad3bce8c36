using System.Text.Json;

namespace RocketChat.Client;

/// <summary>Asks the server's public Matrix endpoints, as other servers do.</summary>
internal sealed class NativeProbe(PublicHttp http, WellKnownReader wellKnownReader, Uri root)
{
    public async Task<NativeFederationTest> AskAsync(string domain, CancellationToken cancellationToken)
    {
        var wellKnown = await wellKnownReader.GetAsync(UrlOf(".well-known/matrix/server"), [], cancellationToken).ConfigureAwait(false);
        var version = await GetAsync("_matrix/federation/v1/version", cancellationToken).ConfigureAwait(false);
        var keys = await GetAsync("_matrix/key/v2/server", cancellationToken).ConfigureAwait(false);
        var key = KeyIn(keys);

        // A firewall refuses with the same status, in other words.
        if (version.Status == 403 && version.Json?.String("error")?.Contains("not enabled", StringComparison.Ordinal) == true)
        {
            return new(new FederationTest(false, "federation_disabled", "The server says that federation is not enabled: it is switched off, or the licence has no module `federation`."), key);
        }

        if (version.Status != 200 || version.Json?.Member("server") is null)
        {
            return new(Unreachable("_matrix/federation/v1/version", version), key);
        }

        if (keys.Status != 200 || key is null)
        {
            return new(Unreachable("_matrix/key/v2/server", keys), key);
        }

        var name = keys.Json?.String("server_name");
        if (name != domain)
        {
            return new(new FederationTest(false, "domain_mismatch", $"The server calls itself `{name}` in its published key, not `{domain}`. After a change of the domain it has to be restarted."), key);
        }

        var delegated = wellKnown.Json?.String("m.server");
        return wellKnown.Status == 200 && (delegated == domain || delegated?.StartsWith(domain + ":", StringComparison.Ordinal) == true)
            ? new(new FederationTest(true, "ok", $"Version, signing key and delegation are published for {domain}."), key)
            : new(new FederationTest(false, "well_known_wrong", $"`/.well-known/matrix/server` should name {domain}, but answers: {wellKnown.Summary}."), key);
    }

    public async Task<SigningKey?> KeyAsync(CancellationToken cancellationToken) =>
        KeyIn(await GetAsync("_matrix/key/v2/server", cancellationToken).ConfigureAwait(false));

    private Task<PublicAnswer> GetAsync(string path, CancellationToken cancellationToken) => http.SendAsync(UrlOf(path), null, null, [], cancellationToken);

    private Uri UrlOf(string path) => new(root.AbsoluteUri.TrimEnd('/') + "/" + path);

    private static FederationTest Unreachable(string path, PublicAnswer answer) =>
        new(false, "endpoint_unreachable", $"`/{path}` is not what a federating server shows ({answer.Summary}). Does a proxy in front of it pass this path on?");

    private static SigningKey? KeyIn(PublicAnswer answer) =>
        answer.Status == 200 && answer.Json?.Member("verify_keys") is { ValueKind: JsonValueKind.Object } keys
            ? keys.EnumerateObject()
                .OrderBy(entry => entry.Name, StringComparer.Ordinal)
                .Select(entry => entry.Value.NonEmptyString("key") is { } key ? new SigningKey(entry.Name, key) : null)
                .FirstOrDefault(key => key is not null)
            : null;
}
