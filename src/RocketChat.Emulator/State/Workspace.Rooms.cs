namespace RocketChat.Emulator.State;

public sealed partial class Workspace
{
    /// <summary>Adds a channel or group that belongs to its creator.</summary>
    /// <param name="name">The name, not yet taken.</param>
    /// <param name="type"><c>c</c> or <c>p</c>.</param>
    /// <param name="owner">Id or username of the creator, who becomes member and owner.</param>
    /// <param name="members">Ids or usernames of further members.</param>
    public Room AddRoom(string name, string type, string owner, params string[] members) => Locked(() =>
    {
        var creator = RequireUser(owner);
        var room = new Room
        {
            Id = MeteorId.NewId(),
            Type = type,
            Name = name,
            FName = name,
            Creator = new RoomCreator(creator.Id, creator.Username, creator.Name),
            CreatedAt = Now,
            UpdatedAt = Now,
        };
        Insert(room);
        Join(room, creator, "owner");
        foreach (var member in members)
        {
            Join(room, RequireUser(member));
        }

        return room;
    });

    internal Room AddTeamRoom(string name, string type, User creator)
    {
        var room = new Room
        {
            Id = MeteorId.NewId(),
            Type = type,
            Name = name,
            FName = name,
            TeamId = MeteorId.NewId(),
            TeamMain = true,
            Creator = new RoomCreator(creator.Id, creator.Username, creator.Name),
            CreatedAt = Now,
            UpdatedAt = Now,
        };
        Insert(room);
        Join(room, creator, "owner");
        return room;
    }

    /// <summary>Gives a room another name; the id stays.</summary>
    public void RenameRoom(string idOrName, string newName) => Change(RequireRoom(idOrName), room => (room.Name, room.FName) = (newName, newName));

    /// <summary>Archives a room, or takes it out of the archive.</summary>
    public void SetArchived(string idOrName, bool archived) => Change(RequireRoom(idOrName), room => room.Archived = archived);

    /// <summary>Deletes a room together with all memberships.</summary>
    public void DeleteRoom(string idOrName) => Locked(() => Remove(RequireRoom(idOrName)));

    internal void Insert(Room room)
    {
        if (RoomById(room.Id) is not null || (room.Name is not null && RoomByName(room.Name) is not null))
        {
            throw new ArgumentException($"the room '{room}' or its id is there already", nameof(room));
        }

        _rooms.Add(room);
    }

    internal void Remove(Room room)
    {
        _rooms.Remove(room);
        _memberships.RemoveAll(membership => membership.RoomId == room.Id);
        _teams.RemoveAll(team => team.RoomId == room.Id);
    }

    internal void Change(Room room, Action<Room> change) => Locked(() =>
    {
        change(room);
        room.UpdatedAt = Now;
    });

    /// <summary>The server posts a message into the room, for example that a role was given.</summary>
    internal void PostSystemMessage(Room room) => Change(room, changed => changed.MessageCount++);
}
