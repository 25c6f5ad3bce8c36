using RocketChat.Emulator.Seeding;

namespace Acceptance.Running;

/// <summary>A workspace with as many rooms as one likes, each with a member who is to own it, and the module that makes it so.</summary>
internal static class OwnedRooms
{
    /// <summary>The workspace. No two rooms share a user: what one resource asks, no other has asked before.</summary>
    public static WorkspaceSeed Seed(int count) => new()
    {
        Users =
        [
            SmallWorkspace.Administrator,
            .. Enumerable.Range(0, count).Select(n => new UserSeed { Id = $"user{n:D13}", Username = $"user{n}" }),
        ],
        Rooms =
        [
            .. Enumerable.Range(0, count).Select(n => new RoomSeed
            {
                Id = $"room{n:D13}",
                Name = $"room{n}",
                Type = "c",
                Members = [new MemberSeed { Username = DefaultSeed.AdminUsername, Roles = ["owner"] },
                    new MemberSeed { Username = $"user{n}" }],
            }),
        ],
    };

    /// <summary>A workspace where a few people are in every room, and own it already unless said otherwise.</summary>
    public static WorkspaceSeed SharedSeed(int rooms, int owners, bool owned = true) => Seed(0) with
    {
        Users = [.. Seed(0).Users, .. Enumerable.Range(0, owners).Select(n => new UserSeed { Id = $"user{n:D13}", Username = $"user{n}" })],
        Rooms =
        [
            .. Enumerable.Range(0, rooms).Select(n => new RoomSeed
            {
                Id = $"room{n:D13}",
                Name = $"room{n}",
                Type = "c",
                Members = [.. Enumerable.Range(0, owners)
                    .Select(user => new MemberSeed { Username = $"user{user}", Roles = owned ? ["owner"] : [] })],
            }),
        ],
    };

    /// <summary>A <c>rocketchat_room_owner</c> for each owner of each room; nobody loses a room when they go.</summary>
    public static string SharedModule(int rooms, int owners) => $$"""
        resource "rocketchat_room_owner" "this" {
          count      = {{rooms * owners}}
          room_id    = format("room%013d", floor(count.index / {{owners}}))
          user_id    = format("user%013d", count.index % {{owners}})
          on_destroy = "keep"
        }
        """;

    /// <summary>A <c>rocketchat_room_owner</c> for each room.</summary>
    public static string Module(int count) => $$"""
        resource "rocketchat_room_owner" "this" {
          count   = {{count}}
          room_id = format("room%013d", count.index)
          user_id = format("user%013d", count.index)
        }
        """;
}
