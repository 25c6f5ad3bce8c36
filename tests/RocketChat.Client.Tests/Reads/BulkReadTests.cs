using System.Globalization;
using Microsoft.AspNetCore.Http;
using RocketChat.Client.Errors;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Reads;

/// <summary>The list of all users in the place of a lookup for each: when it is read, how long it serves, and how it ends.</summary>
public sealed class BulkReadTests
{
    private const string Info = "/api/v1/users.info";
    private const string List = "/api/v1/users.list";

    // The single reads that come first, whatever the size of the workspace.
    private const int Singles = 8;

    private readonly ManualTimeProvider _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // Half of the tenth further page is still a page.
    [Fact]
    public async Task FindByIdAsync_OfALongList_LooksUpAsManyAsTheListHasFurtherPages()
    {
        await using var server = await StartAsync(1050);
        await using var client = TestClient.For(server);

        await FindAsync(client, 20);

        Assert.Equal(10, server.Count("GET", Info));
        Assert.Equal(
            Enumerable.Range(0, 11).Select(page => $"?count=100&offset={page * 100}"),
            server.Requests.Where(request => request.Path == List).Select(request => request.Query));
        Assert.Equal("n1049", (await client.Users.FindByIdAsync("id1049", Token))?.Username);
    }

    [Fact]
    public async Task FindByIdAsync_OfMany_TakesTheListForTenMinutes()
    {
        await using var server = await StartAsync(50);
        await using var client = TestClient.For(server, time: _time);

        await FindAsync(client, 20);
        _time.Advance(599);
        await FindAsync(client, 30);
        Assert.Equal((Singles, 1), (server.Count("GET", Info), server.Count("GET", List)));

        _time.Advance(1);
        await FindAsync(client, 40);

        Assert.Equal((Singles, 2), (server.Count("GET", Info), server.Count("GET", List)));
    }

    [Fact]
    public async Task FindByIdAsync_WhereTheListIsRefused_AsksForItOnce()
    {
        await using var server = (await StartAsync(50)).On("GET", List, StubAnswer.Error("error-not-allowed", "Not allowed"));
        await using var client = TestClient.For(server);

        await FindAsync(client, 20);

        Assert.Equal((20, 1), (server.Count("GET", Info), server.Count("GET", List)));
    }

    [Fact]
    public async Task FindByIdAsync_WhereTheListFailedBeforeAWrite_AsksForItAgain()
    {
        await using var server = await StartAsync(50);
        await using var client = TestClient.For(server);
        var failures = 0;
        server
            .On("POST", "/api/v1/cloud.connectWorkspace", StubAnswer.Error("error-not-allowed", "Not allowed"))
            .On(
                "GET",
                "/api/v1/cloud.registrationStatus",
                StubAnswer.Json("""{"registrationStatus":{"workspaceRegistered":false},"success":true}"""))
            .On("GET", List, FailOnceAsync);

        await FindAsync(client, 40);

        Assert.Equal((2 * Singles, 2), (server.Count("GET", Info), server.Count("GET", List)));

        async Task FailOnceAsync(HttpContext context)
        {
            if (failures++ == 0)
            {
                await Assert.ThrowsAsync<RocketChatException>(() => client.Cloud.ConnectAsync("token", TimeSpan.Zero, Token));
                await StubServer.WriteAsync(context, StubAnswer.Json("{}", 500));
                return;
            }

            await ListAsync(context, 50);
        }
    }

    [Fact]
    public async Task FindByIdAsync_OfARoomThatWasChangedSinceAllWereRead_ReadsThatRoomAlone()
    {
        const string Rooms = "/api/v1/rooms.adminRooms";
        const string GetRoom = Rooms + ".getRoom";
        await using var server = (await StubServer.StartAsync())
            .On("GET", Rooms, StubAnswer.Json(
                $$"""{"rooms":[{{string.Join(',', Enumerable.Range(0, 20).Select(RoomOf))}}],"total":20,"success":true}"""))
            .On("GET", GetRoom, context => StubServer.WriteAsync(
                context, StubAnswer.Json(RoomOf(int.Parse(context.Request.Query["rid"].ToString()[1..], CultureInfo.InvariantCulture)))))
            .On("POST", "/api/v1/channels.invite", StubAnswer.Json(Answers.Success));
        await using var client = TestClient.For(server);
        foreach (var index in Enumerable.Range(0, 20))
        {
            await client.Rooms.FindByIdAsync($"r{index}", Token);
        }

        var room = (await client.Rooms.FindByIdAsync("r18", Token))!;
        await client.RoomMembers.InviteAsync(room, new() { Id = "u", Username = "u" }, Token);
        await client.Rooms.FindByIdAsync("r18", Token);
        await client.Rooms.FindByIdAsync("r19", Token);

        Assert.Equal((Singles + 1, 1), (server.Count("GET", GetRoom), server.Count("GET", Rooms)));

        static string RoomOf(int index) => $$"""{"_id":"r{{index}}","name":"n{{index}}","t":"c","success":true}""";
    }

