using Acceptance.Running;

namespace Acceptance;

/// <summary>The ground that the other tests stand on, proven with the one resource that every CLI has built in.</summary>
public sealed class SandboxTests
{
    private const string Module = """
        resource "terraform_data" "this" {
          input = "grün"
        }

        output "value" {
          value = terraform_data.this.output
        }
        """;

    [Theory, EveryToolchain]
    public async Task Commands_OnBuiltInResource_RunFromInitToDestroy(Toolchain toolchain)
    {
        using var sandbox = new Sandbox(toolchain);
        sandbox.Write("main.tf", Module);

        (await sandbox.InitAsync()).Succeeds();
        (await sandbox.ValidateAsync()).Succeeds();
        (await sandbox.PlanAsync()).HasChanges().Says("1 to add, 0 to change, 0 to destroy");
        (await sandbox.ApplyPlanAsync()).Succeeds();
        (await sandbox.PlanAsync()).HasNoChanges();
        Assert.Equal("grün", (await sandbox.ShowStateAsync())["values"]!["outputs"]!["value"]!["value"]!.GetValue<string>());
        (await sandbox.DestroyAsync()).Succeeds().Says("Destroy complete! Resources: 1 destroyed.");
    }

    [Theory, EveryToolchain(AlsoOrdinary = true)]
    public async Task Init_WithProviderFromMirror_InstallsIt(Toolchain toolchain)
    {
        using var sandbox = new Sandbox(toolchain);
        sandbox.Write("main.tf", RequiredProvider.Block);

        (await sandbox.InitAsync()).Succeeds().Says($"Installed rockettf/rocketchat v{Repository.Version}");
    }

    [Theory, EveryToolchain]
    public async Task Init_OfBrokenModule_FailsWithWholeOutput(Toolchain toolchain)
    {
        using var sandbox = new Sandbox(toolchain);
        sandbox.Write("main.tf", "resource \"terraform_data\" {}");

        var result = (await sandbox.InitAsync()).Fails();

        var failure = Assert.ThrowsAny<Exception>(() => result.Succeeds());
        Assert.Contains("Missing name for resource", failure.Message, StringComparison.Ordinal);
    }
}
