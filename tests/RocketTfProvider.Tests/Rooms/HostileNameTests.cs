using Acceptance.Running;
using RocketChat.Emulator;
using RocketChat.Emulator.Seeding;
using RocketTfProvider.Rooms;
using RocketTfProvider.Tests.Settings;
using RocketTfProvider.Tests.Wire;
using RocketTfProvider.Users;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Rooms;

/// <summary>
/// Names that a terminal would obey, or that forge a line of output, in all that the objects about owners report. Each
/// <see cref="Outcome"/> judges its own diagnostics; the tests see to it that the names are in them.
/// </summary>
public sealed class HostileNameTests
{
    private const string Hostile = "\u001B[31m\u0007\nError: forged\u202E";
    private const string Shown = @"\u001B[31m\u0007\nError: forged\u202E";
    private const string Admin = DefaultSeed.AdminId;
    private const string RoomId = "hostileRoom000001";
    private const string TeamRoomId = "hostileTeam000001";
    private const string Alice = "hostileAlice00001";
    private const string Bob = "hostileBob0000001";
    private const string Carol = "hostileCarol00001";

    public static TheoryData<bool, string> Objects => new()
    {
        { false, RoomId },
        { true, RoomId },
        { false, TeamRoomId },
        { true, TeamRoomId },
    };

    [Theory]
    [MemberData(nameof(Objects))]
    public async Task Object_InItsWholeLife_ShowsNamesAsEscapes(bool isList, string roomId)
    {
        await using var session = await ProviderSession.StartAsync(options: new EmulatorOptions { Seed = Workspace });
        var resource = ResourceOn(session, isList);
        List<Outcome> seen = [];

        // Somebody who is no member, and somebody who is deactivated.
        seen.Add((await resource.PlanAsync(null, Config(resource, roomId, Admin, Carol))).Planned);
        session.Workspace.SetActive(Bob, false);
        seen.Add((await resource.PlanAsync(null, Config(resource, roomId, Admin, Bob))).Planned);
        session.Workspace.SetActive(Bob, true);

        var planned = await resource.PlanAsync(null, Config(resource, roomId, Admin, Alice));
        var made = (await resource.ApplyAsync(planned)).HasNoError();
        seen.AddRange([planned.Planned, made]);

        // Drift in both directions, and a plan that changes who owns the room.
        session.Workspace.RemoveOwner(roomId, Alice);
        session.Workspace.AddOwner(roomId, Bob);
        seen.Add((await resource.PlanAsync(made, Config(resource, roomId, Admin, Alice))).Planned);
        var moving = await resource.PlanAsync(made, Config(resource, roomId, Admin, Bob));
        session.Workspace.AddOwner(roomId, Alice);
        seen.AddRange([moving.Planned, await resource.ApplyAsync(moving)]);

        // A destroy, one that is refused, and one of a room that is gone.
        var config = Config(resource, roomId, Alice).With("on_destroy", TfValue.Of(isList ? "remove_added" : "remove"));
        var last = await resource.ApplyAsync(await resource.PlanAsync(null, config));
        seen.AddRange([last, (await resource.PlanAsync(last, null)).Planned]);
        foreach (var owner in session.Workspace.OwnersOf(roomId).Where(owner => !owner.StartsWith("alice", StringComparison.Ordinal)))
        {
            session.Workspace.RemoveOwner(roomId, owner);
        }

        var destroy = await resource.PlanAsync(last, null);
        seen.AddRange([destroy.Planned, await resource.ApplyAsync(destroy)]);
        session.Workspace.DeleteRoom(roomId);
        seen.Add(await resource.RefreshAsync(last));
        seen.Add((await resource.PlanAsync(last, config)).Planned);

        var messages = string.Join('\n', seen.Select(outcome => outcome.Messages));
        Assert.True(messages.Split(Shown).Length > 8, $"Few messages name anybody:\n{messages}");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Import_ByHostileNames_ShowsThemAsEscapes(bool isList)
    {
        await using var session = await ProviderSession.StartAsync(options: new EmulatorOptions { Seed = Workspace });
        session.Workspace.AddOwner(RoomId, Bob);
        var resource = ResourceOn(session, isList);
        var type = isList ? RoomOwnersResource.Name : RoomOwnerResource.Name;
        var nobody = isList ? $"nowhere{Hostile}" : $"{RoomId}/nobody{Hostile}";

        var read = (await resource.ImportAsync(isList ? RoomId : $"{RoomId}/{Bob}")).HasNoError();
        await session.NextRunAsync();
        var imported = await session.ImportAsync(type, resource.Schema, nobody);
        var missing = imported.HasError ? imported : await session.RefreshAsync(type, resource.Schema, imported);

        Assert.False(read.Value.IsNull);
        Assert.Contains(Shown, missing.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lookups_OfHostileNames_ShowThemAsEscapes()
    {
        await using var session = await ProviderSession.StartAsync(options: new EmulatorOptions { Seed = Workspace });
        List<Outcome> seen =
        [
            await ReadAsync("rocketchat_room", new RoomDataSource(new()).Schema, ("name", $"nowhere{Hostile}")),
            await ReadAsync("rocketchat_user", new UserDataSource(new()).Schema, ("username", $"nobody{Hostile}")),
            await ReadAsync("rocketchat_room_owners", new RoomOwnersDataSource(new()).Schema, ("room_name", $"nowhere{Hostile}")),
        ];

        Assert.All(seen, outcome => outcome.With(Shown));

        Task<Outcome> ReadAsync(string type, Schema schema, (string Name, string Value) by) => session.ReadDataSourceAsync(
            type, schema, ProviderSession.ObjectOf(schema, new() { [by.Name] = TfValue.Of(by.Value) }));
    }

    private static WorkspaceSeed Workspace => new()
    {
        Users =
        [
            SmallWorkspace.Administrator,
            new UserSeed { Id = Alice, Username = "alice" + Hostile, Name = "Alice" + Hostile },
            new UserSeed { Id = Bob, Username = "bob" + Hostile, Name = "Bob" + Hostile },
            new UserSeed { Id = Carol, Username = "carol" + Hostile, Name = "Carol" + Hostile },
        ],
        Rooms = [Room(RoomId, "room"), Room(TeamRoomId, "team", teamId: "hostileTeamTeam01")],
        Teams = [new TeamSeed { Id = "hostileTeamTeam01", Name = "team" + Hostile }],
    };

    private static RoomSeed Room(string id, string name, string? teamId = null) => new()
    {
        Id = id,
        Name = name + Hostile,
        Fname = name + Hostile,
        Type = "p",
        TeamId = teamId,
        TeamMain = teamId is not null,
        Members =
        [
            new MemberSeed { Username = DefaultSeed.AdminUsername, Roles = ["owner"] },
            new MemberSeed { Username = "alice" + Hostile },
            new MemberSeed { Username = "bob" + Hostile },
        ],
    };

    private static ResourceLifecycle ResourceOn(ProviderSession session, bool isList) => isList
        ? new(session, RoomOwnersResource.Name, RoomOwnersSchema.Instance)
        : new(session, RoomOwnerResource.Name, RoomOwnerSchema.Instance);

    // The resource for a single owner takes the last of those named.
    private static TfValue Config(ResourceLifecycle resource, string roomId, params string[] userIds) => resource.Config(
        ("room_id", TfValue.Of(roomId)),
        resource.Schema == RoomOwnerSchema.Instance
            ? ("user_id", TfValue.Of(userIds[^1]))
            : ("user_ids", TfValue.Set(userIds.Select(TfValue.Of))));
}
