using System.Text.Json;
using System.Text.Json.Nodes;
using RocketTfProvider.Settings;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Settings;

/// <summary>
/// For every type of setting: a value that validation and plan accept is stored as it is, reads back as it is, and leaves the next plan
/// nothing to do. The session holds every answer against core's rules, which know "inconsistent result after apply". The seed is in the
/// name of the case.
/// </summary>
public sealed class SettingPropertyTests(PushServers servers) : IClassFixture<PushServers>
{
    private const int Steps = 12;

    private static readonly Dictionary<string, string> Types = new()
    {
        ["boolean"] = "Message_AllowEditing",
        ["int"] = "Message_MaxAllowedSize",
        ["string"] = "Site_Name",
        ["select"] = "Accounts_RegistrationForm",
        ["code"] = "Layout_Home_Body",
        ["color"] = "Livechat_title_color",
        ["multiSelect"] = "Hide_System_Messages",
        ["secret"] = "Accounts_RegistrationForm_SecretURL",
    };

    public static TheoryData<string, string, int> Lives =>
        [.. from version in (string[])["3.11", "8.8"] from type in Types.Keys from seed in Enumerable.Range(1, 3) select (
            version, type, seed)];

    public static TheoryData<string, int> PushLives =>
        [.. from version in (string[])["6.5", "8.8"] from seed in Enumerable.Range(1, 6) select (version, seed)];

    [Theory]
    [MemberData(nameof(Lives))]
    public async Task AnyAcceptedValue_ReadsBackAndPlansNothing(string version, string type, int seed)
    {
        var session = (await servers.OnAsync(version)).Session;
        var resource = SettingResourceTests.On(session);
        var random = new RandomSettings(seed);
        Outcome? state = null;
        var accepted = 0;
        for (var step = 0; step < Steps; step++)
        {
            var (config, value) = Config(resource, type, random, step);
            if ((await session.ValidateAsync("rocketchat_setting", SettingSchema.Instance, config)).HasError)
            {
                continue;
            }

            accepted++;
            state = await resource.ApplyAsync(state, config);
            AssertSame(value, session.Workspace.GetSetting(Types[type]));
            var plan = await resource.HasNothingToDoAsync(state, config);
            plan.Refreshed!.Says();
            Assert.Equal(state.Value, plan.Refreshed!.Value);
        }

        // No type is refused as a whole; only numbers have values that are, and secrets, which are not empty.
        Assert.InRange(accepted, type is "int" or "secret" ? 3 : Steps, Steps);
        await resource.ApplyAsync(state, null);
    }

    [Theory]
    [MemberData(nameof(PushLives))]
    public async Task PushSettings_OfAnyAcceptedValues_AreStoredAloneAndPlanNothing(string version, int seed)
    {
        var resource = await servers.OnAsync(version);
        var random = new RandomSettings(seed);
        Outcome? state = null;
        for (var step = 0; step < Steps; step++)
        {
            var named = PushAttribute.Paths.Where(_ => random.Below(4) == 0).Select(PushAttribute.At).Where(a => IsOn(resource, a, version))
                .Select(a => (Attribute: a, Value: Value(a, random), Twin: random.Chance())).ToList();
            var config = resource.Config(
                named.SelectMany(n => Attributes(n.Attribute, n.Value, n.Twin && n.Attribute.Setting.IsSecret, step)));
            if ((await resource.Session.ValidateAsync("rocketchat_push_settings", PushServers.Schema, config)).HasError)
            {
                continue;
            }

            var before = All(resource);
            state = await resource.ApplyAsync(state, config);
            foreach (var (attribute, value, _) in named)
            {
                AssertSame(value, resource.Session.Workspace.GetSetting(IdOn(resource, attribute)));
            }

            var ids = named.Select(n => IdOn(resource, n.Attribute)).ToHashSet();
            Assert.All(before.Where(b => !ids.Contains(b.Key)), b => Assert.Equal(b.Value, All(resource)[b.Key]));
            var plan = await resource.HasNothingToDoAsync(state, config);
            Assert.Equal(state.Value, plan.Refreshed!.Value);
        }

        Assert.NotNull(state);
        await resource.ApplyAsync(state, null);
    }

