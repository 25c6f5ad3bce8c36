using Microsoft.AspNetCore.Http;
using RocketChat.Client.Rooms;
using RocketChat.Client.Tests.Stub;
using RocketChat.Client.Users;

namespace RocketChat.Client.Tests.Owners;

/// <summary>A workspace of one room, with the owners in memory: what is written shows in what is read.</summary>
public sealed class OwnerFixture : IAsyncDisposable
{
    public const string Owners = "/api/v1/roles.getUsersInRole";
    public const string AddToRole = "/api/v1/roles.addUserToRole";
    public const string RemoveFromRole = "/api/v1/roles.removeUserFromRole";

    /// <summary>The body of a change of alice's ownership by ids.</summary>
    public const string AliceById = """{"roomId":"LoaWxfveCXBdSWj2E","userId":"alice-id"}""";

    public static readonly StubAnswer NotFound = StubAnswer.Json(Answers.UnknownRoom, 400);
    public static readonly StubAnswer NotAllowed = StubAnswer.Error("error-not-allowed", "Not allowed");

    public static readonly Room Private = new() { Id = "LoaWxfveCXBdSWj2E", Name = "priv", DisplayName = "priv", Kind = RoomKind.Private };
    public static readonly Room Public = Private with { Kind = RoomKind.Channel };
    public static readonly User Alice = new() { Id = "alice-id", Username = "alice" };
    public static readonly User Bob = new() { Id = "bob-id", Username = "bob" };

    private readonly List<string> _owners;

    private OwnerFixture(StubServer server, IEnumerable<User> owners)
    {
        Server = server;
        Client = TestClient.WithoutWaiting(server, Time);
        _owners = [.. owners.Select(owner => owner.Username)];
    }

    public StubServer Server { get; }

    public InstantTimeProvider Time { get; } = new();

    public RocketChatClient Client { get; }

    public IReadOnlyList<string> Writes =>
        [.. Server.Requests.Where(request => request.Method == "POST").Select(
            request => $"{request.Path["/api/v1/".Length..]} {request.Body}")];

    public static async Task<OwnerFixture> StartAsync(params User[] owners)
    {
        var fixture = new OwnerFixture(await StubServer.StartAsync(), owners);
        fixture.Server
            .On("GET", Owners, fixture.ListAsync)
            .On("GET", "/api/v1/users.info", LookUpAsync)
            .On(
                "GET",
                "/api/v1/rooms.adminRooms.getRoom",
                StubAnswer.Json($$"""{"_id":"{{Private.Id}}","name":"priv","t":"p","success":true}"""))
            .On("POST", "/api/v1/groups.addOwner", fixture.Taking(add: true))
            .On("POST", "/api/v1/groups.removeOwner", fixture.Taking(add: false))
            .On("POST", "/api/v1/channels.addOwner", fixture.Taking(add: true))
            .On("POST", "/api/v1/channels.removeOwner", fixture.Taking(add: false))
            .On("POST", AddToRole, fixture.Taking(add: true))
            .On("POST", RemoveFromRole, fixture.Taking(add: false))
            .On("POST", "/api/v1/method.call/addRoomOwner", fixture.Taking(add: true))
            .On("POST", "/api/v1/method.call/removeRoomOwner", fixture.Taking(add: false));
        return fixture;
    }

    /// <summary>A handler that makes the change, whatever the endpoint calls the user, and answers as told.</summary>
    public RequestDelegate Taking(bool add, StubAnswer? answer = null) => context =>
    {
        Change((string)context.Items["body"]!, add);
        return StubServer.WriteAsync(context, answer ?? StubAnswer.Json(Answers.Success));
    };

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Server.DisposeAsync();
    }

    public void Change(string body, bool add)
    {
        var username = body.Contains("alice", StringComparison.Ordinal) ? "alice" : "bob";
        lock (_owners)
        {
            _owners.Remove(username);
            if (add)
            {
                _owners.Add(username);
            }
        }
    }

    private static Task LookUpAsync(HttpContext context)
    {
        var id = context.Request.Query["userId"].ToString();
        var username = id.Replace("-id", "", StringComparison.Ordinal);
        return StubServer.WriteAsync(
            context, StubAnswer.Json($$"""{"user":{"_id":"{{id}}","username":"{{username}}","active":true},"success":true}"""));
    }

    /// <summary>The server's list of these owners.</summary>
    public static StubAnswer ListOf(params string[] owners)
    {
        var users = string.Join(',', owners.Select(owner => $$"""{"_id":"{{owner}}-id","username":"{{owner}}"}"""));
        return StubAnswer.Json($$"""{"users":[{{users}}],"total":{{owners.Length}},"success":true}""");
    }

    private Task ListAsync(HttpContext context)
    {
        string[] owners;
        lock (_owners)
        {
            owners = [.. _owners];
        }

        return StubServer.WriteAsync(context, ListOf(owners));
    }
}
