using RocketChat.Emulator;
using RocketChat.Emulator.Seeding;
using RocketTfProvider.Resources.WorkspaceRegistration;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests;

/// <summary>After a login by password the server asks for a second factor where settings are written, and the provider answers by itself.</summary>
public sealed class SecondFactorTests
{
    private const string Type = "rocketchat_workspace_registration";
    private const string TotpSecret = "JBSWY3DPEHPK3PXP";

    [Theory]
    [InlineData("3.11", false)]
    [InlineData("6.5", true)]
    [InlineData("7.10", false)]
    [InlineData("8.8", false)]
    [InlineData("8.8", true)]
    public async Task Apply_ByPasswordOfAnOldAccount_AnswersOnlyWhereItIsAsked(string version, bool app)
    {
        await using var session = await ProviderSession.StartAsync(options: new EmulatorOptions { VersionProfile = version, Seed = Seed(app) });
        await session.ConfigureAsync(new()
        {
            ["username"] = TfValue.Of("admin"),
            ["password"] = TfValue.Of("admin-password"),
            ["totp_secret"] = app ? TfValue.Of(TotpSecret) : TfValue.Null,
        });
        var config = ProviderSession.Whole(WorkspaceRegistrationSchema.Instance, new()
        {
            ["accept_privacy_terms"] = TfValue.Of(true),
            ["registration_token"] = TfValue.Of("a-token"),
            ["site_name"] = TfValue.Of("Chat"),
        });

        var planned = (await session.PlanAsync(Type, WorkspaceRegistrationSchema.Instance, null, config)).Says();
        (await session.ApplyAsync(Type, WorkspaceRegistrationSchema.Instance, null, config, planned)).Says();

        Assert.Equal("Chat", session.Workspace.GetSetting("Site_Name")!.GetValue<string>());
        var refused = session.Server.Requests.Where(request => request.Method == "POST" && request.Status == 400).Select(request => request.Path).ToArray();
        Assert.NotEmpty(refused);
        Assert.All(refused, path => Assert.StartsWith("/api/v1/settings", path, StringComparison.Ordinal));
    }

    // Created long ago: a fresh account is not asked.
    private static WorkspaceSeed Seed(bool app) => new()
    {
        Users =
        [
            new UserSeed
            {
                Id = DefaultSeed.AdminId,
                Username = "admin",
                Password = "admin-password",
                Roles = ["admin"],
                CreatedAt = DateTimeOffset.UnixEpoch,
                TotpSecret = app ? TotpSecret : null,
                Tokens = [new TokenSeed { Name = "terraform", Token = DefaultSeed.AdminToken, BypassTwoFactor = true }],
            },
        ],
    };
}
