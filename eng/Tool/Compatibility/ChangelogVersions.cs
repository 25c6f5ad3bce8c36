using System.Text.RegularExpressions;

namespace Tool.Compatibility;

/// <summary>The versions of the CHANGELOG, newest first.</summary>
/// <param name="Current">The version at the top.</param>
/// <param name="IsReleased">Whether it has a date.</param>
/// <param name="Sections">The headings of its section.</param>
/// <param name="Last">The newest version with a date; null before the first.</param>
internal sealed partial record ChangelogVersions(Version Current, bool IsReleased, IReadOnlyList<string> Sections, Version? Last)
{
    /// <exception cref="FormatException">The CHANGELOG names no version.</exception>
    public static ChangelogVersions Parse(string changelog)
    {
        var headings = Heading().Matches(changelog);
        if (headings.Count == 0)
        {
            throw new FormatException("CHANGELOG.md has no heading such as \"## 1.2.3 (Unreleased)\".");
        }

        var top = headings[0];
        var end = headings.Count > 1 ? headings[1].Index : changelog.Length;
        var sections = Section().Matches(changelog[top.Index..end]).Select(section => section.Groups[1].Value).ToList();
        return new ChangelogVersions(
            VersionOf(top),
            IsDated(top),
            sections,
            headings.FirstOrDefault(IsDated) is { } last ? VersionOf(last) : null);
    }

    private static Version VersionOf(Match heading) => Version.Parse(heading.Groups[1].Value);

    private static bool IsDated(Match heading) => heading.Groups[2].Value != "Unreleased";

    [GeneratedRegex(@"^## (\d+\.\d+\.\d+) \(([^)]+)\)", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^([A-Z][A-Z ]+):$", RegexOptions.Multiline)]
    private static partial Regex Section();
}
