using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Acceptance.Running;

/// <summary>Repeats a theory for every CLI found, with these further arguments; the names of the tests say which CLI.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EveryToolchainAttribute(params object[] arguments) : DataAttribute
{
    /// <summary>Once more with the ordinary build: for what could differ between the two builds.</summary>
    public bool AlsoOrdinary { get; init; }

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Toolchains().Select(toolchain => new TheoryDataRow([toolchain, .. arguments]))]);

    public override bool SupportsDiscoveryEnumeration() => false;

    private IEnumerable<Toolchain> Toolchains() => AlsoOrdinary ? Toolchain.All.Append(Toolchain.Ordinary).Distinct() : Toolchain.All;
}
