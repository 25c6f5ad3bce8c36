namespace RocketChat.Emulator.Tests;

/// <summary>The control panel serves programs on this machine, and no page that a browser on this machine shows.</summary>
public sealed class ControlAccessTests
{
    public static TheoryData<string, string> Calls => new()
    {
        { "GET", "state" },
        { "PUT", "state" },
        { "GET", "requests" },
        { "DELETE", "requests" },
        { "GET", "faults" },
        { "POST", "faults" },
        { "DELETE", "faults" },
        { "PUT", "settings/Site_Name" },
        { "POST", "restart" },
        { "PUT", "cloud" },
        { "POST", "rooms/general/owners/add" },
        { "POST", "users/alice/deactivate" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Call_FromPageOfAnotherOrigin_IsRefused(string method, string path)
    {
        await using var emulated = await Emulated.StartAsync();

        var (status, answer) = await emulated.SendAsync(method, "_emulator/" + path, "{}", null, ("Origin", "https://evil.example"));

        Assert.Equal(403, status);
        Assert.Contains("web pages", answer["error"]!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Call_ToHostNameThatWasPointedHere_IsRefused(string method, string path)
    {
        await using var emulated = await Emulated.StartAsync();

        var (status, answer) = await emulated.SendAsync(method, "_emulator/" + path, "{}", null, ("Host", "evil.example"));

        Assert.Equal(403, status);
        Assert.Contains("'evil.example'; use localhost", answer["error"]!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("localhost:3000")]
    [InlineData("[::1]:3000")]
    [InlineData("127.0.0.1")]
    public async Task Call_ToNameOfThisMachine_IsAnswered(string host)
    {
        await using var emulated = await Emulated.StartAsync();

        var (status, _) = await emulated.PostAsync("_emulator/users/alice/deactivate", "{}", null, ("Host", host));

        Assert.Equal(200, status);
    }

    [Fact]
    public async Task ChangeOfOwner_FromPage_ChangesNothing()
    {
        await using var emulated = await Emulated.StartAsync();

        await emulated.PostAsync("_emulator/rooms/general/owners/add", """{"username":"bob"}""", null, ("Origin", "null"));

        Assert.Equal(["admin"], emulated.Server.Workspace.OwnersOf("general"));
    }
}
