using System.Text.Json.Nodes;
using Acceptance.Running;
using RocketChat.Emulator.Seeding;
using RocketTfProvider.Settings;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Settings;

/// <summary>A setting by its id: its type is checked, its secrets are kept, its former value comes back.</summary>
public sealed class SettingResourceTests
{
    internal const string Flag = "Message_AllowEditing";
    internal const string Secret = "Accounts_RegistrationForm_SecretURL";
    private const string Drifted = "Warning: Changed outside of this configuration";

    [BehaviorRow("setting", "new")]
    [Theory]
    [InlineData(Flag, "\"true\"", "a boolean", "a string")]
    [InlineData(Flag, "1", "a boolean", "a number")]
    [InlineData("Message_MaxAllowedSize", "\"8000\"", "a number", "a string")]
    [InlineData("Site_Name", "true", "a string", "a boolean")]
    [InlineData("Site_Name", "[\"a\"]", "a string", "a list")]
    [InlineData("Hide_System_Messages", "\"uj\"", "a list", "a string")]
    public async Task Value_OfAnotherType_IsRefusedAtItsPlaceAndSentNowhere(string id, string value, string isOne, string given)
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);

        var plan = await resource.PlanAsync(null, Config(resource, id, value));
        plan.Planned.Says("Error: Wrong type").With($"The setting `{id}` is {isOne}, and the configuration gives {given}. Write ");
        Assert.Equal("value", plan.Planned.Diagnostics[0].Attribute.Steps[0].AttributeName);
        (await resource.ApplyAsync(plan)).Says("Error: Wrong type");

        Assert.DoesNotContain(session.Requests, r => r.StartsWith("POST", StringComparison.Ordinal));
    }

    // The API stores whatever it is sent, so the present value may have the wrong type; the packaged one has the right one.
    [Fact]
    public async Task Value_ThatPutsAWrongTypeRight_IsAccepted()
    {
        await using var session = await ProviderSession.StartAsync();
        session.Workspace.SetSetting(Flag, "true");
        var resource = On(session);

        var made = await resource.ApplyAsync(null, Config(resource, Flag, "true"));

        Assert.Equal("true", session.Workspace.GetSetting(Flag)!.ToJsonString());
        await resource.HasNothingToDoAsync(made, Config(resource, Flag, "true"));
    }

    [BehaviorRow("setting", "sensitive")]
    [BehaviorRow("setting", "write-only")]
    [Theory]
    [InlineData("sensitive_value", false)]
    [InlineData("sensitive_value", true)]
    [InlineData("sensitive_value_wo", false)]
    [InlineData("sensitive_value_wo", true)]
    public async Task Secret_IsSentOnceWhenNewAndOnceWhenRotated(string attribute, bool isMasked)
    {
        await using var session = await ProviderSession.StartAsync();
        session.Workspace.MasksSecrets = isMasked;
        var resource = On(session);
        var one = SecretConfig(resource, attribute, "secret one", 1);
        var made = await resource.ApplyAsync(null, one);
        Assert.Equal(("secret one", 1), (Live(session), Sent(session)));
        await resource.HasNothingToDoAsync(made, one);

        made = await resource.ApplyAsync(made, SecretConfig(resource, attribute, "secret one", 1, "reset"));
        Assert.Equal(1, Sent(session));

        var two = SecretConfig(resource, attribute, "secret two", 2, "reset");
        var plan = await resource.PlanAsync(made, two);
        Assert.Equal([attribute == "sensitive_value" ? attribute : "sensitive_value_wo_version"], plan.ChangedPaths);
        Assert.Equal(1, Sent(session));
        made = (await resource.ApplyAsync(plan)).HasNoError();
        Assert.Equal(("secret two", 2), (Live(session), Sent(session)));
        await resource.HasNothingToDoAsync(made, two);

        if (!isMasked)
        {
            session.Workspace.SetSetting(Secret, "by somebody else");
            plan = await resource.PlanAsync(made, two);
            plan.Planned.Says(Drifted).With("it is a secret");
            Assert.DoesNotContain("somebody", plan.Planned.Messages, StringComparison.Ordinal);
            await resource.ApplyAsync(plan);
            Assert.Equal("secret two", Live(session));
        }
    }

    [Fact]
    public async Task Restore_ChosenAfterTheSecretWasSent_IsReportedInThePlanAndFails()
    {
        await using var session = await ProviderSession.StartAsync();
        session.Workspace.SetSetting(Secret, "from before");
        var resource = On(session);
        var made = await resource.ApplyAsync(null, SecretConfig(resource, "sensitive_value", "mine", 1));

        var plan = await resource.PlanAsync(made, SecretConfig(resource, "sensitive_value", "mine", 1, "restore"));
        plan.Planned.Says("Warning: Destroy cannot restore");
        made = (await resource.ApplyAsync(plan)).HasNoError();
        var destroyed = await resource.ApplyAsync(await resource.PlanAsync(made, null));

        destroyed.Says("Error: No earlier value to restore");
        Assert.Equal("mine", Live(session));
        Assert.True(destroyed.Value.IsPresent);
    }

    [Fact]
    public async Task Restore_ChosenFromTheStart_BringsTheSecretBack()
    {
        await using var session = await ProviderSession.StartAsync();
        session.Workspace.SetSetting(Secret, "from before");
        var resource = On(session);
        var made = await resource.ApplyAsync(null, SecretConfig(resource, "sensitive_value", "mine", 1, "restore"));

        await resource.ApplyAsync(made, null);

        Assert.Equal("from before", Live(session));
    }

    [BehaviorRow("setting", "destroy-reset")]
    [Theory]
    [InlineData("error", "Error: Destroy cannot reset")]
    [InlineData("warn", "Warning: Destroy cannot reset")]
    public async Task Reset_WhereTheServerDoesNotShowThePackagedValue_IsReportedByThePlan(string planChecks, string headline)
    {
        await using var session = await ProviderSession.StartAsync(planChecks, new() { VersionProfile = "6.5" });
        var resource = On(session);
        var config = Config(resource, Flag, "false", "reset");

        var planned = (await resource.PlanAsync(null, config)).Planned.Says("Warning: Settings will be overwritten", headline);
        Assert.EndsWith("Use `on_destroy = \"restore\"` or `\"keep\"`.", planned.Diagnostics[1].Detail, StringComparison.Ordinal);
        var kept = await resource.ApplyAsync(null, Config(resource, Flag, "false", "keep"));
        (await resource.PlanAsync(kept, config)).Planned.Says(headline);
        if (planChecks == "error")
        {
            return;
        }

        var made = await resource.ApplyAsync(kept, config);
        (await resource.PlanAsync(made, config)).Planned.Says();
        var destroy = await resource.PlanAsync(made, null);
        destroy.Planned.Says("Warning: No packaged value to reset to");
        (await resource.ApplyAsync(destroy)).Says("Error: No packaged value to reset to");
        Assert.Equal("false", session.Workspace.GetSetting(Flag)!.ToJsonString());
    }

    [BehaviorRow("setting", "destroy-reset")]
    [Fact]
    public async Task Reset_WritesThePackagedValue()
    {
        await using var session = await ProviderSession.StartAsync(options: new() { VersionProfile = "8.8" });
        var resource = On(session);
        var made = await resource.ApplyAsync(null, Config(resource, Flag, "false", "reset"));

        var plan = await resource.PlanAsync(made, null);
        plan.Planned.Says("Warning: Settings will be reset").With($"`{Flag}` to true");
        (await resource.ApplyAsync(plan)).Says();

        Assert.Equal("true", session.Workspace.GetSetting(Flag)!.ToJsonString());
    }

    [BehaviorRow("setting", "changed-outside")]
    [Theory]
    [InlineData(Flag, "true", "false", "`Message_AllowEditing` was true, is false")]
    [InlineData("Hide_System_Messages", "[\"uj\",\"ul\"]", "[\"ul\"]", "`Hide_System_Messages` has another value, which the")]
    [InlineData("Message_MaxAllowedSize", "8000", "\"8000\"", "has another value, which the difference of `value` shows")]
    [InlineData("Message_MaxAllowedSize", "8000", "9000", "`Message_MaxAllowedSize` was 8000, is 9000")]
    [InlineData("Layout_Home_Body", "\"MARKED one\"", "\"MARKED two\"", "`Layout_Home_Body` has another value, which the")]
    public async Task Drift_IsReportedAndCorrected(string id, string value, string other, string expected)
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);
        var made = await resource.ApplyAsync(null, Config(resource, id, value));
        session.Workspace.SetSetting(id, JsonNode.Parse(other));

        var plan = await resource.PlanAsync(made, Config(resource, id, value));
        plan.Refreshed!.Says();
        plan.Planned.Says(Drifted).With(expected).With($"An apply of this plan restores the configured value of `{id}`");
        Assert.DoesNotContain("MARKED", plan.Planned.Messages, StringComparison.Ordinal);
        Assert.Equal(["value"], plan.ChangedPaths);
        await resource.ApplyAsync(plan);

        Assert.Equal(value, session.Workspace.GetSetting(id)!.ToJsonString());
    }

    [Fact]
    public async Task Drift_BackToTheFormerValue_SpeaksOfTheServersEnvironment()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);
        var made = await resource.ApplyAsync(null, Config(resource, Flag, "false"));

        session.Workspace.Restart(new Dictionary<string, string> { [$"OVERWRITE_SETTING_{Flag}"] = "true" });

        (await resource.PlanAsync(made, Config(resource, Flag, "false"))).Planned.Says(Drifted).With($"OVERWRITE_SETTING_{Flag}");
    }

    // Core gives the plan the stored value of an attribute that `ignore_changes` names, as if the configuration had it.
    [BehaviorRow("setting", "changed-outside-ignored")]
    [Theory]
    [InlineData(Flag, "false", "true", "`Message_AllowEditing` was false, is true")]
    [InlineData("Layout_Home_Body", "\"MARKED one\"", "\"MARKED two\"", "`Layout_Home_Body` has another value than the one of the last")]
    public async Task Drift_ThatTheConfigurationIgnores_IsReportedAsLeft(string id, string value, string other, string expected)
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);
        var made = await resource.ApplyAsync(null, Config(resource, id, value));
        session.Workspace.SetSetting(id, JsonNode.Parse(other));

        var plan = await resource.PlanAsync(made, Config(resource, id, other));

        plan.Planned.Says(Drifted).With(expected).With($"This plan leaves `{id}`");
        Assert.DoesNotContain("restores", plan.Planned.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("OVERWRITE_SETTING", plan.Planned.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("MARKED", plan.Planned.Messages, StringComparison.Ordinal);
        Assert.True(plan.IsNoOp);
    }

    [Theory]
    [InlineData("Push_test_push", "it is a button of the administration, not a value")]
    [InlineData("uniqueID", "the server itself writes it")]
    public async Task Setting_ThatIsNotForWriting_IsRefusedWithTheReason(string id, string reason)
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);

        (await session.ValidateAsync("rocketchat_setting", SettingSchema.Instance, Config(resource, id, "\"x\"")))
            .Says("Error: Setting cannot be managed").With(reason);
        (await session.ImportAsync("rocketchat_setting", SettingSchema.Instance, id)).Says("Error: Setting cannot be managed").With(reason);
    }

    [Theory]
    [InlineData("Cloud_Workspace_Id")]
    [InlineData("message_allowediting")]
    public async Task Setting_ThatIsHiddenOrUnknown_IsRefusedInPlanAndImport(string id)
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);

        (await resource.PlanAsync(null, Config(resource, id, "\"x\""))).Planned.Says("Error: Unknown setting")
            .With("Hidden settings are managed by the server alone");
        var imported = await session.ImportAsync("rocketchat_setting", SettingSchema.Instance, id);
        (await session.RefreshAsync("rocketchat_setting", SettingSchema.Instance, imported)).Says("Error: Unknown setting");
    }

    [Fact]
    public async Task EnterpriseSetting_WithoutLicense_IsStoredButNotEffective()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);
        var config = Config(resource, "Push_request_content_from_server", "true");

        var made = await resource.ApplyAsync(null, config);
        (await resource.HasNothingToDoAsync(made, config)).Planned.Says("Warning: Stored, not effective").With("false is in effect");

        // The server shows what is in effect of a stored value; the license is not asked.
        session.Server.ClearRequests();
        await resource.HasNothingToDoAsync(made, config);
        Assert.DoesNotContain(session.Requests, request => request.Contains("license", StringComparison.Ordinal));

        session.Workspace.HasLicense = true;
        (await resource.HasNothingToDoAsync(made, config)).Planned.Says();
    }

    [Fact]
    public async Task Provider_NotKnownYet_KeepsWhatIsStored()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);
        var config = Config(resource, Flag, "false");
        var made = await resource.ApplyAsync(null, config);
        session.Server.ClearRequests();

        await session.ConfigureAsync(new() { ["user_id"] = TfValue.Of(DefaultSeed.AdminId), ["auth_token"] = TfValue.Unknown });

        (await resource.HasNothingToDoAsync(made, config)).Planned.Says();
        Assert.Empty(session.Requests);
    }

    internal static ResourceLifecycle On(ProviderSession session) => new(session, "rocketchat_setting", SettingSchema.Instance);

    internal static TfValue Config(ResourceLifecycle resource, string id, string json, string onDestroy = "keep") =>
        resource.Config(("setting_id", TfValue.Of(id)), ("value", Value(JsonNode.Parse(json)!)), ("on_destroy", TfValue.Of(onDestroy)));

    internal static TfValue SecretConfig(
        ResourceLifecycle resource, string attribute, string secret, long version, string onDestroy = "keep") => resource.Config(
        ("setting_id", TfValue.Of(Secret)),
        (attribute, TfValue.Of(secret)),
        ("sensitive_value_wo_version", attribute == "sensitive_value" ? TfValue.Null : TfValue.Of(version)),
        ("on_destroy", TfValue.Of(onDestroy)));

    private static TfValue Value(JsonNode json) => json switch
    {
        JsonArray list => TfValue.Dynamic(
            TfType.Tuple(list.Select(_ => TfType.String)), TfValue.Tuple(list.Select(e => TfValue.Of(e!.GetValue<string>())))),
        _ => json.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.String => TfValue.Dynamic(TfType.String, TfValue.Of(json.GetValue<string>())),
            System.Text.Json.JsonValueKind.Number => TfValue.Dynamic(TfType.Number, TfValue.Of(TfNumber.Parse(json.ToJsonString()))),
            _ => TfValue.Dynamic(TfType.Bool, TfValue.Of(json.GetValue<bool>())),
        },
    };

    private static string Live(ProviderSession session) => session.Workspace.GetSetting(Secret)!.GetValue<string>();

    private static int Sent(ProviderSession session) => session.Requests.Count(r => r == $"POST /api/v1/settings/{Secret} -> 200");
}
