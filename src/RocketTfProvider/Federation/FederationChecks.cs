using System.Text.Json;
using RocketChat.Client;
using RocketChat.Federation.Names;
using RocketChat.Federation.Records;
using RocketTfProvider.Connection;
using RocketTfProvider.Federation.Dns;
using RocketTfProvider.License;
using RocketTfProvider.Settings;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace RocketTfProvider.Federation;

/// <summary>Checks of this configuration against this server, before anything is written.</summary>
internal sealed class FederationChecks(Workspace workspace)
{
    /// <summary>The module of the license without which native federation does nothing.</summary>
    public const string LicenseModule = "federation";

    /// <param name="model">The configuration.</param>
    /// <param name="engine">The engine in use.</param>
    /// <param name="support">The engines that the server has.</param>
    /// <param name="key">The key to publish, if there is one.</param>
    /// <param name="live">The settings on the server.</param>
    /// <param name="appliedDomain">The domain of the last apply; null if there was none.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>Errors if the configuration cannot work, and warnings.</returns>
    /// <exception cref="DiagnosticException">The configuration contradicts itself.</exception>
    public async Task<DiagnosticList> CheckAsync(
        FederationModel model,
        FederationEngine engine,
        FederationSupport support,
        PublicKey? key,
        IReadOnlyDictionary<string, Setting> live,
        string? appliedDomain,
        CancellationToken cancellationToken)
    {
        RequireEngineOfAttributes(model, engine);
        var found = new DiagnosticList();
        foreach (var absent in model.Named(engine.Settings).Where(s => s.IdAmong(live) is null))
        {
            found.Add(absent.Absent);
        }

        CheckDomain(model, engine, live, appliedDomain, found);
        if (!model.Enabled)
        {
            return found;
        }

        if (engine == FederationEngine.Native)
        {
            await CheckLicenseAsync(found, cancellationToken);
        }
        else if (engine == FederationEngine.Legacy)
        {
            await CheckLegacyAsync(model, support, key, found, cancellationToken);
        }
        else if (model.ChecksDns && model.DelegatesBySrv && model.At("target").IsNull)
        {
            found.AddError(
                "No target for the record",
                "Behind the bridge, other servers connect to the homeserver, of which the provider does not know the name. Set `target` to "
                + "it.",
                AttributePath.To("target"));
        }

        return found;
    }

    /// <summary>The error of a change of the domain by which other servers know the workspace.</summary>
    public static Diagnostic DomainInUse(DomainName used, DomainName wanted) => Diagnostic.Error(
        "Domain in use",
        $"Federation is enabled with the domain `{used}`, and other servers know the users and rooms by it: they do not follow "
        + $"to `{wanted}`. Write `domain = \"{used}\"`; or, if nobody federates yet, set `allow_domain_change = true`.",
        AttributePath.To("domain"));

    private static void RequireEngineOfAttributes(FederationModel model, FederationEngine engine)
    {
        if (FederationEngine.All.FirstOrDefault(other => other != engine && model.At(other.Name).IsPresent) is { } foreign)
        {
            throw Foreign(foreign.Name, $"`{foreign.Name}` is set");
        }

        if (engine == FederationEngine.Legacy && model.At("delegation").IsPresent)
        {
            throw Foreign("delegation", "`delegation` is for Matrix");
        }

        DiagnosticException Foreign(string attribute, string what) => new(
            "Attribute of another engine",
            $"{what}, but the engine in use is `{engine.Name}`. Remove it, or change `engine`.",
            AttributePath.To(attribute));
    }

    // The server decides and not the state alone: the plan of a tainted object has no prior state.
    private static void CheckDomain(
        FederationModel model,
        FederationEngine engine,
        IReadOnlyDictionary<string, Setting> live,
        string? appliedDomain,
        DiagnosticList found)
    {
        if (!model.AllowsDomainChange
            && model.Domain is { } wanted && wanted.Value != appliedDomain
            && live.GetValueOrDefault(engine.Switch) is { IsMasked: false, Value.ValueKind: JsonValueKind.True }
            && live.GetValueOrDefault(engine.Domain) is { IsMasked: false } domain
            && SettingJson.Read(domain.Value, SettingKind.String) is { IsPresent: true } text
            && DomainName.TryParse(text.String, out var used, out _) && !used.Equals(wanted))
        {
            found.Add(DomainInUse(used, wanted));
        }
    }

    private async Task CheckLicenseAsync(DiagnosticList found, CancellationToken cancellationToken)
    {
        var has = await workspace.Client.License.HasModuleAsync(LicenseModule, cancellationToken);
        if (has == false && workspace.Run.Of<LicenseRun>().IsPending)
        {
            found.AddWarning(
                "License not known yet",
                "Native federation needs a license with the module `federation`. The `rocketchat_license` of this run adds one, and what "
                + "it enables is known only then. Use one with the module, or the apply of federation fails.");
        }
        else if (has == false)
        {
            found.AddError(
                "License without federation",
                "Native federation needs a license with the module `federation`, and the workspace has none: the server stores the "
                + "settings and does nothing. Add the license, with a `rocketchat_license` on which this resource depends, or set "
                + "`enabled = false` to prepare the settings.",
                AttributePath.To("enabled"));
        }

        if (has is null)
        {
            found.AddWarning("License not known", "This account may not read the license. Without the module `federation` the "
                + "server stores the settings and does nothing. Check the license in the administration panel.");
        }
    }

    private async Task CheckLegacyAsync(
        FederationModel model, FederationSupport support, PublicKey? key, DiagnosticList found, CancellationToken cancellationToken)
    {
        if (!support.LegacySends)
        {
            found.AddWarning(
                "Legacy federation cannot send",
                "From 6.3 to 7.10 Rocket.Chat does not wait for the DNS lookup of its peers, so legacy federation receives but does not "
                + $"send; the server is {support.Version}. This provider cannot fix that. Use `matrix_bridge` there.",
                AttributePath.To("engine"));
        }

        if (await UsesHubAsync(model, cancellationToken))
        {
            found.AddWarning(
                "Hub does not answer",
                "The hub has been offline for years. A server where federation is enabled cannot register there, and disables federation "
                    + "again within a second; a server where federation is already enabled keeps it "
                    + "enabled. Use `discovery_method = \"dns\"`.",
                AttributePath.To("legacy").Attribute("discovery_method"));
        }
        else if (!model.At("public_key").IsUnknown && key is null)
        {
            found.Add(ServerDefaults.KeyNotGenerated().Diagnostic);
        }
    }

    // If discovery_method is not configured, the server's own value applies.
    private async Task<bool> UsesHubAsync(FederationModel model, CancellationToken cancellationToken)
    {
        var method = FederationEngine.DiscoveryMethod;
        return model.At(method.Path).IsNull
            ? await workspace.Client.Settings.GetAsync(method.Id, cancellationToken) is { IsMasked: false } live
                && SettingJson.Read(live.Value, method.Kind) is { IsPresent: true, String: "hub" }
            : model.UsesHub;
    }
}
