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

    /// <summary>
    /// The least version of each CLI that has what the test uses, such as "terraform 1.14, tofu 1.12"; a CLI without a version has it
    /// never.
    /// Null where every CLI has it. Below its version a CLI skips the test.
    /// </summary>
    public string? Needs { get; init; }

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Toolchains(testMethod).Select(Row)]);

    public override bool SupportsDiscoveryEnumeration() => false;

    private IEnumerable<Toolchain> Toolchains(MethodInfo test) =>
        AlsoOrdinary ? CoreSet.ToolchainsOf(test).Append(Toolchain.Ordinary).Distinct() : CoreSet.ToolchainsOf(test);

    private TheoryDataRow Row(Toolchain toolchain) =>
        new([toolchain, .. arguments]) { Skip = Needs is null || toolchain.Cli.Has(Needs) ? null : $"needs {Needs}" };
}
