using RocketTfProvider.Connection;

namespace RocketTfProvider.Commands;

/// <summary>A workspace in a list.</summary>
/// <param name="Url">The address.</param>
/// <param name="UserId">The id of the account.</param>
/// <param name="TokenVariable">The name of the environment variable that holds the token.</param>
internal sealed record ListedWorkspace(string Url, string UserId, string TokenVariable)
{
    /// <summary>The environment with the values of this workspace, and without credentials of another.</summary>
    public Func<string, string?> Over(Func<string, string?> environment) => name => name switch
    {
        EnvironmentNames.Url => Url,
        EnvironmentNames.UserId => UserId,
        EnvironmentNames.AuthToken => environment(TokenVariable),
        EnvironmentNames.AuthTokenAlias or EnvironmentNames.Username or EnvironmentNames.Password => null,
        EnvironmentNames.TotpSecret or EnvironmentNames.ExpectedWorkspaceId => null,
        _ => environment(name),
    };
}
