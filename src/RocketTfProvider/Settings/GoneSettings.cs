using System.Collections.Concurrent;

namespace RocketTfProvider.Settings;

/// <summary>
/// The settings that reads of this run found gone. Core plans such an object like a new one, but the user did not ask for it just now: its
/// plan warns where the plan of a new object fails.
/// </summary>
internal sealed class GoneSettings
{
    private readonly ConcurrentDictionary<string, bool> _ids = new(StringComparer.Ordinal);

    public void Add(string id) => _ids[id] = true;

    public bool Contains(string id) => _ids.ContainsKey(id);
}
