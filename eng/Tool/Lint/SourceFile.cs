namespace Tool.Lint;

/// <summary>A file of the repository that people write and read.</summary>
/// <param name="Path">The path below the repository's root.</param>
internal sealed record SourceFile(string Path)
{
    private static readonly string[] Suffixes =
        [".cs", ".md", ".tmpl", ".tf", ".hcl", ".proto", ".mjs", ".go", ".sh", ".csproj", ".props", ".editorconfig", "GNUmakefile"];

    private static readonly string[] NotOurs = ["bin", "obj", ".git", ".tools", "artifacts", "dist", "node_modules", ".terraform"];

    public IEnumerable<string> Lines => File.ReadLines(Repository.PathOf(Path));

    public bool IsCSharp => Path.EndsWith(".cs", StringComparison.Ordinal);

    /// <summary>Sources, documentation and the pages made from both; neither build output nor what tools download.</summary>
    public static IEnumerable<SourceFile> All() =>
        Below(Repository.Root)
            .Select(path => new SourceFile(System.IO.Path.GetRelativePath(Repository.Root, path)))
            .OrderBy(file => file.Path, StringComparer.Ordinal);

    private static IEnumerable<string> Below(string folder) =>
        Directory.EnumerateFiles(folder).Where(HasWords)
            .Concat(Directory.EnumerateDirectories(folder).Where(IsOurs).SelectMany(Below));

    private static bool HasWords(string path) => Suffixes.Any(suffix => path.EndsWith(suffix, StringComparison.Ordinal));

    private static bool IsOurs(string folder) => !NotOurs.Contains(System.IO.Path.GetFileName(folder));
}
