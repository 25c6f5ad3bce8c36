namespace RocketChat.Client.Owners;

/// <summary>The rooms whose owners are being changed.</summary>
internal sealed class RoomsInWork
{
    private readonly Dictionary<string, RoomWrites> _rooms = new(StringComparer.Ordinal);

    public async Task<T> RunAsync<T>(string roomId, Func<RoomWrites, Task<T>> change)
    {
        var room = Enter(roomId);
        try
        {
            return await change(room).ConfigureAwait(false);
        }
        finally
        {
            Leave(roomId, room);
        }
    }

    private RoomWrites Enter(string roomId)
    {
        lock (_rooms)
        {
            if (!_rooms.TryGetValue(roomId, out var room))
            {
                _rooms[roomId] = room = new RoomWrites();
            }

            room.Users++;
            return room;
        }
    }

    private void Leave(string roomId, RoomWrites room)
    {
        lock (_rooms)
        {
            if (--room.Users == 0)
            {
                _rooms.Remove(roomId);
                room.Turn.Dispose();
                room.ReadTurn.Dispose();
            }
        }
    }
}
