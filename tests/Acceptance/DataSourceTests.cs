using Acceptance.Running;

namespace Acceptance;

/// <summary>Rooms and users are found by id and by name.</summary>
public sealed class DataSourceTests
{
    [Theory, EveryToolchain]
    public async Task Lookups_ByIdAndByName_FindTheSame(Toolchain toolchain)
    {
        await using var stage = await Fixture.CreateAsync(toolchain, """
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

        (await stage.Cli.ApplyAsync()).Succeeds().Says("room = true").Says("user = true");

        var room = await stage.Cli.ResourceAsync("data.rocketchat_room.by_name");
        Assert.Equal("boardRoomBoard001", room.Text("id"));
        var user = await stage.Cli.ResourceAsync("data.rocketchat_user.by_username");
        Assert.Equal("bobBobBobBobBob01", user.Text("id"));
        (await stage.Cli.PlanAsync()).HasNoChanges();
    }

    [Theory, EveryToolchain]
    public async Task Lookups_OfUnicodeNames_FindThem(Toolchain toolchain)
    {
        await using var stage = await Fixture.CreateAsync(toolchain, """
            data "rocketchat_room" "this" {
              name = "größe-数"
            }

            resource "rocketchat_room_owner" "this" {
              room_id  = data.rocketchat_room.this.id
              username = "zoë"
            }
            """);
        stage.Workspace.AddUser("zoë", "Zoë 🐘");
        stage.Workspace.AddRoom("größe-数", "p", "admin", "zoë");

        (await stage.Cli.ApplyAsync()).Succeeds();

        Assert.Contains("zoë", stage.Workspace.OwnersOf("größe-数"));
        Assert.Equal("größe-数", (await stage.Cli.ResourceAsync("rocketchat_room_owner.this")).Text("room_name"));
        (await stage.Cli.PlanAsync()).HasNoChanges();
        (await stage.Cli.DestroyAsync()).Succeeds();
    }
}
