using System.Diagnostics;
using Acceptance.Running;

namespace Acceptance;

/// <summary>
/// The provider under a plugin host that is made of Debian's go-plugin, gRPC and go-cty (tests/conformance): what our own test client
/// and our own codecs might misunderstand alike, these do not.
/// </summary>
public sealed class ConformanceTests
{
    private const int SomethingMissing = 77;

    [Fact]
    public async Task Host_OfGoPluginAndGoCty_LeadsTheProviderThroughALife()
    {
        await BuildHostAsync();
        await using var fixture = await Fixture.CreateAsync(Toolchain.Shipped);

        using var host = fixture.Cli.StartProgram(
            Repository.PathOf("artifacts", "conformance", "host"),
            Repository.PathOf("artifacts", "conformance", "protocol.pb"),
            Toolchain.Shipped.Provider.Binary,
            "rocketchat_room_owner",
            "room_id=GENERAL",
            "username=alice",
            "parse_owner_id(GENERAL/adminadminadmin01)");

        // Refused for its protocol, the host of go-plugin kills the provider, which leaves its socket's folder to the next one.
        host.ExpectKilledProvider();
        var run = await host.FinishAsync();

        run.Succeeds()
            .Says("parse_owner_id, read by go-cty")
            .Says("found by its identity")
            .Says("made, read back and destroyed")
            .Says("the provider conforms");
        Assert.Equal(["admin"], fixture.Workspace.OwnersOf("GENERAL"));
    }

    private static async Task BuildHostAsync()
    {
        var start = new ProcessStartInfo(Repository.PathOf("eng", "conformance")) { RedirectStandardOutput = true };
        using var build = Process.Start(start)!;
        var said = (await build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Trim();
        await build.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(build.ExitCode == SomethingMissing, said);
        Assert.Equal(0, build.ExitCode);
    }
}
