using RocketChat.Emulator.Seeding;
using RocketTfProvider.Rooms;
using RocketTfProvider.Tests.Settings;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Rooms;

/// <summary>
/// The requests for a number of ownerships, where a CLI calls ten objects at once: one request more for each is a thousand more for a
/// thousand.
/// </summary>
public sealed class OwnerCallCountTests
{
    private const int Parallelism = OwnerLayout.ObjectsAtOnce;

    /// <summary>Rooms, owners of each, whether the same users own all rooms, and whether a list manages them.</summary>
    public static TheoryData<int, int, bool, bool> Layouts => new()
    {
        { 60, 1, false, false },
        { 60, 1, true, false },
        { 1, 60, false, false },
        { 20, 3, false, false },
        { 20, 3, false, true },
        { 20, 3, true, true },
        { 1, 60, false, true },
        { 1000, 1, false, false },
        { 1000, 1, true, false },
        { 1, 1000, false, false },
        { 300, 3, false, true },
    };

    [Theory, MemberData(nameof(Layouts))]
    public async Task ManyOwners_AreWrittenWithThreeRequestsEachAndDestroyedWithFour(int rooms, int ownersOfEach, bool shared, bool isList)
    {
        var layout = new OwnerLayout(rooms, ownersOfEach, isList) { SharesUsers = shared };
        await using var session = await ProviderSession.StartAsync(options: new() { Seed = layout.Seed });

        var made = await CreateAsync(session, layout);
        var ofApply = Count(session);
        var reportOfApply = Report(session, "apply");

        await BeginRunAsync(session);
        made = await EachAsync(made, one => session.RefreshAsync(layout.Type, layout.Schema, one));
        var ofDestroy = Count(session);
        await BeginRunAsync(session);
        var planned = await EachAsync(made, one => session.PlanAsync(layout.Type, layout.Schema, one, null));
        ofDestroy += Count(session);
        await BeginRunAsync(session);
        var gone = await EachAsync(
            [.. made.Zip(planned)], pair => session.ApplyAsync(layout.Type, layout.Schema, pair.First, null, pair.Second));
        ofDestroy += Count(session);

        Assert.All(gone, one => one.HasNoError());
        Assert.All(Enumerable.Range(0, rooms), room => Assert.Single(session.Workspace.OwnersOf(OwnerLayout.RoomId(room))));
        Assert.True(ofApply <= layout.MostOfApply, reportOfApply);
        Assert.True(ofDestroy <= 4 * layout.Owners, Report(session, $"destroy: {ofDestroy}"));
    }

    /// <summary>A server limits an account to ten requests a minute for each route.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task UnchangedOwner_OfAPlainAccount_AsksNoRouteTwice(bool isList)
    {
        var layout = new OwnerLayout(1, 1, isList);
        await using var session = await ProviderSession.StartAsync(options: new()
        {
            Seed = layout.Seed with { Permissions = new Dictionary<string, IReadOnlyList<string>> { ["api-bypass-rate-limit"] = [] } },
        });
        var made = await CreateAsync(session, layout);

        await BeginRunAsync(session);
        made = await EachAsync(made, one => session.RefreshAsync(layout.Type, layout.Schema, one));
        (await session.PlanAsync(layout.Type, layout.Schema, made[0], layout.Configs[0])).HasNoError();

        Assert.Equal(session.Requests.Distinct(), session.Requests);
    }

    [Fact]
    public async Task DestroyPlan_OfTheAccountsOwnOwnershipOfAGoneRoom_AsksNothingTwice()
    {
        await using var session = await ProviderSession.StartAsync();
        var resource = new ResourceLifecycle(session, "rocketchat_room_owner", RoomOwnerSchema.Instance);
        var made = await resource.ApplyAsync(
            null, resource.Config(("room_id", TfValue.Of("GENERAL")), ("user_id", TfValue.Of("aliceAliceAlice01"))));
        session.Workspace.DeleteRoom("GENERAL");
        await session.ConfigureAsync("aliceAliceAlice01", DefaultSeed.AliceToken);
        session.Server.ClearRequests();

        (await session.PlanAsync("rocketchat_room_owner", RoomOwnerSchema.Instance, made, null)).HasNoError();

        Assert.Equal(session.Requests.Distinct(), session.Requests);
    }

    private static async Task<IReadOnlyList<Outcome>> CreateAsync(ProviderSession session, OwnerLayout layout)
    {
        var planned = await EachAsync(layout.Configs, config => session.PlanAsync(layout.Type, layout.Schema, null, config));
        await BeginRunAsync(session);
        var made = await EachAsync(
            [.. layout.Configs.Zip(planned)], pair => session.ApplyAsync(layout.Type, layout.Schema, null, pair.First, pair.Second));
        Assert.All(made, one => one.HasNoError());
        return made;
    }

    private static async Task BeginRunAsync(ProviderSession session)
    {
        await session.NextRunAsync();
        session.Server.ClearRequests();
    }

    private static int Count(ProviderSession session) => session.Requests.Count();

    private static string Report(ProviderSession session, string command) =>
        $"{command}: {Count(session)}\n{string.Join('\n', session.Requests.CountBy(request => request))}";

    private static async Task<IReadOnlyList<Outcome>> EachAsync<T>(IReadOnlyList<T> objects, Func<T, Task<Outcome>> call)
    {
        var outcomes = new Outcome[objects.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, objects.Count),
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = TestContext.Current.CancellationToken },
            async (index, _) => outcomes[index] = await call(objects[index]));
        return outcomes;
    }
}
