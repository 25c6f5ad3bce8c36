using System.Diagnostics.CodeAnalysis;
using RocketTfProvider.Connection;
using TerraformPlugin;

namespace RocketTfProvider.Rooms;

/// <summary>
/// The private state of <c>rocketchat_room_owners</c>. Ids have no whitespace, and usernames are cleaned of line breaks, so both separate.
/// </summary>
internal sealed class RoomOwnersPrivateState(PrivateState state)
{
    private const string SeenKey = "seen_owners";
    private const string AddedKey = "added_owners";
    private const string AppliedKey = "applied_owners";
    private const string UnfinishedKey = "unfinished";
    private const string PlannedDestroyKey = "planned_destroy";

    /// <summary>The owners of the last read, usernames by ids; null before the first read.</summary>
    public IReadOnlyDictionary<string, string>? Seen => state.TryGet(SeenKey, out var lines)
        ? lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal)
        : null;

    /// <summary>Ids of the users whom this resource made owners.</summary>
    public IReadOnlyCollection<string> Added
    {
        get => state.TryGet(AddedKey, out var ids) ? Split(ids) : [];
        set => state.Set(AddedKey, value.Count == 0 ? null : string.Join(' ', value.Distinct()));
    }

    /// <summary>
    /// Ids of the users whom the configuration listed at the last apply; null before it. The state has the owners of the last refresh
    /// instead, which does not show what the user asks for newly.
    /// </summary>
    [DisallowNull]
    public IReadOnlyCollection<string>? Applied
    {
        get => state.TryGet(AppliedKey, out var ids) ? Split(ids) : null;
        set => state.Set(AppliedKey, string.Join(' ', value));
    }

    /// <summary>Names that the room has had.</summary>
    public KnownNames RoomNames { get; } = RoomPrivateState.NamesIn(state);

    /// <summary>
    /// True between the first change of a create and its end: the CLI replaces such an object, which is no reason to remove owners.
    /// </summary>
    public bool IsUnfinished
    {
        get => state.TryGet(UnfinishedKey, out _);
        set => state.Set(UnfinishedKey, value ? "true" : null);
    }

    /// <summary>
    /// True when the provider has planned the destroy. Core plans a plain destroy, but not the destroy half of a replacement that deletes
    /// first.
    /// </summary>
    public bool IsPlannedDestroy
    {
        get => state.TryGet(PlannedDestroyKey, out _);
        set => state.Set(PlannedDestroyKey, value ? "true" : null);
    }

    public void SetSeen(IEnumerable<User> owners) =>
        state.Set(SeenKey, string.Join('\n', owners.Select(owner => $"{owner.Id} {ForeignText.Clean(owner.Username)}")));

    /// <summary>
    /// The owners whom a destroy removes, and those who stay: the ones that it did not add, and the ones that the run keeps.
    /// </summary>
    public (List<User> Leaving, List<User> Staying) Split(IEnumerable<User> owners, RoomInRun inRun)
    {
        var groups = owners.ToLookup(owner => Added.Contains(owner.Id) && !inRun.Handover.IsKept(owner.Id));
        return ([.. groups[true]], [.. groups[false]]);
    }

    /// <summary>Removes the entries that only this resource has, for an object that another resource takes over.</summary>
    public void Clear()
    {
        foreach (var key in new[] { SeenKey, AddedKey, AppliedKey, UnfinishedKey, PlannedDestroyKey })
        {
            state.Set(key, null);
        }
    }

    private static string[] Split(string ids) => ids.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
