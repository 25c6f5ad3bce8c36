using Tool.Compatibility;

namespace Tool.Docs;

/// <summary>docs/ from the provider's schema, examples/ and templates/: written, or checked.</summary>
internal static class DocsCommand
{
    /// <summary>Writes docs/ and schema.json, unless a page cannot be made.</summary>
    public static int Write() => Report((pages, _) =>
    {
        pages.Write();
        CompatibilityCheck.Write();
    });

    /// <summary>Shows what is missing, stale or wrong in docs/.</summary>
    public static int Check() => Report((pages, problems) => problems.AddRange(pages.Differences()));

    private static int Report(Action<Pages, List<string>> useWhole)
    {
        var components = Component.All();
        var pages = new Pages(components);
        List<string> problems =
        [
            .. pages.Problems,
            .. components.SelectMany(ComponentChecks.Descriptions),
            .. ComponentChecks.Examples(components),
        ];

        // A page that could not be made would only look like a missing link target, an unexplained error, a surplus file.
        if (pages.Problems.Count == 0)
        {
            problems.AddRange(PageChecks.FrontMatter(pages.Texts));
            problems.AddRange(PageChecks.Subcategories(pages.Texts));
            problems.AddRange(PageChecks.Links(pages.Texts));
            problems.AddRange(Troubleshooting.Check(pages.Texts));
            useWhole(pages, problems);
        }

        var different = problems.Distinct().ToList();
        different.ForEach(problem => Console.Error.WriteLine($"docs: {problem}"));
        Console.WriteLine($"docs: {pages.Texts.Count} pages, {different.Count} problems");
        return different.Count == 0 ? 0 : 1;
    }
}
