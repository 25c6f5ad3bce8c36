using Acceptance.Running;

namespace Acceptance;

/// <summary>The CLI dies in the middle of an apply, as when a machine runs out of memory.</summary>
public sealed class KilledCliTests
{
    public static TheoryData<string> Resources => [.. KillSteps.Resources];

    [Theory, MemberData(nameof(Resources))]
    public Task Apply_CliKilledAtEveryStep_Converges(string resource) =>
        KillSteps.AtEachAsync(Toolchain.Shipped, resource, apply => apply.Kill());
}
