using RocketChat.Emulator;
using RocketChat.Emulator.Faults;
using RocketChat.Emulator.Seeding;
using RocketTfProvider.Rooms;
using RocketTfProvider.Settings;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Connection;

/// <summary>State of one workspace against another, whose unique id differs.</summary>
public sealed class WorkspaceIdentityTests
{
    private const string Owner = "rocketchat_room_owner";
    private const string Another = "Error: Object of another workspace";
    private const string OldId = "11111111-1111-1111-1111-111111111111";
    private const string NewId = "22222222-2222-2222-2222-222222222222";

    private static readonly TfValue AliceOwnsGeneral = ProviderSession.ObjectOf(RoomOwnerSchema.Instance, new()
    {
        ["room_id"] = TfValue.Of("GENERAL"),
        ["user_id"] = TfValue.Of("aliceAliceAlice01"),
    });

    private static readonly TfValue SiteName = ProviderSession.ObjectOf(SettingSchema.Instance, new()
    {
        ["setting_id"] = TfValue.Of("Site_Name"),
        ["value"] = TfValue.Dynamic(TfType.String, TfValue.Of("Chat")),
    });

    /// <summary>Resources with a configuration.</summary>
    public static TheoryData<string> Types => new(Owner, "rocketchat_setting");

    [Theory, MemberData(nameof(Types))]
    public async Task EachCall_OnAnotherWorkspace_IsRefusedWithBothIdsAndChangesNothing(string type)
    {
        var (schema, config) = type == Owner ? (RoomOwnerSchema.Instance, AliceOwnsGeneral) : (SettingSchema.Instance, SiteName);
        await using var session = await StartAsync();
        var made = await MakeAsync(session, type, schema, config);
        var planned = await session.PlanAsync(type, schema, made, null);

        await MoveAsync(session);
        session.Server.ClearRequests();
        var read = await session.RefreshAsync(type, schema, made);
        read.Says(Another).With(OldId).With(NewId).With($"expected_workspace_id = \"{NewId}\"");
        Assert.Equal(made.Value, read.Value);
        (await session.PlanAsync(type, schema, made, config)).Says(Another);
        (await session.PlanAsync(type, schema, made, null)).Says(Another);
        var destroyed = await session.ApplyAsync(type, schema, made, null, planned);
        destroyed.Says(Another);
        Assert.Equal(made.Value, destroyed.Value);
        Assert.Equal(["GET /api/v1/settings.public -> 200"], session.Requests);
    }

    [Fact]
    public async Task Refresh_WithTheExpectedId_TakesTheObjectOverOnce()
    {
        await using var session = await StartAsync();
        var made = await MakeAsync(session, Owner, RoomOwnerSchema.Instance, AliceOwnsGeneral);

        await MoveAsync(session, NewId);
        var taken = await session.RefreshAsync(Owner, RoomOwnerSchema.Instance, made);
        taken.Says("Warning: Objects taken over from another workspace").With(OldId).With(NewId);

        (await session.RefreshAsync(Owner, RoomOwnerSchema.Instance, taken)).Says();
        await MoveAsync(session);
        (await session.RefreshAsync(Owner, RoomOwnerSchema.Instance, taken)).Says();
    }

    [Fact]
    public async Task AnyCall_WithAnotherExpectedId_IsRefusedBeforeAnythingElse()
    {
        await using var session = await StartAsync();
        await ConfigureAsync(session, NewId);
        session.Server.ClearRequests();

        (await session.PlanAsync(Owner, RoomOwnerSchema.Instance, null, AliceOwnsGeneral)).Says("Error: Unexpected workspace").With(OldId)
            .With(NewId);
        var room = ProviderSession.ObjectOf(RoomSchema.Instance, new() { ["name"] = TfValue.Of("general") });
        (await session.ReadDataSourceAsync("rocketchat_room", RoomSchema.Instance, room)).Says("Error: Unexpected workspace");
        (await session.ImportAsync(Owner, RoomOwnerSchema.Instance, "general/admin")).Says("Error: Unexpected workspace");
        Assert.Equal(["GET /api/v1/settings.public -> 200"], session.Requests);
    }

    [Theory]
    [InlineData("3.11")]
    [InlineData("6.5")]
    [InlineData("7.10")]
    [InlineData("8.8")]
    [InlineData("9.0")]
    public async Task PlainUser_OnEveryVersion_SeesTheId(string version)
    {
        await using var session = await ProviderSession.StartAsync(options: new EmulatorOptions { VersionProfile = version });
        session.Workspace.SetSetting("uniqueID", OldId);
        await session.ConfigureAsync(Arguments("aliceAliceAlice01", DefaultSeed.AliceToken, OldId));
        var room = ProviderSession.ObjectOf(RoomSchema.Instance, new() { ["id"] = TfValue.Of("GENERAL") });

        (await session.ReadDataSourceAsync("rocketchat_room", RoomSchema.Instance, room)).Says();
    }

    [Fact]
    public async Task HiddenId_RefusesNothingUnlessOneIsExpected()
    {
        await using var session = await StartAsync();
        var made = await MakeAsync(session, Owner, RoomOwnerSchema.Instance, AliceOwnsGeneral);
        session.Server.Faults.Add(new Fault { Kind = FaultKind.Status, Path = "*settings.public", Status = 403 });

        await MoveAsync(session);
        (await session.RefreshAsync(Owner, RoomOwnerSchema.Instance, made)).Says();

        await MoveAsync(session, NewId);
        (await session.RefreshAsync(Owner, RoomOwnerSchema.Instance, made)).Says("Error: Workspace id cannot be read");
    }

    [Fact]
    public async Task StateOfBefore_StoresTheIdAtItsNextRefresh()
    {
        await using var session = await StartAsync();
        var made = await MakeAsync(session, Owner, RoomOwnerSchema.Instance, AliceOwnsGeneral);
        var former = made with { Private = Google.Protobuf.ByteString.Empty };

        var read = (await session.RefreshAsync(Owner, RoomOwnerSchema.Instance, former)).Says();

        await MoveAsync(session);
        (await session.RefreshAsync(Owner, RoomOwnerSchema.Instance, read)).Says(Another);
    }

    private static async Task<ProviderSession> StartAsync()
    {
        var session = await ProviderSession.StartAsync();
        session.Workspace.SetSetting("uniqueID", OldId);
        return session;
    }

    private static async Task<Outcome> MakeAsync(ProviderSession session, string type, Schema schema, TfValue config) =>
        (await session.ApplyAsync(type, schema, null, config, await session.PlanAsync(type, schema, null, config))).HasNoError();

    // Another workspace with the same rooms and users.
    private static Task MoveAsync(ProviderSession session, string? expected = null)
    {
        session.Workspace.SetSetting("uniqueID", NewId);
        return ConfigureAsync(session, expected);
    }

    private static Task ConfigureAsync(ProviderSession session, string? expected) =>
        session.ConfigureAsync(Arguments(DefaultSeed.AdminId, DefaultSeed.AdminToken, expected));

    private static Dictionary<string, TfValue> Arguments(string userId, string token, string? expected) => new()
    {
        ["user_id"] = TfValue.Of(userId),
        ["auth_token"] = TfValue.Of(token),
        ["expected_workspace_id"] = TfValue.Of(expected),
    };
}
