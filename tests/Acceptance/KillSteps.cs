using Acceptance.Running;
using RocketChat.Emulator;
using RocketChat.Emulator.Control;
using RocketChat.Emulator.Seeding;

namespace Acceptance;

/// <summary>
/// kill -9 at every step of an apply, which is after each request that the provider makes. Nothing is left running, and the next apply
/// converges, and a destroy then leaves what it leaves where nothing was killed.
/// </summary>
internal static class KillSteps
{
    /// <summary>A module for each resource, and what its workspace has beyond the built-in one.</summary>
    private static readonly Dictionary<string, (string Module, Action<EmulatedWorkspace>? Prepare)> Cases = new()
    {
        ["rocketchat_room_owner"] = (RoomOwnerTests.AliceOwnsGeneral, null),
        ["rocketchat_room_owners"] = (RoomOwnersTests.General("alice", "bob"), null),
        ["rocketchat_workspace_registration"] = (
            WorkspaceRegistrationTests.Registered, workspace => workspace.UseCloud(new CloudSeed { TokensWorkOnce = true })),
        ["rocketchat_push_settings"] = (PushSettingsTests.Push, null),
        ["rocketchat_push_test"] = ("resource \"rocketchat_push_test\" \"this\" {}", null),
        ["rocketchat_setting"] = (SettingTests.Module("Site_Name", "\"Our place\"", "reset"), null),
        ["rocketchat_license"] = (LicenseTests.Module(LicenseText.Unlimited), null),
        ["rocketchat_federation"] = (FederationTests.Native, workspace => workspace.HasLicense = true),
    };

    public static IEnumerable<string> Resources => Cases.Keys;

    public static async Task AtEachAsync(Toolchain toolchain, string resource, Action<RunningCommand> kill)
    {
        var (steps, left) = await ApplyAsync(toolchain, resource, kill, killedAt: 0);
        Assert.True(steps > 0, "the apply asks the server nothing");
        for (var step = 1; step <= steps; step++)
        {
            Assert.Equal(left, (await ApplyAsync(toolchain, resource, kill, step)).Left);
        }
    }

    /// <summary>Applies a plan, kills at the given request (0 for never), applies again, and destroys.</summary>
    /// <returns>How many requests the first apply made, and the settings after the destroy.</returns>
    private static async Task<(int Made, string Left)> ApplyAsync(
        Toolchain toolchain, string resource, Action<RunningCommand> kill, int killedAt)
    {
        RunningCommand? apply = null;
        var made = 0;
        void Count()
        {
            if (apply is not null && Interlocked.Increment(ref made) == killedAt)
            {
                kill(apply);
            }
        }

        var (module, prepare) = Cases[resource];
        await using var fixture = await Fixture.CreateAsync(toolchain, module, new EmulatorOptions { OnRequest = _ => Count() });
        prepare?.Invoke(fixture.Workspace);
        (await fixture.Cli.PlanAsync()).HasChanges();
        using (var running = fixture.Cli.Start("apply", "-input=false", "-no-color", "saved.tfplan"))
        {
            apply = running;
            var result = await running.FinishAsync();
            apply = null;
            if (killedAt == 0)
            {
                result.Succeeds();
            }
        }

        Assert.True(made >= killedAt, $"the apply made {made} requests and was not killed at number {killedAt}");
        (await fixture.Cli.ApplyAsync()).Succeeds();
        (await fixture.Cli.PlanAsync()).HasNoChanges();
        (await fixture.Cli.DestroyAsync()).Succeeds();
        return (made, SettingsOf(fixture.Workspace));
    }

    // Ids and credentials of the workspace are others in each test.
    private static string SettingsOf(EmulatedWorkspace workspace) => string.Join('\n', workspace.ToSeed().Settings
        .Where(s => !WorkspaceContent.GeneratedSettings.Contains(s.Key) && !s.Key.StartsWith("Cloud_Workspace_", StringComparison.Ordinal))
        .OrderBy(s => s.Key, StringComparer.Ordinal)
        .Select(s => $"{s.Key}: {s.Value}"));
}
