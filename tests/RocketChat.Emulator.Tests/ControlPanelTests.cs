namespace RocketChat.Emulator.Tests;

public sealed class ControlPanelTests
{
    [Fact]
    public async Task OwnersRemove_LastOwner_MakesDrift()
    {
        await using var emulated = await Emulated.StartAsync();

        var (status, _) = await emulated.PostAsync("_emulator/rooms/general/owners/remove", """{"username":"admin"}""", user: null);

        Assert.Equal(200, status);
        Assert.Empty(emulated.Server.Workspace.OwnersOf("general"));
        Assert.Empty(emulated.Server.Requests);
    }

    [Theory]
    [InlineData("rooms/nowhere/archive", "{}", "there is no room 'nowhere'")]
    [InlineData("rooms/general/owners/add", "{}", "the body needs the key 'username'")]
    [InlineData("rooms/general/explode", "{}", "there is no change 'explode' of a room")]
    [InlineData("users/alice/rename", "{", "the body is not JSON")]
    public async Task Change_Impossible_SaysWhy(string path, string body, string expected)
    {
        await using var emulated = await Emulated.StartAsync();

        var (status, answer) = await emulated.PostAsync("_emulator/" + path, body, user: null);

        Assert.Equal(400, status);
        Assert.Contains(expected, answer["error"]!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "settings/Site_Nane",
        """{"value":"x"}""",
        "Rocket.Chat 9.0 has no setting 'Site_Nane'; GET /api/v1/settings lists the ids")]
    [InlineData("settings/Push_enable", """{"value":"true"}""", "a setting of type boolean must be true or false, without quotes")]
    [InlineData("settings/Message_MaxAllowedSize", """{"value":"1"}""", "a setting of type int must be a number, without quotes")]
    [InlineData("settings/Hide_System_Messages", """{"value":"uj"}""", "a setting of type multiSelect must be a list in [ ]")]
    [InlineData(
        "settings/Site_Name",
        """{"value":1}""",
        "the value is of type number, but a setting of type string must be a string in quotes")]
    [InlineData("settings/Site_Name", """{"valeu":"x"}""", "the body has the key 'valeu', but this call takes value")]
    [InlineData("settings/Site_Name", "{}", "the body needs the key 'value'")]
    [InlineData("cloud", """{"reachable":"no"}""", "reachable must be true or false")]
    [InlineData("cloud", """{"delayMilliseconds":-1}""", "delayMilliseconds must be an integer from 0, without quotes")]
    [InlineData("cloud", """{"acceptedTokens":"t"}""", "acceptedTokens must be a list of strings in [ ]")]
    [InlineData("cloud", """{"registred":true}""", "the body has the key 'registred', but this call takes reachable, ")]
    public async Task Setting_OrCloud_Mistaken_IsRefusedWithTheRemedy(string path, string body, string expected)
    {
        await using var emulated = await Emulated.StartAsync();
        var before = emulated.Server.Workspace.GetSetting("Site_Name")!.ToString();

        var (status, answer) = await emulated.SendAsync("PUT", "_emulator/" + path, body, user: null);

        Assert.Equal(400, status);
        Assert.Contains(expected, answer["error"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, emulated.Server.Workspace.GetSetting("Site_Name")!.ToString());
    }

    /// <summary>As the guide's <c>curl -d username=ada</c> and the demo send it.</summary>
    [Fact]
    public async Task Change_Form_IsRead()
    {
        await using var emulated = await Emulated.StartAsync();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["username"] = "alice" });

        using var answer = await emulated.Client.PostAsync(
            "_emulator/rooms/general/owners/add", form, TestContext.Current.CancellationToken);

        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal(["admin", "alice"], emulated.Server.Workspace.OwnersOf("general"));
    }

    /// <summary>As <c>curl -d</c> sends it.</summary>
    [Fact]
    public async Task Change_JsonThatIsCalledAForm_IsReadAsJson()
    {
        await using var emulated = await Emulated.StartAsync();
        using var form = new StringContent("""{"username":"alice"}""", System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");

        using var answer = await emulated.Client.PostAsync(
            "_emulator/rooms/general/owners/add", form, TestContext.Current.CancellationToken);

        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal(["admin", "alice"], emulated.Server.Workspace.OwnersOf("general"));
    }

    [Fact]
    public async Task State_DumpedChangedAndLoaded_IsAsBefore()
    {
        await using var emulated = await Emulated.StartAsync();
        using var dump = await emulated.RawAsync("GET", "_emulator/state", user: null);
        var state = await dump.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        emulated.Server.Workspace.DeleteRoom("general");
        emulated.Server.Workspace.RenameUser("alice", "alicia");

        var (status, _) = await emulated.SendAsync("PUT", "_emulator/state", state, user: null);

        Assert.Equal(200, status);
        Assert.NotNull(emulated.Server.Workspace.FindRoom("general"));
        Assert.Equal(200, (await emulated.GetAsync("api/v1/me", user: "alice")).Status);
    }

    [Fact]
    public async Task State_LoadedWithComments_IsTakenAsFromAFile()
    {
        await using var emulated = await Emulated.StartAsync();

        var (status, _) = await emulated.SendAsync(
            "PUT", "_emulator/state", """{"users":[{"username":"eve"},], /* nobody else */ }""", user: null);

        Assert.Equal(200, status);
        Assert.Equal("eve", Assert.Single(emulated.Server.Workspace.Users).Username);
    }

    [Theory]
    [InlineData("""{"users":[{"username":""}]}""", "users[0].username is empty")]
    [InlineData("""{"settings":{"No_Such":1}}""", "settings.No_Such: Rocket.Chat 9.0 has no setting 'No_Such'")]
    [InlineData(
        """{"settings":{"Push_enable":1}}""",
        "settings.Push_enable: the value is of type number, but a setting of type boolean must be")]
    public async Task State_LoadedWithMistake_KeepsTheOldOne(string state, string expected)
    {
        await using var emulated = await Emulated.StartAsync();

        var (status, answer) = await emulated.SendAsync("PUT", "_emulator/state", state, user: null);

        Assert.Equal(400, status);
        Assert.Contains(expected, answer["error"]!.ToString(), StringComparison.Ordinal);
        Assert.NotNull(emulated.Server.Workspace.FindUser("alice"));
    }

    [Fact]
    public async Task Requests_AfterLogin_HidePasswords()
    {
        await using var emulated = await Emulated.StartAsync();
        await emulated.PostAsync("api/v1/login", """{"user":"admin","password":"admin-password"}""", user: null);

        using var response = await emulated.RawAsync("GET", "_emulator/requests", user: null);
        var log = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("/api/v1/login", log, StringComparison.Ordinal);
        Assert.DoesNotContain("admin-password", log, StringComparison.Ordinal);
    }
}
