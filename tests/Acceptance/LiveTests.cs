using Acceptance.Running;

namespace Acceptance;

/// <summary>
/// Tests that are safe on any server. `make testacc ROCKETCHAT_URL=…` runs them against that server; without an address, they run
/// against the emulator.
/// </summary>
public sealed class LiveTests
{
    private const string Address = "rocketchat_room_owner.this";

    [Theory, EveryToolchain]
    public async Task RoomOwner_OnAnyServer_IsCreatedRepairedReplacedImportedAndDestroyed(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain);
        await using var workspace = LiveWorkspace.Behind(fixture);
        var ada = await workspace.CreateUserAsync("ada");
        var ben = await workspace.CreateUserAsync("ben");
        var closed = await workspace.CreateRoomAsync("closed", isPrivate: true, ada, ben);
        var open = await workspace.CreateRoomAsync("open", isPrivate: false, ada, ben);
        fixture.Cli.Write("main.tf", Module(closed, ada));
        await fixture.InitializeAsync();

        (await fixture.Cli.ApplyAsync()).Succeeds();
        Assert.True(await workspace.OwnsAsync(closed, ada));
        (await fixture.Cli.PlanAsync()).HasNoChanges();

        await workspace.RemoveOwnerAsync(closed, ada);
        (await fixture.Cli.PlanAsync()).HasChanges().Says("Plan: 1 to add, 0 to change, 0 to destroy.");
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();
        Assert.True(await workspace.OwnsAsync(closed, ada));

        fixture.Cli.Write("main.tf", Module(open, ben));
        (await fixture.Cli.PlanAsync()).HasChanges().Says("Plan: 1 to add, 0 to change, 1 to destroy.");
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();
        Assert.False(await workspace.OwnsAsync(closed, ada));
        Assert.True(await workspace.OwnsAsync(open, ben));

        foreach (var id in (string[])[$"{open.Id}/{ben.Id}", $"{open.Name}/{ben.Username}"])
        {
            (await fixture.Cli.RunAsync("state", "rm", Address)).Succeeds();
            (await fixture.Cli.ImportAsync(Address, id)).Succeeds();
            (await fixture.Cli.PlanAsync()).HasNoChanges();
        }

