using Microsoft.AspNetCore.Http;
using RocketChat.Client.Errors;
using RocketChat.Client.Owners;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Owners;

/// <summary>How old an answer may be on which the removal of an owner rests, and which read decides about it.</summary>
public sealed class OwnerGuardTests
{
    private const string RemoveOwner = "/api/v1/channels.removeOwner";
    private const string AddOwner = "/api/v1/channels.addOwner";

    private volatile bool _isBobActive = true;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RemoveAsync_OtherOwnerWasActiveInTheListOfUsers_IsRefusedWhereThatIsNoLongerSo()
    {
        var time = new ManualTimeProvider();
        await using var fixture = await StartAsync();
        await using var client = TestClient.For(fixture.Server, time: time);
        Assert.Equal(2, (await client.Users.FindByIdsAsync(["alice-id", "bob-id"], Token)).Count);
        Assert.True(await client.RoomOwners.AnyActiveAsync([OwnerFixture.Bob with { Active = true }], Token));

        _isBobActive = false;
        time.Advance(6);

        var exception = await FailAsLastOwnerAsync(client);
        Assert.Equal("alice is the last active owner of the room priv; the other owners are deactivated: bob.", exception.Message);
        Assert.Empty(fixture.Writes);
        Assert.False(await client.RoomOwners.AnyActiveAsync([OwnerFixture.Bob with { Active = true }], Token));
    }

    [Fact]
    public async Task RemoveAsync_OtherOwnerIsDeactivatedMeanwhile_GivesTheOwnershipBack()
    {
        var time = new ManualTimeProvider();
        await using var fixture = await StartAsync();
        await using var client = TestClient.For(fixture.Server, time: time);
        fixture.Server.On("POST", RemoveOwner, context =>
        {
            _isBobActive = false;
            time.Advance(6);
            return fixture.Taking(add: false)(context);
        });

        var exception = await FailAsLastOwnerAsync(client);

        Assert.Contains("the ownership was restored", exception.Message, StringComparison.Ordinal);
        Assert.Equal(["channels.removeOwner", "channels.addOwner"], fixture.Writes.Select(write => write.Split(' ')[0]));
    }

    [Fact]
    public async Task RemoveAsync_WhileAnotherListIsBeingRead_DecidesOnOneThatBeganLater()
    {
        await using var fixture = await StartAsync();
        await using var client = TestClient.For(fixture.Server);
        var (arrived, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        var (read, stale) = (0, (Task<IReadOnlyList<RocketChat.Client.Users.User>>?)null);
        fixture.Server
            .On("GET", OwnerFixture.Owners, async context =>
            {
                if (Interlocked.Increment(ref read) == 2)
                {
                    arrived.SetResult();
                    await gate.Task;
                    await StubServer.WriteAsync(context, OwnerFixture.ListOf("bob"));
                    return;
                }

                await StubServer.WriteAsync(context, OwnerFixture.ListOf(read == 1 ? ["alice", "bob"] : ["bob"]));
            })
            .On("POST", RemoveOwner, async context =>
            {
                stale = client.RoomOwners.GetAsync(OwnerFixture.Public.Id, Token);
                await arrived.Task;
                await StubServer.WriteAsync(context, StubAnswer.Json(Answers.Success));
            });

        Assert.Equal(OwnerChange.Made, await RemoveAliceAsync(client));

        Assert.Equal(3, read);
        Assert.False(stale!.IsCompleted);
        gate.SetResult();
        await stale;
    }

    [Fact]
    public async Task RemoveAsync_TwoUnderWayAtOnce_AreProvenByOneList()
    {
        await using var fixture = await StartAsync();
        await using var client = TestClient.For(fixture.Server);
        var (owners, sent, both) = (new List<string> { "alice", "bob", "carol" }, 0, new TaskCompletionSource());
        fixture.Server
            .On("GET", OwnerFixture.Owners, context =>
            {
                lock (owners)
                {
                    return StubServer.WriteAsync(context, OwnerFixture.ListOf([.. owners]));
                }
            })
            .On("POST", RemoveOwner, async context =>
            {
                lock (owners)
                {
                    owners.RemoveAll(owner => ((string)context.Items["body"]!).Contains($"{owner}-id", StringComparison.Ordinal));
                }

                if (Interlocked.Increment(ref sent) == 2)
                {
                    both.SetResult();
                }

                await both.Task;
                await StubServer.WriteAsync(context, StubAnswer.Json(Answers.Success));
            });

        var changes = await Task.WhenAll(
            RemoveAliceAsync(client), client.RoomOwners.RemoveAsync(OwnerFixture.Public, OwnerFixture.Bob, cancellationToken: Token));

        Assert.All(changes, change => Assert.Equal(OwnerChange.Made, change));
        Assert.Equal(2, fixture.Server.Count("GET", OwnerFixture.Owners));
    }

    [Fact]
    public async Task RemoveAsync_WhileAnotherChangeHangs_IsProvenWithoutIt()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice, OwnerFixture.Bob);
        var (arrived, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        fixture.Server.On("POST", AddOwner, async context =>
        {
            arrived.SetResult();
            await gate.Task;
            await fixture.Taking(add: true)(context);
        });

        var hanging = fixture.Client.RoomOwners.AddUnreadAsync(OwnerFixture.Public, OwnerFixture.Bob, Token);
        await arrived.Task;
        Assert.Equal(OwnerChange.Made, await RemoveAliceAsync(fixture.Client));
        Assert.False(hanging.IsCompleted);

        gate.SetResult();
        Assert.Equal(OwnerChange.Made, await hanging);
    }

