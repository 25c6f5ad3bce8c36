using System.Text.Json;
using Benchmarks.Measuring;
using Benchmarks.Reporting;
using Benchmarks.Running;
using RocketChat.Emulator;
using RocketChat.Emulator.Faults;
using RocketChat.Emulator.Recording;
using RocketChat.Emulator.Seeding;

namespace Benchmarks.Parts;

/// <summary>
/// A thousand rooms with one owner and with three, on a server that answers at once and on one that takes its time, beside a provider that
/// only echoes as many resources.
/// </summary>
internal static class ScaleBenchmark
{
    private const int Rooms = 1000;
    private const string Calls = "HTTP calls";
    private const string Wall = "wall s";
    private const string YardstickWall = $"{Yardstick.Name}, wall s";
    private const string Processor = "CPU s";
    private const string ServerProcessor = "CPU of the emulator, s";
    private const string Peak = "peak memory of the provider, MiB";

    private static readonly int[] Owners = [1, 3];
    private static readonly int[] Latencies = [0, 50];

    /// <summary>Runs once, whatever is asked for: it takes minutes, and the counts do not change.</summary>
    public static async Task<Table> RunAsync(int runs, CancellationToken cancellationToken)
    {
        var table = new Table(
            $"{Rooms} rooms, native, with {Cli.Pinned}", [Calls, Wall, YardstickWall, Processor, ServerProcessor, Peak]);
        foreach (var owners in Owners)
        {
            foreach (var latency in Latencies)
            {
                await MeasureAsync(table, owners, latency, cancellationToken);
            }

            await MeasureYardstickAsync(table, owners, cancellationToken);
        }

        return table;
    }

    private static async Task MeasureAsync(Table table, int owners, int latency, CancellationToken cancellationToken)
    {
        var calls = 0;
        void Count(RecordedRequest request) => calls++;
        var server = await EmulatorServer.StartAsync(new EmulatorOptions { Seed = Seed(owners), OnRequest = Count }, cancellationToken);
        await using (server)
        {
            if (latency > 0)
            {
                server.Faults.Add(new Fault { Kind = FaultKind.Latency, Path = "/api/*", Milliseconds = latency });
            }

            using var module = Module.For(Cli.Pinned, ProviderBuild.Native, server.Url, OwnedRooms.SharedModule(Rooms, owners));
            await module.InitAsync(cancellationToken);
            await AddAsync("plan to create", module.PlanAsync);
            await AddAsync("apply of that plan", module.ApplyAsync);
            await AddAsync("plan, nothing to do", module.PlanAsync);
            if (latency == 0)
            {
                // Writes cannot be had for less than a call each, which is 300 minutes at this limit: only reads are measured with it.
                server.Workspace.SetSetting("API_Enable_Rate_Limiter", true);
                await AddAsync("plan, nothing to do, 10 calls a minute for each endpoint", module.PlanAsync);
                server.Workspace.SetSetting("API_Enable_Rate_Limiter", false);
            }

            await AddAsync("destroy", module.DestroyAsync);
        }

        async Task AddAsync(string command, Func<CancellationToken, Task<Cost>> run)
        {
            var title = Title(owners, latency, command);
            Progress.Tell($"scale: {title}");
            calls = 0;
            var serverProcessor = ProcessorTime.OfOurselves();
            var memory = new PeakMemory(ProviderBuild.Native.Binary);
            await using (memory)
            {
                var cost = await run(cancellationToken);
                var row = table.Row(title);
                row.Add(Calls, calls);
                row.Add(Wall, cost.Wall.TotalSeconds);
                row.Add(Processor, cost.Processor.TotalSeconds);
                row.Add(ServerProcessor, (ProcessorTime.OfOurselves() - serverProcessor).TotalSeconds);
                row.Add(Peak, await memory.EndAsync());
            }
        }
    }

    private static async Task MeasureYardstickAsync(Table table, int owners, CancellationToken cancellationToken)
    {
        if (Yardstick.Binary is null)
        {
            return;
        }

        var schemaBytes = await SchemaSize.OfProviderAsync(cancellationToken);
        using var module = Module.ForYardstick(Cli.Pinned, Rooms * owners, schemaBytes);
        await module.InitAsync(cancellationToken);
        await AddAsync("plan to create", module.PlanAsync);
        await AddAsync("apply of that plan", module.ApplyAsync);
        await AddAsync("plan, nothing to do", module.PlanAsync);
        await AddAsync("destroy", module.DestroyAsync);

        async Task AddAsync(string command, Func<CancellationToken, Task<Cost>> run)
        {
            var title = Title(owners, latency: 0, command);
            Progress.Tell($"scale: {title}, {Yardstick.Name}");
            table.Row(title).Add(YardstickWall, (await run(cancellationToken)).Wall.TotalSeconds);
        }
    }

    private static string Title(int owners, int latency, string command) =>
        $"{owners} {(owners == 1 ? "owner" : "owners")} each, {latency} ms a call: {command}";

    private static WorkspaceSeed Seed(int owners) => OwnedRooms.SharedSeed(Rooms, owners, owned: false) with
    {
        Permissions = new Dictionary<string, IReadOnlyList<string>> { ["api-bypass-rate-limit"] = [] },
        Settings = new Dictionary<string, JsonElement> { ["API_Enable_Rate_Limiter"] = JsonDocument.Parse("false").RootElement },
    };
}
