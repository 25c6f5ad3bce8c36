namespace Acceptance.Running;

/// <summary>A CLI and the build of the provider that it runs: what a test is repeated for.</summary>
public sealed record Toolchain(Cli Cli, ProviderBuild Provider)
{
    private const string OnlyVariable = "ACCEPTANCE_ONLY";

    /// <summary>The build that we ship, with the CLI that is always there.</summary>
    public static Toolchain Shipped => new(Cli.Pinned, ProviderBuild.Native);

    /// <summary>
    /// Every CLI with the ordinary build, and the pinned one with what we ship. To save time at the desk, the environment variable
    /// ACCEPTANCE_ONLY leaves those whose name contains it, such as "terraform" or "native".
    /// </summary>
    public static IReadOnlyList<Toolchain> All { get; } = Choose();

    public override string ToString() => $"{Cli}, {Provider}";

    private static List<Toolchain> Choose()
    {
        var only = Environment.GetEnvironmentVariable(OnlyVariable) ?? "";
        var chosen = Cli.All.Select(cli => new Toolchain(cli, ProviderBuild.Ordinary))
            .Append(Shipped)
            .Where(toolchain => toolchain.ToString().Contains(only, StringComparison.Ordinal))
            .ToList();
        return chosen.Count > 0 ? chosen : throw new InvalidOperationException($"{OnlyVariable}={only} leaves no CLI.");
    }
}