    [Fact]
    public async Task RemoveAsync_OfAUserWhoIsGone_WhereTheRoomWasNotRead_IsSettledByTheList()
    {
        await using var fixture = await StartAsync();
        await using var client = TestClient.For(fixture.Server, time: new ManualTimeProvider());
        fixture.Server
            .On("GET", "/api/v1/users.info", context => StubServer.WriteAsync(context, StubAnswer.Json($$"""
                {"user":{"_id":"bob-id","username":"bob","active":true,
                "rooms":[{"rid":"{{OwnerFixture.Public.Id}}","roles":["owner"]}]},"success":true}
                """)))
            .On("GET", OwnerFixture.Owners, OwnerFixture.ListOf("bob"))
            .On("POST", RemoveOwner, StubAnswer.Error("error-invalid-user", "Invalid user"));
        await client.RoomOwners.GetAsync("one", Token);
        await client.RoomOwners.GetAsync("other", Token);

        Assert.Equal(OwnerChange.AlreadySo, await RemoveAliceAsync(client));
    }

    [Fact]
    public async Task RemoveAsync_RefusedAsNotAMember_WhereTheListShowsTheOwner_IsReported()
    {
        await using var fixture = await StartAsync();
        fixture.Server.On("POST", RemoveOwner, StubAnswer.Error("error-invalid-user", "User is not part of given room"));

        var exception = await Assert.ThrowsAsync<RocketChatException>(() => RemoveAliceAsync(fixture.Client));

        Assert.Equal(RocketChatErrorKind.NotAMember, exception.Kind);
    }

    [Fact]
    public async Task RemoveAsync_OfADeactivatedOwnerAmongDeactivatedOnes_IsMade()
    {
        await using var fixture = await StartAsync();
        fixture.Server.On("GET", "/api/v1/users.info", StubAnswer.Json(Answers.UnknownUser, 400));

        Assert.Equal(OwnerChange.Made, await RemoveAliceAsync(fixture.Client));
        Assert.Single(fixture.Writes);
    }

    [Theory]
    [InlineData(false, false, "POST")]
    [InlineData(true, false, "GET")]
    [InlineData(false, true, "GET")]
    public async Task RemoveAsync_WhereTheRoomWasNotRead_ReadsItFirstUnlessTheServerGuardsIt(
        bool isArchived, bool allowLast, string expected)
    {
        await using var fixture = await StartAsync();
        await using var client = TestClient.For(fixture.Server);
        fixture.Server.On("GET", "/api/v1/users.info", context => StubServer.WriteAsync(context, StubAnswer.Json($$"""
            {"user":{"_id":"{{context.Request.Query["userId"]}}","username":"bob","active":true,
            "rooms":[{"rid":"{{OwnerFixture.Public.Id}}","roles":["owner"]}]},"success":true}
            """)));
        await client.RoomOwners.GetAsync("one", Token);
        await client.RoomOwners.GetAsync("other", Token);

        await client.RoomOwners.RemoveAsync(OwnerFixture.Public with { Archived = isArchived }, OwnerFixture.Alice, allowLast, Token);

        var removal = fixture.Server.Requests.Skip(2);
        Assert.Equal(expected, removal.First(request => request.Method == "POST" || request.Path == OwnerFixture.Owners).Method);
    }

