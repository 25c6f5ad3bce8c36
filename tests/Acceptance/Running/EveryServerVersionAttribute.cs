using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Acceptance.Running;

/// <summary>Repeats a theory for every server version that the emulator knows, with what we ship.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryServerVersionAttribute : DataAttribute
{
    private static readonly string[] Versions = ["3.11", "6.5", "7.10", "8.8", "9.0"];

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Versions.Select(version => new TheoryDataRow<Toolchain, string>(Toolchain.Shipped, version))]);

    public override bool SupportsDiscoveryEnumeration() => false;
}
