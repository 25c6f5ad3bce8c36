namespace RocketTfProvider.Commands.Hcl;

/// <summary>An element of a list that has a line of its own.</summary>
/// <param name="Literal">The value in HCL.</param>
/// <param name="Note">The comment behind it, on one line; empty for none.</param>
internal sealed record HclElement(string Literal, string Note);
