using Acceptance.Running;

namespace Acceptance;

/// <summary>README's first command.</summary>
public sealed class DemoTests
{
    private static readonly string Tool = Repository.PathOf("eng", "Tool", "bin", "Release", "net10.0", "Tool.dll");

    [Fact]
    public async Task Demo_WithEveryCliFound_RunsToItsEnd()
    {
        using var sandbox = new Sandbox(Toolchain.Ordinary);

        var demo = await sandbox.RunProgramAsync("dotnet", "exec", Tool, "demo");

        demo.Succeeds().Says("The demo is done: every step did what it should.");
    }
}
