using System.Text.Json;
using RocketChat.Client;
using RocketChat.Federation;
using RocketTfProvider.Configuration;
using RocketTfProvider.Dns;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace RocketTfProvider.Resources.Federation;

/// <summary>How others are to find the workspace, and what has to be published for that.</summary>
internal sealed class FederationRecords(Workspace workspace)
{
    private const int UsualPort = 443;
    private const string KeySetting = "FEDERATION_Public_Key";

    private readonly ServerDefaults _defaults = new(workspace);

    /// <summary>What the configuration has to say for <see cref="ShowAsync"/> to give what an apply will give.</summary>
    public static IReadOnlyList<string> Inputs { get; } = ["domain", "target", "port", "protocol", "delegation", "public_key"];

    /// <summary>What <see cref="ShowAsync"/> gives.</summary>
    public static IReadOnlyList<string> Outputs { get; } = ["public_key", "records", WellKnownAttribute.Name];

    /// <summary>Whether others look the domain up in records that can be checked before federation is switched on.</summary>
    public static bool AreNeeded(FederationModel model, FederationEngine engine) =>
        engine == FederationEngine.Legacy ? !model.UsesHub : model.DelegatesBySrv;

    /// <summary>Whether the model and the provider's address say everything, so that nobody need be asked.</summary>
    public bool AreKnownOffline(FederationModel model, FederationEngine engine) =>
        (model.At("public_key").IsPresent || engine != FederationEngine.Legacy) && (model.At("target").IsPresent || workspace.IsKnown);

    /// <summary>What others need to find the workspace; null when the key is not known, or the target cannot be named.</summary>
    /// <exception cref="RocketChatException">The key could not be asked for.</exception>
    public async Task<FederationPlan?> PlanAsync(FederationModel model, FederationEngine engine, CancellationToken cancellationToken) =>
        PlanOf(model, engine, await KeyAsync(model, engine, cancellationToken).ConfigureAwait(false));

    /// <summary>The key to publish; null when the engine has none, or the server shows none and none was given.</summary>
    /// <exception cref="RocketChatException">It could not be asked for.</exception>
    public async Task<PublicKey?> KeyAsync(FederationModel model, FederationEngine engine, CancellationToken cancellationToken)
    {
        if (engine != FederationEngine.Legacy)
        {
            return null;
        }

        var text = model.At("public_key").IsPresent
            ? model.TextOr("public_key", "")
            : await workspace.Client.Settings.GetAsync(KeySetting, cancellationToken).ConfigureAwait(false) is { IsMasked: false, Value.ValueKind: JsonValueKind.String } setting
                ? setting.Value.GetString()!
                : "";
        return PublicKey.TryParse(text, out var key, out _) ? key : null;
    }

    /// <summary>The model with <see cref="Outputs"/>.</summary>
    /// <exception cref="RocketChatException">The key could not be asked for.</exception>
    public async Task<FederationModel> ShowAsync(FederationModel model, FederationEngine engine, CancellationToken cancellationToken)
    {
        var key = await KeyAsync(model, engine, cancellationToken).ConfigureAwait(false);
        var plan = PlanOf(model, engine, key);
        return model
            .With("records", NeededRecordsAttribute.ValueOf(plan?.Records ?? [], null))
            .With(WellKnownAttribute.Name, WellKnownAttribute.ValueOf(plan))
            .With("public_key", model.At("public_key") is { IsPresent: true } given ? given : TfValue.Of(key?.Text));
    }

    /// <summary>Where another server would send its legacy ping.</summary>
    public static Uri PeerOf(FederationModel model, FederationPlan plan) => new UriBuilder(LabelOf(model).Scheme(), plan.Target.Value, plan.Port).Uri;

    private static LegacyLabel LabelOf(FederationModel model) => LegacyLabels.Named(model.TextOr("protocol", ""));

    private FederationPlan? PlanOf(FederationModel model, FederationEngine engine, PublicKey? key)
    {
        if (model.Domain is not { } domain || TargetOf(model, engine) is not { } target)
        {
            return null;
        }

        FederationPlan? plan = engine == FederationEngine.Legacy
            ? key is null ? null : new LegacyFederation(domain, target, key) { Label = LabelOf(model) }
            : new MatrixFederation(domain, target) { BySrv = model.DelegatesBySrv };
        return plan is null ? null : plan with { Port = PortOf(model) };
    }

    private DomainName? TargetOf(FederationModel model, FederationEngine engine)
    {
        // Behind the bridge others talk to the homeserver, of which only the user knows where it is.
        if (!model.At("target").IsNull || engine == FederationEngine.Bridge)
        {
            return model.Target;
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
        model.At("port") is { IsPresent: true } port && port.Number.TryToInt64(out var whole) ? (int)whole : model.At("target").IsPresent ? UsualPort : _defaults.Port();
}
