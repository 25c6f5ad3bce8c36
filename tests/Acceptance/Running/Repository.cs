namespace Acceptance.Running;

/// <summary>Where this repository lies, and what a build has left in it.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The provider's version, as every project of the solution carries it.</summary>
    public static string Version { get; } = typeof(Repository).Assembly.GetName().Version!.ToString(3);

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The folder that restores put packages into.</summary>
    public static string NuGetPackages { get; } = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
        ? folder
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "RocketTfProvider.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("These tests run from inside a clone of the repository.");
    }
}
