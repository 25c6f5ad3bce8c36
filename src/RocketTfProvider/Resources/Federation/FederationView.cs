using System.Text.Json;
using RocketChat.Client;
using RocketChat.Federation;
using RocketTfProvider.Configuration;
using RocketTfProvider.DataSources.FederationDns;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace RocketTfProvider.Resources.Federation;

/// <summary>What the server has, as the resource shows it.</summary>
internal sealed class FederationView(Workspace workspace)
{
    private const int UsualPort = 443;
    private const string KeySetting = "FEDERATION_Public_Key";

    private readonly ServerDefaults _defaults = new(workspace);

    /// <summary>The settings that the model names, as they are stored, and everything computed.</summary>
    /// <exception cref="RocketChatException">The server could not be asked.</exception>
    public async Task<FederationModel> RefreshAsync(FederationModel model, FederationEngine engine, CancellationToken cancellationToken)
    {
        var isOn = await IsOnAsync(engine, cancellationToken).ConfigureAwait(false);
        var domain = await TextAsync(engine.Domain, cancellationToken).ConfigureAwait(false) ?? "";
        var refreshed = model
            .With("id", "federation")
            .With("effective_engine", engine.Name)
            .With("enabled", TfValue.Of(isOn))
            .With("domain", model.Domain?.Value == domain ? model.TextOr("domain", domain) : domain)
            .With(engine.Name, await NestedAsync(model[engine.Name], engine, cancellationToken).ConfigureAwait(false))
            .With("status", isOn ? "enabled" : "disabled")
            .With("registration_file", await BridgeTextAsync(engine, "Federation_Matrix_registration_file", cancellationToken).ConfigureAwait(false))
            .With("homeserver_token", await BridgeTextAsync(engine, "Federation_Matrix_hs_token", cancellationToken).ConfigureAwait(false))
            .With("appservice_token", await BridgeTextAsync(engine, "Federation_Matrix_as_token", cancellationToken).ConfigureAwait(false))
            .With("signing_key_id", TfValue.Null);
        if (engine == FederationEngine.Native)
        {
            var key = isOn ? await workspace.Client.Federation.GetSigningKeyAsync(cancellationToken).ConfigureAwait(false) : null;
            var lacks = isOn && await workspace.Client.Federation.HasLicenceAsync(cancellationToken).ConfigureAwait(false) == false;
            refreshed = refreshed.With("signing_key_id", key?.Id).With("status", lacks ? "without_licence" : isOn ? "enabled" : "disabled");
        }

        return await RecordsAsync(refreshed, engine, cancellationToken).ConfigureAwait(false);
    }

    public async Task<bool> IsOnAsync(FederationEngine engine, CancellationToken cancellationToken) =>
        await workspace.Client.Settings.GetAsync(engine.Switch, cancellationToken).ConfigureAwait(false) is { IsMasked: false, Value.ValueKind: JsonValueKind.True };

    /// <summary>What others need to find the workspace; null when the key is not known, or the target cannot be named.</summary>
    public async Task<FederationPlan?> PlanAsync(FederationModel model, FederationEngine engine, CancellationToken cancellationToken)
    {
        if (engine != FederationEngine.Legacy || model.Domain is not { } domain || TargetOf(model) is not { } target
            || await KeyAsync(model, cancellationToken).ConfigureAwait(false) is not { } key)
        {
            return null;
        }

        return new LegacyFederation(domain, target, key) { Label = LabelOf(model), Port = PortOf(model) };
    }

    /// <summary>The key to publish; null when the server has none and none was given.</summary>
    public async Task<PublicKey?> KeyAsync(FederationModel model, CancellationToken cancellationToken)
    {
        var text = model["public_key"].IsPresent ? model["public_key"].Text : await TextAsync(KeySetting, cancellationToken).ConfigureAwait(false);
        return text is not null && PublicKey.TryParse(text, out var key, out _) ? key : null;
    }

    public static Uri PeerOf(FederationModel model, FederationPlan plan) =>
        new UriBuilder(LabelOf(model) == LegacyLabel.Http ? "http" : "https", plan.Target.Value, plan.Port).Uri;

    private static LegacyLabel LabelOf(FederationModel model) => model.TextOr("protocol", "https") switch
    {
        "http" => LegacyLabel.Http,
        "tcp" => LegacyLabel.Tcp,
        _ => LegacyLabel.Https,
    };

    private async Task<FederationModel> RecordsAsync(FederationModel model, FederationEngine engine, CancellationToken cancellationToken)
    {
        var plan = await PlanAsync(model, engine, cancellationToken).ConfigureAwait(false);
        var key = engine == FederationEngine.Legacy ? await KeyAsync(model, cancellationToken).ConfigureAwait(false) : null;
        return model
            .With("records", NeededRecordsAttribute.ValueOf(plan?.Records ?? [], null))
            .With("public_key", model["public_key"].IsPresent ? model["public_key"].Text : key?.Text);
    }

    private DomainName? TargetOf(FederationModel model)
    {
        if (model["target"].IsPresent)
        {
            return DomainName.TryParse(model["target"].Text, out var given, out _) ? given : null;
        }

        try
        {
            return _defaults.Target();
        }
        catch (DiagnosticException)
        {
            return null;
        }
    }

    private int PortOf(FederationModel model) =>
        model["port"] is { IsPresent: true } port && port.Number.TryToInt64(out var whole) ? (int)whole : model["target"].IsPresent ? UsualPort : _defaults.Port();

    private async Task<TfValue> NestedAsync(TfValue nested, FederationEngine engine, CancellationToken cancellationToken)
    {
        if (!nested.IsPresent)
        {
            return nested;
        }

        foreach (var setting in engine.Settings.Where(s => nested.Attributes[s.Name].IsPresent))
        {
            var stored = await workspace.Client.Settings.GetAsync(setting.Id, cancellationToken).ConfigureAwait(false);
            nested = nested.With(setting.Name, stored is null or { IsMasked: true } ? TfValue.Null : setting.FromJson(stored.Value));
        }

        return nested;
    }

    private async Task<string?> BridgeTextAsync(FederationEngine engine, string id, CancellationToken cancellationToken) =>
        engine == FederationEngine.Bridge ? await TextAsync(id, cancellationToken).ConfigureAwait(false) : null;

    private async Task<string?> TextAsync(string id, CancellationToken cancellationToken) =>
        await workspace.Client.Settings.GetAsync(id, cancellationToken).ConfigureAwait(false) is { IsMasked: false, Value.ValueKind: JsonValueKind.String } setting
            ? setting.Value.GetString()
            : null;
}
