using Acceptance.Running;

namespace Acceptance;

/// <summary>Rooms and users are found by id and by name.</summary>
public sealed class DataSourceTests
{
    [Theory, EveryToolchain]
    public async Task Lookups_ByIdAndByName_FindTheSame(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, """
            data "rocketchat_room" "by_id" {
              id = "boardRoomBoard001"
            }

            data "rocketchat_room" "by_name" {
              name = "board"
            }

            data "rocketchat_user" "by_id" {
              id = "bobBobBobBobBob01"
            }

            data "rocketchat_user" "by_username" {
              username = "bob"
            }

            output "room" {
              value = data.rocketchat_room.by_id == data.rocketchat_room.by_name
            }

            output "user" {
              value = data.rocketchat_user.by_id == data.rocketchat_user.by_username
            }
            """);

        (await fixture.Cli.ApplyAsync()).Succeeds().Says("room = true").Says("user = true");

        var room = await fixture.Cli.ResourceAsync("data.rocketchat_room.by_name");
        Assert.Equal("boardRoomBoard001", room.Text("id"));
        var user = await fixture.Cli.ResourceAsync("data.rocketchat_user.by_username");
        Assert.Equal("bobBobBobBobBob01", user.Text("id"));
        (await fixture.Cli.PlanAsync()).HasNoChanges();
    }

    [Theory, EveryToolchain]
    public async Task Lookups_OfUnicodeNames_FindThem(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, """
            data "rocketchat_room" "this" {
              name = "größe-数"
            }

            resource "rocketchat_room_owner" "this" {
              room_id  = data.rocketchat_room.this.id
              username = "zoë"
            }
            """);
        fixture.Workspace.AddUser("zoë", "Zoë 🐘");
        fixture.Workspace.AddRoom("größe-数", "p", "admin", "zoë");

        (await fixture.Cli.ApplyAsync()).Succeeds();

        Assert.Contains("zoë", fixture.Workspace.OwnersOf("größe-数"));
        Assert.Equal("größe-数", (await fixture.Cli.ResourceAsync("rocketchat_room_owner.this")).Text("room_name"));
        (await fixture.Cli.PlanAsync()).HasNoChanges();
        (await fixture.Cli.DestroyAsync()).Succeeds();
    }
}
