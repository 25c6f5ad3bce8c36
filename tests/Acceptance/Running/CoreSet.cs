using System.Reflection;

namespace Acceptance.Running;

/// <summary>
/// The tests that run with every version of a CLI; all others run with the newest version only, since time is limited.
/// They cover each resource and data source (through the examples), and what depends most on the CLI.
/// </summary>
internal static class CoreSet
{
    private static readonly Type[] Classes =
    [
        typeof(SandboxTests),
        typeof(ExampleTests),
        typeof(ProcessTests),
        typeof(FunctionTests),
        typeof(RoomOwnerTests),
        typeof(UnknownValueTests),
        typeof(InterruptionTests),
        typeof(OfflineTestingTests),
        typeof(MockedProviderTests),
        typeof(FederationGuideTests),
    ];

    // Import blocks are different in each CLI.
    private static readonly MethodInfo?[] Tests =
    [
        typeof(ExportTests).GetMethod(nameof(ExportTests.Export_OfOddWorkspace_PlansOnlyImports)),
    ];

    /// <summary>The CLIs that a test is repeated for.</summary>
    public static IReadOnlyList<Toolchain> ToolchainsOf(MethodInfo test) =>
        Classes.Contains(test.DeclaringType) || Tests.Contains(test) ? Toolchain.AllVersions : Toolchain.All;
}
