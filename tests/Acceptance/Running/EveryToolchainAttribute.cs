using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Acceptance.Running;

/// <summary>Repeats a theory for every CLI found, with these further arguments; the names of the tests say which CLI.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EveryToolchainAttribute(params object[] arguments) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Toolchain.All.Select(toolchain => new TheoryDataRow([toolchain, .. arguments]))]);

    public override bool SupportsDiscoveryEnumeration() => false;
}
