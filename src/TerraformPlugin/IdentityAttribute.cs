namespace TerraformPlugin;

/// <summary>A string of a <see cref="ResourceIdentity"/>; an import by identity needs it.</summary>
/// <param name="Name">The name, which an attribute of the resource has as well.</param>
/// <param name="Description">The meaning in plain text.</param>
public sealed record IdentityAttribute(string Name, string Description);
