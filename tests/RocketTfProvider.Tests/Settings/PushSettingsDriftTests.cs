using Acceptance.Running;
using RocketTfProvider.Tests.Wire;

namespace RocketTfProvider.Tests.Settings;

/// <summary>
/// Any setting that somebody changes by hand: the plan says which, what it was and what it is, and the apply puts that one right.
/// </summary>
public sealed class PushSettingsDriftTests(PushServers servers) : IClassFixture<PushServers>
{
    public static TheoryData<string> Paths => [.. PushAttribute.Paths];

    [BehaviorRow("push_settings", "changed-outside")]
    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Drift_OfAnyAttribute_IsReportedAndCorrectedAlone(string path)
    {
        var attribute = PushAttribute.At(path);
        var resource = await servers.OnAsync(attribute.Version);
        var config = resource.Config((path, attribute.One));
        var made = await resource.ApplyAsync(null, config);
        Assert.Equal(attribute.JsonOne.ToJsonString(), resource.Session.Workspace.GetSetting(attribute.Id)!.ToJsonString());
        await resource.HasNothingToDoAsync(made, config);

        resource.Session.Workspace.SetSetting(attribute.Id, attribute.JsonTwo);
        resource.Session.Server.ClearRequests();
        var plan = await resource.PlanAsync(made, config);
        string[] effect = path == "fetch_content_from_server" ? ["Warning: Stored, not effective"] : [];
        string[] restart = attribute.Setting.NeedsRestart ? ["Warning: Restart of Rocket.Chat needed"] : [];

        // The gateway's depends on what the other cases have left on the server, which they share.
        Assert.Equal(
            ["Warning: Changed outside of this configuration", .. effect, .. restart],
            plan.Planned.Headlines.Where(headline => headline != "Warning: Gateway without registration"));
        plan.Planned.With(attribute.Setting.IsSecret
            ? $"`{attribute.Id}` has another value than the one that was sent (it is a secret)"
            : path == "gateway.url" ? $"`{attribute.Id}` has another value, which the difference of `{path}` shows"
            : $"`{attribute.Id}` was {attribute.JsonOne.ToJsonString()}, is {attribute.JsonTwo.ToJsonString()}");
        Assert.Equal([path], plan.ChangedPaths);
        var repaired = (await resource.ApplyAsync(plan)).HasNoError();

        Assert.Equal(attribute.JsonOne.ToJsonString(), resource.Session.Workspace.GetSetting(attribute.Id)!.ToJsonString());
        Assert.Equal([$"POST /api/v1/settings/{attribute.Id} -> 200"], resource.Session.Requests.Where(
            r => r.StartsWith("POST", StringComparison.Ordinal)));
        await resource.HasNothingToDoAsync(repaired, config);
    }

    [BehaviorRow("push_settings", "unmanaged")]
    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Drift_OfWhatIsNotNamed_IsNeitherToldNorTouched(string path)
    {
        var attribute = PushAttribute.At(path);
        var resource = await servers.OnAsync(attribute.Version);
        var other = PushAttribute.At(path == "show_message" ? "show_sender_and_room" : "show_message");
        var config = resource.Config((other.Path, other.One));
        var made = await resource.ApplyAsync(null, config);
        var before = attribute.Setting.IsSecret ? "" : made.At(path).Equals(attribute.One) ? "one" : "two";
        Assert.Equal(attribute.Setting.IsSecret, before.Length == 0);

        resource.Session.Workspace.SetSetting(attribute.Id, before == "two" ? attribute.JsonOne : attribute.JsonTwo);
        var plan = await resource.HasNothingToDoAsync(made, config);

        plan.Refreshed!.Says();
        plan.Planned.Says();
        Assert.Equal(attribute.Setting.IsSecret, plan.Refreshed!.At(path).IsNull);
    }
}
