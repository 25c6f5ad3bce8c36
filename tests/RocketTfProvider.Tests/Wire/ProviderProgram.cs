namespace RocketTfProvider.Tests.Wire;

/// <summary>The provider's program that the tests start.</summary>
internal static class ProviderProgram
{
    /// <summary>
    /// The native build, which ships and starts ten times as fast, where <c>make test</c> names it; else the ordinary one beside the tests.
    /// </summary>
    public static string Path { get; } = Environment.GetEnvironmentVariable("TESTED_PROVIDER") is { Length: > 0 } native
        ? native
        : System.IO.Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "RocketTfProvider.exe" : "RocketTfProvider");
}
