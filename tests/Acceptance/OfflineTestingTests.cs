using Acceptance.Running;

namespace Acceptance;

/// <summary>The guide for authors of modules: a module tested with the CLI's own test command, without a server.</summary>
public sealed class OfflineTestingTests
{
    private static readonly string Example = Repository.PathOf("examples", "testing-offline");

    [Theory, EveryToolchain]
    public async Task Script_OfExample_TestsModuleWithCalmAndBusyServer(Toolchain toolchain)
    {
        using var sandbox = SandboxWithExample(toolchain);

        var result = (await sandbox.RunProgramAsync("sh", "run.sh", toolchain.Cli.Path)).Succeeds();

        result.Expect(result.Output.Split("4 passed, 0 failed").Length == 3, "to pass all four tests, twice");
    }

    [Theory, EveryToolchain]
    public async Task Script_OfExampleWithBrokenModule_Fails(Toolchain toolchain)
    {
        using var sandbox = SandboxWithExample(toolchain);
        sandbox.Write("main.tf", File.ReadAllText(Path.Combine(Example, "main.tf"))
            .Replace("for_each = var.board", "for_each = [\"ada\"]", StringComparison.Ordinal));

        (await sandbox.RunProgramAsync("sh", "run.sh", toolchain.Cli.Path)).Fails().Says("Error");
    }

    private static Sandbox SandboxWithExample(Toolchain toolchain)
    {
        var sandbox = new Sandbox(toolchain);
        foreach (var file in (string[])["main.tf", "seed.json", "run.sh", "tests/board.tftest.hcl"])
        {
            sandbox.Write(file, File.ReadAllText(Path.Combine(Example, file)));
        }

        sandbox.Environment["ROCKETCHAT_EMULATOR"] = Path.Combine(Path.GetDirectoryName(toolchain.Provider.Binary)!, "rocketchat-emulator");
        return sandbox;
    }
}
