using RocketChat.Emulator.Seeding;

namespace Acceptance.Running;

/// <summary>A workspace with one account, made long ago: the server asks a fresh one for no second factor.</summary>
internal static class OldAdministrator
{
    public const string Username = "admin";
    public const string Password = "admin-password";
    public const string TotpSecret = "JBSWY3DPEHPK3PXP";

    /// <param name="hasApp">Whether the account has an authenticator app; without one the password is the second factor.</param>
    public static WorkspaceSeed Workspace(bool hasApp) => new()
    {
        Users =
        [
            SmallWorkspace.Administrator with
            {
                Username = Username,
                Password = Password,
                CreatedAt = DateTimeOffset.UnixEpoch,
                TotpSecret = hasApp ? TotpSecret : null,
            },
        ],
    };
}
