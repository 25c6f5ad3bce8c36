using Acceptance.Running;

namespace Acceptance;

/// <summary>
/// State that a release wrote: this build plans nothing for it, and a destroy leaves the server as a destroy by that release did.
/// </summary>
public sealed class RecordedStatesTests
{
    public static IEnumerable<TheoryDataRow<Toolchain, RecordedState>> EachWithEachCli =>
        from toolchain in Toolchain.All
        from state in RecordedState.All
        where toolchain.Cli.HasWriteOnly || !state.NeedsWriteOnly
        select new TheoryDataRow<Toolchain, RecordedState>(toolchain, state);

    public static IEnumerable<TheoryDataRow<RecordedState>> EachOfTheNewestRelease =>
        RecordedState.All.GroupBy(state => Version.Parse(state.Release)).MaxBy(release => release.Key)!
            .Select(state => new TheoryDataRow<RecordedState>(state));

    [Theory, MemberData(nameof(EachWithEachCli), DisableDiscoveryEnumeration = true)]
    public async Task State_OfAnEarlierRelease_PlansNothingAndIsDestroyedAsThen(Toolchain toolchain, RecordedState state)
    {
        await using var fixture = await state.RestoreAsync(toolchain);

        (await fixture.Cli.PlanAsync()).HasNoChanges();
        (await fixture.Cli.ApplyAsync()).Succeeds().Says("Resources: 0 added, 0 changed, 0 destroyed.");
        (await fixture.Cli.DestroyAsync()).Succeeds();

        var expected = state.ContentAfterDestroy(fixture);
        Assert.Equal(WorkspaceContent.Managed(expected, expected), WorkspaceContent.Managed(await state.ContentAsync(fixture), expected));
    }

    /// <summary>
    /// Writes the files for the release that this build is, out of those of the newest one; see the README beside them. One CLI that has
    /// write-only attributes writes them all.
    /// </summary>
    [Theory(Explicit = true), MemberData(nameof(EachOfTheNewestRelease), DisableDiscoveryEnumeration = true)]
    public Task Record(RecordedState state) => state.RecordAsync(Toolchain.All.First(toolchain => toolchain.Cli.HasWriteOnly));
}
