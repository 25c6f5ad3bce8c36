using System.Diagnostics;
using Benchmarks.Measuring;
using Benchmarks.Reporting;
using Benchmarks.Running;
using PluginClient;
using PluginClient.Protocol.V6;

namespace Benchmarks.Parts;

/// <summary>The cost of a start of the provider: a CLI starts it two to five times per command.</summary>
internal static class StartBenchmark
{
    public static async Task<Table> RunAsync(int runs, CancellationToken cancellationToken)
    {
        var table = new Table(
            "Start of the provider", [.. Build.All.Select(build => build.Name), Yardstick.Name, Goals.Goal, Goals.Stretch]);
        List<(string Column, string Binary)> programs = [.. Build.All.Select(build => (build.Name, build.Provider.Binary))];
        if (Yardstick.Binary is { } yardstick)
        {
            programs.Add((Yardstick.Name, yardstick));
        }

        foreach (var (column, binary) in programs)
        {
            // The first start finds cold files, and a client that is not compiled yet.
            await StartAsync(column, binary, new Table(""), cancellationToken);
        }

        for (var run = 1; run <= runs; run++)
        {
            Progress.Tell($"start: run {run} of {runs}");
            foreach (var (column, binary) in programs)
            {
                await StartAsync(column, binary, table, cancellationToken);
            }
        }

        foreach (var build in Build.All)
        {
            table.Row("size of the binary, MB").Aiming(25, 15).Add(build.Name, build.Size());
        }

        return table;
    }

    private static async Task StartAsync(string column, string binary, Table table, CancellationToken cancellationToken)
    {
        using var identity = ClientIdentity.Create();
        var started = Stopwatch.GetTimestamp();
        var plugin = await PluginProcess.StartAsync(new PluginLaunch(binary) { Identity = identity }, cancellationToken);
        var processorAtLine = ProcessorTime.Of(plugin.Id);
        await using (plugin)
        {
            var memoryAtLine = Memory.Peak(plugin.Id);
            await new Provider.ProviderClient(plugin.Connection.Invoker).GetProviderSchemaAsync(
                new(), cancellationToken: cancellationToken);
            var firstAnswer = Stopwatch.GetElapsedTime(started);
            var processorAtAnswer = ProcessorTime.Of(plugin.Id);
            var memoryAtAnswer = Memory.Peak(plugin.Id);
            var asked = Stopwatch.GetTimestamp();
            var exitCode = await plugin.ShutdownAsync(cancellationToken);
            if (exitCode != 0)
            {
                throw new InvalidOperationException(
                    $"The provider \"{column}\" ended with exit code {exitCode?.ToString() ?? "none, it had to be killed"}.");
            }

            table.Row("exec to handshake line, ms").Aiming(40, 25).Add(column, plugin.HandshakeTime.TotalMilliseconds);
            table.Row("exec to first answered RPC, ms").Aiming(110, 80).Add(column, firstAnswer.TotalMilliseconds);
            table.Row("CPU until handshake line, ms").Aiming(45, 25).Add(column, processorAtLine.TotalMilliseconds);
            table.Row("CPU until first answered RPC, ms").Add(column, processorAtAnswer.TotalMilliseconds);
            table.Row("memory at the handshake line, MiB").Aiming(30, 20).Add(column, memoryAtLine);
            table.Row("memory after the first answered RPC, MiB").Add(column, memoryAtAnswer);
            table.Row("asked to go until gone, ms").Add(column, Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
        }
    }
}
