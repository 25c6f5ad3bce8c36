using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Rooms;

/// <summary>
/// The requests of one owner that wait for one another: a server far away adds its latency so many times. Each row is sent at once.
/// <c>tests/Benchmarks/README.md</c> gives the reason of each row.
/// </summary>
public sealed class OwnerChainTests
{
    private const string Info = "GET /api/info";
    private const string UniqueId = "GET /api/v1/settings.public";
    private const string Room = "GET /api/v1/rooms.adminRooms.getRoom";
    private const string User = "GET /api/v1/users.info";
    private const string Users = "GET /api/v1/users.list";
    private const string RoomByName = "GET /api/v1/rooms.adminRooms";
    private const string Self = "GET /api/v1/me";
    private const string Owners = "GET /api/v1/roles.getUsersInRole";
    private const string AddOwner = "POST /api/v1/channels.addOwner";
    private const string RemoveOwner = "POST /api/v1/channels.removeOwner";

    [Fact]
    public async Task OneOwner_FromPlanToDestroy_WaitsForNoAnswerThatItDoesNotNeed()
    {
        var layout = new OwnerLayout(1, 1, IsList: false);
        var waves = new RequestWaves();
        await using var session = await ProviderSession.StartAsync(options: new() { Seed = layout.Seed, BeforeAnswer = waves.HoldAsync });
        var (type, schema, config) = (layout.Type, layout.Schema, layout.Configs[0]);

        waves.Expect([Room, User, Self, Info]);
        var planned = (await session.PlanAsync(type, schema, null, config)).HasNoError();
        waves.AssertEnded();

        await session.NextRunAsync();
        waves.Expect([Room, User, Self, Info], [UniqueId], [AddOwner], [Owners]);
        var made = (await session.ApplyAsync(type, schema, null, config, planned)).HasNoError();
        waves.AssertEnded();

        await session.NextRunAsync();
        waves.Expect([UniqueId], [Room, Owners, Info]);
        made = (await session.RefreshAsync(type, schema, made)).HasNoError();
        (await session.PlanAsync(type, schema, made, config)).Says();
        waves.AssertEnded();

        await session.NextRunAsync();
        waves.Expect([UniqueId], [Self, Owners, Info], [User]);
        var leaving = (await session.PlanAsync(type, schema, made, null)).HasNoError();
        waves.AssertEnded();

        await session.NextRunAsync();
        waves.Expect([UniqueId], [Room, User, Owners, Info], [User], [RemoveOwner], [Owners]);
        (await session.ApplyAsync(type, schema, made, null, leaving)).HasNoError();
        waves.AssertEnded();
    }

    /// <summary>The rooms of a user are read by id, which a name does not show.</summary>
    [Fact]
    public async Task PlanByNames_OfOneOwner_WaitsOnceForTheIdOfTheUser()
    {
        var layout = new OwnerLayout(1, 1, IsList: false);
        var waves = new RequestWaves();
        await using var session = await ProviderSession.StartAsync(options: new() { Seed = layout.Seed, BeforeAnswer = waves.HoldAsync });
        var config = ProviderSession.ObjectOf(layout.Schema, new()
        {
            ["room_name"] = TfValue.Of("room0"),
            ["username"] = TfValue.Of("user0"),
        });

        waves.Expect([RoomByName, User, Self, Info], [User]);
        (await session.PlanAsync(layout.Type, layout.Schema, null, config)).HasNoError();
        waves.AssertEnded();
    }

    [Fact]
    public async Task ListOfOwners_FromPlanToDestroy_WaitsForNoAnswerThatItDoesNotNeed()
    {
        var layout = new OwnerLayout(1, 1, IsList: true);
        var waves = new RequestWaves();
        await using var session = await ProviderSession.StartAsync(options: new() { Seed = layout.Seed, BeforeAnswer = waves.HoldAsync });
        var (type, schema, config) = (layout.Type, layout.Schema, layout.Configs[0]);

        waves.Expect([Room, Owners, Users, Info], [User, Self]);
        var planned = (await session.PlanAsync(type, schema, null, config)).HasNoError();
        waves.AssertEnded();

        await session.NextRunAsync();
        waves.Expect([Room, Owners, Users, Info], [User, Self], [UniqueId], [Owners], [AddOwner], [Owners]);
        var made = (await session.ApplyAsync(type, schema, null, config, planned)).HasNoError();
        waves.AssertEnded();

        await session.NextRunAsync();
        waves.Expect([UniqueId], [Room, Owners, Info], [Users]);
        made = (await session.RefreshAsync(type, schema, made)).HasNoError();
        (await session.PlanAsync(type, schema, made, config)).Says();
        waves.AssertEnded();

        await session.NextRunAsync();
        waves.Expect([UniqueId], [Owners, Info], [Self, User]);
        var leaving = (await session.PlanAsync(type, schema, made, null)).HasNoError();
        waves.AssertEnded();

        await session.NextRunAsync();
        waves.Expect([UniqueId], [Room, Owners, Info], [Self, User], [RemoveOwner], [Owners]);
        (await session.ApplyAsync(type, schema, made, null, leaving)).HasNoError();
        waves.AssertEnded();
    }
}
