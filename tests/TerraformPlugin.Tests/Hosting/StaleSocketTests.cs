using TerraformPlugin.Hosting;

namespace TerraformPlugin.Tests.Hosting;

public sealed class StaleSocketTests
{
    [Fact]
    public async Task Kill_OfAPlugin_LeavesASocketThatTheNextOneRemoves()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no unix socket");
        await using var killed = await SamplePlugin.StartAsync();
        var folder = Path.GetDirectoryName(Path.GetDirectoryName(killed.Process.Handshake.Address)!)!;
        await using var alive = await SamplePlugin.StartAsync();
        var mine = Path.GetDirectoryName(alive.Process.Handshake.Address)!;
        killed.Process.Kill();
        await killed.WaitForExitAsync();
        var stale = Path.GetDirectoryName(killed.Process.Handshake.Address)!;
        Assert.True(Directory.Exists(stale));

        StaleSockets.Sweep(folder);
        StaleSockets.Sweep(Path.GetDirectoryName(mine)!);

        Assert.False(Directory.Exists(stale));
        Assert.True(Directory.Exists(mine));
        await alive.PingAsync();
    }
}
