namespace Tool.Release;

/// <summary>A foreign part of the programs.</summary>
/// <param name="Name">The name of the package.</param>
/// <param name="Version">Its version.</param>
/// <param name="License">Its license, as SPDX writes it.</param>
/// <param name="Origin">The package URL (purl).</param>
/// <param name="Hash">The SHA-512 of the package in hexadecimal; null where it has none.</param>
/// <param name="IsNative">Whether it is a part of the static files that no package manager of .NET knows.</param>
internal sealed record ReleaseComponent(string Name, string Version, string License, string Origin, string? Hash, bool IsNative);