    [Fact]
    public async Task FindByIdAsync_CanceledDuringTheList_StopsItAndTheNextCallerGetsOne()
    {
        await using var server = await StartAsync(50);
        await using var client = TestClient.For(server);
        var (arrived, stopped) = (new TaskCompletionSource(), new TaskCompletionSource());
        server.On("GET", List, async context =>
        {
            if (stopped.Task.IsCompleted)
            {
                await ListAsync(context, 50);
                return;
            }

            context.RequestAborted.Register(() => stopped.TrySetResult());
            arrived.TrySetResult();
            await stopped.Task;
        });
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await FindAsync(client, Singles);

        var read = client.Users.FindByIdAsync("id9", caller.Token);
        await arrived.Task.WaitAsync(Token);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        await stopped.Task.WaitAsync(Token);

        await FindAsync(client, 30);
        Assert.Equal((Singles, 2), (server.Count("GET", Info), server.Count("GET", List)));
    }

    [Fact]
    public async Task FindByIdAsync_OneOfTwoCallersCanceledDuringTheList_LeavesItToTheOther()
    {
        await using var server = await StartAsync(50);
        await using var client = TestClient.For(server);
        var (arrived, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        server.On("GET", List, async context =>
        {
            arrived.TrySetResult();
            await gate.Task;
            await ListAsync(context, 50);
        });
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await FindAsync(client, Singles);

        var canceled = client.Users.FindByIdAsync("id9", caller.Token);
        var patient = client.Users.FindByIdAsync("id10", Token);
        await arrived.Task.WaitAsync(Token);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => canceled);
        gate.SetResult();

        Assert.Equal("n10", (await patient)?.Username);
        Assert.Equal((Singles, 1), (server.Count("GET", Info), server.Count("GET", List)));
    }

    [Theory]
    [InlineData(""" "type":"user","roles":[] """)]
    [InlineData(""" "active":true,"roles":[] """)]
    [InlineData(""" "active":true,"type":"user" """)]
    public async Task FindByIdsAsync_WhereTheListShowsLessThanALookup_LooksEachUp(string shown)
    {
        await using var server = (await StartAsync(2)).On(
            "GET",
            List,
            StubAnswer.Json($$"""
                {"users":[{"_id":"id0","username":"n0","active":true,"type":"user","roles":[]},{"_id":"id1","username":"n1",{{shown}}}],
                "total":2,"success":true}
                """));
        await using var client = TestClient.For(server);

        Assert.Equal(2, (await client.Users.FindByIdsAsync(["id0", "id1"], Token)).Count);
        Assert.Equal(2, server.Count("GET", Info));
    }

    private static async Task FindAsync(RocketChatClient client, int count)
    {
        for (var number = 0; number < count; number++)
        {
            Assert.Equal($"n{number}", (await client.Users.FindByIdAsync($"id{number}", Token))?.Username);
        }
    }

    /// <summary>A workspace of users <c>n0</c>, <c>n1</c>, … with the ids <c>id0</c>, <c>id1</c>, …</summary>
    private static async Task<StubServer> StartAsync(int users) => (await StubServer.StartAsync())
        .On("GET", List, context => ListAsync(context, users))
        .On("GET", Info, context => StubServer.WriteAsync(
            context, StubAnswer.Json($$"""{"user":{{UserOf(context.Request.Query["userId"].ToString()[2..])}},"success":true}""")));

    private static Task ListAsync(HttpContext context, int users)
    {
        var (offset, count) = (Number("offset"), Number("count"));
        var page = string.Join(',', Enumerable.Range(0, users).Skip(offset).Take(count).Select(UserOf));
        return StubServer.WriteAsync(context, StubAnswer.Json($$"""{"users":[{{page}}],"total":{{users}},"success":true}"""));

        int Number(string name) => int.Parse(context.Request.Query[name].ToString(), CultureInfo.InvariantCulture);
    }

    private static string UserOf(int number) => UserOf($"{number}");

    private static string UserOf(string number) =>
        $$"""{"_id":"id{{number}}","username":"n{{number}}","active":true,"type":"user","roles":[]}""";
}
