namespace RocketChat.Emulator.State;

public sealed partial class Workspace
{
    /// <summary>The usernames of a room's owners, sorted.</summary>
    public IReadOnlyList<string> OwnersOf(string roomIdOrName) => Locked(() =>
        MembersWithRole(RequireRoom(roomIdOrName), "owner").Select(member => member.Username).Order(StringComparer.Ordinal).ToArray());

    /// <summary>The usernames of a room's members, sorted.</summary>
    public IReadOnlyList<string> MembersOf(string roomIdOrName) => Locked(() =>
        Members(RequireRoom(roomIdOrName)).Select(member => member.Username).Order(StringComparer.Ordinal).ToArray());

    /// <summary>Puts a user into a room; nothing happens when the user is in it already.</summary>
    public void AddMember(string roomIdOrName, string userIdOrName) => Locked(() =>
    {
        Join(RequireRoom(roomIdOrName), RequireUser(userIdOrName));
    });

    /// <summary>Takes a user out of a room, and all roles there with it.</summary>
    public void RemoveMember(string roomIdOrName, string userIdOrName) => Locked(() =>
        Leave(RequireRoom(roomIdOrName), RequireUser(userIdOrName)));

    /// <summary>Makes a member owner of a room behind everybody's back; a user who is not a member joins.</summary>
    public void AddOwner(string roomIdOrName, string userIdOrName) => Locked(() =>
    {
        Join(RequireRoom(roomIdOrName), RequireUser(userIdOrName), "owner");
    });

    /// <summary>Takes ownership away behind everybody's back, the last owner's too. The user stays a member.</summary>
    /// <returns>Whether the user was an owner.</returns>
    public bool RemoveOwner(string roomIdOrName, string userIdOrName) => Locked(() =>
        MembershipOf(RequireRoom(roomIdOrName), RequireUser(userIdOrName))?.Roles.Remove("owner") ?? false);

    internal Membership? MembershipOf(Room room, User user) =>
        _memberships.Find(membership => membership.RoomId == room.Id && membership.UserId == user.Id);

    internal IEnumerable<Membership> MembershipsIn(Room room) => _memberships.Where(membership => membership.RoomId == room.Id);

    internal IEnumerable<Membership> MembershipsOf(User user) => _memberships.Where(membership => membership.UserId == user.Id);

    internal IEnumerable<User> Members(Room room) => MembershipsIn(room).Select(membership => UserById(membership.UserId)).OfType<User>();

    internal IEnumerable<User> MembersWithRole(Room room, string role) =>
        MembershipsIn(room).Where(membership => membership.Roles.Contains(role)).Select(membership => UserById(membership.UserId)).OfType<User>();

    /// <summary>Everybody who has the role in any room.</summary>
    internal IEnumerable<User> UsersWithRoomRole(string role) =>
        _users.Where(user => MembershipsOf(user).Any(membership => membership.Roles.Contains(role)));

    /// <summary>Lets a user into a room, with these roles beside those that it had; into the main room of a team, and so into the team.</summary>
    internal Membership Join(Room room, User user, params string[] roles)
    {
        TeamOf(room)?.Members.TryAdd(user.Id, []);
        var membership = MembershipOf(room, user);
        if (membership is null)
        {
            membership = new Membership { Id = MeteorId.NewId(), RoomId = room.Id, UserId = user.Id };
            _memberships.Add(membership);
        }

        foreach (var role in roles.Where(role => !membership.Roles.Contains(role)))
        {
            membership.Roles.Add(role);
        }

        return membership;
    }

    internal void Leave(Room room, User user)
    {
        TeamOf(room)?.Members.Remove(user.Id);
        _memberships.RemoveAll(membership => membership.RoomId == room.Id && membership.UserId == user.Id);
    }
}
