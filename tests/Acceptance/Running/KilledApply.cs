using RocketChat.Emulator;

namespace Acceptance.Running;

/// <summary>An apply that dies when the server has made a change and before the provider has the answer.</summary>
internal static class KilledApply
{
    /// <summary>Plans a module, and kills the apply once the server has added an owner.</summary>
    public static async Task<Fixture> AfterAddOwnerAsync(Toolchain toolchain, string module)
    {
        RunningCommand? apply = null;
        void KillAtTheChange(string path)
        {
            if (path.EndsWith("addOwner", StringComparison.Ordinal))
            {
                apply?.Kill();
            }
        }

        var fixture = await Fixture.CreateAsync(
            toolchain, module, new EmulatorOptions { OnRequest = request => KillAtTheChange(request.Path) });
        (await fixture.Cli.PlanAsync()).HasChanges();
        using (apply = fixture.Cli.Start("apply", "-input=false", "-no-color", "saved.tfplan"))
        {
            var killed = await apply.FinishAsync();
            killed.Expect(killed.ExitCode is not (0 or 1), "to be killed in the middle");
        }

        apply = null;
        return fixture;
    }
}
