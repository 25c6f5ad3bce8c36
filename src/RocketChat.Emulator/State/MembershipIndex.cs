namespace RocketChat.Emulator.State;

/// <summary>The memberships by room and by user, in the order in which they came: lists of rooms ask for the members of each.</summary>
internal sealed class MembershipIndex
{
    private readonly Dictionary<string, List<Membership>> _byRoom = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Membership>> _byUser = new(StringComparer.Ordinal);

    public List<Membership> In(string roomId) => _byRoom.GetValueOrDefault(roomId) ?? [];

    public List<Membership> Of(string userId) => _byUser.GetValueOrDefault(userId) ?? [];

    public void Add(Membership membership)
    {
        ListOf(_byRoom, membership.RoomId).Add(membership);
        ListOf(_byUser, membership.UserId).Add(membership);
    }

    public void RemoveAll(IEnumerable<Membership> memberships)
    {
        foreach (var membership in memberships.ToArray())
        {
            In(membership.RoomId).Remove(membership);
            Of(membership.UserId).Remove(membership);
        }
    }

    public void Clear()
    {
        _byRoom.Clear();
        _byUser.Clear();
    }

    private static List<Membership> ListOf(Dictionary<string, List<Membership>> lists, string key)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists[key] = list = [];
        }

        return list;
    }
}
