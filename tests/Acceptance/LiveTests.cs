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
        (await fixture.Cli.InitAsync()).Succeeds();

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

    private static (int Users, int Rooms) Counts(Fixture fixture) => (fixture.Workspace.Users.Count, fixture.Workspace.Rooms.Count);

    private static string Module(LiveRoom room, LiveUser user) => $$"""
        resource "rocketchat_room_owner" "this" {
          room_id = "{{room.Id}}"
          user_id = "{{user.Id}}"
        }
        """;
}