        (await fixture.Cli.DestroyAsync()).Succeeds();
        Assert.False(await workspace.OwnsAsync(open, ben));
    }

    [Theory, EveryToolchain]
    public async Task RoomOwners_OnAnyServer_AreExactlyTheConfiguredOnes(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain);
        await using var workspace = LiveWorkspace.Behind(fixture);
        var ada = await workspace.CreateUserAsync("ada");
        var ben = await workspace.CreateUserAsync("ben");
        var room = await workspace.CreateRoomAsync("owned", isPrivate: false, ada, ben);
        await StartAsync(fixture, $$"""
            resource "rocketchat_room_owners" "this" {
              room_id  = "{{room.Id}}"
              user_ids = ["{{ada.Id}}", "{{ben.Id}}", "{{await workspace.OwnIdAsync()}}"]
            }
            """);

        (await fixture.Cli.ApplyAsync()).Succeeds();
        Assert.True(await workspace.OwnsAsync(room, ada) && await workspace.OwnsAsync(room, ben));
        (await fixture.Cli.PlanAsync()).HasNoChanges();

        await workspace.RemoveOwnerAsync(room, ben);
        (await fixture.Cli.PlanAsync()).HasChanges();
        (await fixture.Cli.ApplyPlanAsync()).Succeeds();
        Assert.True(await workspace.OwnsAsync(room, ben));
        (await fixture.Cli.DestroyAsync()).Succeeds();
    }

    /// <summary>A setting that few people notice: the minutes until somebody counts as away.</summary>
    [Theory, EveryToolchain]
    public async Task Setting_OnAnyServer_IsWrittenAndPutBack(Toolchain toolchain)
    {
        const string id = "Accounts_Default_User_Preferences_idleTimeLimit";
        await IsWrittenAndPutBackAsync(toolchain, id, "301", "302", other => $$"""
            resource "rocketchat_setting" "this" {
              setting_id = "{{id}}"
              value      = {{other}}
              on_destroy = "restore"
            }
            """);
    }

    /// <summary>The default for emails only: it changes nothing for the moment of a test.</summary>
    [Theory, EveryToolchain]
    public async Task PushSettings_OnAnyServer_AreWrittenAndPutBack(Toolchain toolchain)
    {
        const string id = "Accounts_Default_User_Preferences_emailNotificationMode";
        await IsWrittenAndPutBackAsync(toolchain, id, "\"nothing\"", "\"mentions\"", other => $$"""
            resource "rocketchat_push_settings" "this" {
              default_notifications = {
                email = {{other}}
              }
              on_destroy = "restore"
            }
            """);
    }

    /// <summary>Only read: a registration cannot be taken back.</summary>
    [Theory, EveryToolchain]
    public async Task RegistrationStatus_OfAnyServer_CanBeRead(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain);
        await using var workspace = LiveWorkspace.Behind(fixture);
        await StartAsync(fixture, """
            data "rocketchat_server" "this" {}

            output "registered" {
              value = data.rocketchat_server.this.registered
            }
            """);

        (await fixture.Cli.ApplyAsync()).Succeeds().Says("registered = ");
    }

    /// <summary>Only read: a license cannot be tried on a workspace that has another one.</summary>
    [Theory, EveryToolchain]
    public async Task License_OfAnyServer_CanBeRead(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain);
        await using var workspace = LiveWorkspace.Behind(fixture);
        await StartAsync(fixture, """
            data "rocketchat_server" "this" {}

            output "modules" {
              value = jsonencode(data.rocketchat_server.this.license_modules)
            }
            """);

        (await fixture.Cli.ApplyAsync()).Succeeds().Says("modules = ");
    }

    /// <summary>Only planned: somebody could be woken up.</summary>
    [Theory, EveryToolchain]
    public async Task PushTest_OnAnyServer_IsPlannedAndNotSent(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain);
        await using var workspace = LiveWorkspace.Behind(fixture);
        await StartAsync(fixture, """
            resource "rocketchat_push_test" "this" {}
            """);

        (await fixture.Cli.PlanAsync()).HasChanges().Says("Plan: 1 to add, 0 to change, 0 to destroy.");
    }

    /// <summary>Only planned: federation reaches other servers.</summary>
    [Theory, EveryToolchain]
    public async Task Federation_OnAnyServer_IsPlannedAndNotWritten(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain);
        await using var workspace = LiveWorkspace.Behind(fixture);
        await StartAsync(fixture, """
            resource "rocketchat_federation" "this" {
              enabled = false
              domain  = "tfacc.example.org"
            }
            """);

        (await fixture.Cli.PlanAsync()).HasChanges().Says("Plan: 1 to add, 0 to change, 0 to destroy.");
    }

    [Theory, EveryServerVersion]
    public async Task Workspace_AfterTest_IsAsItWas(Toolchain toolchain, string version)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, new() { VersionProfile = version });
        var (users, rooms) = Counts(fixture);

        await using (var workspace = new LiveWorkspace(fixture.Cli.Environment))
        {
            var ada = await workspace.CreateUserAsync("ada");
            await workspace.CreateRoomAsync("closed", isPrivate: true, ada);
            await workspace.CreateRoomAsync("open", isPrivate: false, ada);
            Assert.Equal((users + 1, rooms + 2), Counts(fixture));
        }

        Assert.Equal((users, rooms), Counts(fixture));
    }

    /// <summary>Applies another value of a setting than the server has, and destroys.</summary>
    private static async Task IsWrittenAndPutBackAsync(
        Toolchain toolchain, string id, string first, string second, Func<string, string> module)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain);
        await using var workspace = LiveWorkspace.Behind(fixture);
        var before = await workspace.SettingToKeepAsync(id);
        var other = before == first ? second : first;
        await StartAsync(fixture, module(other));

        (await fixture.Cli.ApplyAsync()).Succeeds();
        var written = await workspace.SettingAsync(id);
        (await fixture.Cli.PlanAsync()).HasNoChanges();
        (await fixture.Cli.DestroyAsync()).Succeeds();

        Assert.Equal((other, before), (written, await workspace.SettingAsync(id)));
    }

    private static async Task StartAsync(Fixture fixture, string module)
    {
        fixture.Cli.Write("main.tf", module);
        await fixture.InitializeAsync();
    }

    private static (int Users, int Rooms) Counts(Fixture fixture) => (fixture.Workspace.Users.Count, fixture.Workspace.Rooms.Count);

    private static string Module(LiveRoom room, LiveUser user) => $$"""
        resource "rocketchat_room_owner" "this" {
          room_id = "{{room.Id}}"
          user_id = "{{user.Id}}"
        }
        """;
}
