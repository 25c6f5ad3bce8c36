using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace RocketChat.Emulator.State;

/// <summary>A user account of the workspace.</summary>
public sealed class User
{
    /// <summary>The immutable id, 17 characters when the emulator makes it.</summary>
    public required string Id { get; init; }

    /// <summary>The current username; changes with a rename.</summary>
    public required string Username { get; set; }

    /// <summary>The display name.</summary>
    public string? Name { get; set; }

    /// <summary><c>user</c>, <c>bot</c> or <c>app</c>.</summary>
    public string Type { get; init; } = "user";

    /// <summary>False after deactivation. A deactivated user keeps memberships and ownership but cannot log in.</summary>
    public bool Active { get; set; } = true;

    /// <summary>Global (workspace-wide) role ids, for example <c>admin</c> or <c>user</c>.</summary>
    public IList<string> Roles { get; init; } = [];

    /// <summary>Email addresses, the first is the main one.</summary>
    public IList<EmailAddress> Emails { get; init; } = [];

    /// <summary>The time when the account was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The time of the last change.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The TOTP secret in Base32 when the user has an authenticator app set up; otherwise null.</summary>
    public string? TotpSecret { get; init; }

    /// <summary>Whether a login needs a code sent by email: new accounts with a verified address are opted in.</summary>
    public bool EmailTwoFactor { get; init; }

    /// <summary>Whether the next login must set another password; null for accounts that were not made through the API.</summary>
    public bool? RequirePasswordChange { get; init; }

    /// <summary>Hours east of UTC, known once a client of the user has connected; null before.</summary>
    public double? UtcOffset { get; init; }

    /// <summary>The tag of the picture; the bot that every server has comes with one, other users with none.</summary>
    internal string? AvatarETag => Id == "rocket.cat" ? "rocketCatRocketCa" : null;

    /// <summary>The time of the last login; null when there was none.</summary>
    public DateTimeOffset? LastLogin { get; set; }

    /// <summary>Lower-case hexadecimal SHA-256 of the password, the form in which clients send it; null when there is none.</summary>
    internal string? PasswordSha256 { get; set; }

    internal List<LoginToken> Tokens { get; } = [];

    /// <summary>The preferences that the user chose; all others are the workspace's defaults.</summary>
    internal JsonObject Preferences { get; } = [];

    /// <summary>The push tokens of the user's mobile devices.</summary>
    internal List<string> Devices { get; } = [];

    /// <summary>The code that the user was sent and has not used; null when there is none.</summary>
    internal SentCode? EmailCode { get; set; }

    internal int FailedLogins { get; set; }

    internal DateTimeOffset LastFailedLogin { get; set; }

    internal static string HashPassword(string password) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(password)));

    /// <summary>The username, never a secret.</summary>
    public override string ToString() => Username;
}
