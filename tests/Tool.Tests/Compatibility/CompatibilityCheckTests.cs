using Tool.Compatibility;

namespace Tool.Tests.Compatibility;

/// <summary>The section and the version that a change of the schemas demands of the CHANGELOG.</summary>
public sealed class CompatibilityCheckTests
{
    private const string Unreleased = "## 0.1.0 (Unreleased)\n\nFEATURES:\n\n* everything\n";
    private const string Released = "## 0.1.0 (December 1, 2026)\n\nFEATURES:\n\n* everything\n";

    [Theory]
    [InlineData("0.1.1", "BUG FIXES", "Optional: String", 0)]
    [InlineData("0.1.1", "BUG FIXES", "Optional: String, Optional: String", 1)]
    [InlineData("0.1.1", "FEATURES", "Optional: String, Optional: String", 0)]
    [InlineData("0.1.1", "ENHANCEMENTS", "Optional: String, Optional: String", 0)]
    [InlineData("0.1.1", "ENHANCEMENTS", "Required: String", 2)]
    [InlineData("0.2.0", "ENHANCEMENTS", "Required: String", 1)]
    [InlineData("0.2.0", "BREAKING CHANGES", "Required: String", 0)]
    public void Judge_ChangeSinceARelease_NeedsItsSectionAndVersion(string version, string section, string attributes, int problems)
    {
        var changelog = ChangelogVersions.Parse($"# Changelog\n\n## {version} (Unreleased)\n\n{section}:\n\n* this\n\n{Released}");

        Assert.Equal(problems, CompatibilityCheck.Judge(Snapshot("0.1.0", "Optional: String"), Now(attributes), changelog).Problems.Count);
    }

    [Fact]
    public void Judge_ChangeAfterOneZero_NeedsTheNextMajorVersion()
    {
        var changelog = ChangelogVersions.Parse("## 1.3.0 (Unreleased)\n\nBREAKING CHANGES:\n\n* this\n\n## 1.2.0 (December 1, 2026)\n");

        var (kind, problems) = CompatibilityCheck.Judge(Snapshot("1.2.0", "Optional: String"), Now("Required: String"), changelog);

        Assert.Equal(ChangeKind.Breaking, kind);
        Assert.Contains("at least 2.0.0", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_ChangeBeforeTheFirstRelease_OnlyHasToBeWritten()
    {
        var changelog = ChangelogVersions.Parse(Unreleased);

        var problem = Assert.Single(
            CompatibilityCheck.Judge(Snapshot("0.1.0", "Optional: String"), Now("Required: String"), changelog).Problems);

        Assert.Contains("make generate", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_SchemasOfAnOlderRelease_HaveToBeWritten()
    {
        var changelog = ChangelogVersions.Parse("## 0.2.0 (January 3, 2027)\n\n" + Released);

        var problem = Assert.Single(
            CompatibilityCheck.Judge(Snapshot("0.1.0", "Optional: String"), Now("Optional: String"), changelog).Problems);

        Assert.Contains("the last version is 0.2.0", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_Changelog_KnowsTheNewestVersionAndTheLastReleased()
    {
        var changelog = ChangelogVersions.Parse("## 0.2.0 (Unreleased)\n\nNOTES:\n\n* a\n\nBUG FIXES:\n\n* b\n\n" + Released);

        Assert.Equal((new Version(0, 2, 0), false, new Version(0, 1, 0)), (changelog.Current, changelog.IsReleased, changelog.Last));
        Assert.Equal(["NOTES", "BUG FIXES"], changelog.Sections);
        Assert.Throws<FormatException>(() => ChangelogVersions.Parse("# Changelog\n"));
    }

    private static SchemaSnapshot Now(string attributes) => Snapshot("9.9.9", attributes.Split(", "));

    private static SchemaSnapshot Snapshot(string version, params string[] attributes)
    {
        var entries = new Dictionary<string, string> { ["resources/rocketchat_thing"] = "" };
        foreach (var (index, attribute) in attributes.Index())
        {
            entries[$"resources/rocketchat_thing/name{index}"] = attribute;
        }

        return new SchemaSnapshot(version, entries);
    }
}
