namespace RocketChat.Emulator.Tests;

/// <summary>The traps around ownership.</summary>
public sealed class RoomOwnerTests
{
    private const string Alice = "aliceAliceAlice01";
    private const string Bob = "bobBobBobBobBob01";
    private const string Board = "boardRoomBoard001";
    private const string OldProject = "oldRoomOldRoom001";

    [Fact]
    public async Task AddUserToRole_OwnerWithoutRoom_MakesAnOwnerOfEverything()
    {
        await using var emulated = await Emulated.StartAsync();

        var (status, _) = await emulated.PostAsync("api/v1/roles.addUserToRole", """{"roleId":"owner","username":"alice"}""");

        Assert.Equal(200, status);
        Assert.Contains("owner", emulated.Server.Workspace.GlobalRolesOf("alice"));
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
    public async Task SetActiveStatus_LastOwner_NeedsConfirmationAndHandsTheRoomOn()
    {
        await using var emulated = await Emulated.StartAsync();

        var (refused, body) = await emulated.PostAsync("api/v1/users.setActiveStatus", $$"""{"userId":"{{Alice}}","activeStatus":false}""");
        var (done, _) = await emulated.PostAsync(
            "api/v1/users.setActiveStatus", $$"""{"userId":"{{Alice}}","activeStatus":false,"confirmRelinquish":true}""");

        Assert.Equal((400, "user-last-owner", 200), (refused, body["errorType"]!.ToString(), done));
        Assert.Equal(["bob"], emulated.Server.Workspace.OwnersOf("board"));
    }
}
