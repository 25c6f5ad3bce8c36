using System.Text.Json;
using RocketChat.Client.Http;

namespace RocketChat.Client.Users;

/// <summary>A user account. Its id never changes; its user name can.</summary>
public sealed record User
{
    /// <summary>The id, usually 17 characters.</summary>
    public required string Id { get; init; }

    /// <summary>The user name, without @; empty for an account that has not chosen one yet.</summary>
    public required string Username { get; init; }

    /// <summary>The display name.</summary>
    public string? Name { get; init; }

    /// <summary>False for a deactivated account; null if the answer does not show it (lists of owners do not).</summary>
    public bool? Active { get; init; }

    /// <summary><c>user</c>, <c>bot</c>, <c>app</c> …; null if the answer does not show it.</summary>
    public string? Type { get; init; }

    /// <summary>Workspace-wide roles; null if this account may not see them.</summary>
    public IReadOnlyList<string>? Roles { get; init; }

    /// <summary>Email addresses, verified or not; null if this account may not see them.</summary>
    public IReadOnlyList<string>? Emails { get; init; }

    /// <summary>Whether one of these users has the same id; everything else may differ.</summary>
    public bool IsAmong(IEnumerable<User> users) => users.Any(user => user.Id == Id);

    internal static User? From(JsonElement user) => user.NonEmptyString("_id") is not { } id
        ? null
        : new User
        {
            Id = id,
            Username = user.String("username") ?? "",
            Name = user.String("name"),
            Active = user.Bool("active"),
            Type = user.String("type"),
            Roles = user.Strings("roles"),
            Emails = user.Member("emails") is { ValueKind: JsonValueKind.Array } emails
                ? [.. emails.EnumerateArray().Select(email => email.NonEmptyString("address")).OfType<string>()]
                : null,
        };
}
