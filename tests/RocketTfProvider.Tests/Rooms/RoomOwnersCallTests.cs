using Acceptance.Running;
using RocketChat.Emulator.Seeding;
using RocketTfProvider.Rooms;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Rooms;

/// <summary>The section "Cost" of <c>docs/resources/room_owners.md</c>.</summary>
public sealed class RoomOwnersCallTests
{
    private const string Type = "rocketchat_room_owners";

    private static Schema Owners => RoomOwnersSchema.Instance;

    private const string Room = "GET /api/v1/rooms.adminRooms.getRoom -> 200";
    private const string User = "GET /api/v1/users.info -> 200";
    private const string Users = "GET /api/v1/users.list -> 200";
    private const string Members = "GET /api/v1/channels.members -> 200";
    private const string OwnersOf = "GET /api/v1/roles.getUsersInRole -> 200";
    private const string Self = "GET /api/v1/me -> 200";
    private const string Info = "GET /api/info -> 200";
    private const string UniqueId = "GET /api/v1/settings.public -> 200";

    [BehaviorRow("room_owners", "new")]
    [Fact]
    public async Task OneRoomWithTwoNewOwnersInPlaceOfOne_CostsWhatThePageSays()
    {
        await using var session = await ProviderSession.StartAsync();
        var config = Config("aliceAliceAlice01", "bobBobBobBobBob01");

        // The accounts of the new owners and the members of the room; of the former owner, who is our own account, that it is.
        var planned = await session.PlanAsync(Type, Owners, null, config);
        AssertCalls(session, new() { [Room] = 1, [OwnersOf] = 1, [Users] = 1, [Members] = 1, [Self] = 1, [Info] = 1 });

        // The CLI plans again; then the owners are read before the first change, after those who come, and after those who go.
        await BeginRunAsync(session);
        var made = await session.ApplyAsync(Type, Owners, null, config, planned);
        AssertCalls(session, new()
        {
            [Room] = 1,

            // A list proves both additions, unless the first one is answered before the second one is sent.
            [OwnersOf] = Math.Clamp(session.Requests.Count(request => request == OwnersOf), 4, 5),
            [Users] = 1,
            [Members] = 1,
            [User] = 1,
            [Self] = 1,
            [Info] = 1,
            [UniqueId] = 1,
            ["POST /api/v1/channels.addOwner -> 200"] = 2,
            ["POST /api/v1/channels.removeOwner -> 200"] = 1,
        });

        await BeginRunAsync(session);
        made = await session.RefreshAsync(Type, Owners, made);
        (await session.PlanAsync(Type, Owners, made, config)).Says();
        AssertCalls(session, new() { [Room] = 1, [OwnersOf] = 1, [Users] = 1, [Info] = 1, [UniqueId] = 1 });
    }

    private static TfValue Config(params string[] users) => ProviderSession.ObjectOf(Owners, new()
    {
        ["room_id"] = TfValue.Of("GENERAL"),
        ["user_ids"] = TfValue.Set(users.Select(TfValue.Of)),
    });

    private static async Task BeginRunAsync(ProviderSession session)
    {
        await session.ConfigureAsync(DefaultSeed.AdminId, DefaultSeed.AdminToken);
        session.Server.ClearRequests();
    }

    private static void AssertCalls(ProviderSession session, Dictionary<string, int> expected)
    {
        Assert.Equal(expected, session.Requests.CountBy(request => request).ToDictionary());
        session.Server.ClearRequests();
    }
}
