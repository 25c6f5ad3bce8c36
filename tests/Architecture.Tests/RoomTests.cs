using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>
/// The table "What each room may use" in ARCHITECTURE.md equals the project references and the arrows between the provider's folders, and
/// the picture equals the table: no arrow is missing, and none is superfluous.
/// </summary>
public sealed partial class RoomTests
{
    private const string Provider = "src/RocketTfProvider";
    private const string TopOfProvider = Provider + "/*.cs";

    public static TheoryData<string> Sources =>
        [.. SourceTree.Projects.Where(project => project.StartsWith("src/", StringComparison.Ordinal))];

    [Fact]
    public void Table_OfRooms_ListsEachProjectAndEachFolderOfTheProvider()
    {
        var folders = SourceTree.SourcesOf(Provider).Select(file => RoomOf(file.Folder)).Distinct();
        var rooms = Sources.Select(row => row.Data).Concat(folders).Append("tests");

        Assert.Equal(rooms.Order(StringComparer.Ordinal), RoomTable.Read().Keys.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Sources))]
    public void Project_ReferencesWhatTheTableAllows(string project) =>
        Assert.Equal(RoomTable.Read()[project]!.Order(StringComparer.Ordinal), ReferencesOf(project).Order(StringComparer.Ordinal));

    [Fact]
    public void Folders_OfTheProvider_UseWhatTheTableAllows()
    {
        var arrows = FolderArrows.Of(SourceTree.SourcesOf(Provider));
        var used = arrows.ToDictionary(arrow => $"{RoomOf(arrow.From)} -> {RoomOf(arrow.To)}", arrow => arrow.Example);
        var allowed = RoomTable.Read().Where(row => row.Key.StartsWith(Provider + "/", StringComparison.Ordinal))
            .SelectMany(row => row.Value!.Select(target => $"{row.Key} -> {target}"))
            .ToHashSet();

        Mistakes.AreNone(
            used.Where(arrow => !allowed.Contains(arrow.Key)).Select(arrow => $"{arrow.Key} is not in the table: {arrow.Value}"));
        Mistakes.AreNone(allowed.Where(arrow => !used.ContainsKey(arrow)).Select(arrow => $"{arrow} is in the table and not used"));
    }

    [Fact]
    public void Picture_OfTheHouse_ShowsTheArrowsOfTheTable()
    {
        var rooms = from row in RoomTable.Read()
                    where row.Key.StartsWith(Provider + "/", StringComparison.Ordinal)
                    from target in row.Value!
                    let arrow = (From: NodeOf(row.Key), To: NodeOf(target))
                    where arrow.From != arrow.To
                    select $"{arrow.From} --> {arrow.To}";
        var projects = RoomTable.Read()[Provider]!.Select(project => $"{Path.GetFileName(Provider)} --> {Path.GetFileName(project)}");

        Assert.Equal(rooms.Concat(projects).Distinct().Order(StringComparer.Ordinal), RoomPicture.Read().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Folders_OfTheProvider_UseTheFoldersInsideThemInOneDirection() =>
        Assert.Empty(FolderArrows.CircleIn(FolderArrows.Of(SourceTree.SourcesOf(Provider))));

    [Theory, MemberData(nameof(Sources))]
    public void Folders_OfAProject_UseEachOtherInOneDirection(string project)
    {
        var files = SourceTree.SourcesOf(project);
        var arrows = FolderArrows.Of(files);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{project}: {files.Count} files, {files.Select(file => file.Folder).Distinct().Count()} rooms, {arrows.Count} arrows");

        // A folder contains its subject completely: the folders inside it belong to it.
        var between = arrows.Select(arrow => arrow with { From = Subject(arrow.From), To = Subject(arrow.To) })
            .Where(arrow => arrow.From != arrow.To);
        Assert.Empty(FolderArrows.CircleIn([.. between]));

        string Subject(string folder) => string.Join('/', folder.Split('/').Take(project.Split('/').Length + 1));
    }

    // The picture has one node for the commands, and names the others by their folder.
    private static string NodeOf(string room) =>
        room == TopOfProvider ? "entry"
        : room.StartsWith(Provider + "/Commands", StringComparison.Ordinal) ? "Commands"
        : Path.GetFileName(room);

    private static string RoomOf(string folder) => folder == Provider ? TopOfProvider : folder;

    private static IEnumerable<string> ReferencesOf(string project) =>
        SourceTree.Files("*.csproj", project)
            .SelectMany(file => Reference().Matches(SourceTree.Read(file)))
            .Select(reference => Path.GetFullPath(Path.Combine(SourceTree.Root, project, reference.Groups[1].Value)))
            .Select(file => Path.GetRelativePath(SourceTree.Root, Path.GetDirectoryName(file)!).Replace('\\', '/'));

    [GeneratedRegex("<ProjectReference Include=\"([^\"]+)\"")]
    private static partial Regex Reference();
}
