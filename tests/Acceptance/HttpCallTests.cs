using Acceptance.Running;
using RocketChat.Emulator;

namespace Acceptance;

/// <summary>The calls to a workspace for a number of owners: one call more for each is a thousand more for a thousand.</summary>
public sealed class HttpCallTests
{
    private const int ObjectsAtOnce = 10;
    private const string GetInfo = "GET /api/info -> 200";
    private const string GetUniqueId = "GET /api/v1/settings.public -> 200";
    private const string GetRoom = "GET /api/v1/rooms.adminRooms.getRoom -> 200";
    private const string ListRooms = "GET /api/v1/rooms.adminRooms -> 200";
    private const string GetUser = "GET /api/v1/users.info -> 200";
    private const string ListUsers = "GET /api/v1/users.list -> 200";
    private const string GetSelf = "GET /api/v1/me -> 200";
    private const string GetOwners = "GET /api/v1/roles.getUsersInRole -> 200";
    private const string AddOwner = "POST /api/v1/channels.addOwner -> 200";
    private const string RemoveOwner = "POST /api/v1/channels.removeOwner -> 200";

    [BehaviorRow("room_owner", "new")]
    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task Commands_ForOwners_MakeAFewCallsForEach(int owners)
    {
        var options = new EmulatorOptions { Seed = OwnedRooms.Seed(owners) };
        await using var fixture = await Fixture.CreateAsync(Toolchain.Shipped, OwnedRooms.Module(owners), options);

        // The user with the rooms that the user is in: nobody else can become an owner. From the ninth room and user on, the list of all is
        // cheaper: one call for a hundred, and the rooms of the user on their own.
        var single = Math.Min(owners, 8);
        var lists = owners > 8 ? 1 : 0;
        var reads = new Dictionary<string, int>
        {
            [GetInfo] = 1,
            [GetRoom] = single,
            [ListRooms] = lists,
            [GetUser] = owners,
            [ListUsers] = 2 * lists,
            [GetSelf] = 1,
        };
        AssertCalls(reads, await CallsAsync(fixture.Cli.PlanAsync()));

        // The CLI plans once more before it applies, and what that finds serves the change too. The owners are read after the change, since
        // only that proves it.
        AssertCalls(
            new(reads) { [GetUniqueId] = 1, [GetOwners] = owners, [AddOwner] = owners }, await CallsAsync(fixture.Cli.ApplyPlanAsync()));

        // Each room has an owner of its own here: reading per user would cost more, which one call finds out.
        AssertCalls(
            new() { [GetInfo] = 1, [GetUniqueId] = 1, [GetRoom] = single, [ListRooms] = lists, [GetOwners] = owners + lists },
            await CallsAsync(fixture.Cli.PlanAsync()));

        // Three processes that know nothing of each other: one refreshes, one plans, one deletes.
        var destroy = await CallsAsync(fixture.Cli.DestroyAsync());
        AssertCalls(
            new() { [GetInfo] = 3, [GetUniqueId] = 3, [GetRoom] = 2 * single, [ListRooms] = 2 * lists, [RemoveOwner] = owners },
            destroy.Where(call => call.Key is not (GetOwners or GetUser or ListUsers or GetSelf)).ToDictionary());

        // The refresh and the read after the change need the owners of each room, and the others only those of the first rooms: an account
        // that owns several is asked for all of its rooms. Each process may find out by one call whether reading per user costs less.
        Assert.InRange(destroy[GetOwners], 2 * owners, Math.Min(4 * owners, (2 * owners) + (3 * lists) + (2 * ObjectsAtOnce)));

        // Whether an active owner stays is asked for each room, but what that finds serves other rooms too, for five seconds.
        Assert.InRange(destroy[GetUser], owners == 1 ? 2 : 3, single + 8);
        Assert.InRange(destroy.GetValueOrDefault(ListUsers), 0, 2 * lists);
        Assert.InRange(destroy[GetSelf], 1, 5);

        async Task<Dictionary<string, int>> CallsAsync(Task<CommandResult> command)
        {
            var result = await command;
            var calls = fixture.Requests.CountBy(call => call).ToDictionary();
            fixture.ForgetRequests();
            Assert.NotEqual(1, result.ExitCode);
            return calls;
        }
    }

    /// <summary>How many pages a list takes hangs on what was read before, so the sums have some room.</summary>
    [Fact]
    public async Task Commands_ForAThousandOwners_StayInProportion()
    {
        const int owners = 1000;
        const int lists = 46;
        var options = new EmulatorOptions { Seed = OwnedRooms.Seed(owners) };
        await using var fixture = await Fixture.CreateAsync(Toolchain.Shipped, OwnedRooms.Module(owners), options);

        (await fixture.Cli.PlanAsync()).HasChanges();
        Assert.InRange(fixture.Requests.Count(), owners, owners + lists);
        fixture.ForgetRequests();

        (await fixture.Cli.ApplyPlanAsync()).Succeeds();
        Assert.Equal(owners, fixture.Requests.Count(call => call == AddOwner));
        Assert.Equal(owners, fixture.Requests.Count(call => call == GetOwners));
        Assert.InRange(fixture.Requests.Count(), 3 * owners, (3 * owners) + lists);
        fixture.ForgetRequests();

        (await fixture.Cli.PlanAsync()).HasNoChanges();
        Assert.InRange(fixture.Requests.Count(), owners, owners + 30);
    }

    /// <summary>The section "Cost" of <c>docs/resources/room_owner.md</c>.</summary>
    [Theory]
    [InlineData(150, 3)]
    [InlineData(40, 12)]
    public async Task Refresh_OfRoomsWithTheSameOwners_AsksPerOwnerInsteadOfPerRoom(int rooms, int owners)
    {
        var options = new EmulatorOptions { Seed = OwnedRooms.SharedSeed(rooms, owners) };
        await using var fixture = await Fixture.CreateAsync(Toolchain.Shipped, OwnedRooms.SharedModule(rooms, owners), options);
        (await fixture.Cli.ApplyAsync()).Succeeds();
        fixture.ForgetRequests();

        // Resources one after the other, so that none shares the answer to another by chance.
        (await fixture.Cli.PlanAsync("-parallelism=1")).HasNoChanges();

        var calls = fixture.Requests.CountBy(call => call).ToDictionary();
        var singleOwners = Math.Max(8, owners);

        // The list of rooms is read after eight rooms alone, or sooner when that is the cheaper way.
        Assert.InRange(calls.GetValueOrDefault(GetRoom), 1, 8);
        calls.Remove(GetRoom);
        AssertCalls(
            new()
            {
                [GetInfo] = 1,
                [GetUniqueId] = 1,
                [ListRooms] = (rooms + 99) / 100,
                [GetOwners] = singleOwners + 1,
                [GetUser] = owners,
            },
            calls);
    }

    private static void AssertCalls(Dictionary<string, int> expected, Dictionary<string, int> calls) =>
        Assert.Equal(expected.Where(call => call.Value > 0).OrderBy(call => call.Key), calls.OrderBy(call => call.Key));
}
