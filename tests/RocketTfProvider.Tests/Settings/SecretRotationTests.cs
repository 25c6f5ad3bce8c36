using Acceptance.Running;
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

    [BehaviorRow("push_settings", "secret-rotated")]
    [BehaviorRow("push_settings", "secret-unchanged")]
    [BehaviorRow("push_settings", "write-only")]
    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Secret_IsSentOnceWhenNewAndOnceWhenRotated(string path, bool isWriteOnly, bool isMasked)
    {
        var attribute = PushAttribute.At(path);
        var resource = await OnAsync(attribute, isMasked);
        var made = await resource.ApplyAsync(null, Config(resource, attribute, isWriteOnly, attribute.One, version: 1));
        AssertSentOnce(resource, attribute, attribute.One);
        Assert.Equal(isWriteOnly, made.At(path).IsNull);
        await resource.HasNothingToDoAsync(made, Config(resource, attribute, isWriteOnly, attribute.One, version: 1));

        // Something else changes: the secret stays where it is.
        resource.Session.Server.ClearRequests();
        var other = await resource.ApplyAsync(
            made, Config(resource, attribute, isWriteOnly, attribute.One, version: 1, showMessage: false));
        AssertNotSent(resource, attribute);

        resource.Session.Server.ClearRequests();
        var rotated = Config(resource, attribute, isWriteOnly, attribute.Two, version: 2, showMessage: false);
        var plan = await resource.PlanAsync(other, rotated);
        Assert.Equal([isWriteOnly ? path + "_wo_version" : path], plan.ChangedPaths);
        AssertNotSent(resource, attribute);
        var done = (await resource.ApplyAsync(plan)).HasNoError();
        AssertSentOnce(resource, attribute, attribute.Two);
        await resource.HasNothingToDoAsync(done, rotated);
    }

    [Theory]
    [MemberData(nameof(SecretPaths))]
    public async Task WriteOnlySecret_RotatedWithoutItsVersion_IsReportedAndNotSent(string path)
    {
        var attribute = PushAttribute.At(path);
        var resource = await OnAsync(attribute, isMasked: false);
        var made = await resource.ApplyAsync(null, Config(resource, attribute, isWriteOnly: true, attribute.One, version: 1));
        resource.Session.Server.ClearRequests();

        var forgotten = Config(resource, attribute, isWriteOnly: true, attribute.Two, version: 1);
        (await resource.HasNothingToDoAsync(made, forgotten)).Planned
            .Says("Warning: New secret will not be sent").With($"{path}_wo_version");

        // Nor is it sent along with another change.
        await resource.ApplyAsync(made, Config(resource, attribute, isWriteOnly: true, attribute.Two, version: 1, showMessage: false));
        AssertNotSent(resource, attribute);
    }

    [Theory]
    [MemberData(nameof(SecretPaths))]
    public async Task WriteOnlySecret_ChangedOnTheServer_IsSentAgain(string path)
    {
        var attribute = PushAttribute.At(path);
        var resource = await OnAsync(attribute, isMasked: false);
        var config = Config(resource, attribute, isWriteOnly: true, attribute.One, version: 1);
        var made = await resource.ApplyAsync(null, config);
        resource.Session.Workspace.SetSetting(attribute.Id, "by somebody else");
        resource.Session.Server.ClearRequests();

        var plan = await resource.PlanAsync(made, config);
        plan.Planned.Says("Warning: Changed outside of this configuration").With(attribute.Id);
        Assert.Equal([path + "_wo_version"], plan.ChangedPaths);
        var repaired = (await resource.ApplyAsync(plan)).HasNoError();

        AssertSentOnce(resource, attribute, attribute.One);
        await resource.HasNothingToDoAsync(repaired, config);
    }

    public static TheoryData<string> SecretPaths => [.. PushAttribute.SecretPaths];

    private async Task<ResourceLifecycle> OnAsync(PushAttribute attribute, bool isMasked)
    {
        var resource = await servers.OnAsync(attribute.Version);
        resource.Session.Workspace.MasksSecrets = isMasked;
        resource.Session.Workspace.SetSetting(attribute.Id, "");
        return resource;
    }

    private static TfValue Config(ResourceLifecycle resource, PushAttribute attribute, bool isWriteOnly, TfValue secret, long version,
        bool showMessage = true) => isWriteOnly
        ? resource.Config(("show_message", TfValue.Of(showMessage)), (attribute.Path + "_wo", secret), (
            attribute.Path + "_wo_version", TfValue.Of(version)))
        : resource.Config(("show_message", TfValue.Of(showMessage)), (attribute.Path, secret));

    private static void AssertSentOnce(ResourceLifecycle resource, PushAttribute attribute, TfValue secret)
    {
        Assert.Equal(secret.String, resource.Session.Workspace.GetSetting(attribute.Id)!.GetValue<string>());
        Assert.Equal(1, Sent(resource, attribute));
    }

    private static void AssertNotSent(ResourceLifecycle resource, PushAttribute attribute) => Assert.Equal(0, Sent(resource, attribute));

    // Alone in its path, or among others in a body; servers before 8.6 refuse the latter once.
    private static int Sent(ResourceLifecycle resource, PushAttribute attribute) => resource.Session.Server.Requests.Count(request =>
        request is { Method: "POST", Status: 200 } && (request.Path.EndsWith("/" + attribute.Id, StringComparison.Ordinal)
            || request.Body.Contains($"\"{attribute.Id}\"", StringComparison.Ordinal)));
}
