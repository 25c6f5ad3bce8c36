using RocketTfProvider.Connection;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Users;

/// <summary>Errors for users who are not there.</summary>
internal static class UserErrors
{
    public static DiagnosticException NotFound(string user, AttributePath? path) => new(
        "User not found",
        $"There is no user {user.Quoted()} on the server. Write the username without `@`; it is case-sensitive, and not the display name. "
        + "The administration panel shows usernames and ids under Users.",
        path);

    public static DiagnosticException EmailNotFound(string email, AttributePath path) => new(
        "User not found",
        $"There is no user with the email address {email.Quoted()} on the server. The administration panel shows the addresses of a user "
            + "under Users.",
        path);
}
