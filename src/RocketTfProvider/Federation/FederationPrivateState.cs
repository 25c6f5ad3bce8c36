using System.Security.Cryptography;
using TerraformPlugin;
using TerraformPlugin.Values;

namespace RocketTfProvider.Federation;

/// <summary>
/// The private state of a federation. The state follows the server, so only the private state still shows what the configuration asked for.
/// </summary>
internal sealed class FederationPrivateState(PrivateState state)
{
    // The key in the state is the server's, so that a changed key on the server is drift.
    private const string KeyOfServerKey = "key_of_server";

    private const string DomainKey = "applied_domain";
    private const string AskedKey = "applied";

    // The attributes that the checks against the server are about: a change of `on_destroy` must work where federation no longer does.
    private static readonly IReadOnlyList<string> Checked =
        ["engine", "enabled", "domain", "target", "delegation", "public_key", .. FederationEngine.All.Select(engine => engine.Name)];

    /// <summary>Whether the public key of the state is the server's, and not one of the configuration.</summary>
    public bool KeyIsOfServer
    {
        get => state.TryGet(KeyOfServerKey, out _);
        set => state.Set(KeyOfServerKey, value ? "true" : null);
    }

    /// <summary>The domain of the last apply; another one on the server was set there by somebody else. Null if none is known.</summary>
    public string? AppliedDomain => state.TryGet(DomainKey, out var domain) ? domain : null;

    /// <summary>Records the configuration of an apply.</summary>
    public void Apply(FederationModel config)
    {
        KeyIsOfServer = config.At("public_key").IsNull;
        state.Set(DomainKey, config.Domain?.Value);
        state.Set(AskedKey, MarkOf(config));
    }

    /// <summary>Records the domain of a state that an earlier version of the provider has written.</summary>
    public void KeepDomain(FederationModel stored)
    {
        if (AppliedDomain is null && stored.Domain is { } domain)
        {
            state.Set(DomainKey, domain.Value);
        }
    }

    /// <summary>Whether the plan is for something new; otherwise at most the server has changed since the last apply.</summary>
    public bool IsAsked(PlanContext<FederationModel> context) =>
        IsAsked(context.Prior, context.Config) ?? context.Planned.At("status").IsUnknown;

    /// <summary>
    /// Whether the apply is of something new. One of an object that an earlier version of the provider has made counts as new.
    /// </summary>
    public bool IsAsked(ApplyContext<FederationModel> context) => IsAsked(context.Prior, context.Config) ?? true;

    private bool? IsAsked(FederationModel? prior, FederationModel config) =>
        prior is null ? true : state.TryGet(AskedKey, out var applied) ? applied != MarkOf(config) : null;

    private static string? MarkOf(FederationModel config)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in Checked)
        {
            if (!config.At(name).IsWhollyKnown)
            {
                return null;
            }

            hash.AppendData(TfJson.Encode(config.At(name), FederationSchema.Instance.Attributes.Single(a => a.Name == name).Type));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
