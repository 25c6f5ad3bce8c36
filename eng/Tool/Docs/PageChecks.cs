using System.Text.RegularExpressions;

namespace Tool.Docs;

/// <summary>The requirements of registries and readers: a page's front matter, and links that lead somewhere.</summary>
internal static partial class PageChecks
{
    private static readonly string[] Known = ["page_title", "subcategory", "description"];
    private static readonly string[] Required = ["page_title", "description"];

    public static IEnumerable<string> FrontMatter(IReadOnlyDictionary<string, string> pages)
    {
        foreach (var (path, text) in pages)
        {
            var keys = Key().Matches(Head().Match(text).Groups[1].Value).Select(match => match.Groups[1].Value).ToList();
            foreach (var key in Required.Except(keys))
            {
                yield return $"{path} has no {key}";
            }

            foreach (var key in keys.Except(Known))
            {
                yield return $"{path} has {key}, which registries do not know";
            }
        }
    }

    /// <summary>Links between pages and within them. Registries and GitHub both follow relative links that end in .md.</summary>
    public static IEnumerable<string> Links(IReadOnlyDictionary<string, string> pages) =>
        from page in pages
        from match in Link().Matches(WithoutCode(page.Value))
        let target = match.Groups[1].Value
        where !Scheme().IsMatch(target) && !Leads(target, page.Key, pages)
        select $"{page.Key} links to {target}, which does not exist";

    private static bool Leads(string target, string from, IReadOnlyDictionary<string, string> pages)
    {
        var parts = target.Split('#');
        var path = parts[0].Length == 0 ? from : RelativeTo(from, parts[0]);
        return pages.TryGetValue(path, out var page) && (parts.Length == 1 || Anchors(page).Contains(parts[1]));
    }

    private static string RelativeTo(string page, string target) =>
        Path.GetRelativePath(Repository.Root, Path.Combine(Repository.Root, Path.GetDirectoryName(page)!, target));

    private static IEnumerable<string> Anchors(string page) =>
    [
        .. Heading().Matches(WithoutCode(page)).Select(match => AnchorOf(match.Groups[1].Value)),
        .. Anchor().Matches(page).Select(match => match.Groups[1].Value),
    ];

    private static string AnchorOf(string heading) => NotInAnchors().Replace(heading.ToLowerInvariant(), "").Replace(' ', '-');

    private static string WithoutCode(string text) => CodeBlock().Replace(text, "");

    [GeneratedRegex(@"^---\n(.*?)\n---\n", RegexOptions.Singleline)]
    private static partial Regex Head();

    [GeneratedRegex(@"^(\w+):", RegexOptions.Multiline)]
    private static partial Regex Key();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^[a-z]+:")]
    private static partial Regex Scheme();

    [GeneratedRegex("^#+ (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N}\s_-]")]
    private static partial Regex NotInAnchors();

    [GeneratedRegex("<a id=\"([^\"]+)\">")]
    private static partial Regex Anchor();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
