using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Acceptance.Running;

/// <summary>Repeats a theory for every example and every CLI found.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryExampleAttribute : DataAttribute
{
    /// <summary>Only those that show how to import what they make.</summary>
    public bool WithImport { get; init; }

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. from example in WithImport ? Example.WithImport : Example.All
                from toolchain in CoreSet.ToolchainsOf(testMethod)
                select new TheoryDataRow<Toolchain, Example>(toolchain, example)]);

    public override bool SupportsDiscoveryEnumeration() => false;
}
