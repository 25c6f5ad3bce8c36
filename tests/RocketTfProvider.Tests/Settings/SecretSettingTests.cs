using System.Text.Json;
using Acceptance.Running;
using Google.Protobuf;
using RocketChat.Emulator;
using RocketTfProvider.Settings;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Settings;

/// <summary>
/// For every secret setting of every recorded server: its value reaches no attribute that a CLI shows, whichever way the provider reads it.
/// </summary>
public sealed class SecretSettingTests
{
    private const string Type = "rocketchat_setting";
    private const string Mark = "MARKED";

    // By name, since the recorded servers do not mark them.
    private static readonly string[] Unmarked =
    [
        "Federation_Matrix_as_token", "Federation_Matrix_hs_token", "Federation_Matrix_registration_file",
        "FileUpload_json_web_token_secret_for_files", "Accounts_OAuth_Nextcloud_secret", "Jitsi_Application_Secret",
        "AutoTranslate_DeepLAPIKey", "Livechat_Facebook_API_Key", "bigbluebutton_sharedSecret",
    ];

    // As the profiles of the emulator list them: a later catalog is about what an earlier one has, too.
    private static readonly Dictionary<string, string[]> Catalogs = new()
    {
        ["3.11"] = ["3.11"],
        ["6.5"] = ["6.5"],
        ["7.10"] = ["6.5", "7.10"],
        ["8.6"] = ["8.6"],
        ["8.8"] = ["8.6", "ee"],
        ["9.0"] = ["8.6", "ee", "9.0"],
    };

    public static TheoryData<string> Versions => [.. Catalogs.Keys];

