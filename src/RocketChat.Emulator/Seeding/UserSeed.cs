namespace RocketChat.Emulator.Seeding;

/// <summary>A user in a seed.</summary>
public sealed record UserSeed
{
    /// <summary>The id; made up when null.</summary>
    public string? Id { get; init; }

    /// <summary>The username, unique.</summary>
    public required string Username { get; init; }

    /// <summary>The display name; the username when null.</summary>
    public string? Name { get; init; }

    /// <summary>The password in clear; null when there is none.</summary>
    public string? Password { get; init; }

    /// <summary>The password's SHA-256 in lower-case hexadecimal, as a dump has it.</summary>
    public string? PasswordSha256 { get; init; }

    /// <summary>Global roles; <c>user</c> when null.</summary>
    public IReadOnlyList<string>? Roles { get; init; }

    /// <summary>False for a deactivated user.</summary>
    public bool Active { get; init; } = true;

    /// <summary><c>user</c>, <c>bot</c> or <c>app</c>.</summary>
    public string Type { get; init; } = "user";

    /// <summary>The e-mail address; null when there is none.</summary>
    public string? Email { get; init; }

    /// <summary>Whether the address was verified.</summary>
    public bool EmailVerified { get; init; }

    /// <summary>Whether a login is answered with an e-mailed code.</summary>
    public bool EmailTwoFactor { get; init; }

    /// <summary>The TOTP secret in Base32; null when there is none.</summary>
    public string? TotpSecret { get; init; }

    /// <summary>Hours east of UTC; null as long as no client of the user has connected.</summary>
    public double? UtcOffset { get; init; }

    /// <summary>When the account was made; the start of the emulator when null.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Tokens that stand for this user.</summary>
    public IReadOnlyList<TokenSeed> Tokens { get; init; } = [];

    /// <summary>The username, never a secret.</summary>
    public override string ToString() => Username;
}
