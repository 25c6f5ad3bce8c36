using RocketTfProvider.Connection;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Users;

/// <summary>Errors for users who are not there.</summary>
internal static class UserErrors
{
    private const string NotFoundSummary = "User … not found";

    public static DiagnosticException NotFound(string user, AttributePath? path) => new(
        NotFoundSummary.About(user),
        $"There is no user {user.Quoted()} on the server. Write the username without `@`; it is case-sensitive, and not the display name. "
        + "The administration panel shows usernames and ids under Users.",
        path);

    public static DiagnosticException EmailNotFound(string email, AttributePath path) => new(
        NotFoundSummary.About(email),
        $"There is no user with the email address {email.Quoted()} on the server. The administration panel shows the addresses of a user "
            + "under Users.",
        path);

    /// <summary>The configuration has an id and a name, and they mean different users.</summary>
    public static DiagnosticException OtherName(string userId, string present, string configured) => new(
        "User … has another name".About(userId),
        $"`user_id` is {userId.Quoted()}, which is the user {present.Quoted()}, and `username` is {configured.Quoted()}. Correct one of "
        + "them, or remove it.",
        AttributePath.To("username"));
}
