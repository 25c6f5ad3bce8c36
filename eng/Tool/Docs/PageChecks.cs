using System.Text.RegularExpressions;

namespace Tool.Docs;

/// <summary>The requirements of registries and readers: a page's front matter, and links that lead somewhere.</summary>
internal static partial class PageChecks
{
    private const string Index = "docs/index.md";
    private const string Registry = "https://registry.terraform.io/providers/rockettf/rocketchat/latest/";

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

            if (!Title().IsMatch(text))
            {
                yield return $"{path} has a title that does not end with the provider, as those of the other pages do";
            }
        }
    }

    /// <summary>The groups of a registry's menu: what belongs to a subject stands below the name that its resources have.</summary>
    public static IEnumerable<string> Subcategories(IReadOnlyDictionary<string, string> pages)
    {
        var groups = pages.Where(page => IsOf(PageKind.Resource, page.Key) || IsOf(PageKind.DataSource, page.Key))
            .Select(page => SubcategoryOf(page.Value))
            .ToHashSet();
        return from page in pages
               where PageKind.OfMany.Any(kind => IsOf(kind, page.Key))
               let subcategory = SubcategoryOf(page.Value)
               where subcategory.Length == 0 || !groups.Contains(subcategory)
               select $"{page.Key} has the subcategory \"{subcategory}\", which no resource or data source has";
    }

    /// <summary>
    /// Links between pages and within them. GitHub follows them as paths of files, registries as addresses, where the index lies a level
    /// higher than its file: "docs" beside "docs/guides/x". A link of the index that works in both has to be the whole address.
    /// </summary>
    public static IEnumerable<string> Links(IReadOnlyDictionary<string, string> pages) =>
        from page in pages
        from match in Link().Matches(WithoutCode(page.Value))
        let target = match.Groups[1].Value
        let problem = ProblemOf(target, page.Key, pages)
        where problem is not null
        select $"{page.Key} links to {target}, {problem}";

    private static bool IsOf(PageKind kind, string page) => page.StartsWith($"docs/{kind.Folder}/", StringComparison.Ordinal);

    private static string SubcategoryOf(string page) => Subcategory().Match(page).Groups[1].Value;

    private static string? ProblemOf(string target, string from, IReadOnlyDictionary<string, string> pages)
    {
        if (target.StartsWith(Registry, StringComparison.Ordinal))
        {
            var parts = target[Registry.Length..].Split('#');
            var page = parts[0] == "docs" ? Index : $"{parts[0]}.md";
            return Leads([page, .. parts[1..]], pages) ? null : "which registries will not have";
        }

        if (Scheme().IsMatch(target))
        {
            return null;
        }

        var linked = target.Split('#');
        var path = linked[0];
        if (!Leads([path.Length == 0 ? from : RelativeTo(from, path), .. linked[1..]], pages))
        {
            return "which does not exist";
        }

        var address = new Uri(new Uri(AddressOf(from)), path).AbsoluteUri;
        return pages.Keys.Any(page => address == AddressOf(page) || address == $"{AddressOf(page)}.md")
            ? null
            : $"which registries resolve to {address}";
    }

    private static bool Leads(string[] parts, IReadOnlyDictionary<string, string> pages) =>
        pages.TryGetValue(parts[0], out var page) && (parts.Length == 1 || Anchors(page).Contains(parts[1]));

    // developer.hashicorp.com/terraform/registry/providers/docs
    private static string AddressOf(string page) => Registry + (page == Index ? "docs" : page[..^".md".Length]);

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

    [GeneratedRegex("^page_title: \"(.* - rocketchat|Rocket.Chat Provider)\"$", RegexOptions.Multiline)]
    private static partial Regex Title();

    [GeneratedRegex("^subcategory: \"(.*)\"$", RegexOptions.Multiline)]
    private static partial Regex Subcategory();

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
