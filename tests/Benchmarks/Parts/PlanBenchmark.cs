using Benchmarks.Reporting;
using Benchmarks.Running;
using RocketChat.Emulator;

namespace Benchmarks.Parts;

/// <summary>How long a person waits for a plan with one resource, beside what the CLI needs by itself.</summary>
internal static class PlanBenchmark
{
    private const string Floor = "CLI alone";
    private const string Https = "native, https";
    private const string ToCreate = "to create";
    private const string NothingToDo = "nothing to do";

    public static async Task<Table> RunAsync(int runs, CancellationToken cancellationToken)
    {
        var table = new Table(
            "A plan with one resource, ms",
            [.. Build.All.Select(build => build.Name), Https, Yardstick.Name, Floor, Goals.Goal, Goals.Stretch]);
        var server = await EmulatorServer.StartAsync(new EmulatorOptions { Seed = OwnedRooms.Seed(1) }, cancellationToken);
        await using (server)
        {
            var front = new TlsFront(server.Url);
            await using (front)
            {
                await MeasureAsync(table, [.. Candidates(server.Url, front)], runs, cancellationToken);
            }
        }

        return table;
    }

    private static async Task MeasureAsync(
        Table table, IReadOnlyList<(string Row, string Column, Module Module)> candidates, int runs, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var (row, _, module) in candidates)
            {
                Progress.Tell($"plan: preparing {row}");
                await module.InitAsync(cancellationToken);
                await module.PlanAsync(cancellationToken);
                if (row.EndsWith(NothingToDo, StringComparison.Ordinal))
                {
                    await module.ApplyAsync(cancellationToken);
                }
            }

            for (var run = 1; run <= runs; run++)
            {
                Progress.Tell($"plan: run {run} of {runs}");
                foreach (var (row, column, module) in candidates)
                {
                    var cost = await module.PlanAsync(cancellationToken);
                    table.Row(row).Aiming(300, 230).Add(column, cost.Wall.TotalMilliseconds);
                    table.Row($"{row}, CPU").Add(column, cost.Processor.TotalMilliseconds);
                }
            }
        }
        finally
        {
            foreach (var (_, _, module) in candidates)
            {
                module.Dispose();
            }
        }
    }

    private static IEnumerable<(string Row, string Column, Module Module)> Candidates(Uri workspace, TlsFront front)
    {
        var configuration = OwnedRooms.Module(1);
        foreach (var cli in Cli.All)
        {
            foreach (var situation in new[] { ToCreate, NothingToDo })
            {
                var row = $"{cli}, {situation}";
                foreach (var build in Build.All)
                {
                    yield return (row, build.Name, Module.For(cli, build.Provider, workspace, configuration));
                }

                yield return (row, Https, Module.For(cli, ProviderBuild.Native, front, configuration));
                if (Yardstick.Binary is not null)
                {
                    yield return (row, Yardstick.Name, Module.ForYardstick(cli));
                }

                yield return (row, Floor, Module.WithoutProvider(cli, 1));
            }
        }
    }
}
