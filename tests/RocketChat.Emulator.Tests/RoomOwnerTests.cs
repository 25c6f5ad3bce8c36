namespace RocketChat.Emulator.Tests;

/// <summary>The traps around ownership.</summary>
public sealed class RoomOwnerTests
{
    private const string Alice = "aliceAliceAlice01";
    private const string Bob = "bobBobBobBobBob01";
    private const string Board = "boardRoomBoard001";
    private const string OldProject = "oldRoomOldRoom001";

    /// <summary>
    /// Seen on real 3.11.1 and 6.5.3, where nothing comes of it, and on 8.6.1, where the user may manage every room from then on.
    /// </summary>
    [Theory]
    [InlineData("3.11", "roleName", false)]
    [InlineData("6.5", "roleId", false)]
    [InlineData("7.10", "roleId", true)]
    [InlineData("8.6", "roleId", true)]
    [InlineData("9.0", "roleId", true)]
    public async Task AddUserToRole_OwnerWithoutRoom_MakesAnOwnerOfEverythingOrNothing(string profile, string key, bool isGlobal)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        var (status, _) = await emulated.PostAsync("api/v1/roles.addUserToRole", $$"""{"{{key}}":"owner","username":"alice"}""");

        Assert.Equal((200, isGlobal), (status, emulated.Server.Workspace.GlobalRolesOf("alice").Contains("owner")));
        Assert.DoesNotContain("alice", emulated.Server.Workspace.OwnersOf("general"));
    }

    [Fact]
    public async Task RemoveUserFromRole_LastOwner_IsTakenAway()
    {
        await using var emulated = await Emulated.StartAsync();

        var (status, _) = await emulated.PostAsync(
            "api/v1/roles.removeUserFromRole", """{"roleId":"owner","username":"admin","scope":"GENERAL"}""");

        Assert.Equal(200, status);
        Assert.Empty(emulated.Server.Workspace.OwnersOf("general"));
    }

    [Fact]
    public async Task RemoveUserFromRole_RoomIdInsteadOfScope_IsIgnored()
    {
        await using var emulated = await Emulated.StartAsync();

        var (status, body) = await emulated.PostAsync(
            "api/v1/roles.removeUserFromRole", """{"roleId":"owner","username":"admin","roomId":"GENERAL"}""");

        Assert.Equal((400, "error-user-not-in-role"), (status, body["errorType"]!.ToString()));
        Assert.Equal(["admin"], emulated.Server.Workspace.OwnersOf("general"));
    }

    [Fact]
    public async Task RemoveOwner_LastOwner_IsRefused()
    {
        await using var emulated = await Emulated.StartAsync();

        var (status, body) = await emulated.PostAsync(
            "api/v1/channels.removeOwner", """{"roomId":"GENERAL","userId":"adminadminadmin01"}""");

        Assert.Equal((400, "error-remove-last-owner"), (status, body["errorType"]!.ToString()));
    }

    [Fact]
    public async Task AddOwner_PrivateRoomOfOthers_IsInvisibleEvenToTheAdministrator()
    {
        await using var emulated = await Emulated.StartAsync();

        var (status, body) = await emulated.PostAsync("api/v1/groups.addOwner", $$"""{"roomId":"{{Board}}","userId":"{{Bob}}"}""");

        Assert.Equal((400, "error-room-not-found"), (status, body["errorType"]!.ToString()));
    }

    [Fact]
    public async Task AddUserToRole_PrivateRoomOfOthers_Works()
    {
        await using var emulated = await Emulated.StartAsync();

        var (status, _) = await emulated.PostAsync(
            "api/v1/roles.addUserToRole", $$"""{"roleId":"owner","username":"bob","roomId":"{{Board}}"}""");

        Assert.Equal(200, status);
        Assert.Equal(["alice", "bob"], emulated.Server.Workspace.OwnersOf("board"));
    }

    [Fact]
    public async Task AddOwner_ArchivedRoom_IsRefusedWhereRolesAreNot()
    {
        await using var emulated = await Emulated.StartAsync();

        var (status, body) = await emulated.PostAsync("api/v1/channels.addOwner", $$"""{"roomId":"{{OldProject}}","userId":"{{Alice}}"}""");
        var (byRole, _) = await emulated.PostAsync(
            "api/v1/roles.addUserToRole", $$"""{"roleId":"owner","username":"alice","roomId":"{{OldProject}}"}""");

        Assert.Equal((400, "error-room-archived"), (status, body["errorType"]!.ToString()));
        Assert.Equal(200, byRole);
    }

    [Theory]
    [InlineData("8.8", 400, "error-not-allowed")]
    [InlineData("9.0", 403, "error-forbidden")]
    public async Task AddOwner_ByPlainMember_IsNotAllowed(string profile, int expected, string code)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        var (status, body) = await emulated.PostAsync(
            "api/v1/channels.addOwner", $$"""{"roomId":"GENERAL","userId":"{{Bob}}"}""", user: "alice");

        Assert.Equal((expected, code), (status, body["errorType"]!.ToString()));
    }

    [Fact]
    public async Task AddOwner_ByOwnerWhoIsNoAdministrator_Works()
    {
        await using var emulated = await Emulated.StartAsync();

        var (status, _) = await emulated.PostAsync(
            "api/v1/groups.addOwner", $$"""{"roomId":"{{Board}}","userId":"{{Bob}}"}""", user: "alice");

        Assert.Equal(200, status);
    }

    [Theory]
    [InlineData("3.11", "roleName", 200)]
    [InlineData("7.10", "roleName", 200)]
    [InlineData("7.10", "roleId", 200)]
    [InlineData("8.8", "roleId", 200)]
    [InlineData("8.8", "roleName", 400)]
    [InlineData("3.11", "roleId", 400)]
    public async Task AddUserToRole_EachVersion_TakesItsOwnParameter(string profile, string parameter, int expected)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        var (status, _) = await emulated.PostAsync(
            "api/v1/roles.addUserToRole", $$"""{"{{parameter}}":"owner","username":"alice","roomId":"GENERAL"}""");

        Assert.Equal(expected, status);
    }

    [Fact]
    public async Task SetActiveStatus_LastOwner_NeedsConfirmationAndAddsAnHeir()
    {
        await using var emulated = await Emulated.StartAsync();

        var (refused, body) = await emulated.PostAsync("api/v1/users.setActiveStatus", $$"""{"userId":"{{Alice}}","activeStatus":false}""");
        var (done, _) = await emulated.PostAsync(
            "api/v1/users.setActiveStatus", $$"""{"userId":"{{Alice}}","activeStatus":false,"confirmRelinquish":true}""");

        Assert.Equal((400, "user-last-owner", 200), (refused, body["errorType"]!.ToString(), done));
        Assert.Equal(["alice", "bob"], emulated.Server.Workspace.OwnersOf("board"));
    }

    /// <summary>Recorded from 8.6.1, and in the sources of 6.13: the server first looks whether there is something to do.</summary>
    [Theory]
    [InlineData("8.6", "admin", 400, "error-user-already-in-role")]
    [InlineData("8.6", "bob", 400, "error-action-not-allowed")]
    [InlineData("9.0", "admin", 400, "error-user-already-in-role")]
    [InlineData("9.0", "bob", 400, "error-action-not-allowed")]
    [InlineData("6.5", "bob", 400, "error-action-not-allowed")]
    public async Task AddUserToRole_ByPlainUser_IsRefusedForTheFirstReason(string profile, string username, int expected, string? code)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        var (status, body) = await emulated.PostAsync(
            "api/v1/roles.addUserToRole", $$"""{"roleId":"owner","username":"{{username}}","roomId":"GENERAL"}""", user: "alice");

        Assert.Equal((expected, code), (status, body["errorType"]?.ToString()));
    }

    /// <summary>Recorded from 8.6.1: a role for rooms that was given without a room cannot be taken away without one.</summary>
    [Fact]
    public async Task RemoveUserFromRole_RoomRoleWithoutScope_IsRefusedAndStays()
    {
        await using var emulated = await Emulated.StartAsync("8.6");
        await emulated.PostAsync("api/v1/roles.addUserToRole", """{"roleId":"owner","username":"alice"}""");

        var (status, body) = await emulated.PostAsync("api/v1/roles.removeUserFromRole", """{"roleId":"owner","username":"alice"}""");

        Assert.Equal((400, "error-user-not-in-role"), (status, body["errorType"]?.ToString()));
        Assert.Contains("owner", emulated.Server.Workspace.GlobalRolesOf("alice"));
    }
}
