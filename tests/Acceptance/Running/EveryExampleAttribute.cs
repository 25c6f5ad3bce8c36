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

    /// <summary>Only those that show how to import by identity; older CLIs skip them.</summary>
    public bool WithIdentity { get; init; }

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. from example in WithImport || WithIdentity ? Example.WithImport : Example.All
                where !WithIdentity || example.IdentityBlock is not null
                from toolchain in CoreSet.ToolchainsOf(testMethod)
                let needs = WithIdentity ? LeastVersions.OfIdentity : example.Needs
                select new TheoryDataRow<Toolchain, Example>(toolchain, example)
                {
                    Skip = needs is null || toolchain.Cli.Has(needs) ? null : $"needs {needs}",
                }]);

    public override bool SupportsDiscoveryEnumeration() => false;
}
