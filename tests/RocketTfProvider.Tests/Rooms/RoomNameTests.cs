using Acceptance.Running;
using RocketChat.Emulator.Seeding;
using RocketTfProvider.Rooms;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Rooms;

/// <summary>Names in the place of ids: looked up when they are new, and never after a rename.</summary>
public sealed class RoomNameTests
{
    private const string Single = "rocketchat_room_owner";
    private const string List = "rocketchat_room_owners";
    private const string Board = "boardRoomBoard001";
    private const string Bob = "bobBobBobBobBob01";

    public static TheoryData<string> Both => [Single, List];

    [Theory, MemberData(nameof(Both))]
    public async Task Plan_ByRoomName_KnowsTheIdsAndAllNames(string type)
    {
        await using var session = await ProviderSession.StartAsync();

        var planned = (await PlanAsync(session, type, null, Config(type, roomName: "board"))).HasNoError();

        Assert.True(planned.Value.IsWhollyKnown);
        Assert.Equal(Board, planned.Value.Attributes["room_id"].String);
        Assert.Equal("board", planned.Value.Attributes["room_name"].String);
        var made = await ApplyAsync(session, type, null, Config(type, roomName: "board"), planned);
        Assert.Equal(planned.Value, made.HasNoError().Value);
        await HasNoChangeAsync(session, type, made, Config(type, roomName: "board"));
    }

