using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Tool.Mutation;

/// <summary>
/// Mutation testing of the pure core: changes the code in small ways, one at a time, and counts which changes a test notices. Leaves
/// artifacts/mutation/AREA: survivors.txt, and under reports/ what Stryker.NET wrote.
/// </summary>
internal static class MutationCommand
{
    // The tests are those of tests/Mutation; per mutant only those run that reach it. Left out is what takes long and goes over the same
    // ground: random and very large values, and limits of time.
    private static readonly string[] Slow =
    [
        "CodecPropertyTests", "Of5MiB", "Of10000Objects", "Of100000", "OfManyAttributes", "CallRunnerTests", "SettingPropertyTests",
        "EverySecret_InEveryRead", "CutOffAfterEachCall", "rooms: 300", "rooms: 1000", "ownersOfEach: 1000",
    ];

    public static async Task<int> RunAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var unknown = names.Except(MutationArea.All.Select(area => area.Name)).ToList();
        if (unknown.Count > 0)
        {
            Console.Error.WriteLine(
                $"No area {string.Join(", ", unknown)}. The areas: {string.Join(", ", MutationArea.All.Select(area => area.Name))}.");
            return 2;
        }

        await RequireAsync(new ProcessStartInfo("dotnet", ["tool", "restore", "--verbosity", "quiet"]), cancellationToken);
        var rows = new List<string>();
        foreach (var area in MutationArea.All.Where(area => names.Count == 0 || names.Contains(area.Name)))
        {
            Console.WriteLine($"==> {area.Name}");
            rows.Add(await MutateAsync(area, cancellationToken));
        }

        Console.WriteLine($"\n{"area",-17}{"score",8}{"killed",11}{"timeout",11}{"survived",11}{"uncovered",11}");
        rows.ForEach(Console.WriteLine);
        return 0;
    }

    private static async Task<string> MutateAsync(MutationArea area, CancellationToken cancellationToken)
    {
        if (Directory.Exists(area.Folder))
        {
            Directory.Delete(area.Folder, recursive: true);
        }

        var configuration = Path.Combine(Directory.CreateDirectory(area.Folder).FullName, "stryker-config.json");
        await File.WriteAllTextAsync(configuration, ConfigurationOf(area).ToJsonString(), cancellationToken);
        string[] arguments = ["stryker", "--config-file", configuration, "--output", area.Folder, "--skip-version-check"];
        await RequireAsync(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = area.TestFolder }, cancellationToken);

        var mutants = Mutant.Read(Path.Combine(area.Folder, "reports", "mutation-report.json"));
        var unnoticed = mutants.Where(mutant => mutant.Status is "Survived" or "NoCoverage").OrderByDescending(mutant => mutant.Status);
        await File.WriteAllLinesAsync(
            Path.Combine(area.Folder, "survivors.txt"), unnoticed.Select(mutant => mutant.Description), cancellationToken);

        double killed = Count("Killed"), timeout = Count("Timeout"), survived = Count("Survived"), uncovered = Count("NoCoverage");
        var score = 100 * (killed + timeout) / (killed + timeout + survived + uncovered);
        return string.Create(
            CultureInfo.InvariantCulture, $"{area.Name,-17}{$"{score:F1} %",8}{killed,11}{timeout,11}{survived,11}{uncovered,11}");

        int Count(string status) => mutants.Count(mutant => mutant.Status == status);
    }

    private static JsonObject ConfigurationOf(MutationArea area) => new()
    {
        ["stryker-config"] = new JsonObject
        {
            ["project"] = $"{area.Project}.csproj",
            ["mutate"] = new JsonArray([.. area.Mutate.Select(pattern => (JsonNode)pattern)]),
            ["configuration"] = "Release",
            ["coverage-analysis"] = "perTest",

            // Its argument decides on threads, which no test can observe.
            ["ignore-methods"] = new JsonArray("ConfigureAwait"),
            ["test-case-filter"] = FilterOf(area),
            ["concurrency"] = int.Parse(Environment.GetEnvironmentVariable("CONCURRENCY") ?? "1", CultureInfo.InvariantCulture),
            ["reporters"] = new JsonArray("json", "html", "dots"),
        },
    };

    private static string FilterOf(MutationArea area)
    {
        var fast = string.Join('&', Slow.Select(part => $"DisplayName!~{part}"));
        return area.Tests.Count == 0 ? fast : $"({string.Join('|', area.Tests.Select(part => $"FullyQualifiedName~{part}"))})&{fast}";
    }

    private static async Task RequireAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        var exitCode = await Command.RunAsync(start, cancellationToken);
        if (exitCode != 0)
        {
            throw new InvalidOperationException($"{start.FileName} {start.ArgumentList[0]} ended with exit code {exitCode}");
        }
    }
}
