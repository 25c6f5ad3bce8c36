using System.Diagnostics;
using Acceptance.Running;
using Benchmarks.Measuring;
using Benchmarks.Reporting;
using RocketChat.Emulator;
using RocketChat.Emulator.Recording;
using RocketChat.Emulator.Seeding;

namespace Benchmarks.Parts;

/// <summary>The command <c>export</c> on workspaces of many rooms: how its calls and its memory grow with them.</summary>
internal static class ExportBenchmark
{
    private const string Calls = "HTTP calls";
    private const string Peak = "peak memory, MiB";

    private static readonly int[] Rooms = [10, 1000, 5000];

    /// <summary>Runs once, whatever is asked for: neither number changes.</summary>
    public static async Task<Table> RunAsync(int runs, CancellationToken cancellationToken)
    {
        var table = new Table("export, native, three owners a room", [Calls, Peak]);
        foreach (var rooms in Rooms)
        {
            await MeasureAsync(table.Row($"{rooms} rooms"), rooms, cancellationToken);
        }

        return table;
    }

    private static async Task MeasureAsync(Row row, int rooms, CancellationToken cancellationToken)
    {
        var calls = 0;
        void Count(RecordedRequest request) => calls++;
        var options = new EmulatorOptions { Seed = OwnedRooms.SharedSeed(rooms, owners: 3), OnRequest = Count };
        var folder = Directory.CreateTempSubdirectory("rocketchat-bench-");
        await using var server = await EmulatorServer.StartAsync(options, cancellationToken);
        await using var memory = new PeakMemory(ProviderBuild.Native.Binary);
        try
        {
            var start = new ProcessStartInfo(
                ProviderBuild.Native.Binary, ["export", "--quiet", "--out", Path.Combine(folder.FullName, "chat")])
            {
                RedirectStandardOutput = true,
                Environment =
                {
                    ["ROCKETCHAT_URL"] = server.Url.AbsoluteUri,
                    ["ROCKETCHAT_USER_ID"] = DefaultSeed.AdminId,
                    ["ROCKETCHAT_AUTH_TOKEN"] = DefaultSeed.AdminToken,
                },
            };
            using var export = Process.Start(start)!;
            await export.StandardOutput.ReadToEndAsync(cancellationToken);
            await export.WaitForExitAsync(cancellationToken);
            if (export.ExitCode != 0)
            {
                throw new InvalidOperationException($"The export ended with exit code {export.ExitCode}.");
            }

            row.Add(Calls, calls);
            row.Add(Peak, await memory.EndAsync());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
