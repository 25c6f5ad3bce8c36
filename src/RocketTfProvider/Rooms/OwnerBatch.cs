using RocketChat.Client;

namespace RocketTfProvider.Rooms;

/// <summary>Changes of several owners of one room: a few at once, so that one list proves them.</summary>
internal static class OwnerBatch
{
    // A server that limits an account answers ten requests a minute for each route.
    private const int AtOnce = 8;

    /// <param name="users">The users, in their order.</param>
    /// <param name="change">Makes the change of one user.</param>
    /// <param name="note">Notes the change of a user once it is made, also when that of another one fails.</param>
    public static async Task EachAsync(IEnumerable<User> users, Func<User, Task> change, Action<User> note)
    {
        foreach (var some in users.Chunk(AtOnce))
        {
            var changes = some.Select(change).ToArray();
            try
            {
                await Task.WhenAll(changes);
            }
            finally
            {
                foreach (var (user, made) in some.Zip(changes).Where(pair => pair.Second.IsCompletedSuccessfully))
                {
                    note(user);
                }
            }
        }
    }
}
