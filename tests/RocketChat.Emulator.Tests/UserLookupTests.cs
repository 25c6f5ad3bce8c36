using System.Text.Json.Nodes;

namespace RocketChat.Emulator.Tests;

/// <summary>The fields of others that an account without <c>view-full-other-user-info</c> gets, as in the server's source.</summary>
public sealed class UserLookupTests
{
    private static readonly string[] ForAdministrators = ["emails", "roles"];

    [Theory]
    [InlineData("3.11")]
    [InlineData("6.5")]
    [InlineData("7.10")]
    [InlineData("8.8")]
    [InlineData("9.0")]
    public async Task List_PlainUser_ShowsNoAddressNotEvenTheOwn(string profile)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        var (_, forAdmin) = await emulated.GetAsync("api/v1/users.list");
        var (status, forAlice) = await emulated.GetAsync("api/v1/users.list", user: "alice");

        Assert.Equal(200, status);
        Assert.All(ForAdministrators, key => Assert.Contains(forAdmin["users"]!.AsArray(), user => user!.AsObject().ContainsKey(key)));
        Assert.All(
            forAlice["users"]!.AsArray(),
            user => Assert.DoesNotContain(ForAdministrators.Append("createdAt"), user!.AsObject().ContainsKey));
        Assert.Equal(forAdmin["users"]!.AsArray().Select(Name), forAlice["users"]!.AsArray().Select(Name));
        Assert.Contains("dave", forAlice["users"]!.AsArray().Select(Name));

        static string Name(JsonNode? user) => user!["username"]!.ToString();
    }

    [Theory]
    [InlineData("3.11")]
    [InlineData("6.5")]
    [InlineData("7.10")]
    [InlineData("8.8")]
    [InlineData("9.0")]
    public async Task Info_PlainUser_ShowsAddressesOnlyOfThemselves(string profile)
    {
        await using var emulated = await Emulated.StartAsync(profile);

        var (_, other) = await emulated.GetAsync("api/v1/users.info?username=bob", user: "alice");
        var (_, own) = await emulated.GetAsync("api/v1/users.info?username=alice", user: "alice");
        var (status, inactive) = await emulated.GetAsync("api/v1/users.info?username=dave", user: "alice");

        Assert.DoesNotContain(ForAdministrators.Append("services"), other["user"]!.AsObject().ContainsKey);
        Assert.Equal("alice@example.com", own["user"]!["emails"]![0]!["address"]!.ToString());
        Assert.Equal((200, false), (status, inactive["user"]!["active"]!.GetValue<bool>()));
        Assert.Equal(profile == "3.11" ? null : "false", other["user"]!["canViewAllInfo"]?.ToJsonString());
    }

    [Theory]
    [InlineData("admin", "BOB@example.com", 200)]
    [InlineData("alice", "Alice@example.com", 200)]
    [InlineData("alice", "bob@example.com", 400)]
    [InlineData("admin", "nobody@example.com", 400)]
    public async Task Info_ByEmail_FindsOnlyWhomTheCallerSeesWhole(string caller, string email, int expected)
    {
        await using var emulated = await Emulated.StartAsync("8.8");

        var (status, body) = await emulated.GetAsync("api/v1/users.info?email=" + email, caller);

        Assert.Equal((expected, expected == 200 ? null : "User not found."), (status, body["error"]?.ToString()));
    }

    [Fact]
    public async Task Info_OwnRooms_AreShownToAnyone()
    {
        await using var emulated = await Emulated.StartAsync("8.8");

        var (_, own) = await emulated.GetAsync("api/v1/users.info?username=alice&includeUserRooms=true", user: "alice");
        var (_, other) = await emulated.GetAsync("api/v1/users.info?username=bob&includeUserRooms=true", user: "alice");

        Assert.NotEmpty(own["user"]!["rooms"]!.AsArray());
        Assert.False(other["user"]!.AsObject().ContainsKey("rooms"));
    }
}
