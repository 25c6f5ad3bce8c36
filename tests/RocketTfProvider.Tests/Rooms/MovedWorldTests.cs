using Acceptance.Running;
using RocketChat.Emulator.Seeding;
using RocketTfProvider.Rooms;
using RocketTfProvider.Tests.Wire;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Rooms;

/// <summary>
/// A destroy begins with a plan, so what somebody took away on the server must not fail the plan of an unchanged configuration. The same
/// configuration with an empty state asks for something new, and errs.
/// </summary>
public sealed class MovedWorldTests
{
    private const string Single = "rocketchat_room_owner";
    private const string List = "rocketchat_room_owners";
    private const string Announcements = "annRoomAnnRoom001";
    private const string Alice = "aliceAliceAlice01";

    [BehaviorRow("room_owner", "gone")]
    [Theory]
    [InlineData("room", "Room \"annRoomAnnRoom001\" not found")]
    [InlineData("user", "User \"aliceAliceAlice01\" not found")]
    [InlineData("member", "User \"alice\" is not a member of \"announcements\"")]
    public async Task Plan_OfAGoneOwner_WarnsWhereThePlanOfANewOneErrs(string gone, string expected)
    {
        await using var session = await ProviderSession.StartAsync();
        var config = ProviderSession.ObjectOf(
            RoomOwnerSchema.Instance, new() { ["room_id"] = TfValue.Of(Announcements), ["user_id"] = TfValue.Of(Alice) });
        var made = await MakeAsync(session, Single, RoomOwnerSchema.Instance, config);
        TakeAway(session, gone);

        var read = await session.RefreshAsync(Single, RoomOwnerSchema.Instance, made);
        Assert.True(read.Value.IsNull);
        (await session.PlanAsync(Single, RoomOwnerSchema.Instance, null, config)).Says($"Warning: {expected}")
            .With("A destroy still works");

        await session.NextRunAsync();
        (await session.PlanAsync(Single, RoomOwnerSchema.Instance, null, config)).Says($"Error: {expected}");
    }

    [BehaviorRow("room_owners", "owner-gone")]
    [BehaviorRow("room_owners", "room-gone")]
    [Theory]
    [InlineData("room", "Room \"annRoomAnnRoom001\" not found")]
    [InlineData("user", "User \"aliceAliceAlice01\" not found")]
    [InlineData("member", "User \"alice\" is not a member of \"announcements\"")]
    public async Task Plan_OfAnUnchangedList_WarnsWhereThePlanOfANewOneErrs(string gone, string expected)
    {
        await using var session = await ProviderSession.StartAsync();
        var config = ListOf(DefaultSeed.AdminId, Alice);
        var made = await MakeAsync(session, List, RoomOwnersSchema.Instance, config);
        TakeAway(session, gone);

        var read = await session.RefreshAsync(List, RoomOwnersSchema.Instance, made);
        var planned = await session.PlanAsync(List, RoomOwnersSchema.Instance, read.Value.IsNull ? null : read, config);
        planned.HasNoError().With($"Warning: {expected}").With("A destroy still works");
        if (gone != "room")
        {
            // Somebody whom the list newly names is asked for now.
            (await session.PlanAsync(List, RoomOwnersSchema.Instance, read, ListOf(DefaultSeed.AdminId, Alice, "nobodyNobody00001")))
                .With($"Warning: {expected}").With("Error: User \"nobodyNobody00001\" not found");
        }

        // Without a refresh the stored object is there.
        await session.NextRunAsync();
        (await session.PlanAsync(List, RoomOwnersSchema.Instance, made, config)).HasNoError();
        (await session.PlanAsync(List, RoomOwnersSchema.Instance, made, null)).HasNoError();

        await session.NextRunAsync();
        (await session.PlanAsync(List, RoomOwnersSchema.Instance, null, config)).With($"Error: {expected}");
    }

    [Fact]
    public async Task Plan_ThatKeepsADrift_SaysSo()
    {
        await using var session = await ProviderSession.StartAsync();
        var made = await MakeAsync(session, List, RoomOwnersSchema.Instance, ListOf(DefaultSeed.AdminId));
        session.Workspace.AddOwner("announcements", "alice");
        var read = (await session.RefreshAsync(List, RoomOwnersSchema.Instance, made)).Says();

        // With `ignore_changes`, core gives the stored list in the place of the configured one.
        (await session.PlanAsync(List, RoomOwnersSchema.Instance, read, ListOf(DefaultSeed.AdminId, Alice)))
            .Says("Warning: Owners of \"announcements\" were changed outside").With("New owner: `alice`.").With("the plan leaves them");
    }

    private static TfValue ListOf(params string[] userIds) => ProviderSession.ObjectOf(RoomOwnersSchema.Instance, new()
    {
        ["room_id"] = TfValue.Of(Announcements),
        ["user_ids"] = TfValue.Set(userIds.Select(TfValue.Of)),
    });

    private static void TakeAway(ProviderSession session, string what)
    {
        switch (what)
        {
            case "room":
                session.Workspace.DeleteRoom("announcements");
                break;
            case "user":
                session.Workspace.DeleteUser("alice");
                break;
            default:
                session.Workspace.RemoveMember("announcements", "alice");
                break;
        }
    }

    private static async Task<Outcome> MakeAsync(ProviderSession session, string type, Schema schema, TfValue config)
    {
        var made = (await session.ApplyAsync(type, schema, null, config, await session.PlanAsync(type, schema, null, config))).HasNoError();
        await session.NextRunAsync();
        return made;
    }
}
