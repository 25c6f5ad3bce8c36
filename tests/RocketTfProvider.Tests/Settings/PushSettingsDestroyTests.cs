using Acceptance.Running;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Settings;

/// <summary>A destroy in each of its modes: the attributes that it changes, and those that it does not touch.</summary>
public sealed class PushSettingsDestroyTests(PushServers servers) : IClassFixture<PushServers>
{
    public static TheoryData<string, string> EachInEachMode =>
        [.. from path in PushAttribute.Paths from mode in (string[])["keep", "reset", "restore"] select (path, mode)];

    [BehaviorRow("push_settings", "destroy-keep")]
    [BehaviorRow("push_settings", "destroy-reset")]
    [BehaviorRow("push_settings", "destroy-restore")]
    [Theory]
    [MemberData(nameof(EachInEachMode))]
    public async Task Destroy_OfAnyAttribute_DoesWhatItsModeSays(string path, string mode)
    {
        var attribute = PushAttribute.At(path);
        var resource = await OnAsync(attribute);
        var made = await resource.ApplyAsync(null, resource.Config((path, attribute.One), ("on_destroy", TfValue.Of(mode))));

        await resource.ApplyAsync(made, null);

        var expected = mode switch
        {
            "keep" => attribute.JsonOne.ToJsonString(),
            "reset" => attribute.Setting.PackageValue,
            _ => attribute.JsonTwo.ToJsonString(),
        };
        Assert.Equal(expected, Live(resource, attribute));
    }

    [BehaviorRow("push_settings", "destroy-restore")]
    [Theory]
    [InlineData("reset")]
    [InlineData("restore")]
    public async Task Destroy_AfterImport_TouchesWhatWasAppliedOnly(string mode)
    {
        var (named, other) = (PushAttribute.At("show_message"), PushAttribute.At("production"));
        var resource = await OnAsync(named, other);
        var imported = await resource.ImportAsync("push");
        var made = await resource.ApplyAsync(imported, resource.Config(("show_message", named.One), ("on_destroy", TfValue.Of(mode))));

        await resource.ApplyAsync(made, null);

        Assert.Equal(mode == "reset" ? "true" : "false", Live(resource, named));
        Assert.Equal("false", Live(resource, other));
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("restore")]
    public async Task Destroy_WithNothingNamed_TouchesNothing(string mode)
    {
        var other = PushAttribute.At("production");
        var resource = await OnAsync(other);
        var made = await resource.ApplyAsync(null, resource.Config(("on_destroy", TfValue.Of(mode))));
        resource.Session.Server.ClearRequests();

        await resource.ApplyAsync(made, null);

        Assert.DoesNotContain(resource.Session.Server.Requests, r => r.Method == "POST");
        Assert.Equal("false", Live(resource, other));
    }

    [BehaviorRow("push_settings", "no-longer-managed")]
    [Theory]
    [InlineData("show_message")]
    [InlineData("default_notifications.mobile")]
    [InlineData("apns.key")]
    [InlineData("apns.key_wo")]
    public async Task Attribute_TakenOutOfTheCode_IsLetGoAndNoDestroyTouchesIt(string path)
    {
        var attribute = PushAttribute.At(path.Replace("_wo", "", StringComparison.Ordinal));
        var resource = await OnAsync(attribute);
        (string, TfValue)[] named = path == attribute.Path
            ? [(path, attribute.One)] : [(path, attribute.One), (path + "_version", TfValue.Of(1))];
        var reset = ("on_destroy", TfValue.Of("reset"));
        var made = await resource.ApplyAsync(null, resource.Config([.. named, reset]));

        var plan = await resource.PlanAsync(made, resource.Config(reset));
        plan.Planned.Says("Warning: Settings no longer managed").With($"`{attribute.Path}`");
        Assert.False(plan.IsNoOp);
        resource.Session.Server.ClearRequests();
        var without = (await resource.ApplyAsync(plan)).HasNoError();
        await resource.HasNothingToDoAsync(without, resource.Config(reset));
        await resource.ApplyAsync(without, null);

        Assert.DoesNotContain(resource.Session.Server.Requests, r => r.Method == "POST");
        Assert.Equal(attribute.JsonOne.ToJsonString(), Live(resource, attribute));
    }

    [Fact]
    public async Task Restore_ChosenAfterASecretWasSent_IsReportedInThePlanAndFailsForItAlone()
    {
        var (secret, plain) = (PushAttribute.At("apns.key"), PushAttribute.At("show_message"));
        var resource = await OnAsync(secret, plain);
        var made = await resource.ApplyAsync(null, resource.Config((secret.Path, secret.One), (plain.Path, plain.One)));

        var plan = await resource.PlanAsync(
            made, resource.Config((secret.Path, secret.One), (plain.Path, plain.One), ("on_destroy", TfValue.Of("restore"))));
        plan.Planned.Says("Warning: Destroy cannot restore").With("`apns.key`");
        made = (await resource.ApplyAsync(plan)).HasNoError();
        var destroyed = await resource.ApplyAsync(await resource.PlanAsync(made, null));

        destroyed.Says("Error: No earlier value to restore").With("`Push_apn_key`");
        Assert.DoesNotContain("Push_show_message", destroyed.Messages, StringComparison.Ordinal);
        Assert.Equal(secret.JsonOne.ToJsonString(), Live(resource, secret));
        Assert.Equal(plain.JsonTwo.ToJsonString(), Live(resource, plain));
        Assert.True(destroyed.Value.IsPresent);
    }

    private static string Live(ResourceLifecycle resource, PushAttribute attribute) =>
        resource.Session.Workspace.GetSetting(attribute.Id)!.ToJsonString();

    // The server has the second value before anything is done.
    private async Task<ResourceLifecycle> OnAsync(params PushAttribute[] attributes)
    {
        var resource = await servers.OnAsync(attributes[0].Version);
        foreach (var attribute in attributes)
        {
            resource.Session.Workspace.SetSetting(attribute.Id, attribute.JsonTwo);
        }

        return resource;
    }
}
