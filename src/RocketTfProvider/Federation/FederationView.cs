using System.Text.Json;
using RocketChat.Client;
using RocketTfProvider.Connection;
using RocketTfProvider.Federation.Dns;
using RocketTfProvider.Settings;
using TerraformPlugin.Values;

namespace RocketTfProvider.Federation;

/// <summary>What the server has, as the resource shows it.</summary>
internal sealed class FederationView(Workspace workspace, FederationRecords records)
{
    private static readonly (string Attribute, string Id)[] WrittenByBridge =
    [
        ("registration_file", "Federation_Matrix_registration_file"),
        ("homeserver_token", "Federation_Matrix_hs_token"),
        ("appservice_token", "Federation_Matrix_as_token"),
    ];

    /// <summary>The settings that the model names, as they are stored, and everything computed.</summary>
    /// <param name="model">What is stored or planned.</param>
    /// <param name="engine">The engine in use.</param>
    /// <param name="drift">Receives what differs from the model; null when it is not a stored one.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="RocketChatException">The server could not be asked.</exception>
    public async Task<FederationModel> RefreshAsync(FederationModel model, FederationEngine engine, SettingDrift? drift, CancellationToken cancellationToken)
    {
        var managed = engine.Settings.Where(s => model.At(s.Path).IsPresent).ToArray();
        IEnumerable<string> shown = engine == FederationEngine.Bridge ? WrittenByBridge.Select(s => s.Id) : engine == FederationEngine.Legacy ? [ServerDefaults.KeySetting] : [];
        var live = await workspace.Client.Settings.ReadNowAsync(
            [engine.Switch, engine.Domain, .. managed.Select(s => s.Ids[0]), .. shown], cancellationToken);
        var isOn = Read(live, engine.Switch, SettingKind.Bool) is { IsPresent: true, Bool: true };
        var domain = Read(live, engine.Domain, SettingKind.String) is { IsPresent: true } text ? text.String : "";
        if (drift is not null)
        {
            Compare(model, engine, managed, live, drift);
        }

        var refreshed = model
            .With("id", FederationResource.TheId)
            .With("effective_engine", engine.Name)
            .With("enabled", TfValue.Of(isOn))
            .With("domain", model.Domain?.Value == domain ? model.TextOr("domain", domain) : domain)
            .With("status", await StatusAsync(engine, isOn, live, cancellationToken))
            .With("signing_key_id", engine == FederationEngine.Native && isOn
                ? (await workspace.Client.Federation.GetSigningKeyAsync(cancellationToken))?.Id
                : null);
        foreach (var setting in managed)
        {
            refreshed = refreshed.With(setting.Path, Read(live, setting.Ids[0], setting.Kind));
        }

        foreach (var (attribute, id) in WrittenByBridge)
        {
            refreshed = refreshed.With(attribute, Read(live, id, SettingKind.String));
        }

        return records.Show(refreshed, engine, FederationRecords.KeyOf(refreshed, engine, live.GetValueOrDefault(ServerDefaults.KeySetting)));
    }

    /// <summary>Whether the engine's switch is on, as it is stored.</summary>
    /// <exception cref="RocketChatException">The server could not be asked.</exception>
    public async Task<bool> IsOnAsync(FederationEngine engine, CancellationToken cancellationToken) =>
        await workspace.Client.Settings.GetAsync(engine.Switch, cancellationToken) is { IsMasked: false, Value.ValueKind: JsonValueKind.True };

    private static TfValue Read(IReadOnlyDictionary<string, Setting> live, string id, SettingKind kind) =>
        live.GetValueOrDefault(id) is { IsMasked: false } setting ? SettingJson.Read(setting.Value, kind) : TfValue.Null;

    private static void Compare(
        FederationModel model, FederationEngine engine, SettingAttribute[] managed, IReadOnlyDictionary<string, Setting> live, SettingDrift drift)
    {
        var domain = model.Domain is { } name ? TfValue.Of(name.Value) : TfValue.Null;
        (string Id, SettingKind Kind, TfValue Stored)[] settings =
        [
            (engine.Switch, SettingKind.Bool, model.At("enabled")),
            (engine.Domain, SettingKind.String, domain),
            .. managed.Select(s => (s.Ids[0], s.Kind, model.At(s.Path))),
        ];
        foreach (var (id, kind, stored) in settings)
        {
            if (live.GetValueOrDefault(id) is { IsMasked: false } setting)
            {
                drift.Compare(setting, kind, stored, null);
            }
        }
    }

    private async Task<string> StatusAsync(FederationEngine engine, bool isOn, IReadOnlyDictionary<string, Setting> live, CancellationToken cancellationToken)
    {
        if (!isOn)
        {
            return "disabled";
        }

        var lacksLicence = engine == FederationEngine.Native
            && (live[engine.Switch].EffectiveValue is { ValueKind: JsonValueKind.False }
                || await workspace.Client.Federation.HasLicenseAsync(cancellationToken) == false);
        return lacksLicence ? "without_licence" : "enabled";
    }
}
