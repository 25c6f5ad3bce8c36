using Microsoft.AspNetCore.Http;
using RocketChat.Client.Errors;
using RocketChat.Client.Rooms;
using RocketChat.Client.Tests.Stub;
using RocketChat.Client.Users;

namespace RocketChat.Client.Tests.Users;

public sealed class UsersApiTests
{
    private const string Info = "/api/v1/users.info";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FindByIdAsync_KnownUser_ReadsAllFields()
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Info, StubAnswer.Json(Answers.Alice));
        await using var client = TestClient.For(server);

        var user = await client.Users.FindByIdAsync("AXc4kDgPC6daTSCJZ", Token);

        Assert.Equal("alice", user!.Username);
        Assert.Equal("Alice", user.Name);
        Assert.True(user.Active);
        Assert.Equal("user", user.Type);
        Assert.Equal(["user"], user.Roles!);
        Assert.Equal("?userId=AXc4kDgPC6daTSCJZ", server.Only("GET", Info).Query);
    }

    [Fact]
    public async Task FindByIdAsync_IdIsSomebodysUsername_IsAbsent()
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Info, StubAnswer.Json(Answers.Alice));
        await using var client = TestClient.For(server);

        Assert.Null(await client.Users.FindByIdAsync("alice", Token));
    }

    [Theory]
    [InlineData(Answers.UnknownUser)]
    [InlineData("""{"success":false,"error":"User not found"}""")]
    [InlineData("""{"success":false,"error":"The required \"userId\" does not match any users [error-invalid-user]"}""")]
    public async Task FindByNameAsync_UnknownUser_IsAbsent(string answer)
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Info, StubAnswer.Json(answer, 400));
        await using var client = TestClient.For(server);

        Assert.Null(await client.Users.FindByNameAsync("nobody", Token));
    }

    [Fact]
    public async Task FindByNameAsync_OfSomebodyWithAnotherName_IsAbsent()
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Info, StubAnswer.Json(Answers.Alice));
        await using var client = TestClient.For(server);

        Assert.Equal("AXc4kDgPC6daTSCJZ", (await client.Users.FindByNameAsync("alice", Token))?.Id);
        Assert.Null(await client.Users.FindByNameAsync("Alice", Token));
    }

    [Fact]
    public async Task FindByIdAsync_OtherRejection_IsReported()
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Info, StubAnswer.Error("error-x", "No"));
        await using var client = TestClient.For(server);

        await Assert.ThrowsAsync<RocketChatException>(() => client.Users.FindByIdAsync("one", Token));
    }

    [Fact]
    public async Task FindByIdAsync_UserWithoutAnId_IsUnexpected()
    {
        await using var server = (await StubServer.StartAsync())
            .On("GET", Info, StubAnswer.Json("""{"user":{"username":"alice"},"success":true}"""));
        await using var client = TestClient.For(server);

        var failure = await Assert.ThrowsAsync<RocketChatException>(() => client.Users.FindByIdAsync("one", Token));

        Assert.Equal(RocketChatErrorKind.UnexpectedAnswer, failure.Kind);
        Assert.EndsWith("has an unexpected shape: the user has no id.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindByIdWithRoomsAsync_OfSeveral_ShowsTheRoomsUntilTheListIsRead()
    {
        await using var server = (await StubServer.StartAsync())
            .On("GET", Info, context => StubServer.WriteAsync(context, StubAnswer.Json($$"""
                {"user":{"_id":"{{context.Request.Query["userId"]}}","username":"x","rooms":[{"rid":"r","roles":["owner"]}]},
                "success":true}
                """)))
            .On("GET", "/api/v1/users.list", StubAnswer.Json("""
                {"users":[{"_id":"u9","username":"nine","active":true,"type":"user","roles":[]}],"total":1,"success":true}
                """));
        await using var client = TestClient.For(server);
        var room = new Room { Id = "r", Name = "r", DisplayName = "r", Kind = RoomKind.Private };

        for (var number = 0; number < 8; number++)
        {
            var user = await client.Users.FindByIdWithRoomsAsync($"u{number}", Token);
            Assert.True(await client.RoomOwners.IsOwnerAsync(room, user!, Token));
        }

        Assert.Equal(8, server.Requests.Count);
        Assert.Equal("nine", (await client.Users.FindByIdWithRoomsAsync("u9", Token))?.Username);
        Assert.Equal("x", (await client.Users.FindByIdWithRoomsAsync("u10", Token))?.Username);
        Assert.Equal(9, server.Count("GET", Info));
    }

    [Theory]
    [InlineData("zoë&user=x#?", "?username=zo%C3%AB%26user%3Dx%23%3F")]
    [InlineData("a/b c", "?username=a%2Fb%20c")]
    public async Task FindByNameAsync_OddName_IsEncodedOnce(string name, string query)
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Info, StubAnswer.Json(Answers.UnknownUser, 400));
        await using var client = TestClient.For(server);

        await client.Users.FindByNameAsync(name, Token);

        Assert.Equal(query, server.Only("GET", Info).Query);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task FindByIdAsync_EmptyId_SendsNothing(string id)
    {
        await using var server = await StubServer.StartAsync();
        await using var client = TestClient.For(server);

        await Assert.ThrowsAsync<ArgumentException>(() => client.Users.FindByIdAsync(id, Token));
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData(401, Answers.NotLoggedIn, RocketChatErrorKind.Unauthorized)]
    [InlineData(
        403,
        """{"success":false,"error":"User does not have the permissions required for this action [error-unauthorized]"}""",
        RocketChatErrorKind.Forbidden)]
    [InlineData(429, Answers.TooMany, RocketChatErrorKind.RateLimited)]
    [InlineData(500, """{"success":false,"error":"Internal server error"}""", RocketChatErrorKind.ServerError)]
    public async Task FindByIdAsync_RefusalThatSaysNothingAboutTheUser_IsNeverAbsent(int status, string body, RocketChatErrorKind kind)
    {
        await using var server = (await StubServer.StartAsync()).On("GET", Info, StubAnswer.Json(body, status));
        await using var client = TestClient.For(server);

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => client.Users.FindByIdAsync("AXc4kDgPC6daTSCJZ", Token));

        Assert.Equal(kind, exception.Kind);
        Assert.Equal(status, exception.StatusCode);
        Assert.Equal("GET", exception.Method);
        Assert.Equal(Info, exception.Path);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 2)]
    public async Task FindByIdsAsync_OfSeveral_ReadsTheListWhereItShowsAsMuchAsALookup(bool showsRoles, int lookups)
    {
        var roles = showsRoles ? ""","roles":["user"]""" : "";
        await using var server = (await StubServer.StartAsync())
            .On("GET", "/api/v1/users.list", StubAnswer.Json($$"""
                {"users":[{"_id":"one","username":"a","active":true,"type":"user"{{roles}}},
                {"_id":"two","username":"b","active":true,"type":"user"{{roles}}}],"total":2,"success":true}
                """))
            .On("GET", Info, LookUpAsync);
        await using var client = TestClient.For(server);

        var users = await client.Users.FindByIdsAsync(["one", "two"], Token);

        Assert.Equal(["one", "two"], users.Select(user => user.Id).Order());
        Assert.Equal(lookups, server.Count("GET", Info));
        Assert.Equal(1, server.Count("GET", "/api/v1/users.list"));
    }

    [Fact]
    public async Task FindByIdAsync_OfMany_ReadsTheListAndAsksOnlyForThoseWhomItLacks()
    {
        var listed = string.Join(
            ',', Enumerable.Range(0, 30).Select(n => $$"""{"_id":"id{{n}}","username":"n{{n}}","active":true,"type":"user","roles":[]}"""));
        await using var server = (await StubServer.StartAsync())
            .On("GET", "/api/v1/users.list", StubAnswer.Json($$"""{"users":[{{listed}}],"total":30,"success":true}"""))
            .On("GET", Info, LookUpAsync);
        await using var client = TestClient.For(server);

        for (var n = 0; n < 30; n++)
        {
            Assert.Equal($"id{n}", (await client.Users.FindByIdAsync($"id{n}", Token))?.Id);
        }

        Assert.Equal("n5", (await client.Users.FindByNameAsync("n5", Token))?.Username);
        Assert.Equal("new", (await client.Users.FindByIdAsync("new", Token))?.Id);
        Assert.Equal(9, server.Count("GET", Info));
        Assert.Equal(1, server.Count("GET", "/api/v1/users.list"));
    }

    private static Task LookUpAsync(HttpContext context)
    {
        var id = context.Request.Query["userId"];
        return StubServer.WriteAsync(
            context, StubAnswer.Json($$"""{"user":{"_id":"{{id}}","username":"x","active":true},"success":true}"""));
    }
}
