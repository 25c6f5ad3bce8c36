using System.Text.Json;
using RocketChat.Client;
using RocketChat.Federation.Names;
using RocketChat.Federation.Records;
using RocketTfProvider.Connection;
using RocketTfProvider.Federation.Dns;
using TerraformPlugin.Values;

namespace RocketTfProvider.Federation;

/// <summary>How others are to find the workspace, and what has to be published for that.</summary>
internal sealed class FederationRecords(Workspace workspace)
{
    private readonly ServerDefaults _defaults = new(workspace);

    /// <summary>The attributes that must be known before <see cref="Show"/> gives the same as an apply.</summary>
    public static IReadOnlyList<string> Inputs { get; } = ["domain", "target", "port", "protocol", "delegation", "public_key"];

    /// <summary>The attributes that <see cref="Show"/> gives.</summary>
    public static IReadOnlyList<string> Outputs { get; } = ["public_key", "records", WellKnownAttribute.Name];

    /// <summary>Whether others look the domain up in records that can be checked before federation is switched on.</summary>
    public static bool AreNeeded(FederationModel model, FederationEngine engine) =>
        engine == FederationEngine.Legacy ? !model.UsesHub : model.DelegatesBySrv;

    /// <summary>Whether the model and the provider's address say everything, so that nobody need be asked.</summary>
    public bool AreKnownOffline(FederationModel model, FederationEngine engine) =>
        !NeedsServersKey(model, engine) && (model.At("target").IsPresent || workspace.IsKnown);

    /// <summary>The key to publish; null when the engine has none, or the server shows none and none was given.</summary>
    /// <exception cref="RocketChatException">The workspace could not be asked for its key.</exception>
    public async Task<PublicKey?> KeyAsync(FederationModel model, FederationEngine engine, CancellationToken cancellationToken) =>
        KeyOf(model, engine, NeedsServersKey(model, engine)
            ? await workspace.Client.Settings.GetAsync(ServerDefaults.KeySetting, cancellationToken) : null);

    /// <summary>As <see cref="KeyAsync"/>, with what the server has in <see cref="ServerDefaults.KeySetting"/>.</summary>
    public static PublicKey? KeyOf(FederationModel model, FederationEngine engine, Setting? servers)
    {
        var text = model.StringOr("public_key", servers is { IsMasked: false, Value.ValueKind: JsonValueKind.String }
            ? servers.Value.GetString()! : "");
        return engine == FederationEngine.Legacy && PublicKey.TryParse(text, out var key, out _) ? key : null;
    }

    /// <summary>The records that other servers need; null when the key is not known, or the target cannot be named.</summary>
    public FederationPlan? PlanOf(FederationModel model, FederationEngine engine, PublicKey? key)
    {
        if (model.Domain is not { } domain || TargetOf(model, engine, domain) is not { } target)
        {
            return null;
        }

        if (engine != FederationEngine.Legacy)
        {
            return new MatrixFederation(domain, target) { BySrv = model.DelegatesBySrv, Port = PortOf(model) };
        }

        return key is null ? null : new LegacyFederation(domain, target, key) { Label = LabelOf(model), Port = PortOf(model) };
    }

    /// <summary>
    /// The records to check before federation is enabled; null when the model asks for no check, or they cannot be named.
    /// </summary>
    public FederationPlan? ToCheck(FederationModel model, FederationEngine engine, PublicKey? key) =>
        model.Enabled && model.ChecksDns && AreNeeded(model, engine) ? PlanOf(model, engine, key) : null;

    /// <summary>The model with <see cref="Outputs"/>.</summary>
    public FederationModel Show(FederationModel model, FederationEngine engine, PublicKey? key)
    {
        var plan = PlanOf(model, engine, key);
        return model
            .With("records", NeededRecordsAttribute.ValueOf(plan?.Records ?? [], null))
            .With(WellKnownAttribute.Name, WellKnownAttribute.ValueOf(plan))
            .With("public_key", model.At("public_key") is { IsPresent: true } given ? given : TfValue.Of(key?.Text));
    }

    /// <summary>Where another server would send its legacy ping.</summary>
    public static Uri PeerOf(FederationModel model, FederationPlan plan) =>
        new UriBuilder(LabelOf(model).Scheme(), plan.Target.Value, plan.Port).Uri;

    private static LegacyLabel LabelOf(FederationModel model) => LegacyLabels.Named(model.StringOr("protocol", ""));

    private static bool NeedsServersKey(FederationModel model, FederationEngine engine) =>
        engine == FederationEngine.Legacy && !model.At("public_key").IsPresent;

    // Behind the bridge others talk to the homeserver, of which only the user knows where it is.
    private DomainName? TargetOf(FederationModel model, FederationEngine engine, DomainName domain) =>
        !model.At("target").IsNull || engine == FederationEngine.Bridge ? model.Target
        : workspace.IsKnown ? _defaults.Target(domain)
        : null;

    private int PortOf(FederationModel model) =>
        model.At("port") is { IsPresent: true } port && port.Number.TryToInt64(out var whole)
            ? (int)whole : _defaults.Port(model.At("target").IsPresent);
}
