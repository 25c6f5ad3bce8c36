using RocketChat.Client;
using RocketTfProvider.Connection;

namespace RocketTfProvider.Rooms;

/// <summary>The reads of a review that are under way.</summary>
/// <param name="Owners">The owners of the room.</param>
/// <param name="Users">The wanted owners, without those who do not exist.</param>
internal sealed record OwnershipReads(Task<IReadOnlyList<User>> Owners, Task<IReadOnlyList<User>> Users)
{
    /// <summary>Waits until both have ended, and throws nothing.</summary>
    public Task EndAsync() => Calls.EndAsync(Owners, Users);
}
