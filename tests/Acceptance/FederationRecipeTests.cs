using System.Text.Json.Nodes;
using Acceptance.Running;
using NameServers;
using RocketChat.Emulator;
using RocketChat.Emulator.Seeding;

namespace Acceptance;

/// <summary>The whole path: two servers, a real name server, dynamic updates.</summary>
public sealed class FederationRecipeTests
{
    [Theory, EveryToolchain]
    public async Task Recipe_WithBind_OneApplyFederatesBothAndABrokenCharacterIsNamed(Toolchain toolchain)
    {
        Assert.SkipWhen(InstalledServers.Named is null || InstalledServers.NsUpdate is null, "named and nsupdate are not installed (Debian: bind9, bind9-dnsutils)");
        await using var two = await EmulatorServer.StartAsync(new EmulatorOptions { VersionProfile = "3.11" }, TestContext.Current.CancellationToken);
        await using var bind = await BindServer.StartAsync("example.org", "@ NS ns1\nns1 A 127.0.0.1\none A 127.0.0.1\ntwo A 127.0.0.1");

        await FollowAsync(toolchain, two, bind.EndPoint.Port, text => bind.UpdateAsync(
            "update delete rocketchat-public-key.one.example.org. TXT\n" + $"update add rocketchat-public-key.one.example.org. 300 TXT {text}"));
    }

    internal static async Task FollowAsync(Toolchain toolchain, EmulatorServer two, int port, Func<string, Task> replaceKeyOfOne)
    {
        await using var one = await Stage.SetAsync(toolchain, new EmulatorOptions { VersionProfile = "3.11" });
        one.Workspace.LegacyFederationTestSucceeds = two.Workspace.LegacyFederationTestSucceeds = true;
        one.Cli.Delete("provider.tf");
        one.Cli.Write("main.tf", await File.ReadAllTextAsync(Repository.PathOf("examples", "recipes", "federate-two-servers", "main.tf"), TestContext.Current.CancellationToken));
        one.Cli.Environment["TF_VAR_servers"] = new JsonObject { ["one"] = Server("one", one.Url), ["two"] = Server("two", two.Url) }.ToJsonString();
        one.Cli.Environment["TF_VAR_zone"] = "example.org";
        one.Cli.Environment["TF_VAR_name_server"] = "127.0.0.1";
        one.Cli.Environment["TF_VAR_name_server_port"] = $"{port}";
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

    private static JsonObject Server(string name, Uri url) => new()
    {
        ["url"] = url.AbsoluteUri,
        ["user_id"] = DefaultSeed.AdminId,
        ["auth_token"] = DefaultSeed.AdminToken,
        ["domain"] = $"{name}.example.org",
        ["target"] = $"{name}.example.org",
        ["port"] = url.Port,
        ["protocol"] = "http",
    };
}
