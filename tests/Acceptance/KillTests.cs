using Acceptance.Running;
using RocketChat.Emulator;

namespace Acceptance;

/// <summary>
/// kill -9 at every step of an apply, which is after each request that the provider makes: of the CLI, as when a machine runs out of memory,
/// and of the provider. Nothing is left running, and the next apply converges.
/// </summary>
public sealed class KillTests
{
    /// <summary>A module for each resource; each one starts from the built-in workspace.</summary>
    private static readonly Dictionary<string, string> _modules = new()
    {
        ["rocketchat_room_owner"] = RoomOwnerTests.AliceOwnsGeneral,
    };

    public static TheoryData<string> Resources => [.. _modules.Keys];

    [Theory]
    [MemberData(nameof(Resources))]
    public Task Apply_CliKilledAtEveryStep_Converges(string resource) =>
        AtEveryStepAsync(_modules[resource], apply => apply.Kill());

    [Theory]
    [MemberData(nameof(Resources))]
    public Task Apply_ProviderKilledAtEveryStep_Converges(string resource) =>
        AtEveryStepAsync(_modules[resource], apply => apply.KillProviders(Toolchain.Shipped.Provider.Binary));

    private static async Task AtEveryStepAsync(string module, Action<RunningCommand> kill)
    {
        var steps = await ApplyAsync(module, kill, killedAt: 0);
        Assert.True(steps > 0, "the apply asks the server nothing");
        for (var step = 1; step <= steps; step++)
        {
            await ApplyAsync(module, kill, step);
        }
    }

    /// <summary>Applies a plan, kills at the given request (0 for never), and applies again.</summary>
    /// <returns>How many requests the first apply made.</returns>
    private static async Task<int> ApplyAsync(string module, Action<RunningCommand> kill, int killedAt)
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

        await using var stage = await Stage.SetAsync(Toolchain.Shipped, module, new EmulatorOptions { OnRequest = _ => Count() });
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
