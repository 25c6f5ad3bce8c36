namespace RocketChat.Client;

/// <summary>Lets changes to one room follow each other: the check for the last owner is a read before a write.</summary>
internal sealed class RoomQueue
{
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);

    public async Task<T> RunAsync<T>(string roomId, Func<Task<T>> change, CancellationToken cancellationToken)
    {
        var place = Enter(roomId);
        try
        {
            await place.Turn.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return await change().ConfigureAwait(false);
            }
            finally
            {
                place.Turn.Release();
            }
        }
        finally
        {
            Leave(roomId, place);
        }
    }

    private Place Enter(string roomId)
    {
        lock (_places)
        {
            if (!_places.TryGetValue(roomId, out var place))
            {
                _places[roomId] = place = new Place();
            }

            place.Visitors++;
            return place;
        }
    }

    private void Leave(string roomId, Place place)
    {
        lock (_places)
        {
            if (--place.Visitors == 0)
            {
                _places.Remove(roomId);
                place.Turn.Dispose();
            }
        }
    }

    private sealed class Place
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public int Visitors { get; set; }
    }
}
