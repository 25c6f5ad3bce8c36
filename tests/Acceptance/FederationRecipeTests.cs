using System.Net;
using Acceptance.Running;
using NameServers.Installed;
using RocketChat.Emulator;

namespace Acceptance;

/// <summary>The whole path: two servers, a name server, dynamic updates. The servers are those that the recipe's README starts.</summary>
public sealed class FederationRecipeTests
{
    private static readonly string Recipe = Repository.PathOf("examples", "recipes", "federate-two-servers");

    [Theory, EveryToolchain]
    public async Task Recipe_WithBindAndNsUpdate_OneApplyFederatesBothAndABrokenCharacterIsNamed(Toolchain toolchain)
    {
        Assert.SkipWhen(InstalledServers.Named is null
            || InstalledServers.NsUpdate is null, "named and nsupdate are not installed (Debian: bind9, bind9-dnsutils)");
        await using var bind = await BindServer.StartAsync("example.org", "@ NS ns1\nns1 A 127.0.0.1\none A 127.0.0.1\ntwo A 127.0.0.1");
        await using var two = await StartTwoAsync(new EmulatorOptions { Resolver = bind.EndPoint });

        await FollowAsync(toolchain, two, bind.EndPoint, "nsupdate", text => bind.UpdateAsync(
            $"update delete rocketchat-public-key.one.example.org. TXT\nupdate add rocketchat-public-key.one.example.org. 300 TXT {text}"));
    }

    [Theory, EveryToolchain]
    public async Task Recipe_WithTheEmulatorsNameServerAndTheScript_WorksAsWithBind(Toolchain toolchain)
    {
        await using var two = await StartTwoAsync(new EmulatorOptions { DnsPort = 0 });

        await FollowAsync(toolchain, two, two.DnsEndPoint!, "node update.mjs", text =>
        {
            two.Workspace.Dns.Replace($"rocketchat-public-key.one TXT {text}");
            return Task.CompletedTask;
        });
    }

    private static Task<EmulatorServer> StartTwoAsync(EmulatorOptions options) => EmulatorServer.StartAsync(
        options with { VersionProfile = "3.11", SeedFile = Path.Combine(Recipe, "two.seed.json") }, TestContext.Current.CancellationToken);

    private static async Task FollowAsync(
        Toolchain toolchain, EmulatorServer two, IPEndPoint nameServer, string updateCommand, Func<string, Task> replaceKeyOfOne)
    {
        await using var one = await Fixture.CreateAsync(toolchain, new EmulatorOptions { VersionProfile = "3.11", Resolver = nameServer });
        one.Cli.Delete("provider.tf");
        foreach (var file in (string[])["main.tf", "update.mjs"])
        {
            one.Cli.Write(file, await File.ReadAllTextAsync(Path.Combine(Recipe, file), TestContext.Current.CancellationToken));
        }
        var variables = await File.ReadAllTextAsync(Path.Combine(Recipe, "emulated.tfvars"), TestContext.Current.CancellationToken);
        one.Cli.Write("terraform.tfvars", variables
            .Replace("3001", $"{one.Url.Port}", StringComparison.Ordinal)
            .Replace("3002", $"{two.Url.Port}", StringComparison.Ordinal)
            .Replace("5353", $"{nameServer.Port}", StringComparison.Ordinal)
            .Replace("node update.mjs", updateCommand, StringComparison.Ordinal));
        (await one.Cli.InitAsync()).Succeeds();

        (await one.Cli.ApplyAsync()).Succeeds();

        Assert.True(one.Workspace.GetSetting("FEDERATION_Enabled")!.GetValue<bool>());
        Assert.True(two.Workspace.GetSetting("FEDERATION_Enabled")!.GetValue<bool>());
        (await one.Cli.PlanAsync()).HasNoChanges().DoesNotSay("Warning");

        var key = one.Workspace.GetSetting("FEDERATION_Public_Key")!.GetValue<string>();
        var broken = key[..100] + (key[100] == 'A' ? 'B' : 'A') + key[101..];
        await replaceKeyOfOne($"\"{broken[..255]}\" \"{broken[255..]}\"");
        (await one.Cli.PlanAsync()).HasNoChanges().Says("rocketchat-public-key.one.example.org").Says("txt_altered");

        (await one.Cli.DestroyAsync()).Succeeds();
        Assert.False(two.Workspace.GetSetting("FEDERATION_Enabled")!.GetValue<bool>());
    }
}
