using System.Collections.Concurrent;
using Benchmarks.Measuring;
using Benchmarks.Reporting;
using Benchmarks.Running;
using RocketChat.Emulator;
using RocketChat.Emulator.Faults;
using RocketChat.Emulator.Recording;

namespace Benchmarks.Parts;

/// <summary>The calls that wait for one another: what a server far away adds to the time of a command.</summary>
internal static class ChainBenchmark
{
    private const string Calls = "HTTP calls";
    private const string Chain = "one after another";

    // Calls that are sent at once are seen as such only if the answer to the first takes longer than sending the others.
    private const int LatencyMilliseconds = 100;

    /// <summary>Runs once, whatever is asked for: the counts do not change.</summary>
    public static async Task<Table> RunAsync(int runs, CancellationToken cancellationToken)
    {
        var table = new Table($"One room owner, native, with {Cli.Pinned}", [Calls, Chain]);
        var requests = new ConcurrentQueue<RecordedRequest>();
        var options = new EmulatorOptions { Seed = OwnedRooms.Seed(1), OnRequest = requests.Enqueue };
        var server = await EmulatorServer.StartAsync(options, cancellationToken);
        await using (server)
        {
            server.Faults.Add(new Fault { Kind = FaultKind.Latency, Path = "/api/*", Milliseconds = LatencyMilliseconds });
            using var module = Module.For(Cli.Pinned, ProviderBuild.Native, server.Url, OwnedRooms.Module(1));
            await module.InitAsync(cancellationToken);
            await AddAsync("first plan", module.PlanAsync);
            await AddAsync("apply of that plan", module.ApplyAsync);
            await AddAsync("plan, nothing to do", module.PlanAsync);
            await AddAsync("destroy", module.DestroyAsync);
        }

        return table;

        async Task AddAsync(string command, Func<CancellationToken, Task<Cost>> run)
        {
            Progress.Tell($"chain: {command}");
            requests.Clear();
            await run(cancellationToken);
            var row = table.Row(command);
            row.Add(Calls, requests.Count);
            row.Add(Chain, CallChain.Length(requests));
        }
    }
}
