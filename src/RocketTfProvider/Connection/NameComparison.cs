using TerraformPlugin.Models;

namespace RocketTfProvider.Connection;

/// <summary>
/// Compares the id and the name in a configuration with the stored object. The id decides; the name is looked up only when its text is
/// new. A name that somebody else has by now therefore still means the stored object.
/// </summary>
internal sealed record NameComparison
{
    public required Tf<string> ConfiguredId { get; init; }

    public required Tf<string> ConfiguredName { get; init; }

    public required string StoredId { get; init; }

    public required Tf<string> StoredName { get; init; }

    public required IReadOnlyList<string> KnownNames { get; init; }

    /// <param name="findIdAsync">Looks up the id of the object with a name; null if there is none.</param>
    public async Task<NameMeaning> RunAsync(Func<string, Task<string?>> findIdAsync)
    {
        if (!ConfiguredId.IsNull && ConfiguredId != StoredId)
        {
            return NameMeaning.Another;
        }

        if (ConfiguredName.IsNull || ConfiguredName == StoredName)
        {
            return NameMeaning.Same;
        }

        if (!ConfiguredName.TryGet(out var name))
        {
            return ConfiguredId.IsPresent ? NameMeaning.Same : NameMeaning.Another;
        }

        if (KnownNames.Contains(name))
        {
            return NameMeaning.Renamed;
        }

        var found = await findIdAsync(name);
        return found == StoredId ? NameMeaning.Same
            : ConfiguredId.IsPresent ? NameMeaning.Contradictory
            : found is null ? NameMeaning.Nothing
            : NameMeaning.Another;
    }
}
