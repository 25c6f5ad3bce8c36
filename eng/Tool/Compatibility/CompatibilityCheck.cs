using Tool.Docs;

namespace Tool.Compatibility;

/// <summary>
/// Compares the schemas with those of the last version and says whether a change is breaking, additive or none. A breaking change needs
/// the section <c>BREAKING CHANGES</c> and the next minor version (the next major from 1.0.0 on); an additive one needs
/// <c>FEATURES</c> or <c>ENHANCEMENTS</c> and another version. Before the first release, the committed schemas follow the sources.
/// </summary>
internal static class CompatibilityCheck
{
    private const string Breaking = "BREAKING CHANGES";
    private static readonly string[] Additive = ["FEATURES", "ENHANCEMENTS"];

    /// <summary>Writes the schemas of the last version, unless those of a released one are there.</summary>
    public static void Write()
    {
        var changelog = Changelog();
        var recorded = SchemaSnapshot.Committed();
        if (changelog.Last is not { } last || recorded is null || Version.Parse(recorded.Version) < last)
        {
            SchemaSnapshot.Of((changelog.Last ?? changelog.Current).ToString(), Component.All()).Write();
        }
    }

    public static int Run()
    {
        var changelog = Changelog();
        var now = SchemaSnapshot.Of(changelog.Current.ToString(), Component.All());
        var (kind, problems) = SchemaSnapshot.Committed() is { } recorded
            ? Judge(recorded, now, changelog)
            : (ChangeKind.None, [$"{SchemaSnapshot.File} is missing: run `make generate`"]);
        foreach (var problem in problems)
        {
            Console.Error.WriteLine($"schema: {problem}");
        }

        Console.WriteLine($"schema: {kind.ToString().ToLowerInvariant()} change since the last version, {problems.Count} problems");
        return problems.Count == 0 ? 0 : 1;
    }

    /// <summary>The kind of the change, and what the CHANGELOG lacks for it.</summary>
    public static (ChangeKind Kind, IReadOnlyList<string> Problems) Judge(
        SchemaSnapshot recorded, SchemaSnapshot now, ChangelogVersions changelog)
    {
        var changes = SchemaChange.Between(recorded, now);
        var kind = changes.Count == 0 ? ChangeKind.None : changes.Max(change => change.Kind);
        if (changelog.Last is not { } last)
        {
            return (kind, kind == ChangeKind.None ? [] : [$"{SchemaSnapshot.File} is stale: run `make generate`"]);
        }

        if (Version.Parse(recorded.Version) != last)
        {
            return (kind, [$"{SchemaSnapshot.File} is of {recorded.Version}, and the last version is {last}: run `make generate`"]);
        }

        return (kind, kind switch
        {
            ChangeKind.Breaking => Problems(changes, changelog, [Breaking], Next(last)),
            ChangeKind.Additive => Problems(changes, changelog, Additive, AfterPatch(last)),
            _ => [],
        });
    }

    private static List<string> Problems(
        IReadOnlyList<SchemaChange> changes, ChangelogVersions changelog, string[] sections, Version least)
    {
        List<string> problems = [];
        var example = changes.MaxBy(change => change.Kind)!.Text;
        if (!changelog.Sections.Any(sections.Contains))
        {
            problems.Add($"{example}: CHANGELOG.md has to say so under {string.Join(" or ", sections)}");
        }

        if (changelog.Current < least)
        {
            problems.Add($"{example}: the version has to be at least {least}");
        }

        return problems;
    }

    private static Version Next(Version last) => last.Major > 0 ? new Version(last.Major + 1, 0, 0) : new Version(0, last.Minor + 1, 0);

    private static Version AfterPatch(Version last) => new(last.Major, last.Minor, last.Build + 1);

    private static ChangelogVersions Changelog() => ChangelogVersions.Parse(File.ReadAllText(Repository.PathOf("CHANGELOG.md")));
}
