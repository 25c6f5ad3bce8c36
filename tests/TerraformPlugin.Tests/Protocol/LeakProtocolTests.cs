using PluginClient;
using TerraformPlugin.Tests.Hosting;
using TerraformPlugin.Values;

namespace TerraformPlugin.Tests.Protocol;

/// <summary>A provider that serves for long needs no more at the end than soon after the beginning.</summary>
public sealed class LeakProtocolTests
{
    private const int Round = 500;
    private const int Rounds = 20;
    private const int WarmUp = 6;

    [Fact]
    public async Task Reads_TenThousandInOneProcess_KeepMemoryAndFilesFlat()
    {
        // Half a kilobyte kept per call would be as much.
        const long noise = 4 * 1024 * 1024;

        // A compiler that goes on working in the background, and a heap that grows for speed, would be more noise than a leak.
        await using var plugin = await SamplePlugin.StartAsync(launch => launch with
        {
            Environment = new Dictionary<string, string?> { ["DOTNET_TieredCompilation"] = "0", ["DOTNET_GCgen0size"] = "0x200000" },
        });
        var calls = new SampleCalls(plugin.Process.Connection.Invoker);
        var state = SampleCalls.Config(("id", TfValue.Of("a")), ("list", TfValue.List([TfValue.Of("b"), TfValue.Of("c")])));
        var memory = new List<long>();
        var files = new List<int>();
        for (var round = 0; round < Rounds; round++)
        {
            await Parallel.ForEachAsync(
                Enumerable.Range(0, Round),
                new ParallelOptions { MaxDegreeOfParallelism = 10, CancellationToken = TestContext.Current.CancellationToken },
                async (_, _) => Assert.Empty((await calls.ReadAsync(state)).Diagnostics));
            memory.Add(ProcessFigures.Memory(plugin.Process.Id));
            files.Add(ProcessFigures.OpenFiles(plugin.Process.Id));
        }

        var report = string.Join(", ", memory.Select(bytes => $"{bytes / 1024} KiB"));
        TestContext.Current.SendDiagnosticMessage($"memory after each {Round} reads: {report}");
        var soon = memory.Skip(WarmUp).Take(4).Min();
        var late = memory.TakeLast(4).Min();
        Assert.True(late - soon <= noise, $"memory grows: {report}");
        Assert.True(files[^1] <= files[WarmUp] + 2, $"open files grow: {string.Join(", ", files)}");
    }

    [Fact]
    public async Task Connections_OpenedAndClosed_LeaveNoOpenFile()
    {
        await using var plugin = await SamplePlugin.StartAsync();
        await SamplePlugin.PingAsync(plugin.Process.Connection);
        var before = ProcessFigures.OpenFiles(plugin.Process.Id);
        for (var i = 0; i < 50; i++)
        {
            using var connection = PluginConnection.Open(plugin.Process.Handshake, plugin.Identity);
            await SamplePlugin.PingAsync(connection);
        }

        var deadline = DateTime.UtcNow + SamplePlugin.Limit;
        while (ProcessFigures.OpenFiles(plugin.Process.Id) > before + 2 && DateTime.UtcNow < deadline)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.InRange(ProcessFigures.OpenFiles(plugin.Process.Id), 0, before + 2);
    }
}
