using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Settings;

/// <summary>
/// Each secret of the push settings, plain and write-only, on a server that shows secrets and on one that hides them: sent when it is new,
/// never while it is the same, and once when it was rotated, which the plan shows.
/// </summary>
public sealed class SecretRotationTests(PushServers servers) : IClassFixture<PushServers>
{
    public static TheoryData<string, bool, bool> Cases =>
        [.. from path in PushAttribute.SecretPaths from isWriteOnly in (bool[])[false, true] from isMasked in (bool[])[false, true] select (
            path, isWriteOnly, isMasked)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Secret_IsSentOnceWhenNewAndOnceWhenRotated(string path, bool isWriteOnly, bool isMasked)
    {
        var attribute = PushAttribute.At(path);
        var play = await OnAsync(attribute, isMasked);
        var made = await play.ApplyAsync(null, Config(play, attribute, isWriteOnly, attribute.One, version: 1));
        AssertSentOnce(play, attribute, attribute.One);
        Assert.Equal(isWriteOnly, made.At(path).IsNull);
        await play.HasNothingToDoAsync(made, Config(play, attribute, isWriteOnly, attribute.One, version: 1));

        // Something else changes: the secret stays where it is.
        play.Session.Server.ClearRequests();
        var other = await play.ApplyAsync(made, Config(play, attribute, isWriteOnly, attribute.One, version: 1, showMessage: false));
        AssertNotSent(play, attribute);

        play.Session.Server.ClearRequests();
        var rotated = Config(play, attribute, isWriteOnly, attribute.Two, version: 2, showMessage: false);
        var plan = await play.PlanAsync(other, rotated);
        Assert.Equal([isWriteOnly ? path + "_wo_version" : path], plan.ChangedPaths);
        AssertNotSent(play, attribute);
        var done = (await play.ApplyAsync(plan)).HasNoError();
        AssertSentOnce(play, attribute, attribute.Two);
        await play.HasNothingToDoAsync(done, rotated);
    }

    [Theory]
    [MemberData(nameof(SecretPaths))]
    public async Task WriteOnlySecret_RotatedWithoutItsVersion_IsToldAndNotSent(string path)
    {
        var attribute = PushAttribute.At(path);
        var play = await OnAsync(attribute, isMasked: false);
        var made = await play.ApplyAsync(null, Config(play, attribute, isWriteOnly: true, attribute.One, version: 1));
        play.Session.Server.ClearRequests();

        var forgotten = Config(play, attribute, isWriteOnly: true, attribute.Two, version: 1);
        (await play.HasNothingToDoAsync(made, forgotten)).Planned.Says("Warning: New secret will not be sent").With($"{path}_wo_version");

        // Nor is it sent along with another change.
        await play.ApplyAsync(made, Config(play, attribute, isWriteOnly: true, attribute.Two, version: 1, showMessage: false));
        AssertNotSent(play, attribute);
    }

    [Theory]
    [MemberData(nameof(SecretPaths))]
    public async Task WriteOnlySecret_ChangedOnTheServer_IsSentAgain(string path)
    {
        var attribute = PushAttribute.At(path);
        var play = await OnAsync(attribute, isMasked: false);
        var config = Config(play, attribute, isWriteOnly: true, attribute.One, version: 1);
        var made = await play.ApplyAsync(null, config);
        play.Session.Workspace.SetSetting(attribute.Id, "by somebody else");
        play.Session.Server.ClearRequests();

        var plan = await play.PlanAsync(made, config);
        plan.Refreshed!.Says("Warning: Changed outside of this configuration").With(attribute.Id);
        Assert.Equal([path + "_wo_version"], plan.ChangedPaths);
        var repaired = (await play.ApplyAsync(plan)).HasNoError();

        AssertSentOnce(play, attribute, attribute.One);
        await play.HasNothingToDoAsync(repaired, config);
    }

    public static TheoryData<string> SecretPaths => [.. PushAttribute.SecretPaths];

    private async Task<ResourceLifecycle> OnAsync(PushAttribute attribute, bool isMasked)
    {
        var play = await servers.OnAsync(attribute.Version);
        play.Session.Workspace.MasksSecrets = isMasked;
        play.Session.Workspace.SetSetting(attribute.Id, "");
        return play;
    }

    private static TfValue Config(ResourceLifecycle play, PushAttribute attribute, bool isWriteOnly, TfValue secret, long version,
        bool showMessage = true) => isWriteOnly
        ? play.Config(("show_message", TfValue.Of(showMessage)), (attribute.Path + "_wo", secret), (
            attribute.Path + "_wo_version", TfValue.Of(version)))
        : play.Config(("show_message", TfValue.Of(showMessage)), (attribute.Path, secret));

    private static void AssertSentOnce(ResourceLifecycle play, PushAttribute attribute, TfValue secret)
    {
        Assert.Equal(secret.String, play.Session.Workspace.GetSetting(attribute.Id)!.GetValue<string>());
        Assert.Equal(1, Sent(play, attribute));
    }

    private static void AssertNotSent(ResourceLifecycle play, PushAttribute attribute) => Assert.Equal(0, Sent(play, attribute));

    // Alone in its path, or among others in a body; servers before 8.6 refuse the latter once.
    private static int Sent(ResourceLifecycle play, PushAttribute attribute) => play.Session.Server.Requests.Count(request =>
        request is { Method: "POST", Status: 200 } && (request.Path.EndsWith("/" + attribute.Id, StringComparison.Ordinal)
            || request.Body.Contains($"\"{attribute.Id}\"", StringComparison.Ordinal)));
}
