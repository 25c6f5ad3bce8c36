using System.Text.Json;
using RocketChat.Client.Http;

namespace RocketChat.Client.Cloud;

/// <summary>Whether the workspace is registered with the cloud.</summary>
public sealed record CloudRegistration
{
    /// <summary>The workspace holds credentials of the cloud.</summary>
    public required bool IsRegistered { get; init; }

    /// <summary>The id that the cloud assigned; null while there is none.</summary>
    public string? WorkspaceId { get; init; }

    /// <summary>The deployment's own id (setting <c>uniqueID</c>); null if the server does not show it.</summary>
    public string? UniqueId { get; init; }

    /// <summary>Whether it is registered; no ids.</summary>
    public override string ToString() => IsRegistered ? "registered" : "not registered";

    internal static CloudRegistration? From(JsonElement status) => status.Bool("workspaceRegistered") is { } isRegistered
        ? new CloudRegistration
        {
            IsRegistered = isRegistered,
            WorkspaceId = status.NonEmptyString("workspaceId"),
            UniqueId = status.NonEmptyString("uniqueId"),
        }
        : null;
}
