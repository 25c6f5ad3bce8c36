using Acceptance.Running;
using RocketChat.Emulator;

namespace Acceptance;

/// <summary>
/// The whole way that the administrators' guide describes: from a workspace that nobody registered to a notification on a phone.
/// </summary>
public sealed class PushRecipeTests
{
    private static readonly string Recipe = Repository.PathOf("examples", "recipes", "push-from-zero");

    [Theory]
    [EveryToolchain("3.11")]
    [EveryToolchain("6.5")]
    [EveryToolchain("7.10")]
    [EveryToolchain("8.8")]
    public async Task Recipe_OnEveryServerVersion_OneApplyDoesAllAndTheNextPlanNothing(Toolchain toolchain, string version)
    {
        await using var fixture = await SetAsync(toolchain, version);

        (await fixture.Cli.PlanAsync()).HasChanges().Says("Plan: 3 to add, 0 to change, 0 to destroy.").Says("Settings will be overwritten")
            .DoesNotSay("Gateway without registration");
        (await fixture.Cli.ApplyPlanAsync()).Succeeds().Says("push_test = \"handed to the push service for 1 device\"")
            .Says($"restart_required = {(version == "8.8" ? "false" : "true")}");

        Assert.True(fixture.Workspace.IsRegistered);
        Assert.Equal(["emulated-registration-token"], fixture.Workspace.Cloud.UsedTokens);
        string[] settings =
            ["Cloud_Service_Agree_PrivacyTerms", "Register_Server", "Push_enable", "Push_enable_gateway", "Push_show_username_room"];
        foreach (var id in settings)
        {
            Assert.True(fixture.Workspace.GetSetting(id)!.GetValue<bool>(), id);
        }

        Assert.False(fixture.Workspace.GetSetting("Push_show_message")!.GetValue<bool>());
        Assert.Equal("mentions", fixture.Workspace.GetSetting(
            $"Accounts_Default_User_Preferences_{(version == "3.11" ? "mobile" : "push")}Notifications")!.GetValue<string>());
        (await fixture.Cli.PlanAsync()).HasNoChanges().DoesNotSay("Warning");

        // The token is spent and the state is lost. What the server has is imported, and then there is nothing to do.
        fixture.Cli.Environment.Remove("TF_VAR_registration_token");
        fixture.Cli.Delete("terraform.tfstate");
        fixture.Cli.Write("main.tf", Importable(await ModuleAsync()));
        (await fixture.Cli.ImportAsync("rocketchat_workspace_registration.this", "workspace")).Succeeds();
        (await fixture.Cli.ImportAsync("rocketchat_push_settings.this", "push")).Succeeds();
        (await fixture.Cli.PlanAsync()).HasNoChanges().DoesNotSay("Warning");

        (await fixture.Cli.DestroyAsync()).Succeeds().Says("stays registered");
        Assert.True(fixture.Workspace.IsRegistered);
        Assert.False(fixture.Workspace.GetSetting("Push_show_message")!.GetValue<bool>());
    }

    private static async Task<Fixture> SetAsync(Toolchain toolchain, string version)
    {
        var seed = Path.Combine(Recipe, "seed.json");
        var fixture = await Fixture.CreateAsync(toolchain, new EmulatorOptions { VersionProfile = version, SeedFile = seed });
        fixture.Cli.Delete("provider.tf");
        fixture.Cli.Write("main.tf", await ModuleAsync());
        fixture.Cli.Environment["TF_VAR_registration_token"] = "emulated-registration-token";
        fixture.UseFirstAdministratorOf(seed);
        (await fixture.Cli.InitAsync()).Succeeds();
        return fixture;
    }

    // The server knows neither the token nor what reload is; a variable that is sensitive counts as a change even when it is null.
    private static string Importable(string module) =>
        string.Join('\n', module.Split("# A notification")[0].Split('\n')
            .Where(line => !line.Contains("= var.", StringComparison.Ordinal) && !line.Contains("reload", StringComparison.Ordinal)));

    private static Task<string> ModuleAsync() =>
        File.ReadAllTextAsync(Path.Combine(Recipe, "main.tf"), TestContext.Current.CancellationToken);
}
