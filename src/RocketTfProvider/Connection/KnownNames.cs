using TerraformPlugin;
using TerraformPlugin.Models;

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

    /// <summary>These names and one more, where it is known.</summary>
    public IReadOnlyList<string> With(Tf<string> name) => name.TryGet(out var text) ? [.. All, text] : All;

    /// <summary>Adds a name, where it is known and not empty.</summary>
    public void Add(Tf<string> name)
    {
        var names = All;
        if (name.TryGet(out var text) && text.Length > 0 && !names.Contains(text))
        {
            state.Set(key, string.Join('\n', names.TakeLast(MaxCount - 1).Append(text)));
        }
    }
}
