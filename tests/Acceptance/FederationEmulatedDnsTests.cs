using Acceptance.Running;
using NameServers;
using RocketChat.Emulator;
using RocketChat.Emulator.Seeding;

namespace Acceptance;

/// <summary>The whole path with the emulator's own name server.</summary>
public sealed class FederationEmulatedDnsTests
{
    [Theory, EveryToolchain]
    public async Task Recipe_WithTheEmulatorsNameServer_WorksAsWithBind(Toolchain toolchain)
    {
        Assert.SkipWhen(InstalledServers.NsUpdate is null, "nsupdate is not installed (Debian: bind9-dnsutils)");
        var seed = DefaultSeed.Workspace with { Dns = new DnsSeed { Zone = "example.org", Records = ["one A 127.0.0.1", "two A 127.0.0.1"] } };
        var options = new EmulatorOptions { VersionProfile = "3.11", Seed = seed, DnsPort = 0 };
        await using var two = await EmulatorServer.StartAsync(options, TestContext.Current.CancellationToken);

        await FederationRecipeTests.FollowAsync(toolchain, two, two.DnsEndPoint!.Port, text =>
        {
            two.Workspace.Dns.Replace($"rocketchat-public-key.one TXT {text}");
            return Task.CompletedTask;
        });
    }
}