    [BehaviorRow("room_owner", "renamed")]
    [BehaviorRow("room_owners", "renamed")]
    [Theory, MemberData(nameof(Both))]
    public async Task Plan_AfterARename_ChangesNothingEvenIfAnotherRoomHasTheName(string type)
    {
        await using var session = await ProviderSession.StartAsync();
        var config = Config(type, roomName: "board");
        var made = await MakeAsync(session, type, config);
        session.Workspace.RenameRoom("board", "council");
        session.Workspace.RenameRoom("general", "board");

        var read = (await session.RefreshAsync(type, SchemaOf(type), made)).Says();
        var planned = await PlanAsync(session, type, read, config);

        planned.Says("Warning: Room \"board\" was renamed").With("is called `council`");
        Assert.Equal(read.Value, planned.Value);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Plan_AfterARenameOfAnImportedObject_ChangesNothing(string type)
    {
        await using var session = await ProviderSession.StartAsync();
        session.Workspace.AddOwner("board", "bob");
        var imported = await session.ImportAsync(type, SchemaOf(type), type == Single ? "board/bob" : "board");
        var read = await session.RefreshAsync(type, SchemaOf(type), imported);
        var generated = Generated(type, read);
        (await PlanAsync(session, type, read, generated)).Says();
        session.Workspace.RenameRoom("board", "council");
        await session.NextRunAsync();

        var again = await session.RefreshAsync(type, SchemaOf(type), read);
        var planned = await PlanAsync(session, type, again, generated);

        planned.Says("Warning: Room \"board\" was renamed");
        Assert.Equal(again.Value, planned.Value);
    }

    [BehaviorRow("room_owners", "other-room")]
    [Theory, MemberData(nameof(Both))]
    public async Task Plan_OfAnotherName_ReplacesWhereItIsAnotherRoom(string type)
    {
        await using var session = await ProviderSession.StartAsync();
        var made = await MakeAsync(session, type, Config(type, roomName: "board"));

        Assert.Contains(
            "room_name", (await PlanAsync(session, type, made, Config(type, roomName: "general"))).HasNoError().Replacing);
        (await PlanAsync(session, type, made, Config(type, roomName: "nowhere"))).With("Room \"nowhere\" not found");
        Assert.Contains("room_name", (await PlanAsync(session, type, made, Config(type).With("room_name", TfValue.Unknown))).Replacing);

        // A new name of the same room: the next refresh shows it.
        session.Workspace.RenameRoom("board", "council");
        Assert.Empty((await PlanAsync(session, type, made, Config(type, roomName: "council"))).HasNoError().Replacing);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Plan_OfAnIdAndAName_WantsThemToAgree(string type)
    {
        await using var session = await ProviderSession.StartAsync();
        var both = Config(type, Board, "board");

        (await PlanAsync(session, type, null, both)).HasNoError();
        (await PlanAsync(session, type, null, Config(type, Board, "general")))
            .With("Room \"boardRoomBoard001\" has another name").With("the room `board`, and `room_name` is `general`");
        var made = await MakeAsync(session, type, both);
        await HasNoChangeAsync(session, type, made, both);
        (await PlanAsync(session, type, made, Config(type, Board, "general"))).With("has another name");
    }

    [Fact]
    public async Task Plan_OfAUserIdAndAUsername_WantsThemToAgree()
    {
        await using var session = await ProviderSession.StartAsync();
        var config = Config(Single, Board).With("username", TfValue.Of("bob"));

        (await PlanAsync(session, Single, null, config)).HasNoError();
        (await PlanAsync(session, Single, null, config.With("username", TfValue.Of("alice"))))
            .Says("Error: User \"bobBobBobBobBob01\" has another name");
    }

    [BehaviorRow("room_owner", "renamed")]
    [Fact]
    public async Task Plan_AfterAUserWasRenamed_ChangesNothingEvenIfAnotherUserHasTheName()
    {
        await using var session = await ProviderSession.StartAsync();
        var config = Config(Single, Board).With("user_id", TfValue.Null).With("username", TfValue.Of("bob"));
        var made = await MakeAsync(session, Single, config);
        session.Workspace.RenameUser("bob", "robert");
        session.Workspace.RenameUser("carol", "bob");

        var read = (await session.RefreshAsync(Single, SchemaOf(Single), made)).Says();
        var planned = await PlanAsync(session, Single, read, config);

        planned.Says("Warning: User \"bob\" was renamed").With("is called `robert`");
        Assert.Equal(read.Value, planned.Value);
    }

    private static Schema SchemaOf(string type) => type == Single ? RoomOwnerSchema.Instance : RoomOwnersSchema.Instance;

    private static TfValue Config(string type, string? roomId = null, string? roomName = null)
    {
        var config = ProviderSession.ObjectOf(
            SchemaOf(type), new() { ["room_id"] = TfValue.Of(roomId), ["room_name"] = TfValue.Of(roomName) });
        return type == Single ? config.With("user_id", TfValue.Of(Bob)) : config.With("user_ids", TfValue.Set([TfValue.Of(Bob)]));
    }

    /// <summary>The configuration that a CLI generates from the state: every value that may be configured.</summary>
    private static TfValue Generated(string type, Outcome state) => TfValue.Object(SchemaOf(type).Attributes.Select(attribute =>
        KeyValuePair.Create(
            attribute.Name, attribute.Use == AttributeUse.Computed ? TfValue.Null : state.Value.Attributes[attribute.Name])));

    private static Task<Outcome> PlanAsync(ProviderSession session, string type, Outcome? prior, TfValue config) =>
        session.PlanAsync(type, SchemaOf(type), prior, config);

    private static Task<Outcome> ApplyAsync(ProviderSession session, string type, Outcome? prior, TfValue config, Outcome planned) =>
        session.ApplyAsync(type, SchemaOf(type), prior, config, planned);

    private static async Task<Outcome> MakeAsync(ProviderSession session, string type, TfValue config)
    {
        var made = (await ApplyAsync(session, type, null, config, await PlanAsync(session, type, null, config))).HasNoError();
        await session.ConfigureAsync(DefaultSeed.AdminId, DefaultSeed.AdminToken);
        return made;
    }

    private static async Task HasNoChangeAsync(ProviderSession session, string type, Outcome made, TfValue config)
    {
        await session.NextRunAsync();
        var read = (await session.RefreshAsync(type, SchemaOf(type), made)).Says();
        Assert.Equal(read.Value, (await PlanAsync(session, type, read, config)).Says().Value);
    }
}
