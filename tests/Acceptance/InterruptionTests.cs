using Acceptance.Running;
using RocketChat.Emulator;

namespace Acceptance;

/// <summary>A run can stop at any point: the next one converges and nothing is lost.</summary>
public sealed class InterruptionTests
{
    [Theory, EveryToolchain]
    public async Task Apply_KilledAfterServerMadeTheChange_ConvergesNextTime(Toolchain toolchain)
    {
        await using var fixture = await KilledApply.AfterAddOwnerAsync(toolchain, RoomOwnerTests.AliceOwnsGeneral);

        Assert.Contains("alice", fixture.Workspace.OwnersOf("GENERAL"));
        (await fixture.Cli.ApplyAsync()).Succeeds();
        (await fixture.Cli.PlanAsync()).HasNoChanges();
        (await fixture.Cli.DestroyAsync()).Succeeds();
        Assert.Equal(["admin"], fixture.Workspace.OwnersOf("GENERAL"));
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

        await using var fixture = await Fixture.CreateAsync(
            toolchain, RoomOwnerTests.AliceOwnsGeneral, new EmulatorOptions { OnRequest = request => HoldTheAnswer(request.Path) });
        (await fixture.Cli.PlanAsync()).HasChanges();
        using (var apply = fixture.Cli.Start("apply", "-input=false", "-no-color", "saved.tfplan"))
        {
            await changed.WaitAsync(TestContext.Current.CancellationToken);
            await apply.InterruptAsync();
            await apply.WaitForOutputAsync("Interrupt received");
            release.Set();
            _ = await apply.FinishAsync();
        }

        (await fixture.Cli.ApplyAsync()).Succeeds();
        (await fixture.Cli.PlanAsync()).HasNoChanges();
        Assert.Contains("alice", fixture.Workspace.OwnersOf("GENERAL"));
    }

    [Theory, EveryToolchain]
    public async Task Plan_WithStateOfFutureVersion_FailsAndLeavesItAlone(Toolchain toolchain)
    {
        await using var fixture = await Fixture.CreateAsync(toolchain, RoomOwnerTests.AliceOwnsGeneral);
        (await fixture.Cli.ApplyAsync()).Succeeds();
        var file = Path.Combine(fixture.Cli.Folder, "terraform.tfstate");
        var future = File.ReadAllText(file).Replace("\"schema_version\": 0", "\"schema_version\": 99", StringComparison.Ordinal);
        Assert.Contains("\"schema_version\": 99", future, StringComparison.Ordinal);
        File.WriteAllText(file, future);

        (await fixture.Cli.PlanAsync()).Fails().HasOne("Error").Says("newer provider version").Says("rocketchat_room_owner.this");
        (await fixture.Cli.ApplyAsync()).Fails();

        Assert.Equal(future, File.ReadAllText(file));
        Assert.Contains("alice", fixture.Workspace.OwnersOf("GENERAL"));
    }
}
