using Acceptance.Running;
using RocketChat.Emulator.Seeding;
using RocketTfProvider.Rooms;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Rooms;

/// <summary>A workspace where as many ownerships as one likes are to be made, and the objects that make them.</summary>
/// <param name="Rooms">The number of rooms, which the provider's account owns.</param>
/// <param name="OwnersOfEach">The number of users in each room who shall own it, too; no two rooms share one.</param>
/// <param name="IsList">Whether <c>rocketchat_room_owners</c> manages them, and not <c>rocketchat_room_owner</c>.</param>
internal sealed record OwnerLayout(int Rooms, int OwnersOfEach, bool IsList)
{
    public int Owners => Rooms * OwnersOfEach;

    public string Type => IsList ? RoomOwnersResource.Name : RoomOwnerResource.Name;

    public Schema Schema => IsList ? RoomOwnersSchema.Instance : RoomOwnerSchema.Instance;

    public WorkspaceSeed Seed => WorkspaceWith(
        Enumerable.Range(0, Owners).Select(n => new UserSeed { Id = UserId(n), Username = $"user{n}" }),
        Enumerable.Range(0, Rooms).Select(room => new RoomSeed
        {
            Id = RoomId(room),
            Name = $"room{room}",
            Type = "c",
            Members =
            [
                new MemberSeed { Username = DefaultSeed.AdminUsername, Roles = ["owner"] },
                .. UsersOf(room).Select(n => new MemberSeed { Username = $"user{n}" }),
            ],
        }));

    public IReadOnlyList<TfValue> Configs => IsList
        ? [.. Enumerable.Range(0, Rooms).Select(room => ProviderSession.Whole(Schema, new()
        {
            ["room_id"] = TfValue.Of(RoomId(room)),
            ["user_ids"] = TfValue.Set([TfValue.Of(DefaultSeed.AdminId), .. UsersOf(room).Select(n => TfValue.Of(UserId(n)))]),
            ["on_destroy"] = TfValue.Of("remove_added"),
        }))]
        : [.. Enumerable.Range(0, Owners).Select(n => ProviderSession.Whole(Schema, new()
        {
            ["room_id"] = TfValue.Of(RoomId(n / OwnersOfEach)),
            ["user_id"] = TfValue.Of(UserId(n)),
        }))];

    public static string RoomId(int n) => $"room{n:D13}";

    private static string UserId(int n) => $"user{n:D13}";

    private IEnumerable<int> UsersOf(int room) => Enumerable.Range(room * OwnersOfEach, OwnersOfEach);

    private static WorkspaceSeed WorkspaceWith(IEnumerable<UserSeed> users, IEnumerable<RoomSeed> rooms) => new()
    {
        Users =
        [
            SmallWorkspace.Administrator,
            .. users,
        ],
        Rooms = [.. rooms],
    };
}
