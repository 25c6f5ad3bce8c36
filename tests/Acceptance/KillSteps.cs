using Acceptance.Running;
using RocketChat.Emulator;
using RocketChat.Emulator.Control;
using RocketChat.Emulator.Seeding;

namespace Acceptance;

/// <summary>
/// kill -9 at every step of an apply, which is after each request that the provider makes. Nothing is left running, and the next apply
/// converges.
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
        ["rocketchat_setting"] = (SettingTests.Module("Site_Name", "\"Our place\""), null),
        ["rocketchat_federation"] = (FederationTests.Native, workspace => workspace.HasLicense = true),
    };

    public static IEnumerable<string> Resources => Cases.Keys;

    public static async Task AtEachAsync(Toolchain toolchain, string resource, Action<RunningCommand> kill)
    {
        var steps = await ApplyAsync(toolchain, resource, kill, killedAt: 0);
        Assert.True(steps > 0, "the apply asks the server nothing");
        for (var step = 1; step <= steps; step++)
        {
            await ApplyAsync(toolchain, resource, kill, step);
        }
    }

    /// <summary>Applies a plan, kills at the given request (0 for never), and applies again.</summary>
    /// <returns>How many requests the first apply made.</returns>
    private static async Task<int> ApplyAsync(Toolchain toolchain, string resource, Action<RunningCommand> kill, int killedAt)
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
        await using var stage = await Fixture.CreateAsync(toolchain, module, new EmulatorOptions { OnRequest = _ => Count() });
        prepare?.Invoke(stage.Workspace);
        (await stage.Cli.PlanAsync()).HasChanges();
        using (var running = stage.Cli.Start("apply", "-input=false", "-no-color", "saved.tfplan"))
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
        (await stage.Cli.ApplyAsync()).Succeeds();
        (await stage.Cli.PlanAsync()).HasNoChanges();
        return made;
    }
}
