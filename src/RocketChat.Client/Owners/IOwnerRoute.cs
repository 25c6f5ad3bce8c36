namespace RocketChat.Client;

/// <summary>One of the ways in which the server lets an owner be added or removed; they differ in who may and in side effects.</summary>
internal interface IOwnerRoute
{
    Task AddAsync(Room room, User user, ApiCall call);

    Task RemoveAsync(Room room, User user, ApiCall call);
}
