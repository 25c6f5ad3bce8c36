using RocketChat.Client;
using TerraformPlugin;

namespace RocketTfProvider.Rooms;

/// <summary>What the resource remembers beside its state. Ids and user names hold no white space.</summary>
internal sealed class OwnersMemory(PrivateState state)
{
    private const string SeenKey = "seen_owners";
    private const string AddedKey = "added_owners";
    private const string UnfinishedKey = "unfinished";
    private const string PlannedDestroyKey = "planned_destroy";

    /// <summary>The owners that were seen last, names by ids; null when nobody has looked.</summary>
    public IReadOnlyDictionary<string, string>? Seen => state.TryGet(SeenKey, out var lines)
        ? lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal)
        : null;

    /// <summary>Ids of those whom this resource made owners.</summary>
    public IReadOnlyCollection<string> Added
    {
        get => state.TryGet(AddedKey, out var ids) ? ids.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
        set => state.Set(AddedKey, value.Count == 0 ? null : string.Join(' ', value));
    }

    /// <summary>True while a create was begun and not finished: the CLI will replace the object, which is no reason to take anything away.</summary>
    public bool IsUnfinished
    {
        get => state.TryGet(UnfinishedKey, out _);
        set => state.Set(UnfinishedKey, value ? "true" : null);
    }

    /// <summary>
    /// True for a plain destroy. Core plans that with the provider, but not the destroy half of a replacement.
    /// </summary>
    public bool IsPlannedDestroy
    {
        get => state.TryGet(PlannedDestroyKey, out _);
        set => state.Set(PlannedDestroyKey, value ? "true" : null);
    }

    public void See(IEnumerable<User> owners) => state.Set(SeenKey, string.Join('\n', owners.Select(owner => $"{owner.Id} {owner.Username}")));
}
