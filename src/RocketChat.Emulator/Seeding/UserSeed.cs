using System.Text.Json;

namespace RocketChat.Emulator.Seeding;

/// <summary>A user in a seed.</summary>
public sealed record UserSeed
{
    /// <summary>The id; made up when null.</summary>
    public string? Id { get; set; }

    /// <summary>The username, unique.</summary>
    public required string Username { get; init; }

    /// <summary>The display name; the username when null.</summary>
    public string? Name { get; set; }

    /// <summary>The password in clear; null when there is none.</summary>
    public string? Password { get; set; }

    /// <summary>The password's SHA-256 in lower-case hexadecimal, as a dump has it.</summary>
    public string? PasswordSha256 { get; set; }

    /// <summary>Global roles; <c>user</c> when null.</summary>
    public IReadOnlyList<string>? Roles { get; set; }

    /// <summary>False for a deactivated user.</summary>
    public bool Active { get; set; } = true;

    /// <summary><c>user</c>, <c>bot</c> or <c>app</c>.</summary>
    public string Type { get; set; } = "user";

    /// <summary>The email address; null when there is none.</summary>
    public string? Email { get; set; }

    /// <summary>Whether the address was verified.</summary>
    public bool EmailVerified { get; set; }

    /// <summary>Whether a login is answered with an emailed code.</summary>
    public bool EmailTwoFactor { get; set; }

    /// <summary>The TOTP secret in Base32; null when there is none.</summary>
    public string? TotpSecret { get; set; }

    /// <summary>Hours east of UTC; null as long as no client of the user has connected.</summary>
    public double? UtcOffset { get; set; }

    /// <summary>The time when the account was created; the start of the emulator when null.</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>The time of the last change; the time of the creation when null.</summary>
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>The time of the last login; null when there was none.</summary>
    public DateTimeOffset? LastLogin { get; set; }

    /// <summary>Whether the next login must set another password; null for accounts that were not made through the API.</summary>
    public bool? RequirePasswordChange { get; set; }

    /// <summary>The preferences that the user chose, by name; all others are the workspace's defaults.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Preferences { get; set; }

    /// <summary>The push tokens of the user's mobile devices.</summary>
    public IReadOnlyList<string> Devices { get; set; } = [];

    /// <summary>Tokens that stand for this user.</summary>
    public IReadOnlyList<TokenSeed> Tokens { get; set; } = [];

    /// <summary>The username, never a secret.</summary>
    public override string ToString() => Username;
}
