using TerraformPlugin;

namespace RocketTfProvider.Connection;

/// <summary>
/// Names, in the private state of an object, by which a configuration may still call what was renamed since: the configured one, and
/// those that refreshes have seen. They have no line breaks, which separate them.
/// </summary>
internal sealed class KnownNames(PrivateState state, string key)
{
    // An object that is renamed more often than this is found by its id.
    private const int MaxCount = 10;

    public IReadOnlyList<string> All => state.TryGet(key, out var lines) ? lines.Split('\n') : [];

    public void Add(string? name)
    {
        var names = All;
        if (!string.IsNullOrEmpty(name) && !names.Contains(name))
        {
            state.Set(key, string.Join('\n', names.TakeLast(MaxCount - 1).Append(name)));
        }
    }
}
