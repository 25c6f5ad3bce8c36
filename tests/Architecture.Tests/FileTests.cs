namespace Architecture.Tests;

/// <summary>Each C# file holds one type, is named as it, is in the folder of its namespace, and is short.</summary>
public sealed class FileTests
{
    private const int MostLinesOfSources = 300;
    private const int MostLinesOfTests = 550;

    // A program's first file has statements instead of a type.
    private const string Program = "Program";

    // The types there take the place of others, and the tests refer to those by namespace and name.
    private const string Substitutes = "tests/Mutation/";

    public static TheoryData<string> Projects => [.. SourceTree.Projects];

    [Theory, MemberData(nameof(Projects))]
    public void Files_OfAProject_HoldOneTypeEachAndAreNamedAsIt(string project) =>
        Mistakes.AreNone(FilesOf(project).Where(file => !file.Types.Distinct().SequenceEqual([file.Name.Split('.')[0]]))
            .Select(file => $"{file} declares {(file.Types.Count == 0 ? "nothing" : string.Join(", ", file.Types))}"));

    [Theory, MemberData(nameof(Projects))]
    public void Namespaces_OfAProject_FollowItsFolders(string project) =>
        Mistakes.AreNone(FilesOf(project).Where(file => file.Namespace != NamespaceOf(file))
            .Select(file => $"{file}: {file.Namespace}, not {NamespaceOf(file)}"));

    [Theory, MemberData(nameof(Projects))]
    public void Files_OfAProject_AreShort(string project)
    {
        var most = project.StartsWith("tests/", StringComparison.Ordinal) ? MostLinesOfTests : MostLinesOfSources;

        Mistakes.AreNone(SourceTree.SourcesOf(project).Where(file => file.Lines > most)
            .Select(file => $"{file} has {file.Lines} lines, more than {most}"));
    }

    private static IEnumerable<SourceFile> FilesOf(string project) => SourceTree.SourcesOf(project)
        .Where(file => file.Name != Program && !project.StartsWith(Substitutes, StringComparison.Ordinal));

    private static string NamespaceOf(SourceFile file) =>
        file.Project[(file.Project.LastIndexOf('/') + 1)..] + file.Folder[file.Project.Length..].Replace('/', '.');
}
