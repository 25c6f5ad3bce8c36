namespace Tool.Release;

/// <summary>A system that a release is built for.</summary>
/// <param name="System">The system as registries name it.</param>
/// <param name="Architecture">The architecture as registries name it.</param>
/// <param name="Runtime">The .NET SDK's name of both.</param>
/// <param name="IsNative">Whether the build is one static file, compiled ahead of time; else it carries the runtime.</param>
internal sealed record Platform(string System, string Architecture, string Runtime, bool IsNative)
{
    public static IReadOnlyList<Platform> All { get; } =
    [
        new("linux", "amd64", "linux-x64", IsNative: true),
        new("linux", "arm64", "linux-arm64", IsNative: true),
        new("darwin", "arm64", "osx-arm64", IsNative: false),
        new("darwin", "amd64", "osx-x64", IsNative: false),
        new("windows", "amd64", "win-x64", IsNative: false),
    ];

    /// <summary>The end of a program's file name.</summary>
    public string Extension => System == "windows" ? ".exe" : "";

    public override string ToString() => $"{System}_{Architecture}";
}
