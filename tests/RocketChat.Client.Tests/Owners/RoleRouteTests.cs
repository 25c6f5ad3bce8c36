using RocketChat.Client.Capabilities;
using RocketChat.Client.Http;
using RocketChat.Client.Owners;
using RocketChat.Client.Rooms;

namespace RocketChat.Client.Tests.Owners;

public sealed class RoleRouteTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // A server since 6.13 would make the user an owner of every room.
    [Fact]
    public async Task AnyChange_WithoutARoom_SendsNoWrite()
    {
        var sent = new Requests();
        var call = new ApiCall(sent, TimeProvider.System, DateTimeOffset.MaxValue, Token);
        var route = new RoleRoute(new ApiCapabilities());
        var room = new Room { Id = " ", Name = "r", DisplayName = "r", Kind = RoomKind.Private };

        await Assert.ThrowsAsync<ArgumentException>(() => route.AddAsync(room, OwnerFixture.Alice, call));
        await Assert.ThrowsAsync<ArgumentException>(() => route.RemoveAsync(room, OwnerFixture.Alice, call));

        Assert.All(sent.Methods, method => Assert.Equal("GET", method));
    }

    private sealed class Requests : IRequestHandler
    {
        public List<string> Methods { get; } = [];

        public Task<ApiResponse> SendAsync(ApiRequest request, ApiCall call)
        {
            Methods.Add(request.Method);
            return Task.FromResult(new ApiResponse(
                request, 200, Stub.Json.Of("""{"user":{"_id":"alice-id","username":"alice"},"success":true}""")));
        }
    }
}
