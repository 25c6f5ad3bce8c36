using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Tool.Mutation;

/// <summary>A change of the code, and the result of the tests.</summary>
/// <param name="Place">The changed characters, as Stryker.NET takes them: file{from..to}.</param>
/// <param name="Status">Killed, Timeout, Survived or NoCoverage.</param>
/// <param name="Description">File, line and kind of the change, the code before it and after it.</param>
internal sealed partial record Mutant(string Place, string Status, string Description)
{
    public bool IsUnnoticed => Status is "Survived" or "NoCoverage";

    public bool IsSameChangeAs(Mutant other) => (Place, Description) == (other.Place, other.Description);

    /// <summary>The mutants in a report of Stryker.NET.</summary>
    public static IReadOnlyList<Mutant> Read(string report) =>
    [
        .. from file in JsonNode.Parse(File.ReadAllText(report))!["files"]!.AsObject()
           let lines = file.Value!["source"]!.GetValue<string>().Split('\n')
           from mutant in file.Value!["mutants"]!.AsArray()
           select new Mutant(PlaceOf(file.Key, lines, mutant!), mutant!["status"]!.GetValue<string>(), Describe(file.Key, lines, mutant)),
    ];

    private static string PlaceOf(string file, string[] lines, JsonNode mutant)
    {
        return $"{file}{{{Offset(Position(mutant, "start"))}..{Offset(Position(mutant, "end"))}}}";

        int Offset((int Line, int Column) position) => lines[..position.Line].Sum(line => line.Length + 1) + position.Column;
    }

    private static string Describe(string file, string[] lines, JsonNode mutant)
    {
        var (first, from) = Position(mutant, "start");
        var (last, to) = Position(mutant, "end");
        var original = lines[first..(last + 1)];
        original[^1] = original[^1][..to];
        original[0] = original[0][from..];
        return $"{Path.GetRelativePath(Repository.Root, file)}:{first + 1}  {mutant["mutatorName"]}\n"
            + $"    - {Flat(string.Join('\n', original))}\n    + {Flat(mutant["replacement"]?.GetValue<string>() ?? "")}";
    }

    private static (int Line, int Column) Position(JsonNode mutant, string name)
    {
        var position = mutant["location"]![name]!;
        return (position["line"]!.GetValue<int>() - 1, position["column"]!.GetValue<int>() - 1);
    }

    private static string Flat(string code) => Space().Replace(code, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
