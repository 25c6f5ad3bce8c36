using Acceptance.Running;
using RocketChat.Emulator;

namespace Acceptance;

/// <summary>A run can stop at any point: the next one converges and nothing is lost.</summary>
public sealed class InterruptionTests
{
    [Theory, EveryToolchain]
    public async Task Apply_KilledAfterServerMadeTheChange_ConvergesNextTime(Toolchain toolchain)
    {
        await using var stage = await KilledApply.AfterAddOwnerAsync(toolchain, RoomOwnerTests.AliceOwnsGeneral);

        Assert.Contains("alice", stage.Workspace.OwnersOf("GENERAL"));
        (await stage.Cli.ApplyAsync()).Succeeds();
        (await stage.Cli.PlanAsync()).HasNoChanges();
        (await stage.Cli.DestroyAsync()).Succeeds();
        Assert.Equal(["admin"], stage.Workspace.OwnersOf("GENERAL"));
    }

    [Theory, EveryToolchain]
    public async Task Apply_InterruptedWhileServerThinks_StopsAndConvergesNextTime(Toolchain toolchain)
    {
        using var changed = new SemaphoreSlim(0);
        using var release = new ManualResetEventSlim();
        void HoldTheAnswer(string path)
        {
            if (path.EndsWith("addOwner", StringComparison.Ordinal))
            {
                changed.Release();
                release.Wait(TestContext.Current.CancellationToken);
            }
        }

        await using var stage = await Fixture.CreateAsync(
            toolchain, RoomOwnerTests.AliceOwnsGeneral, new EmulatorOptions { OnRequest = request => HoldTheAnswer(request.Path) });
        (await stage.Cli.PlanAsync()).HasChanges();
        using (var apply = stage.Cli.Start("apply", "-input=false", "-no-color", "saved.tfplan"))
        {
            await changed.WaitAsync(TestContext.Current.CancellationToken);
            await apply.InterruptAsync();
            await apply.WaitForOutputAsync("Interrupt received");
            release.Set();
            _ = await apply.FinishAsync();
        }

        (await stage.Cli.ApplyAsync()).Succeeds();
        (await stage.Cli.PlanAsync()).HasNoChanges();
        Assert.Contains("alice", stage.Workspace.OwnersOf("GENERAL"));
    }

    [Theory, EveryToolchain]
    public async Task Plan_WithStateOfFutureVersion_FailsAndLeavesItAlone(Toolchain toolchain)
    {
        await using var stage = await Fixture.CreateAsync(toolchain, RoomOwnerTests.AliceOwnsGeneral);
        (await stage.Cli.ApplyAsync()).Succeeds();
        var file = Path.Combine(stage.Cli.Folder, "terraform.tfstate");
        var future = File.ReadAllText(file).Replace("\"schema_version\": 0", "\"schema_version\": 99", StringComparison.Ordinal);
        Assert.Contains("\"schema_version\": 99", future, StringComparison.Ordinal);
        File.WriteAllText(file, future);

        (await stage.Cli.PlanAsync()).Fails().HasOne("Error").Says("newer provider version").Says("rocketchat_room_owner.this");
        (await stage.Cli.ApplyAsync()).Fails();

        Assert.Equal(future, File.ReadAllText(file));
        Assert.Contains("alice", stage.Workspace.OwnersOf("GENERAL"));
    }
}
