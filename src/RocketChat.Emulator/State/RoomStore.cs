namespace RocketChat.Emulator.State;

/// <summary>The rooms and their members.</summary>
internal sealed class RoomStore(UserStore users, TeamStore teams, TimeProvider time)
{
    private readonly List<Room> _rooms = [];
    private readonly Dictionary<string, Room> _byId = new(StringComparer.Ordinal);
    private readonly MembershipIndex _memberships = new();

    public IReadOnlyList<Room> All => _rooms;

    public Room? ById(string? id) => id is null ? null : _byId.GetValueOrDefault(id);

    public Room? ByName(string? name) => _rooms.Find(room => room.Name == name);

    /// <summary>The room with this id or this exact name.</summary>
    /// <exception cref="ArgumentException">No such room.</exception>
    public Room Require(string idOrName) =>
        ById(idOrName) ?? ByName(idOrName) ?? throw new ArgumentException($"there is no room '{idOrName}'", nameof(idOrName));

    /// <summary>Adds a channel or group that belongs to its creator; with a team's id, the main room of that team.</summary>
    public Room Add(string name, string type, User creator, string? teamId = null, bool isBroadcast = false)
    {
        var now = time.GetUtcNow();
        var room = new Room
        {
            Id = MeteorId.NewId(),
            Type = type,
            Name = name,
            FName = name,
            TeamId = teamId,
            TeamMain = teamId is not null,
            Broadcast = isBroadcast,
            ReadOnly = isBroadcast,
            Creator = RoomCreator.Of(creator),
            CreatedAt = now,
            UpdatedAt = now,
        };
        Insert(room);
        Join(room, creator, "owner");
        return room;
    }

    /// <exception cref="ArgumentException">The id or the name is taken.</exception>
    public void Insert(Room room)
    {
        if (ById(room.Id) is not null || (room.Name is not null && ByName(room.Name) is not null))
        {
            throw new ArgumentException($"the room '{room}' or its id is there already", nameof(room));
        }

        _rooms.Add(room);
        _byId.Add(room.Id, room);
    }

    /// <summary>The direct message of exactly these users, which is made where there is none.</summary>
    public Room Direct(IReadOnlyCollection<User> members)
    {
        var present = _rooms.Find(room => room.IsDirect && Members(room).ToHashSet().SetEquals(members));
        if (present is not null)
        {
            return present;
        }

        var now = time.GetUtcNow();
        var room = new Room
        {
            Id = MeteorId.NewId(),
            Type = "d",
            Creator = RoomCreator.Of(members.First()),
            CreatedAt = now,
            UpdatedAt = now,
        };
        Insert(room);
        foreach (var member in members)
        {
            Join(room, member);
        }

        return room;
    }

    /// <summary>Adds a discussion below a room.</summary>
    public Room Discuss(Room parent, string title, User creator)
    {
        var now = time.GetUtcNow();
        var room = new Room
        {
            Id = MeteorId.NewId(),
            Type = parent.Type == "c" ? "c" : "p",
            Name = MeteorId.NewId(),
            FName = title,
            Topic = parent.FName ?? parent.Name,
            ParentRoomId = parent.Id,
            Creator = RoomCreator.Of(creator),
            CreatedAt = now,
            UpdatedAt = now,
        };
        Insert(room);
        Join(room, creator, "owner");
        return room;
    }

    /// <summary>Changes a room, and notes the time.</summary>
    public void Change(Room room, Action<Room> change)
    {
        change(room);
        room.UpdatedAt = time.GetUtcNow();
    }

    /// <summary>Removes a room together with its memberships and its team.</summary>
    public void Remove(Room room)
    {
        _rooms.Remove(room);
        _byId.Remove(room.Id);
        _memberships.RemoveAll(MembershipsIn(room));
        teams.RemoveOf(room);
    }

    public void RemoveMemberships(User user) => _memberships.RemoveAll(MembershipsOf(user));

    public void Clear()
    {
        _rooms.Clear();
        _byId.Clear();
        _memberships.Clear();
    }

    /// <summary>Gives a room another name; the id stays.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public void Rename(Room room, string name)
    {
        if (ByName(name) is { } other && other != room)
        {
            throw new ArgumentException($"there is a room '{name}' already", nameof(name));
        }

        Change(room, changed => (changed.Name, changed.FName) = (name, name));
    }

    public void SetArchived(Room room, bool archived) => Change(room, changed => changed.Archived = archived);

    /// <summary>Counts a message that the server posts by itself, for example that a role was given.</summary>
    public void PostSystemMessage(Room room) => Change(room, changed => changed.MessageCount++);

    public Membership? MembershipOf(Room room, User user) => _memberships.In(room.Id).Find(membership => membership.UserId == user.Id);

    public IReadOnlyList<Membership> MembershipsIn(Room room) => _memberships.In(room.Id);

    public IReadOnlyList<Membership> MembershipsOf(User user) => _memberships.Of(user.Id);

    public IEnumerable<User> Members(Room room) => UsersOf(MembershipsIn(room));

    public IEnumerable<User> MembersWithRole(Room room, string role) =>
        UsersOf(MembershipsIn(room).Where(membership => membership.Roles.Contains(role)));

    /// <summary>Everybody who has the role in any room.</summary>
    public IEnumerable<User> HoldersInAnyRoom(string role) =>
        users.All.Where(user => MembershipsOf(user).Any(membership => membership.Roles.Contains(role)));

    /// <summary>
    /// Adds a user to a room, with these roles beside those that the user had. A main room takes its new members into the team, too.
    /// </summary>
    public void Join(Room room, User user, params IEnumerable<string> roles)
    {
        teams.Of(room)?.Members.TryAdd(user.Id, []);
        var membership = MembershipOf(room, user);
        if (membership is null)
        {
            membership = new Membership { Id = MeteorId.NewId(), RoomId = room.Id, UserId = user.Id, CreatedAt = time.GetUtcNow() };
            _memberships.Add(membership);
        }

        foreach (var role in roles.Where(role => !membership.Roles.Contains(role)))
        {
            membership.Roles.Add(role);
        }
    }

    public void Leave(Room room, User user)
    {
        teams.Of(room)?.Members.Remove(user.Id);
        if (MembershipOf(room, user) is { } membership)
        {
            _memberships.RemoveAll([membership]);
        }
    }

    private IEnumerable<User> UsersOf(IEnumerable<Membership> memberships) =>
        memberships.Select(membership => users.ById(membership.UserId)).OfType<User>();
}
