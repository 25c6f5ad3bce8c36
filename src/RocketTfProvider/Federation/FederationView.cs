using System.Text.Json;
using RocketChat.Client;
using RocketTfProvider.Connection;
using RocketTfProvider.Federation.Dns;
using RocketTfProvider.Settings;
using TerraformPlugin;
using TerraformPlugin.Values;

namespace RocketTfProvider.Federation;

/// <summary>Shows the server's federation as the attributes of the resource.</summary>
internal sealed class FederationView(Workspace workspace, FederationRecords records)
{
    /// <summary>The <c>status</c> of federation that is off.</summary>
    public const string Disabled = "disabled";

    private const string RegistrationFile = "Federation_Matrix_registration_file";

    private static readonly (string Attribute, string Key)[] InFile =
        [("matrix_bridge.bridge_url", "url: "), ("matrix_bridge.bridge_localpart", "sender_localpart: ")];

    private static readonly (string Attribute, string Id)[] WrittenByBridge =
    [
        ("registration_file", RegistrationFile),
        ("homeserver_token", "Federation_Matrix_hs_token"),
        ("appservice_token", "Federation_Matrix_as_token"),
    ];

    /// <summary>Reads the settings that the model names, and those that its computed attributes show.</summary>
    /// <exception cref="RocketChatException">The server could not be asked.</exception>
    public Task<IReadOnlyDictionary<string, Setting>> ReadAsync(
        FederationModel model, FederationEngine engine, CancellationToken cancellationToken)
    {
        IEnumerable<string> shown = engine == FederationEngine.Bridge ? WrittenByBridge.Select(s => s.Id)
            : engine == FederationEngine.Legacy ? [ServerDefaults.KeySetting]
            : [];
        return workspace.Client.Settings.ReadNowAsync(
            [engine.Switch, engine.Domain, .. model.Named(engine.Settings).Select(s => s.Id), .. shown], cancellationToken);
    }

    /// <summary>The settings that the model names, in one session.</summary>
    public SettingsSession Open(
        CallContext call, FederationModel model, FederationEngine engine, IReadOnlyDictionary<string, Setting> live) =>
        new SettingsObject(workspace, FederationResource.Name).Open(call, engine.RowsOf(model), live);

    /// <summary>The model with everything computed, from what <see cref="ReadAsync"/> found.</summary>
    /// <exception cref="RocketChatException">The server could not be asked.</exception>
    public async Task<FederationModel> ShowAsync(
        FederationModel model, FederationEngine engine, IReadOnlyDictionary<string, Setting> live, CancellationToken cancellationToken)
    {
        var isOn = Read(live, engine.Switch, SettingKind.Bool).Equals(TfValue.True);
        var shown = model
            .With("id", FederationResource.OnlyId)
            .With("effective_engine", engine.Name)
            .With("enabled", TfValue.Of(model.At("enabled").Equals(TfValue.True)))
            .With("domain", model.StringOr("domain", ""))
            .With("status", await StatusAsync(engine, isOn, live, cancellationToken))
            .With("signing_key_id", engine == FederationEngine.Native && isOn
                ? (await workspace.Client.Federation.GetSigningKeyAsync(cancellationToken))?.Id
                : null);
        foreach (var (attribute, id) in WrittenByBridge)
        {
            shown = shown.With(attribute, Read(live, id, SettingKind.String));
        }

        return records.Show(shown, engine, FederationRecords.KeyOf(shown, engine, live.GetValueOrDefault(ServerDefaults.KeySetting)));
    }

    /// <summary>Whether the engine is enabled in the settings.</summary>
    /// <exception cref="RocketChatException">The server could not be asked.</exception>
    public async Task<bool> IsOnAsync(FederationEngine engine, CancellationToken cancellationToken) =>
        await workspace.Client.Settings.GetAsync(
            engine.Switch, cancellationToken) is { IsMasked: false, Value.ValueKind: JsonValueKind.True };

    /// <summary>Whether the registration file agrees with what the model names of it, if there is a file.</summary>
    public static bool HasNewFile(FederationModel model, IReadOnlyDictionary<string, Setting> live) =>
        Read(live, RegistrationFile, SettingKind.String) is not { IsPresent: true, String.Length: > 0 } file
        || InFile.All(line => model.At(line.Attribute) is not { IsPresent: true } named
            || file.String.Contains(line.Key + named.String, StringComparison.Ordinal));

    private static TfValue Read(IReadOnlyDictionary<string, Setting> live, string id, SettingKind kind) =>
        live.GetValueOrDefault(id) is { IsMasked: false } setting ? SettingJson.Read(setting.Value, kind) : TfValue.Null;

    private async Task<string> StatusAsync(
        FederationEngine engine, bool isOn, IReadOnlyDictionary<string, Setting> live, CancellationToken cancellationToken)
    {
        if (!isOn)
        {
            return Disabled;
        }

        var lacksLicense = engine == FederationEngine.Native
            && (live[engine.Switch].EffectiveValue is { ValueKind: JsonValueKind.False }
                || await workspace.Client.License.HasModuleAsync(FederationChecks.LicenseModule, cancellationToken) == false);
        return lacksLicense ? "without_license" : "enabled";
    }
}
