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
    private static readonly string[] LeftOut =
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

        var mutants = await RunAsync(area, area.Folder, area.Mutate, FastTestsOf(area), cancellationToken);
        List<Mutant> unnoticed = [.. mutants.Where(mutant => mutant.IsUnnoticed)];
        if (area.Slow.Count > 0 && unnoticed.Count > 0)
        {
            Console.WriteLine($"==> {area.Name}: the {unnoticed.Count} that no fast test notices, with the others");
            var folder = Path.Combine(area.Folder, "slow");
            var again = await RunAsync(
                area, folder, [.. unnoticed.Select(mutant => mutant.Place)], $"{TestsOf(area)}&({AnyOf(area.Slow)})", cancellationToken);
            var reached = again.Where(mutant => mutant.Status is "Killed" or "Timeout" or "Survived").ToList();
            mutants = [.. mutants.Select(mutant => mutant.IsUnnoticed ? reached.Find(mutant.IsSameChangeAs) ?? mutant : mutant)];
            unnoticed = [.. mutants.Where(mutant => mutant.IsUnnoticed)];
        }

        await File.WriteAllLinesAsync(
            Path.Combine(area.Folder, "survivors.txt"),
            unnoticed.OrderByDescending(mutant => mutant.Status).Select(mutant => mutant.Description),
            cancellationToken);

        double killed = Count("Killed"), timeout = Count("Timeout"), survived = Count("Survived"), uncovered = Count("NoCoverage");
        var score = 100 * (killed + timeout) / (killed + timeout + survived + uncovered);
        return string.Create(
            CultureInfo.InvariantCulture, $"{area.Name,-17}{$"{score:F1} %",8}{killed,11}{timeout,11}{survived,11}{uncovered,11}");

        int Count(string status) => mutants.Count(mutant => mutant.Status == status);
    }

    private static async Task<IReadOnlyList<Mutant>> RunAsync(
        MutationArea area, string folder, IReadOnlyList<string> mutate, string tests, CancellationToken cancellationToken)
    {
        var configuration = Path.Combine(Directory.CreateDirectory(folder).FullName, "stryker-config.json");
        await File.WriteAllTextAsync(configuration, ConfigurationOf(area, mutate, tests).ToJsonString(), cancellationToken);
        string[] arguments = ["stryker", "--config-file", configuration, "--output", folder, "--skip-version-check"];
        await RequireAsync(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = area.TestFolder }, cancellationToken);
        return Mutant.Read(Path.Combine(folder, "reports", "mutation-report.json"));
    }

    private static JsonObject ConfigurationOf(MutationArea area, IReadOnlyList<string> mutate, string tests) => new()
    {
        ["stryker-config"] = new JsonObject
        {
            ["project"] = $"{area.Project}.csproj",
            ["mutate"] = new JsonArray([.. mutate.Select(pattern => (JsonNode)pattern)]),
            ["configuration"] = "Release",
            ["coverage-analysis"] = "perTest",

            // Its argument decides on threads, which no test can observe.
            ["ignore-methods"] = new JsonArray("ConfigureAwait"),
            ["test-case-filter"] = tests,
            ["concurrency"] = int.Parse(Environment.GetEnvironmentVariable("CONCURRENCY") ?? "1", CultureInfo.InvariantCulture),
            ["reporters"] = new JsonArray("json", "html", "dots"),
        },
    };

    private static string FastTestsOf(MutationArea area) => $"{TestsOf(area)}&{NoneOf(area.Slow)}".TrimEnd('&');

    private static string TestsOf(MutationArea area) =>
        area.Tests.Count == 0 ? NoneOf(LeftOut) : $"({AnyOf(area.Tests)})&{NoneOf(LeftOut)}";

    private static string AnyOf(IEnumerable<string> parts) => string.Join('|', parts.Select(part => $"DisplayName~{part}"));

    private static string NoneOf(IEnumerable<string> parts) => string.Join('&', parts.Select(part => $"DisplayName!~{part}"));

    private static async Task RequireAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        var exitCode = await Command.RunAsync(start, cancellationToken);
        if (exitCode != 0)
        {
            throw new InvalidOperationException($"{start.FileName} {start.ArgumentList[0]} ended with exit code {exitCode}");
        }
    }
}
