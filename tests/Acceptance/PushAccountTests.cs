using System.Text.Json;
using Acceptance.Running;
using RocketChat.Emulator;
using RocketChat.Emulator.Seeding;

namespace Acceptance;

/// <summary>
/// Push as code under accounts that get less than an administrator's token does: by password, and with chosen settings only.
/// </summary>
public sealed class PushAccountTests
{
    private const string ClerksToken = "token-of-the-clerk";

    private const string Settings = """
        resource "rocketchat_push_settings" "this" {
          show_message         = false
          show_sender_and_room = true

          default_notifications = {
            mobile = "mentions"
          }
        }
        """;

    private static readonly string[] ClerksPermissions =
        ["view-privileged-setting", "manage-selected-settings", "change-setting-Push_show_message"];

    [Theory]
    [EveryToolchain("3.11", true)]
    [EveryToolchain("6.5", false)]
    [EveryToolchain("7.10", true)]
    [EveryToolchain("8.8", false)]
    [EveryToolchain("8.8", true)]
    public async Task Everything_ByPasswordWithSecondFactor_AsksNobody(Toolchain toolchain, string version, bool hasApp)
    {
        var module = WorkspaceRegistrationTests.Registered + "\n"
            + Settings.Replace("\n}", "\n\n  depends_on = [rocketchat_workspace_registration.this]\n}", StringComparison.Ordinal);
        await using var fixture = await Fixture.CreateAsync(
            toolchain, module, new EmulatorOptions { VersionProfile = version, Seed = Administrator(hasApp) });
        UsePassword(fixture, hasApp ? OldAdministrator.TotpSecret : null);

        (await fixture.Cli.PlanAsync()).HasChanges();
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();

        Assert.True(fixture.Workspace.IsRegistered);
        Assert.False(fixture.Workspace.GetSetting("Push_show_message")!.GetValue<bool>());
        Assert.Contains(fixture.Requests, request =>
            request.StartsWith("POST /api/v1/settings", StringComparison.Ordinal) && request.EndsWith("400", StringComparison.Ordinal));
        (await fixture.Cli.PlanAsync()).HasNoChanges();
        (await fixture.Cli.DestroyAsync()).Succeeds();
    }

    [Theory, EveryToolchain]
    public async Task Apply_WithoutTheAppsSecret_NamesTheRemedyAndConvergesWithIt(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(
            toolchain, Settings, new EmulatorOptions { Seed = Administrator(hasApp: true) });
        UsePassword(fixture, totpSecret: null);

        (await fixture.Cli.ApplyAsync()).Fails().HasOne("Error").Says("totp_secret");

        UsePassword(fixture, OldAdministrator.TotpSecret);
        (await fixture.Cli.ApplyAsync()).Succeeds();
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [Theory]
    [EveryToolchain("3.11")]
    [EveryToolchain("6.5")]
    [EveryToolchain("7.10")]
    [EveryToolchain("8.8")]
    public async Task Settings_ByAccountForChosenOnes_ChangeThoseAndNoOthers(Toolchain toolchain, string version)
    {
        const string Chosen = "resource \"rocketchat_push_settings\" \"this\" {\n  show_message = false\n}\n";
        await using var fixture = await Fixture.CreateAsync(
            toolchain, Chosen, new EmulatorOptions { VersionProfile = version, Seed = WithClerk() });
        fixture.Cli.Environment["ROCKETCHAT_USER_ID"] = "clerkClerkClerk01";
        fixture.Cli.Environment["ROCKETCHAT_AUTH_TOKEN"] = ClerksToken;

        (await fixture.Cli.PlanAsync()).HasChanges();
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();
        Assert.False(fixture.Workspace.GetSetting("Push_show_message")!.GetValue<bool>());
        (await fixture.Cli.PlanAsync()).HasNoChanges();

        fixture.Workspace.SetSetting("Push_show_username_room", false);
        fixture.Cli.Write("main.tf", Settings);
        (await fixture.Cli.ApplyAsync()).Fails().HasOne("Error").Says("Permission denied").Says("change-setting-Push_show_username_room");
        Assert.False(fixture.Workspace.GetSetting("Push_show_username_room")!.GetValue<bool>());

        fixture.Cli.Write("main.tf", Chosen);
        (await fixture.Cli.DestroyAsync()).Succeeds();
    }

    private static void UsePassword(Fixture fixture, string? totpSecret)
    {
        fixture.Cli.Environment.Remove("ROCKETCHAT_USER_ID");
        fixture.Cli.Environment.Remove("ROCKETCHAT_AUTH_TOKEN");
        fixture.Cli.Environment["ROCKETCHAT_USERNAME"] = OldAdministrator.Username;
        fixture.Cli.Environment["ROCKETCHAT_PASSWORD"] = OldAdministrator.Password;
        if (totpSecret is not null)
        {
            fixture.Cli.Environment["ROCKETCHAT_TOTP_SECRET"] = totpSecret;
        }
    }

    // Logins count for everybody: each run of the CLI has a few.
    private static Dictionary<string, JsonElement> UnlimitedCalls =>
        new() { ["API_Enable_Rate_Limiter"] = JsonDocument.Parse("false").RootElement };

    private static WorkspaceSeed Administrator(bool hasApp) => OldAdministrator.Workspace(hasApp) with { Settings = UnlimitedCalls };

    private static WorkspaceSeed WithClerk() => new()
    {
        Settings = UnlimitedCalls,
        Users =
        [
            new UserSeed
            {
                Id = "clerkClerkClerk01",
                Username = "clerk",
                Roles = ["user", "clerk"],
                Tokens = [new TokenSeed { Name = "terraform", Token = ClerksToken, BypassTwoFactor = true }],
            },
        ],
        Roles = [new RoleSeed { Id = "clerk" }],
        Permissions = ClerksPermissions.ToDictionary(permission => permission, IReadOnlyList<string> (_) => ["admin", "clerk"]),
    };
}
