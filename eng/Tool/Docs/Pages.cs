namespace Tool.Docs;

/// <summary>The pages of docs/ as templates/ makes them: the index, each part of the provider, each guide.</summary>
internal sealed class Pages
{
    private const string Suffix = ".tmpl";
    private readonly SortedDictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly List<string> _problems = [];

    public Pages(IEnumerable<Component> components)
    {
        var templates = FilesBelow("templates").ToHashSet();
        foreach (var component in components)
        {
            Add($"templates/{component.Page}{Suffix}", FieldsOf(component), templates);
        }

        foreach (var guide in templates.Where(path => path.StartsWith("templates/guides/", StringComparison.Ordinal)).ToList())
        {
            Add(guide, [], templates);
        }

        _problems.AddRange(templates.Select(path => $"{path} makes no page"));
    }

    /// <summary>Each page by its path.</summary>
    public IReadOnlyDictionary<string, string> Texts => _texts;

    /// <summary>Why a page could not be made.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>How docs/ differs from these pages.</summary>
    public IEnumerable<string> Differences() =>
    [
        .. _texts.Where(page => !File.Exists(Repository.PathOf(page.Key)) || File.ReadAllText(Repository.PathOf(page.Key)) != page.Value)
            .Select(page => $"{page.Key} is stale: run `make generate`"),
        .. Surplus().Select(path => $"{path} has no template: run `make generate`"),
    ];

    /// <summary>Makes docs/ hold these pages and nothing else.</summary>
    public void Write()
    {
        foreach (var path in Surplus())
        {
            File.Delete(Repository.PathOf(path));
        }

        foreach (var (path, text) in _texts)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Repository.PathOf(path))!);
            File.WriteAllText(Repository.PathOf(path), text);
        }
    }

    private static Dictionary<string, string> FieldsOf(Component component) => new(component.Fields.Concat(component.Examples))
    {
        ["Name"] = component.Name,
        ["Type"] = component.Kind.Title,
        ["ProviderName"] = "rocketchat",
    };

    private static IEnumerable<string> FilesBelow(string folder) =>
        Directory.EnumerateFiles(Repository.PathOf(folder), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path))
            .Order(StringComparer.Ordinal);

    private void Add(string template, Dictionary<string, string> fields, HashSet<string> unused)
    {
        unused.Remove(template);
        try
        {
            var page = "docs" + template["templates".Length..^Suffix.Length];
            _texts.Add(page, Template.Fill(File.ReadAllText(Repository.PathOf(template)), fields));
        }
        catch (Exception problem) when (problem is IOException or FormatException)
        {
            _problems.Add($"{template}: {problem.Message}");
        }
    }

    private IEnumerable<string> Surplus() => FilesBelow("docs").Where(path => !_texts.ContainsKey(path));
}
