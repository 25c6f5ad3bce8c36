using Benchmarks.Measuring;
using Benchmarks.Reporting;
using Benchmarks.Running;
using PluginClient;

namespace Benchmarks.Parts;

/// <summary>The cost of a call in the SDK, with a resource that does nothing.</summary>
internal static class RpcBenchmark
{
    private const int Resources = 1000;

    // The default parallelism of a CLI.
    private const int Parallelism = 10;

    public static async Task<Table> RunAsync(int runs, CancellationToken cancellationToken)
    {
        var table = new Table(
            $"{Resources} trivial resources, {Parallelism} calls at once",
            [.. Build.All.Select(build => build.Name), Goals.Goal, Goals.Stretch]);
        for (var run = 1; run <= runs; run++)
        {
            Progress.Tell($"rpc: run {run} of {runs}");
            foreach (var build in Build.All)
            {
                await CallAsync(build, table, cancellationToken);
            }
        }

        return table;
    }

    private static async Task CallAsync(Build build, Table table, CancellationToken cancellationToken)
    {
        using var identity = ClientIdentity.Create();
        var plugin = await PluginProcess.StartAsync(new PluginLaunch(build.Sample) { Identity = identity }, cancellationToken);
        await using (plugin)
        {
            plugin.OpenStreams();
            var client = new SampleClient(plugin.Connection);
            await client.ConfigureAsync(cancellationToken);
            (string Name, Func<int, CancellationToken, Task> Call)[] kinds =
                [("Validate", client.ValidateAsync), ("Plan", client.PlanAsync), ("Apply", client.ApplyAsync), ("Read", client.ReadAsync)];
            var overall = table.Row("CPU per RPC, ms").Aiming(0.4, 0.2);
            var begin = ProcessorTime.Of(plugin.Id);
            foreach (var (name, call) in kinds)
            {
                var before = ProcessorTime.Of(plugin.Id);
                await ForEveryResourceAsync(call, cancellationToken);
                var spent = ProcessorTime.Of(plugin.Id) - before;
                table.Row($"of these {name}, ms").Add(build.Name, spent.TotalMilliseconds / Resources);
            }

            var all = ProcessorTime.Of(plugin.Id) - begin;
            overall.Add(build.Name, all.TotalMilliseconds / Resources / kinds.Length);
            table.Row("memory afterwards, MiB").Aiming(60, 40).Add(build.Name, Memory.Peak(plugin.Id));
            await plugin.ShutdownAsync(cancellationToken);
        }
    }

    private static Task ForEveryResourceAsync(
        Func<int, CancellationToken, Task> call, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        Enumerable.Range(0, Resources),
        new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
        async (number, cancellation) => await call(number, cancellation));
}
