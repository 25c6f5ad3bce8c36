using Acceptance.Running;
using RocketChat.Emulator;

namespace Acceptance;

/// <summary>What a workspace is asked for a number of owners: one call more for each is a thousand more for a thousand.</summary>
public sealed class HttpCallTests
{
    private const string GetInfo = "GET /api/info -> 200";
    private const string GetRoom = "GET /api/v1/rooms.adminRooms.getRoom -> 200";
    private const string GetUser = "GET /api/v1/users.info -> 200";
    private const string GetSelf = "GET /api/v1/me -> 200";
    private const string GetOwners = "GET /api/v1/roles.getUsersInRole -> 200";
    private const string AddOwner = "POST /api/v1/channels.addOwner -> 200";
    private const string RemoveOwner = "POST /api/v1/channels.removeOwner -> 200";

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task Commands_ForOwners_MakeAFewCallsForEach(int owners)
    {
        var options = new EmulatorOptions { Seed = OwnedRooms.Seed(owners) };
        await using var stage = await Stage.SetAsync(Toolchain.Shipped, OwnedRooms.Module(owners), options);

        // The user, and the rooms that the user is in: nobody else can become an owner.
        Assert.Equal(
            new() { [GetInfo] = 1, [GetRoom] = owners, [GetUser] = 2 * owners },
            await CallsAsync(stage.Cli.PlanAsync()));

        // Owners are read before the change, since there may be nothing to do, and after it, since only that proves it.
        var apply = await CallsAsync(stage.Cli.ApplyPlanAsync());
        Assert.Equal(
            new() { [GetInfo] = 1, [GetOwners] = 2 * owners, [AddOwner] = owners },
            apply.Where(call => call.Key is not (GetRoom or GetUser)).ToDictionary());

        // The CLI plans once more before it applies. What that finds serves the change too, unless another change came in between.
        Assert.InRange(apply[GetRoom], owners, 2 * owners);
        Assert.InRange(apply[GetUser], 2 * owners, 3 * owners);

        Assert.Equal(
            new() { [GetInfo] = 1, [GetRoom] = owners, [GetOwners] = owners },
            await CallsAsync(stage.Cli.PlanAsync()));

        // Three processes that know nothing of each other: one refreshes, one plans, one deletes.
        var destroy = await CallsAsync(stage.Cli.DestroyAsync());
        Assert.Equal(
            new() { [GetInfo] = 3, [GetRoom] = 2 * owners, [GetOwners] = 4 * owners, [RemoveOwner] = owners },
            destroy.Where(call => call.Key is not (GetUser or GetSelf)).ToDictionary());

        // Whether an active owner stays is asked for each room, but what that finds serves other rooms too, until a change comes in between.
        Assert.InRange(destroy[GetUser], owners + 2, (2 * owners) + 5);
        Assert.InRange(destroy[GetSelf], 1, 5);

        async Task<Dictionary<string, int>> CallsAsync(Task<CommandResult> command)
        {
            var result = await command;
            var calls = stage.Requests.CountBy(call => call).ToDictionary();
            stage.ForgetRequests();
            Assert.NotEqual(1, result.ExitCode);
            return calls;
        }
    }
}
