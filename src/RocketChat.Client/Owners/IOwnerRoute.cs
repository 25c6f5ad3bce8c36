using RocketChat.Client.Http;
using RocketChat.Client.Rooms;
using RocketChat.Client.Users;

namespace RocketChat.Client.Owners;

/// <summary>A way to add and remove an owner; the ways differ in permissions and side effects.</summary>
internal interface IOwnerRoute
{
    Task AddAsync(Room room, User user, ApiCall call);

    Task RemoveAsync(Room room, User user, ApiCall call);
}
