namespace Architecture.Tests;

/// <summary>
/// The uses between the folders of a project: by a using directive, by a qualified name, or by a type of a folder above, without either.
/// </summary>
internal static class FolderArrows
{
    public static IReadOnlyList<Arrow> Of(IReadOnlyList<SourceFile> files)
    {
        var folders = files.Where(file => file.Namespace is not null)
            .GroupBy(file => file.Namespace!)
            .ToDictionary(
                folder => folder.Key,
                folder => (folder.First().Folder, Types: folder.SelectMany(file => file.Types).ToHashSet()));
        return
        [
            .. from file in files
               from target in folders
               where target.Value.Folder != file.Folder && Uses(file, target.Key, target.Value.Types, folders.Keys)
               group file by (From: file.Folder, To: target.Value.Folder) into arrow
               orderby arrow.Key
               select new Arrow(arrow.Key.From, arrow.Key.To, arrow.First().Path),
        ];
    }

    /// <summary>The folders of a circle in the order of its arrows; empty without one.</summary>
    public static IReadOnlyList<string> CircleIn(IReadOnlyList<Arrow> arrows)
    {
        // A folder must not reach itself, in any number of steps.
        foreach (var start in arrows.Select(arrow => arrow.From).Distinct())
        {
            var cameFrom = new Dictionary<string, string>();
            var waiting = new Queue<string>([start]);
            while (waiting.TryDequeue(out var folder))
            {
                foreach (var next in arrows.Where(arrow => arrow.From == folder).Select(arrow => arrow.To))
                {
                    if (!cameFrom.TryAdd(next, folder))
                    {
                        continue;
                    }

                    if (next == start)
                    {
                        return [start, .. Back(cameFrom, start)];
                    }

                    waiting.Enqueue(next);
                }
            }
        }

        return [];
    }

    private static List<string> Back(Dictionary<string, string> cameFrom, string start)
    {
        List<string> steps = [start];
        while (cameFrom[steps[0]] != start)
        {
            steps.Insert(0, cameFrom[steps[0]]);
        }

        return steps;
    }

    private static bool Uses(SourceFile file, string target, HashSet<string> types, IReadOnlyCollection<string> all) =>
        file.Usings.Concat(file.Names.Where(name => name.StartsWith(target + ".", StringComparison.Ordinal)))
            .Any(name => Innermost(name, all) == target)
        || (IsInside(file.Namespace ?? "", target) && file.Names.Any(name => types.Contains(name.Split('.')[0])))
        || file.Names.Any(name => IsPartlyQualified(name, target, types));

    // The longest namespace that a qualified name begins with.
    private static string? Innermost(string name, IReadOnlyCollection<string> all) =>
        all.Where(candidate => name == candidate || IsInside(name, candidate)).MaxBy(candidate => candidate.Length);

    private static bool IsInside(string name, string outer) => name.StartsWith(outer + ".", StringComparison.Ordinal);

    // `Settings.SettingValue` in a file of another folder of the project.
    private static bool IsPartlyQualified(string name, string target, HashSet<string> types)
    {
        var folder = target[(target.LastIndexOf('.') + 1)..];
        var parts = name.Split('.');
        return parts.Length > 1 && parts[0] == folder && types.Contains(parts[1]);
    }
}
