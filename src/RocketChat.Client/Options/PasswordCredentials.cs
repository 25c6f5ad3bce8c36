namespace RocketChat.Client.Options;

/// <summary>A user name (or email address) and password: the client logs in on its first call and logs out on disposal.</summary>
/// <param name="Username">User name or email address.</param>
/// <param name="Password">The password in clear; also proves the second factor where the server accepts its hash.</param>
public sealed record PasswordCredentials(string Username, string Password) : Credentials
{
    /// <inheritdoc/>
    public override string ToString() => $"user {Username} with a password";
}
