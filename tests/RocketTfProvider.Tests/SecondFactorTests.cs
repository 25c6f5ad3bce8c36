using Acceptance.Running;
using RocketChat.Emulator;
using RocketTfProvider.Push;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests;

/// <summary>
/// After a login by password the server asks for a second factor where settings are written, and the provider answers by itself.
/// </summary>
public sealed class SecondFactorTests
{
    private const string Type = "rocketchat_workspace_registration";

    [Theory]
    [InlineData("3.11", false)]
    [InlineData("6.5", true)]
    [InlineData("7.10", false)]
    [InlineData("8.8", false)]
    [InlineData("8.8", true)]
    public async Task Apply_ByPasswordOfAnOldAccount_AnswersOnlyWhereItIsAsked(string version, bool app)
    {
        await using var session = await ProviderSession.StartAsync(
            options: new EmulatorOptions { VersionProfile = version, Seed = OldAdministrator.Workspace(app) });
        await session.ConfigureAsync(new()
        {
            ["username"] = TfValue.Of(OldAdministrator.Username),
            ["password"] = TfValue.Of(OldAdministrator.Password),
            ["totp_secret"] = app ? TfValue.Of(OldAdministrator.TotpSecret) : TfValue.Null,
        });
        var config = ProviderSession.ObjectOf(WorkspaceRegistrationSchema.Instance, new()
        {
            ["accept_privacy_terms"] = TfValue.Of(true),
            ["registration_token"] = TfValue.Of("a-token"),
            ["site_name"] = TfValue.Of("Chat"),
        });

        var planned = (await session.PlanAsync(Type, WorkspaceRegistrationSchema.Instance, null, config))
            .Says("Warning: Settings will be overwritten");
        (await session.ApplyAsync(Type, WorkspaceRegistrationSchema.Instance, null, config, planned)).Says();

        Assert.Equal("Chat", session.Workspace.GetSetting("Site_Name")!.GetValue<string>());
        var refused = session.Server.Requests.Where(request => request.Method == "POST" && request.Status == 400)
            .Select(request => request.Path).ToArray();
        Assert.NotEmpty(refused);
        Assert.All(refused, path => Assert.StartsWith("/api/v1/settings", path, StringComparison.Ordinal));
    }
}
