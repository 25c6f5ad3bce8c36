using Benchmarks.Measuring;
using Benchmarks.Reporting;
using Benchmarks.Running;

namespace Benchmarks.Parts;

/// <summary>The memory that a broken or hostile server can make the provider take, when each of its answers is far too large.</summary>
internal static class LargeAnswerBenchmark
{
    private const string Peak = "peak memory of the provider, MiB";

    // The first is just below what a page of a list may have, the second above everything that is read.
    private static readonly int[] Megabytes = [7, 30];
    private static readonly int[] Parallelisms = [1, 8, 64];

    /// <summary>Runs once, whatever is asked for: the peak hardly changes.</summary>
    public static async Task<Table> RunAsync(int runs, CancellationToken cancellationToken)
    {
        var table = new Table($"A plan of 64 room owners with {Cli.Pinned}, every answer far too large", [Peak]);
        foreach (var size in Megabytes)
        {
            await MeasureAsync(table, size, cancellationToken);
        }

        return table;
    }

    private static async Task MeasureAsync(Table table, int megabytes, CancellationToken cancellationToken)
    {
        var server = await LargeAnswers.StartAsync(megabytes * 1024 * 1024, cancellationToken);
        await using (server)
        {
            using var module = Module.For(Cli.Pinned, ProviderBuild.Native, server.Url, OwnedRooms.Module(64));
            await module.InitAsync(cancellationToken);
            foreach (var parallelism in Parallelisms)
            {
                var title = $"{megabytes} MB, {parallelism} at once";
                Progress.Tell($"memory: {title}");
                var memory = new PeakMemory(ProviderBuild.Native.Binary);
                await using (memory)
                {
                    await module.FailToPlanAsync(parallelism, cancellationToken);
                    table.Row(title).Add(Peak, await memory.EndAsync());
                }
            }
        }
    }
}
