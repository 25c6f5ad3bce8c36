using Acceptance.Running;
using RocketTfProvider.Push;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Settings;

/// <summary>Rows of the table "Behavior" of <c>rocketchat_workspace_registration</c> that no other test shows.</summary>
public sealed class RegistrationBehaviorTests
{
    private const string Token = "registration-token-Marked-1";

    [BehaviorRow("workspace_registration", "new")]
    [Fact]
    public async Task New_WithAToken_IsPlannedAsRegisteredAndSendsTheTokenOnce()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);

        var plan = await resource.PlanAsync(null, WithToken(resource, Token));
        Assert.Equal(TfValue.True, plan.Planned.At("registered"));
        (await resource.ApplyAsync(plan)).HasNoError();

        Assert.Equal(1, Sent(session));
    }

    [BehaviorRow("workspace_registration", "other-token")]
    [BehaviorRow("workspace_registration", "import")]
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TokenOfARegisteredWorkspace_IsStoredAndNotSent(bool isImported)
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = On(session);
        var made = await resource.ApplyAsync(null, WithToken(resource, "the-first-token"));
        session.Server.ClearRequests();

        var plan = await resource.PlanAsync(isImported ? await resource.ImportAsync("workspace") : made, WithToken(resource, Token));
        plan.Planned.Says("Warning: Registration token is not used");
        Assert.Equal(["registration_token"], plan.ChangedPaths);
        Assert.Equal(Token, (await resource.ApplyAsync(plan)).HasNoError().At("registration_token").String);

        Assert.DoesNotContain(session.Requests, request => request.StartsWith("POST", StringComparison.Ordinal));
    }

    private static ResourceLifecycle On(ProviderSession session) =>
        new(session, "rocketchat_workspace_registration", WorkspaceRegistrationSchema.Instance);

    private static TfValue WithToken(ResourceLifecycle resource, string token) =>
        resource.Config(("accept_privacy_terms", TfValue.True), ("registration_token", TfValue.Of(token)));

    private static int Sent(ProviderSession session) =>
        session.Requests.Count(request => request.Contains("connectWorkspace", StringComparison.Ordinal));
}