    [Fact]
    public async Task AddUnreadAsync_AnswerLostAfterTheEffect_IsMade()
    {
        await using var fixture = await OwnerFixture.StartAsync();
        fixture.Server.On("POST", AddOwner, fixture.Taking(add: true, StubAnswer.Html("<title>502 Bad Gateway</title>", 502)));

        Assert.Equal(OwnerChange.Made, await fixture.Client.RoomOwners.AddUnreadAsync(OwnerFixture.Public, OwnerFixture.Alice, Token));
    }

    [Theory]
    [InlineData("error-user-already-owner")]
    [InlineData("error-user-already-in-role")]
    public async Task AddUnreadAsync_OfAnOwner_IsAlreadySo(string code)
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice);
        fixture.Server.On("POST", AddOwner, StubAnswer.Error(code, "User is already an owner"));

        Assert.Equal(OwnerChange.AlreadySo, await fixture.Client.RoomOwners.AddUnreadAsync(OwnerFixture.Public, OwnerFixture.Alice, Token));
    }

    [Fact]
    public async Task AddUnreadAsync_OfAnOwnerByAnAccountThatMayNotMakeOwners_IsAlreadySo()
    {
        await using var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice);
        foreach (var route in (string[])[AddOwner, OwnerFixture.AddToRole, "/api/v1/method.call/addRoomOwner"])
        {
            fixture.Server.On("POST", route, StubAnswer.Error("error-action-not-allowed", "Not allowed"));
        }

        Assert.Equal(OwnerChange.AlreadySo, await fixture.Client.RoomOwners.AddUnreadAsync(OwnerFixture.Public, OwnerFixture.Alice, Token));
        var refused = await Assert.ThrowsAsync<RocketChatException>(
            () => fixture.Client.RoomOwners.AddUnreadAsync(OwnerFixture.Public, OwnerFixture.Bob, Token));
        Assert.Equal(RocketChatErrorKind.Forbidden, refused.Kind);
    }

    /// <summary>A room that alice and bob own, in a workspace where bob may be deactivated; the list of users stays as it was.</summary>
    private async Task<OwnerFixture> StartAsync()
    {
        var fixture = await OwnerFixture.StartAsync(OwnerFixture.Alice, OwnerFixture.Bob);
        fixture.Server
            .On("GET", "/api/v1/users.info", LookUpAsync)
            .On("GET", "/api/v1/users.list", StubAnswer.Json("""
                {"users":[{"_id":"alice-id","username":"alice","active":true,"type":"user","roles":["user"]},
                {"_id":"bob-id","username":"bob","active":true,"type":"user","roles":["user"]}],"total":2,"success":true}
                """));
        return fixture;
    }

    private Task LookUpAsync(HttpContext context)
    {
        var id = context.Request.Query["userId"].ToString();
        var active = id != "bob-id" || _isBobActive ? "true" : "false";
        return StubServer.WriteAsync(
            context, StubAnswer.Json($$"""{"user":{"_id":"{{id}}","username":"{{id}}","active":{{active}}},"success":true}"""));
    }

    private static Task<OwnerChange> RemoveAliceAsync(RocketChatClient client) =>
        client.RoomOwners.RemoveAsync(OwnerFixture.Public, OwnerFixture.Alice, cancellationToken: Token);

    private static async Task<RocketChatException> FailAsLastOwnerAsync(RocketChatClient client)
    {
        var exception = await Assert.ThrowsAsync<RocketChatException>(() => RemoveAliceAsync(client));
        Assert.Equal(RocketChatErrorKind.LastOwner, exception.Kind);
        return exception;
    }
}
