using Acceptance.Running;
using RocketChat.Emulator;

namespace Acceptance;

/// <summary>What a workspace is asked for N owners: a call more per owner is a thousand more for a thousand.</summary>
public sealed class HttpCallTests
{
    private const string Info = "GET /api/info -> 200";
    private const string Room = "GET /api/v1/rooms.adminRooms.getRoom -> 200";
    private const string User = "GET /api/v1/users.info -> 200";

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task Calls_ForOwners_AreAFewEach(int owners)
    {
        var options = new EmulatorOptions { Seed = OwnedRooms.Seed(owners) };
        await using var stage = await Stage.SetAsync(Toolchain.Shipped, OwnedRooms.Module(owners), options);

        Assert.Empty(await CallsOfAsync(stage, () => stage.Cli.PlanAsync()));
        Assert.Equal([], await CallsOfAsync(stage, () => stage.Cli.ApplyPlanAsync()));
        Assert.Equal([], await CallsOfAsync(stage, () => stage.Cli.PlanAsync()));
        Assert.Equal([], await CallsOfAsync(stage, () => stage.Cli.DestroyAsync()));
    }

    /// <summary>The calls that a command makes, each kind with its number, in the order of the alphabet.</summary>
    private static async Task<IEnumerable<string>> CallsOfAsync(Stage stage, Func<Task<CommandResult>> command)
    {
        var before = stage.Requests.Count();
        await command();
        return stage.Requests.Skip(before).CountBy(call => call).Select(kind => $"{kind.Value} x {kind.Key}").Order(StringComparer.Ordinal);
    }
}
