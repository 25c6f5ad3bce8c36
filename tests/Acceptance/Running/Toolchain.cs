namespace Acceptance.Running;

/// <summary>A CLI and the build of the provider that it runs: what a test is repeated for.</summary>
public sealed record Toolchain(Cli Cli, ProviderBuild Provider)
{
    private const string OnlyVariable = "ACCEPTANCE_ONLY";
    private const string BuildVariable = "ACCEPTANCE_BUILD";

    private static readonly IReadOnlyList<Toolchain> Chosen = Choose();

    /// <summary>The build that we ship, with the CLI that is always there.</summary>
    public static Toolchain Shipped { get; } = new(Cli.Pinned, Build());

    /// <summary>
    /// The newest version of each CLI with what we ship. To save time at the desk, the environment variable ACCEPTANCE_ONLY leaves the CLIs
    /// whose name contains it, such as "terraform", and ACCEPTANCE_BUILD=ordinary takes the build that is made in seconds.
    /// </summary>
    public static IReadOnlyList<Toolchain> All { get; } = [.. Chosen.GroupBy(toolchain => toolchain.Cli.Name)
        .Select(versions => versions.MaxBy(toolchain => toolchain.Cli.Number)!)];

    /// <summary>Every version of each CLI with what we ship, for the <see cref="CoreSet"/>.</summary>
    public static IReadOnlyList<Toolchain> AllVersions => Chosen;

    /// <summary>The build that developers use, which has the just-in-time compiler and all of its assemblies.</summary>
    public static Toolchain Ordinary { get; } = new(Cli.Pinned, ProviderBuild.Ordinary);

    public override string ToString() => $"{Cli}, {Provider}";

    private static ProviderBuild Build() =>
        Environment.GetEnvironmentVariable(BuildVariable) == ProviderBuild.Ordinary.Name ? ProviderBuild.Ordinary : ProviderBuild.Native;

    private static List<Toolchain> Choose()
    {
        var only = Environment.GetEnvironmentVariable(OnlyVariable) ?? "";
        var chosen = Cli.All.Select(cli => new Toolchain(cli, Build()))
            .Where(toolchain => toolchain.ToString().Contains(only, StringComparison.Ordinal))
            .ToList();
        return chosen.Count > 0 ? chosen : throw new InvalidOperationException($"{OnlyVariable}={only} leaves no CLI.");
    }
}
