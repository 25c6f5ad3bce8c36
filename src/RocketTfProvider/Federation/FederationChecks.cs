using RocketChat.Client;
using RocketChat.Federation.Records;
using RocketTfProvider.Connection;
using RocketTfProvider.Federation.Dns;
using RocketTfProvider.Settings;
using TerraformPlugin.Diagnostics;

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
    /// <param name="diagnostics">Receives warnings.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="DiagnosticException">The configuration cannot work.</exception>
    public async Task CheckAsync(
        FederationModel model, FederationEngine engine, FederationSupport support, PublicKey? key, DiagnosticList diagnostics,
        CancellationToken cancellationToken)
    {
        if (FederationEngine.All.FirstOrDefault(other => other != engine && model.At(other.Name).IsPresent) is { } foreign)
        {
            throw new DiagnosticException(
                "Attribute of another engine",
                $"`{foreign.Name}` is set, but the engine in use is `{engine.Name}`. Remove it, or change `engine`.",
                AttributePath.To(foreign.Name));
        }

        if (engine == FederationEngine.Legacy && model.At("delegation").IsPresent)
        {
            throw new DiagnosticException("Attribute of another engine", "`delegation` is for Matrix, but the engine in use is `legacy`. "
                + "Remove it, or change `engine`.", AttributePath.To("delegation"));
        }

        await CheckPresenceAsync(model, engine, cancellationToken);
        if (!model.Enabled)
        {
            return;
        }

        if (engine == FederationEngine.Native)
        {
            await CheckLicenseAsync(diagnostics, cancellationToken);
        }
        else if (engine == FederationEngine.Legacy)
        {
            await CheckLegacyAsync(model, support, key, diagnostics, cancellationToken);
        }
    }

    private async Task CheckPresenceAsync(FederationModel model, FederationEngine engine, CancellationToken cancellationToken)
    {
        var named = model.Named(engine.Settings);
        var live = await workspace.Client.Settings.ReadNowAsync([.. named.Select(s => s.Ids[0])], cancellationToken);
        if (named.FirstOrDefault(s => s.IdAmong(live) is null) is { } absent)
        {
            throw new DiagnosticException(absent.Absent);
        }
    }

    private async Task CheckLicenseAsync(DiagnosticList diagnostics, CancellationToken cancellationToken)
    {
        var has = await workspace.Client.License.HasModuleAsync(LicenseModule, cancellationToken);
        if (has == false)
        {
            throw new DiagnosticException(
                "License without federation",
                "Native federation needs a license with the module `federation`, and the workspace has none: the server would store the "
                + "settings and do nothing. Add the license first, or set `enabled = false` to prepare the settings.",
                AttributePath.To("enabled"));
        }

        if (has is null)
        {
            diagnostics.AddWarning("License not known", "This account may not read the license. Without the module `federation` the "
                + "server stores the settings and does nothing.");
        }
    }

    private async Task CheckLegacyAsync(
        FederationModel model, FederationSupport support, PublicKey? key, DiagnosticList diagnostics, CancellationToken cancellationToken)
    {
        if (!support.LegacySends)
        {
            diagnostics.AddWarning(
                "Legacy federation cannot send",
                "From 6.3 to 7.10 Rocket.Chat does not wait for the look-up of its peers, so legacy federation receives but does not "
                + $"send; the server is {support.Version}. This provider cannot fix that. Use `matrix_bridge` there.",
                AttributePath.To("engine"));
        }

        if (await UsesHubAsync(model, cancellationToken))
        {
            diagnostics.AddWarning(
                "Hub does not answer",
                "The hub has not answered for years. A server that cannot register there switches federation off again within a second. "
                    + "Use `discovery_method = \"dns\"`.",
                AttributePath.To("legacy").Attribute("discovery_method"));
        }
        else if (!model.At("public_key").IsUnknown && key is null)
        {
            throw ServerDefaults.KeyNotGenerated();
        }
    }

    // If discovery_method is not configured, the server's own value applies.
    private async Task<bool> UsesHubAsync(FederationModel model, CancellationToken cancellationToken)
    {
        var method = FederationEngine.DiscoveryMethod;
        return model.At(method.Path).IsNull
            ? await workspace.Client.Settings.GetAsync(method.Ids[0], cancellationToken) is { IsMasked: false } live
                && SettingJson.Read(live.Value, method.Kind) is { IsPresent: true, String: "hub" }
            : model.UsesHub;
    }
}
