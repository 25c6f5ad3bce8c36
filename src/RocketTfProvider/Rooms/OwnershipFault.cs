using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Rooms;

/// <summary>A reason not to make a change.</summary>
/// <param name="Diagnostic">The error of the apply.</param>
/// <param name="UserIds">The users whom it is about.</param>
internal sealed record OwnershipFault(Diagnostic Diagnostic, params IReadOnlyList<string> UserIds);
