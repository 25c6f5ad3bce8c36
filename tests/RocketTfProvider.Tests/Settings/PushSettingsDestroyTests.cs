using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Settings;

/// <summary>A destroy in each of its modes: the attributes that it changes, and those that it does not touch.</summary>
public sealed class PushSettingsDestroyTests(PushServers servers) : IClassFixture<PushServers>
{
    public static TheoryData<string, string> EachInEachMode =>
        [.. from path in PushAttribute.Paths from mode in (string[])["keep", "reset", "restore"] select (path, mode)];

    [Theory]
    [MemberData(nameof(EachInEachMode))]
    public async Task Destroy_OfAnyAttribute_DoesWhatItsModeSays(string path, string mode)
    {
        var attribute = PushAttribute.At(path);
        var play = await OnAsync(attribute);
        var made = await play.ApplyAsync(null, play.Config((path, attribute.One), ("on_destroy", TfValue.Of(mode))));

        await play.ApplyAsync(made, null);

        var expected = mode switch
        {
            "keep" => attribute.JsonOne.ToJsonString(),
            "reset" => attribute.Setting.PackageValue,
            _ => attribute.JsonTwo.ToJsonString(),
        };
        Assert.Equal(expected, Live(play, attribute));
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("restore")]
    public async Task Destroy_AfterImport_TouchesWhatWasAppliedOnly(string mode)
    {
        var (named, other) = (PushAttribute.At("show_message"), PushAttribute.At("production"));
        var play = await OnAsync(named, other);
        var imported = await play.ImportAsync("push");
        var made = await play.ApplyAsync(imported, play.Config(("show_message", named.One), ("on_destroy", TfValue.Of(mode))));

        await play.ApplyAsync(made, null);

        Assert.Equal(mode == "reset" ? "true" : "false", Live(play, named));
        Assert.Equal("false", Live(play, other));
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("restore")]
    public async Task Destroy_WithNothingNamed_TouchesNothing(string mode)
    {
        var other = PushAttribute.At("production");
        var play = await OnAsync(other);
        var made = await play.ApplyAsync(null, play.Config(("on_destroy", TfValue.Of(mode))));
        play.Session.Server.ClearRequests();

        await play.ApplyAsync(made, null);

        Assert.DoesNotContain(play.Session.Server.Requests, r => r.Method == "POST");
        Assert.Equal("false", Live(play, other));
    }

    [Theory]
    [InlineData("show_message")]
    [InlineData("default_notifications.mobile")]
    [InlineData("apns.key")]
    [InlineData("apns.key_wo")]
    public async Task Attribute_TakenOutOfTheCode_IsLetGoAndNoDestroyTouchesIt(string path)
    {
        var attribute = PushAttribute.At(path.Replace("_wo", "", StringComparison.Ordinal));
        var play = await OnAsync(attribute);
        (string, TfValue)[] named = path == attribute.Path
            ? [(path, attribute.One)] : [(path, attribute.One), (path + "_version", TfValue.Of(1))];
        var reset = ("on_destroy", TfValue.Of("reset"));
        var made = await play.ApplyAsync(null, play.Config([.. named, reset]));

        var plan = await play.PlanAsync(made, play.Config(reset));
        plan.Planned.Says("Warning: Settings no longer managed").With($"`{attribute.Path}`");
        Assert.False(plan.IsNoOp);
        play.Session.Server.ClearRequests();
        var without = (await play.ApplyAsync(plan)).HasNoError();
        await play.HasNothingToDoAsync(without, play.Config(reset));
        await play.ApplyAsync(without, null);

        Assert.DoesNotContain(play.Session.Server.Requests, r => r.Method == "POST");
        Assert.Equal(attribute.JsonOne.ToJsonString(), Live(play, attribute));
    }

    [Fact]
    public async Task Restore_ChosenAfterASecretWasSent_IsToldInThePlanAndFailsForItAlone()
    {
        var (secret, plain) = (PushAttribute.At("apns.key"), PushAttribute.At("show_message"));
        var play = await OnAsync(secret, plain);
        var made = await play.ApplyAsync(null, play.Config((secret.Path, secret.One), (plain.Path, plain.One)));

        var plan = await play.PlanAsync(
            made, play.Config((secret.Path, secret.One), (plain.Path, plain.One), ("on_destroy", TfValue.Of("restore"))));
        plan.Planned.Says("Warning: No earlier value to restore").With("`apns.key`");
        made = (await play.ApplyAsync(plan)).HasNoError();
        var destroyed = await play.ApplyAsync(await play.PlanAsync(made, null));

        destroyed.Says("Error: No earlier value to restore").With("`Push_apn_key`");
        Assert.DoesNotContain("Push_show_message", destroyed.Messages, StringComparison.Ordinal);
        Assert.Equal(secret.JsonOne.ToJsonString(), Live(play, secret));
        Assert.Equal(plain.JsonTwo.ToJsonString(), Live(play, plain));
        Assert.True(destroyed.Value.IsPresent);
    }

    private static string Live(ResourceLifecycle play, PushAttribute attribute) =>
        play.Session.Workspace.GetSetting(attribute.Id)!.ToJsonString();

    // The server has the second value before anything is done.
    private async Task<ResourceLifecycle> OnAsync(params PushAttribute[] attributes)
    {
        var play = await servers.OnAsync(attributes[0].Version);
        foreach (var attribute in attributes)
        {
            play.Session.Workspace.SetSetting(attribute.Id, attribute.JsonTwo);
        }

        return play;
    }
}
