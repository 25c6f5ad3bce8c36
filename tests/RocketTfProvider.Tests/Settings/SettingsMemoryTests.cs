using RocketTfProvider.Settings;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Settings;

/// <summary>The memory that an apply or a refresh leaves of settings for the runs after it.</summary>
public sealed class SettingsMemoryTests
{
    private const string Drifted = "Warning: Changed outside of this configuration";

    [Fact]
    public async Task WriteOnlySecret_ThatTheServerHadAlready_IsKnownAgain()
    {
        await using var session = await ProviderSession.StartAsync();
        session.Workspace.SetSetting(SettingResourceTests.Secret, "mine");
        var resource = SettingResourceTests.On(session);
        var config = SettingResourceTests.SecretConfig(resource, "sensitive_value_wo", "mine", 1);
        var made = await resource.ApplyAsync(null, config);
        Assert.DoesNotContain(session.Requests, request => request.StartsWith("POST", StringComparison.Ordinal));

        session.Workspace.SetSetting(SettingResourceTests.Secret, "of somebody else");

        (await resource.PlanAsync(made, config)).Planned.Says(Drifted).With("An apply of this plan restores the configured value");
    }

    [Fact]
    public async Task WriteOnlySecret_WhoseChangeWasRefreshed_IsReportedOnce()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = SettingResourceTests.On(session);
        var config = SettingResourceTests.SecretConfig(resource, "sensitive_value_wo", "mine", 1);
        var made = await resource.ApplyAsync(null, config);
        session.Workspace.SetSetting(SettingResourceTests.Secret, "of somebody else");

        var plan = await resource.PlanAsync(await resource.RefreshAsync(made), config);

        plan.Planned.DoesNotSay(Drifted);
        Assert.Equal(["sensitive_value_wo_version"], plan.ChangedPaths);
    }

    [Fact]
    public async Task EmptySecret_IsRestored()
    {
        await using var session = await ProviderSession.StartAsync();
        session.Workspace.SetSetting(SettingResourceTests.Secret, "");
        var resource = SettingResourceTests.On(session);
        var made = await resource.ApplyAsync(null, SettingResourceTests.SecretConfig(resource, "sensitive_value", "mine", 1));

        var plan = await resource.PlanAsync(made, SettingResourceTests.SecretConfig(resource, "sensitive_value", "mine", 1, "restore"));
        plan.Planned.Says();
        await resource.ApplyAsync(await resource.ApplyAsync(plan), null);

        Assert.Equal("", session.Workspace.GetSetting(SettingResourceTests.Secret)!.GetValue<string>());
    }

    [Fact]
    public async Task Drift_OfTwoSettingsInOneRun_IsReportedByThePlanOfEach()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = SettingResourceTests.On(session);
        var ids = new[] { SettingResourceTests.Flag, "Message_AllowPinning" };
        var made = new Dictionary<string, Outcome>();
        foreach (var id in ids)
        {
            made[id] = await resource.ApplyAsync(null, SettingResourceTests.Config(resource, id, "false"));
            session.Workspace.SetSetting(id, true);
        }

        await session.NextRunAsync();
        foreach (var id in ids)
        {
            made[id] = await session.RefreshAsync("rocketchat_setting", SettingSchema.Instance, made[id]);
        }

        foreach (var id in ids)
        {
            var planned = await session.PlanAsync(
                "rocketchat_setting", SettingSchema.Instance, made[id], SettingResourceTests.Config(resource, id, "false"));
            planned.Says(Drifted).With($"`{id}` was false, is true. An apply");
        }
    }

    [Fact]
    public async Task Attributes_ThatTheConfigurationDoesNotName_ShowTheServersValuesOnceApplied()
    {
        await using var session = await ProviderSession.StartAsync();
        session.Workspace.SetSetting("Push_gateway", "https://push.example.org");
        ResourceLifecycle resource = new(session, "rocketchat_push_settings", PushServers.Schema);

        var made = await resource.ApplyAsync(null, resource.Config(("show_message", TfValue.False)));

        Assert.Equal("https://push.example.org", made.At("gateway.url").String);
    }

    [Fact]
    public async Task Attribute_AddedToAnObjectThatRestores_CanBeRestored()
    {
        await using var session = await ProviderSession.StartAsync();
        ResourceLifecycle resource = new(session, "rocketchat_push_settings", PushServers.Schema);
        var restore = ("on_destroy", TfValue.Of("restore"));
        var made = await resource.ApplyAsync(null, resource.Config(("show_message", TfValue.False), restore));

        var plan = await resource.PlanAsync(
            made, resource.Config(("show_message", TfValue.False), ("production", TfValue.False), restore));

        plan.Planned.DoesNotSay("Warning: Destroy cannot restore");
    }
}
