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
        // Not counted before: requests that are under way together may share one, so their number differs.
        var left = new List<string>();
        bool isKilled;
        do
        {
            (isKilled, var settings) = await ApplyAsync(toolchain, resource, kill, killedAt: left.Count + 1);
            left.Add(settings);
        }
        while (isKilled);

        Assert.True(left.Count > 1, "the apply asks the server nothing");
        Assert.All(left, settings => Assert.Equal(left[^1], settings));
    }

    /// <summary>Applies a plan, kills at the given request, applies again, and destroys.</summary>
    /// <returns>Whether the first apply made that many requests, and the settings after the destroy.</returns>
    private static async Task<(bool IsKilled, string Left)> ApplyAsync(
        Toolchain toolchain, string resource, Action<RunningCommand> kill, int killedAt)
    {
        RunningCommand? apply = null;
        var made = 0;
        bool isKilled;
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
            isKilled = made >= killedAt;
            if (!isKilled)
            {
                result.Succeeds();
            }
        }

        (await fixture.Cli.ApplyAsync()).Succeeds();
        (await fixture.Cli.PlanAsync()).HasNoChanges();
        (await fixture.Cli.DestroyAsync()).Succeeds();
        return (isKilled, SettingsOf(fixture.Workspace));
    }

    // Ids and credentials of the workspace are others in each test.
    private static string SettingsOf(EmulatedWorkspace workspace) => string.Join('\n', workspace.ToSeed().Settings
        .Where(s => !WorkspaceContent.GeneratedSettings.Contains(s.Key) && !s.Key.StartsWith("Cloud_Workspace_", StringComparison.Ordinal))
        .OrderBy(s => s.Key, StringComparer.Ordinal)
        .Select(s => $"{s.Key}: {s.Value}"));
}
