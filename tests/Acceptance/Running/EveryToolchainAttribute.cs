using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Acceptance.Running;

/// <summary>Repeats a theory for every CLI found; the names of the tests say which.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryToolchainAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Toolchain.All.Select(toolchain => new TheoryDataRow<Toolchain>(toolchain))]);

    public override bool SupportsDiscoveryEnumeration() => false;
}
