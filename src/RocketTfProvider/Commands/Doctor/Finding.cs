namespace RocketTfProvider.Commands.Doctor;

/// <summary>Something to act on.</summary>
/// <param name="Code">The kind.</param>
/// <param name="What">The fact.</param>
internal sealed record Finding(FindingCode Code, string What);
