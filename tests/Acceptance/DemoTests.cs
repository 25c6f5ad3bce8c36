using Acceptance.Running;

namespace Acceptance;

/// <summary>README's first command.</summary>
public sealed class DemoTests
{
    [Fact]
    public async Task Demo_WithEveryCliFound_RunsToItsEnd()
    {
        using var sandbox = new Sandbox(Toolchain.Ordinary);

        var demo = await sandbox.RunProgramAsync("sh", "-c", $"cd '{Repository.PathOf()}' && exec node eng/demo.mjs");

        demo.Succeeds().Says("The demo is done: every step did what it should.");
    }
}
