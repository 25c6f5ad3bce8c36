using System.Collections.Concurrent;
using System.Text.Json;
using RocketChat.Client.Errors;
using RocketChat.Client.Http;
using RocketChat.Client.Reads;
using RocketChat.Client.Users;

namespace RocketChat.Client.Owners;

/// <summary>
/// Reads the owners of a room, as an administrator or, if that is refused, as a member. After the first refusal it asks as a member first:
/// permissions seldom change, and each refusal counts for the rate limit.
/// </summary>
internal sealed class OwnerList(KnownOwners known, WriteLog writes)
{
    // channels.roles answers room-not-found for private rooms, groups.roles for public ones.
    private static readonly string[] ForMembers = ["channels.roles", "groups.roles"];

    private readonly ConcurrentDictionary<string, string> _kinds = new(StringComparer.Ordinal);
    private volatile bool _isRefused;

    /// <summary>The owners, as they were read no longer ago than the caller accepts; by default as they are now.</summary>
    public async Task<IReadOnlyList<User>> ReadAsync(string roomId, ApiCall call, TimeSpan maxAge = default)
    {
        if (maxAge > TimeSpan.Zero && known.Find(roomId, maxAge) is { } recent)
        {
            return recent;
        }

        var since = writes.Now;
        var owners = await ReadNowAsync(roomId, call).ConfigureAwait(false);
        known.Note(roomId, owners, since);
        return owners;
    }

    /// <summary>The owners, if they were read a moment ago and not changed since.</summary>
    public IReadOnlyList<User>? FindRecent(string roomId) => known.Find(roomId, ApiRequest.Recent);

    /// <summary>The number of writes so far, for <see cref="FindReadAfter"/>.</summary>
    public long Writes => writes.Now;

    /// <summary>The owners, if they were read after this number of writes.</summary>
    public IReadOnlyList<User>? FindReadAfter(string roomId, long count) => known.FindReadAfter(roomId, count);

    private async Task<IReadOnlyList<User>> ReadNowAsync(string roomId, ApiCall call)
    {
        var wasRefused = _isRefused;
        if (wasRefused && await ReadAsMemberAsync(roomId, call).ConfigureAwait(false) is { } known)
        {
            return known;
        }

        try
        {
            return await ReadAsAdministratorAsync(roomId, call).ConfigureAwait(false);
        }
        catch (RocketChatException refused) when (refused.Kind == RocketChatErrorKind.Forbidden && !wasRefused)
        {
            _isRefused = true;
            if (await ReadAsMemberAsync(roomId, call).ConfigureAwait(false) is { } owners)
            {
                return owners;
            }

            throw;
        }
    }

    // The endpoint answers for every room, and does not check that the room exists.
    private static async Task<IReadOnlyList<User>> ReadAsAdministratorAsync(string roomId, ApiCall call)
    {
        var owners = new List<User>();
        var request = ApiRequest.Get("roles.getUsersInRole", ("role", "owner"), ("roomId", roomId)) with
        {
            About = [Subject.OwnersOf(roomId)],
        };
        await foreach (var item in call.ListAsync(request, "users").ConfigureAwait(false))
        {
            AddIfNew(owners, User.From(item));
        }

        return owners;
    }

    /// <summary>The owners; null for a room that the account is not in.</summary>
    private async Task<IReadOnlyList<User>?> ReadAsMemberAsync(string roomId, ApiCall call)
    {
        var kind = _kinds.GetValueOrDefault(roomId);
        foreach (var endpoint in ForMembers.OrderBy(endpoint => endpoint != kind))
        {
            try
            {
                var request = ApiRequest.Get(endpoint, ("roomId", roomId)) with { About = [Subject.OwnersOf(roomId)] };
                var answer = await call.SendAsync(request).ConfigureAwait(false);
                var owners = OwnersIn(answer.RequiredList("roles"));
                _kinds[roomId] = endpoint;
                return owners;
            }
            catch (RocketChatException exception) when (exception.Code == "error-room-not-found")
            {
                // The room is of the other kind, or the account is not in it.
            }
            catch (RocketChatException exception) when (exception.Code == "error-room-archived")
            {
                return await ReadAsMemberOfArchivedAsync(roomId, exception, call).ConfigureAwait(false);
            }
        }

        return null;
    }

    // Since 7.3, and open for archived rooms: recorded from 8.6.1.
    private static async Task<IReadOnlyList<User>> ReadAsMemberOfArchivedAsync(string roomId, RocketChatException refused, ApiCall call)
    {
        var owners = new List<User>();
        var request = ApiRequest.Get("rooms.membersOrderedByRole", ("roomId", roomId)) with { About = [Subject.OwnersOf(roomId)] };
        try
        {
            await foreach (var member in call.ListAsync(request, "members").ConfigureAwait(false))
            {
                if (IsOwner(member))
                {
                    AddIfNew(owners, User.From(member));
                }
            }
        }
        catch (RocketChatException exception) when (exception.Kind == RocketChatErrorKind.UnknownEndpoint)
        {
            throw RocketChatException.CausedBy(
                refused,
                RocketChatErrorKind.Forbidden,
                "The room is archived, and before Rocket.Chat 7.3 its owners are shown only to accounts with the permissions "
                + "access-permissions and view-other-user-channels");
        }

        return owners;
    }

    private static List<User> OwnersIn(JsonElement members)
    {
        var owners = new List<User>();
        foreach (var member in members.EnumerateArray())
        {
            if (IsOwner(member) && member.Member("u") is { } user)
            {
                AddIfNew(owners, User.From(user));
            }
        }

        return owners;
    }

    private static bool IsOwner(JsonElement member) => member.Strings("roles")?.Contains("owner") == true;

    // A list that changes between two pages can contain a user twice.
    private static void AddIfNew(List<User> owners, User? user)
    {
        if (user is not null && owners.TrueForAll(owner => owner.Id != user.Id))
        {
            owners.Add(user);
        }
    }
}