    [BehaviorRow("setting", "import")]
    [Theory]
    [MemberData(nameof(Versions))]
    public async Task EverySecret_InEveryRead_IsInNoPlainAttributeAndNoMessage(string version)
    {
        await using var session = await ProviderSession.StartAsync(options: new EmulatorOptions { VersionProfile = version });
        session.Workspace.HasLicense = true;
        var secrets = SecretsOf(version, session);
        foreach (var id in secrets)
        {
            session.Workspace.SetSetting(id, SecretOf(id));
        }

        var resource = SettingResourceTests.On(session);
        foreach (var id in secrets.Where(id => UnwritableSettings.Reason(id) is null))
        {
            var imported = await resource.ImportAsync(id);
            AssertHidden(id, imported);
            AssertHidden(id, await resource.RefreshAsync(Stored(resource, id)));

            var config = resource.Config(("setting_id", TfValue.Of(id)), ("sensitive_value", TfValue.Of(SecretOf(id))));
            var plan = await resource.HasNothingToDoAsync(imported, config);
            AssertHidden(id, plan.Refreshed!, plan.Planned);
        }

        await session.NextRunAsync();
        foreach (var id in secrets)
        {
            var config = ProviderSession.ObjectOf(One, new() { ["setting_id"] = TfValue.Of(id) });
            var read = (await session.ReadDataSourceAsync(Type, One, config)).HasNoError();
            Assert.Equal((true, SecretOf(id)), (read.At("value").IsNull, read.At("sensitive_value").String));
        }

        var all = await session.ReadDataSourceAsync("rocketchat_settings", All, ProviderSession.ObjectOf(All, []));
        Assert.DoesNotContain(all.At("values").Attributes, entry => entry.Value.String.Contains(Mark, StringComparison.Ordinal));
        Assert.Equal(secrets.Count, all.At("sensitive_values").Attributes.Count(
            entry => entry.Value.String.Contains(Mark, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("SMTP_Password")]
    [InlineData("LDAP_Authentication_Password")]
    [InlineData("Push_apn_key")]
    [InlineData("Accounts_OAuth_Google_secret")]
    public async Task Import_WithWriteOnlyValueInTheCode_PlansToForgetTheValueAndSendsNothing(string id)
    {
        await using var session = await ProviderSession.StartAsync();
        session.Workspace.SetSetting(id, SecretOf(id));
        var resource = SettingResourceTests.On(session);
        var config = resource.Config(
            ("setting_id", TfValue.Of(id)),
            ("sensitive_value_wo", TfValue.Of(SecretOf(id))),
            ("sensitive_value_wo_version", TfValue.Of(1)));

        var plan = await resource.PlanAsync(await resource.ImportAsync(id), config);
        Assert.Equal(["sensitive_value", "sensitive_value_wo_version"], plan.ChangedPaths);
        AssertHidden(id, plan.Planned);
        var made = (await resource.ApplyAsync(plan)).HasNoError();

        Assert.True(made.At("sensitive_value").IsNull);
        Assert.DoesNotContain(session.Requests, r => r.StartsWith("POST", StringComparison.Ordinal));
        await resource.HasNothingToDoAsync(made, config);
    }

    [Theory]
    [InlineData("SMTP_Password", true)]
    [InlineData("Site_Name", false)]
    public void StateOfBefore_WithASecretInThePlainAttribute_IsUpgradedBeforeAnyRefreshCouldShowIt(string id, bool isSecret)
    {
        var value = TfValue.Dynamic(TfType.String, TfValue.Of(SecretOf(id)));
        var state = ProviderSession.ObjectOf(SettingSchema.Instance, new() { ["setting_id"] = TfValue.Of(id), ["value"] = value });

        var upgraded = new SettingResource(new()).StateUpgraders[0].Upgrade(state);

        Assert.Equal(isSecret ? TfValue.Null : value, upgraded.Attributes["value"]);
        Assert.Equal(isSecret ? TfValue.Of(SecretOf(id)) : TfValue.Null, upgraded.Attributes["sensitive_value"]);
    }

    // The configuration may show what it likes; the server's value still does not reach the attribute.
    [BehaviorRow("setting", "secret-in-value")]
    [Fact]
    public async Task PlainValue_OfASecret_GetsAWarningAndItsDriftStaysHidden()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = SettingResourceTests.On(session);
        var config = resource.Config(
            ("setting_id", TfValue.Of("SMTP_Password")), ("value", TfValue.Dynamic(TfType.String, TfValue.Of("shown"))));

        var plan = await resource.PlanAsync(null, config);
        plan.Planned.Says("Warning: Secret in a plain attribute").With("`sensitive_value`");
        var made = (await resource.ApplyAsync(plan)).HasNoError();
        (await resource.HasNothingToDoAsync(made, config)).Planned.Says();

        session.Workspace.SetSetting("SMTP_Password", SecretOf("SMTP_Password"));
        var drifted = await resource.PlanAsync(made, config);
        drifted.Planned.Says("Warning: Secret in a plain attribute", "Warning: Changed outside of this configuration");
        AssertHidden("SMTP_Password", drifted.Refreshed!, drifted.Planned);
        Assert.Equal(["value"], drifted.ChangedPaths);
        made = (await resource.ApplyAsync(drifted)).HasNoError();
        await resource.HasNothingToDoAsync(made, config);
    }

    private static TerraformPlugin.Schemas.Schema One { get; } = new SettingDataSource(new()).Schema;

    private static TerraformPlugin.Schemas.Schema All { get; } = new SettingsDataSource(new()).Schema;

    // State of an import by a version that read secrets into the plain attribute.
    private static Outcome Stored(ResourceLifecycle resource, string id) => new(
        resource.Config(
            ("id", TfValue.Of(id)),
            ("setting_id", TfValue.Of(id)),
            ("value", TfValue.Dynamic(TfType.String, TfValue.Of(SecretOf(id)))),
            ("on_destroy", TfValue.Of("keep"))),
        ByteString.Empty,
        []);

    private static void AssertHidden(string id, params Outcome[] outcomes)
    {
        foreach (var outcome in outcomes)
        {
            Assert.True(outcome.At("value").IsNull || outcome.At("value").Inner.String == "shown", $"`value` shows {id}.");
            Assert.DoesNotContain(Mark, outcome.Messages, StringComparison.Ordinal);
        }
    }

    private static string SecretOf(string id) => $"{Mark} of {id}: \"&+=é\n-";

    private static List<string> SecretsOf(string version, ProviderSession session)
    {
        var isSecret = new Dictionary<string, bool>();
        foreach (var line in Catalogs[version].SelectMany(LinesOf))
        {
            using var json = JsonDocument.Parse(line);
            var (id, type) = (json.RootElement.GetProperty("_id").GetString()!, json.RootElement.GetProperty("type").GetString());
            isSecret[id] = (Is("secret") || type == "password" || Unmarked.Contains(id))
                && type is not ("boolean" or "int") && !Is("hidden");

            bool Is(string name) => json.RootElement.TryGetProperty(name, out var value) && value.GetBoolean();
        }

        List<string> ids = [.. isSecret.Where(setting => setting.Value).Select(setting => setting.Key)];
        Assert.InRange(ids.Count, 40, 200);

        // The catalog of 6.5 shows the two; 7.x hides them.
        ids.RemoveAll(id => version == "7.10" && id.StartsWith("Push_gcm_", StringComparison.Ordinal));
        return [.. ids.Where(id => session.Workspace.GetSetting(id) is not null)];
    }

    private static string[] LinesOf(string catalog)
    {
        using var reader = new StreamReader(typeof(EmulatorServer).Assembly.GetManifestResourceStream($"{catalog}.jsonl")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
