using Acceptance.Running;
using RocketChat.Emulator.Seeding;
using RocketTfProvider.Rooms;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Rooms;

/// <summary>A workspace where as many ownerships as one likes are to be made, and the objects that make them.</summary>
/// <param name="Rooms">The number of rooms, which the provider's account owns.</param>
/// <param name="OwnersOfEach">The number of users in each room who shall own it, too.</param>
/// <param name="IsList">Whether <c>rocketchat_room_owners</c> manages them, and not <c>rocketchat_room_owner</c>.</param>
internal sealed record OwnerLayout(int Rooms, int OwnersOfEach, bool IsList)
{
    /// <summary>The number of objects that a CLI calls at once.</summary>
    public const int ObjectsAtOnce = 10;

    private const int PageSize = 100;

    /// <summary>Whether the same users own all rooms; otherwise no two rooms share one.</summary>
    public bool SharesUsers { get; init; }

    public int Owners => Rooms * OwnersOfEach;

    public int Users => SharesUsers ? OwnersOfEach : Owners;

    /// <summary>
    /// The requests of an apply: three for each owner, of which one shows whether the user is in the room. Where neither rooms nor users
    /// repeat, nothing makes up for the reads that serve all: the server, the account, the first rooms, and then pages of rooms and users.
    /// </summary>
    public int MostOfApply =>
        (3 * Owners) + (OwnersOfEach > 1 || SharesUsers ? 0 : 3 + ObjectsAtOnce + Pages(Rooms) + Pages(Users));

    public string Type => IsList ? RoomOwnersResource.Name : RoomOwnerResource.Name;

    public Schema Schema => IsList ? RoomOwnersSchema.Instance : RoomOwnerSchema.Instance;

    public WorkspaceSeed Seed => WorkspaceWith(
        Enumerable.Range(0, Users).Select(n => new UserSeed { Id = UserId(n), Username = $"user{n}" }),
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
        ? [.. Enumerable.Range(0, Rooms).Select(room => ProviderSession.ObjectOf(Schema, new()
        {
            ["room_id"] = TfValue.Of(RoomId(room)),
            ["user_ids"] = TfValue.Set([TfValue.Of(DefaultSeed.AdminId), .. UsersOf(room).Select(n => TfValue.Of(UserId(n)))]),
            ["on_destroy"] = TfValue.Of("remove_added"),
        }))]
        : [.. Enumerable.Range(0, Owners).Select(n => ProviderSession.ObjectOf(Schema, new()
        {
            ["room_id"] = TfValue.Of(RoomId(n / OwnersOfEach)),
            ["user_id"] = TfValue.Of(UserId(SharesUsers ? n % OwnersOfEach : n)),
        }))];

    public static string RoomId(int n) => $"room{n:D13}";

    private static string UserId(int n) => $"user{n:D13}";

    private IEnumerable<int> UsersOf(int room) => Enumerable.Range(SharesUsers ? 0 : room * OwnersOfEach, OwnersOfEach);

    private static int Pages(int items) => (items + PageSize) / PageSize;

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