    private static (TfValue Config, TfValue Value) Config(ResourceLifecycle resource, string type, RandomSettings random, int step)
    {
        if (type == "secret")
        {
            var secret = random.Text();
            return random.Chance()
                ? (resource.Config(("setting_id", TfValue.Of(Types[type])), ("sensitive_value", secret)), secret)
                : (resource.Config(("setting_id", TfValue.Of(Types[type])), ("sensitive_value_wo", secret),
                    ("sensitive_value_wo_version", TfValue.Of(step))), secret);
        }

        var value = type switch
        {
            "boolean" => TfValue.Dynamic(TfType.Bool, random.Bool()),
            "int" => TfValue.Dynamic(TfType.Number, random.Number()),
            "multiSelect" => random.List(),
            _ => TfValue.Dynamic(TfType.String, random.Text()),
        };
        return (resource.Config(("setting_id", TfValue.Of(Types[type])), ("value", value)), value);
    }

    private static TfValue Value(PushAttribute attribute, RandomSettings random) => attribute.Setting.Kind switch
    {
        SettingKind.Bool => random.Bool(),
        SettingKind.Number => TfValue.Of(random.Below(101)),
        _ when attribute.Path is "fcm.service_account_json" || attribute.Setting is not { IsSecret: true, ChangeValidators.Length: 0 } =>
            random.Chance() ? attribute.One : attribute.Two,
        _ => random.Text(),
    };

    private static IEnumerable<(string Path, TfValue Value)> Attributes(
        PushAttribute attribute, TfValue value, bool isWriteOnly, int step) => isWriteOnly
        ? [(attribute.Path + "_wo", value), (attribute.Path + "_wo_version", TfValue.Of(step))]
        : [(attribute.Path, value)];

    // The newest versions still have the legacy settings, but hide them.
    private static bool IsOn(ResourceLifecycle resource, PushAttribute attribute, string version) =>
        attribute.Setting.Ids.Any(id => resource.Session.Workspace.GetSetting(id) is not null)
            && (version == "6.5" || attribute.Version == "8.8");

    private static string IdOn(ResourceLifecycle resource, PushAttribute attribute) =>
        attribute.Setting.Ids.First(id => resource.Session.Workspace.GetSetting(id) is not null);

    private static Dictionary<string, string> All(ResourceLifecycle resource) =>
        PushAttribute.Paths.Select(PushAttribute.At).SelectMany(a => a.Setting.Ids)
        .Where(id => resource.Session.Workspace.GetSetting(id) is not null)
            .ToDictionary(id => id, id => resource.Session.Workspace.GetSetting(id)!.ToJsonString());

    private static void AssertSame(TfValue value, JsonNode? stored)
    {
        var expected = value.Kind == TfValueKind.Dynamic ? SettingValue.ToJson(value)!.Value : SettingJson.Of(value);
        using var actual = JsonDocument.Parse(stored!.ToJsonString());
        if (value is { Kind: TfValueKind.Dynamic, Inner.Kind: TfValueKind.Set })
        {
            // The order in which a set is sent is nobody's promise.
            Assert.Equal(Ordered(expected), Ordered(actual.RootElement));
            return;
        }

        Assert.True(JsonElement.DeepEquals(expected, actual.RootElement), $"Wanted {Shown(expected)}, stored {Shown(actual.RootElement)}.");
    }

    private static IEnumerable<string?> Ordered(JsonElement json) =>
        json.EnumerateArray().Select(e => e.GetString()).Order(StringComparer.Ordinal);

    private static string Shown(JsonElement json) => json.GetRawText() is { Length: > 200 } text ? text[..200] : json.GetRawText();
}
