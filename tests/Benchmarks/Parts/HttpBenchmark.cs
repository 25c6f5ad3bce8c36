using Benchmarks.Reporting;
using Benchmarks.Running;
using RocketChat.Emulator;

namespace Benchmarks.Parts;

/// <summary>How many calls a workspace gets for a number of owners, and what they cost on our side.</summary>
internal static class HttpBenchmark
{
    private const string Calls = "HTTP calls";
    private const string Floor = "CLI alone";
    private const int MostRuns = 3;

    private static readonly int[] Sizes = [1, 100, 1000];

    public static async Task<Table> RunAsync(int runs, CancellationToken cancellationToken)
    {
        string[] candidates = [.. Build.All.Select(build => build.Name), Floor];
        var table = new Table($"Room owners, with {Cli.Pinned}", [Calls, .. candidates.Select(Wall), .. candidates.Select(Processor)]);

        // A round takes minutes, and the counts do not change.
        var rounds = Math.Min(runs, MostRuns);
        foreach (var size in Sizes)
        {
            for (var round = 1; round <= rounds; round++)
            {
                foreach (var build in Build.All)
                {
                    Progress.Tell($"http: {size} owners, {build.Name}, run {round} of {rounds}");
                    await MeasureAsync(table, size, build, cancellationToken);
                }

                using var floor = Module.WithoutProvider(Cli.Pinned, size);
                await RunCommandsAsync(table, size, Floor, floor, server: null, cancellationToken);
            }
        }

        return table;
    }

    private static async Task MeasureAsync(Table table, int size, Build build, CancellationToken cancellationToken)
    {
        var server = await EmulatorServer.StartAsync(new EmulatorOptions { Seed = OwnedRooms.Seed(size) }, cancellationToken);
        await using (server)
        {
            using var module = Module.For(Cli.Pinned, build.Provider, server.Url, OwnedRooms.Module(size));
            await RunCommandsAsync(table, size, build.Name, module, server, cancellationToken);
        }
    }

    private static async Task RunCommandsAsync(
        Table table, int size, string candidate, Module module, EmulatorServer? server, CancellationToken cancellationToken)
    {
        await module.InitAsync(cancellationToken);
        await AddAsync("plan to create", module.PlanAsync);
        await AddAsync("apply of that plan", module.ApplyAsync);
        await AddAsync("plan, nothing to do", module.PlanAsync);
        await AddAsync("destroy", module.DestroyAsync);

        async Task AddAsync(string command, Func<CancellationToken, Task<Cost>> run)
        {
            server?.ClearRequests();
            var cost = await run(cancellationToken);
            var row = table.Row($"{size}: {command}");
            row.Add(Wall(candidate), cost.Wall.TotalSeconds);
            row.Add(Processor(candidate), cost.Processor.TotalSeconds);
            if (server is not null)
            {
                row.Add(Calls, server.Requests.Count);
            }
        }
    }

    private static string Wall(string candidate) => $"{candidate}, wall s";

    private static string Processor(string candidate) => $"{candidate}, CPU s";
}
