namespace Architecture.Tests;

/// <summary>The files of this repository.</summary>
internal static class SourceTree
{
    private static readonly string[] BuildOutput = ["bin", "obj", "artifacts", "dist", "node_modules"];

    public static string Root { get; } = FindRoot();

    /// <summary>Every project folder, relative to the root, with slashes.</summary>
    public static IReadOnlyList<string> Projects { get; } =
    [
        .. Files("*.csproj", "src", "tests", "eng")
            .Select(file => Path.GetDirectoryName(file)!.Replace('\\', '/'))
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Every C# file of a project, its build output excepted.</summary>
    public static IReadOnlyList<SourceFile> SourcesOf(string project) =>
    [
        .. Files("*.cs", project)
            .Select(file => new SourceFile(project, file.Replace('\\', '/')))
            .OrderBy(file => file.Path, StringComparer.Ordinal),
    ];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static IEnumerable<string> Files(string pattern, params string[] folders) =>
        from folder in folders
        from file in Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Root, file)
        where !path.Split(Path.DirectorySeparatorChar).Any(BuildOutput.Contains)
        select path;

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "RocketTfProvider.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("These tests run from inside a clone of the repository.");
    }
}
