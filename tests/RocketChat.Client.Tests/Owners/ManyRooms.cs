using System.Globalization;
using Microsoft.AspNetCore.Http;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Owners;

/// <summary>A workspace of several rooms <c>r0</c>, <c>r1</c>, …, in which every user is a member of every room.</summary>
internal sealed class ManyRooms : IAsyncDisposable
{
    private const string UserInfo = "/api/v1/users.info";

    private readonly Dictionary<string, string[]> _ownersOf;

    private ManyRooms(StubServer server, int count, Func<int, string[]> owners)
    {
        Server = server.On("GET", OwnerFixture.Owners, ListAsync).On("GET", UserInfo, LookUpAsync);
        Client = TestClient.For(server);
        _ownersOf = Enumerable.Range(0, count).ToDictionary(room => $"r{room}", owners);
    }

    public StubServer Server { get; }

    public RocketChatClient Client { get; }

    /// <summary>The users whose rooms the server does not show.</summary>
    public HashSet<string> HiddenUsers { get; init; } = [];

    /// <summary>The rooms that the server does not show among those of a user.</summary>
    public HashSet<string> HiddenRooms { get; init; } = [];

    public HashSet<string> Deactivated { get; init; } = [];

    /// <summary>Whether the server limits the calls of the account.</summary>
    public bool IsLimited { get; set; }

    /// <summary>The number of reads of owners, of one room or of all.</summary>
    public int Lists => Server.Count("GET", OwnerFixture.Owners);

    /// <summary>The number of reads of a user.</summary>
    public int Lookups => Server.Count("GET", UserInfo);

    /// <param name="count">The number of rooms.</param>
    /// <param name="owners">The owners of each.</param>
    public static async Task<ManyRooms> StartAsync(int count, Func<int, string[]> owners) =>
        new(await StubServer.StartAsync(), count, owners);

    /// <summary>Asks for the owners of each room as of one of many, which must be the true ones.</summary>
    public async Task AssertOwnersAsync(CancellationToken cancellationToken)
    {
        foreach (var (room, owners) in _ownersOf)
        {
            var read = await Client.RoomOwners.GetOneOfManyAsync(room, cancellationToken);
            Assert.Equal(owners, read.Select(owner => owner.Id));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Server.DisposeAsync();
    }

    private Task ListAsync(HttpContext context)
    {
        var room = context.Request.Query["roomId"].ToString();
        string[] owners = room.Length == 0
            ? [.. _ownersOf.Values.SelectMany(some => some).Distinct()]
            : _ownersOf.GetValueOrDefault(room) ?? [];
        var (offset, count) = (Number("offset"), Number("count"));
        var users = string.Join(',', owners.Skip(offset).Take(count).Select(owner => $$"""{"_id":"{{owner}}","username":"{{owner}}"}"""));
        return WriteAsync(context, $$"""{"users":[{{users}}],"total":{{owners.Length}},"success":true}""");

        int Number(string name) => int.Parse(context.Request.Query[name].ToString(), CultureInfo.InvariantCulture);
    }

    // Each room twice, as a list that changes between two pages can show it.
    private Task LookUpAsync(HttpContext context)
    {
        var user = context.Request.Query["userId"].ToString();
        var subscriptions = _ownersOf.Where(room => !HiddenRooms.Contains(room.Key)).Select(room => room.Value.Contains(user)
            ? $$"""{"rid":"{{room.Key}}","roles":["owner"]},{"rid":"{{room.Key}}","roles":["owner"]}"""
            : $$"""{"rid":"{{room.Key}}","roles":["moderator"]},{"rid":"{{room.Key}}"}""");
        var rooms = HiddenUsers.Contains(user) ? "" : $""","rooms":[{string.Join(',', subscriptions)}]""";
        var active = Deactivated.Contains(user) ? "false" : "true";
        return WriteAsync(
            context, $$"""{"user":{"_id":"{{user}}","username":"{{user}}","active":{{active}}{{rooms}}},"success":true}""");
    }

    private Task WriteAsync(HttpContext context, string json) => StubServer.WriteAsync(context, StubAnswer.Json(json) with
    {
        Headers = IsLimited ? new Dictionary<string, string> { ["X-RateLimit-Limit"] = "10" } : [],
    });
}
