using System.Diagnostics;
using Serving = PluginClient.Protocol.GrpcHealth.HealthCheckResponse.Types.ServingStatus;

namespace TerraformPlugin.Tests.Hosting;

public sealed class EndOfLifeProcessTests
{
    [Fact]
    public async Task Shutdown_WithBothStreamsOpen_EndsInTimeAndLeavesNothing()
    {
        await using var plugin = await SamplePlugin.StartAsync();
        plugin.Process.OpenStreams();
        await plugin.PingAsync();
        Assert.NotEmpty(plugin.SocketFolders);

        var exitCode = await plugin.Process.ShutdownAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, exitCode);
        Assert.Empty(plugin.SocketFolders);
        Assert.Empty(plugin.Process.ErrorLines);
    }

    [Fact]
    public async Task Interrupt_OfTheProcessGroup_IsLeftToTheCli()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no such signals on Windows");
        await using var plugin = await SamplePlugin.StartAsync();
        await plugin.PingAsync();

        await plugin.SignalAsync("INT");
        await plugin.SignalAsync("HUP");

        Assert.Equal(Serving.Serving, await plugin.PingAsync());
        Assert.Equal(0, await plugin.Process.ShutdownAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Terminate_WithBothStreamsOpen_EndsCleanly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no such signals on Windows");
        await using var plugin = await SamplePlugin.StartAsync();
        plugin.Process.OpenStreams();
        await plugin.PingAsync();

        await plugin.SignalAsync("TERM");

        Assert.Equal(0, await plugin.WaitForExitAsync());
        Assert.Empty(plugin.SocketFolders);
    }

    [Fact]
    public async Task Terminate_LogThatNobodyReads_EndsAll()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only there the size of a pipe is known.");
        using var folder = new TempFolder();
        var pipe = Path.Combine(folder.Path, "stderr");
        using (var mkfifo = Process.Start("mkfifo", pipe))
        {
            await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        // As many bytes as a pipe holds: the plugin's first log line blocks.
        await using var full = new FileStream(pipe, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        await full.WriteAsync(new byte[64 * 1024], TestContext.Current.CancellationToken);
        await using var plugin = await SamplePlugin.StartAsync(launch => launch with
        {
            FileName = "/bin/sh",
            Arguments = ["-c", $"exec '{SamplePlugin.FileName}' 2>'{pipe}'"],
            Environment = new Dictionary<string, string?> { ["TF_LOG_PROVIDER_SAMPLE"] = "TRACE" },
        });

        await plugin.SignalAsync("TERM");

        await plugin.WaitForExitAsync();
        Assert.Empty(plugin.SocketFolders);
    }

    [Fact]
    public async Task Disconnect_WithoutShutdown_EndsThePlugin()
    {
        await using var plugin = await SamplePlugin.StartAsync();
        plugin.Process.OpenStreams();
        await plugin.PingAsync();

        plugin.Process.Disconnect();

        Assert.Equal(0, await plugin.WaitForExitAsync());
        Assert.Empty(plugin.SocketFolders);
    }

    [Fact]
    public async Task Kill_OfTheParent_EndsThePlugin()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the plugin cannot see its parent's death on Windows, only its connection's end");
        await using var plugin = await SamplePlugin.StartAsync(
            launch => launch with { FileName = "/bin/sh", Arguments = ["-c", $"'{SamplePlugin.FileName}'; true"] });

        // The shell in between is the parent. Its pipe to us stays open as long as the plugin lives.
        plugin.Process.Kill();

        await plugin.WaitForExitAsync();
        Assert.Empty(plugin.SocketFolders);
    }

    [Fact]
    public async Task Crash_OnAThreadOfItsOwn_IsReportedLikeAPanicAndLeavesNothing()
    {
        await using var plugin = await SamplePlugin.StartAsync(
            launch => launch with { Environment = new Dictionary<string, string?> { ["SAMPLE_CRASH_AFTER_MS"] = "2000" } });
        plugin.Process.OpenStreams();

        Assert.Equal(2, await plugin.WaitForExitAsync());
        Assert.Contains("panic: System.InvalidOperationException", plugin.Process.ErrorLines);
        Assert.DoesNotContain(
            plugin.Process.ErrorLines, line => line.Contains("a crash was asked for", StringComparison.Ordinal));
        Assert.Empty(plugin.SocketFolders);
    }
}
