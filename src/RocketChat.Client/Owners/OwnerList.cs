using System.Text.Json;

namespace RocketChat.Client;

/// <summary>Reads the owners of a room, as an administrator or, where that is refused, as a member.</summary>
internal static class OwnerList
{
    public static async Task<IReadOnlyList<User>> ReadAsync(string roomId, Operation operation)
    {
        try
        {
            return await ReadAsAdministratorAsync(roomId, operation).ConfigureAwait(false);
        }
        catch (RocketChatException refused) when (refused.Kind == RocketChatErrorKind.Forbidden)
        {
            return await ReadAsMemberAsync(roomId, refused, operation).ConfigureAwait(false);
        }
    }

    // Works for every room, member or not, archived or not; does not check that the room exists.
    private static async Task<IReadOnlyList<User>> ReadAsAdministratorAsync(string roomId, Operation operation)
    {
        var owners = new List<User>();
        var request = ApiRequest.Get("roles.getUsersInRole", ("role", "owner"), ("roomId", roomId));
        await foreach (var item in operation.ListAsync(request, "users").ConfigureAwait(false))
        {
            owners.AddIfNew(User.From(item));
        }

        return owners;
    }

    // Each endpoint knows one kind of room and calls the other kind unknown.
    private static async Task<IReadOnlyList<User>> ReadAsMemberAsync(string roomId, RocketChatException refused, Operation operation)
    {
        foreach (var endpoint in (string[])["channels.roles", "groups.roles"])
        {
            try
            {
                var answer = await operation.SendAsync(ApiRequest.Get(endpoint, ("roomId", roomId))).ConfigureAwait(false);
                return answer.Root.Member("roles") is { ValueKind: JsonValueKind.Array }
                    ? OwnersIn(answer.Root)
                    : throw answer.Unexpected("\"roles\" is missing");
            }
            catch (RocketChatException exception) when (exception.Code == "error-room-not-found")
            {
                // The other kind, or not a member: the refusal of the first attempt is what to report in the end.
            }
        }

        throw refused;
    }

    private static List<User> OwnersIn(JsonElement answer)
    {
        var owners = new List<User>();
        foreach (var member in answer.Items("roles"))
        {
            if (member.Texts("roles")?.Contains("owner") == true && member.Member("u") is { } user)
            {
                owners.AddIfNew(User.From(user));
            }
        }

        return owners;
    }

    // A list that changes between two pages can show somebody twice.
    private static void AddIfNew(this List<User> owners, User? user)
    {
        if (user is not null && owners.TrueForAll(owner => owner.Id != user.Id))
        {
            owners.Add(user);
        }
    }
}
