namespace RocketTfProvider.Commands.Permissions;

/// <summary>A permission that an account needs for a step.</summary>
/// <param name="Permission">The id of the permission.</param>
/// <param name="Step">The purpose, such as <c>read the owners</c>.</param>
/// <param name="Endpoint">The endpoint that asks for it.</param>
internal sealed record PermissionNeed(string Permission, string Step, string Endpoint)
{
    /// <summary>Needed only by a configuration that invites users.</summary>
    public bool IsForInvitations { get; init; }
}
