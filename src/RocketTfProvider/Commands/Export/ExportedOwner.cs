namespace RocketTfProvider.Commands.Export;

/// <summary>An owner of a room, as far as an export names it.</summary>
/// <param name="Id">The id of the user.</param>
/// <param name="Username">The name, for comments and for the names of resources.</param>
internal sealed record ExportedOwner(string Id, string Username);
