using System.Text.Json;
using Benchmarks.Measuring;
using Benchmarks.Reporting;
using Benchmarks.Running;
using RocketChat.Emulator;
using RocketChat.Emulator.Seeding;

namespace Benchmarks.Parts;

/// <summary>
/// A thousand rooms that the same three people are to own, for an account that the server does not limit and for one that it does.
/// </summary>
internal static class ScaleBenchmark
{
    private const int Rooms = 1000;
    private const int Owners = 3;
    private const string Calls = "HTTP calls";
    private const string Wall = "wall s";
    private const string Processor = "CPU s";
    private const string Peak = "peak memory of the provider, MiB";

    /// <summary>Runs once, whatever is asked for: it takes minutes, and the counts do not change.</summary>
    public static async Task<Table> RunAsync(int runs, CancellationToken cancellationToken)
    {
        var table = new Table($"{Rooms} rooms × {Owners} owners, native, with {Cli.Pinned}", [Calls, Wall, Processor, Peak]);
        var options = new EmulatorOptions { Seed = Seed() };
        var server = await EmulatorServer.StartAsync(options, cancellationToken);
        await using (server)
        {
            using var module = Module.For(Cli.Pinned, ProviderBuild.Native, server.Url, OwnedRooms.SharedModule(Rooms, Owners));
            await module.InitAsync(cancellationToken);
            await AddAsync("plan to create", module.PlanAsync);
            await AddAsync("apply of that plan", module.ApplyAsync);
            await AddAsync("plan, nothing to do", module.PlanAsync);

            // Writes cannot be had for less than a call each, which is 300 minutes at this limit: only what reads is measured with it.
            server.Workspace.SetSetting("API_Enable_Rate_Limiter", true);
            await AddAsync("plan, nothing to do, 10 calls a minute for each endpoint", module.PlanAsync);
        }

        return table;

        async Task AddAsync(string command, Func<CancellationToken, Task<Cost>> run)
        {
            Progress.Tell($"scale: {command}");
            server.ClearRequests();
            var memory = new PeakMemory(ProviderBuild.Native.Binary);
            await using (memory)
            {
                var cost = await run(cancellationToken);
                var row = table.Row(command);
                row.Add(Calls, server.Requests.Count);
                row.Add(Wall, cost.Wall.TotalSeconds);
                row.Add(Processor, cost.Processor.TotalSeconds);
                row.Add(Peak, await memory.EndAsync());
            }
        }
    }

    private static WorkspaceSeed Seed() => OwnedRooms.SharedSeed(Rooms, Owners, owned: false) with
    {
        Permissions = new Dictionary<string, IReadOnlyList<string>> { ["api-bypass-rate-limit"] = [] },
        Settings = new Dictionary<string, JsonElement> { ["API_Enable_Rate_Limiter"] = JsonDocument.Parse("false").RootElement },
    };
}
