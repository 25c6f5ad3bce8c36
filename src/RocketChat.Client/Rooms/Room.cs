using System.Text.Json;
using RocketChat.Client.Http;

namespace RocketChat.Client.Rooms;

/// <summary>A room. Its id never changes; its name can.</summary>
public sealed record Room
{
    /// <summary>The id, usually 17 characters.</summary>
    public required string Id { get; init; }

    /// <summary>The unique, URL-like name (random for discussions); empty for direct messages.</summary>
    public required string Name { get; init; }

    /// <summary>The title that people see; the name when the room has no other title.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Public, private, direct …</summary>
    public required RoomKind Kind { get; init; }

    /// <summary>Archived rooms are read-only and refuse most changes.</summary>
    public bool Archived { get; init; }

    /// <summary>The main room of a team. Servers before 5.0 do not show this in every answer.</summary>
    public bool IsTeamMain { get; init; }

    /// <summary>The team that the room belongs to; null for none.</summary>
    public string? TeamId { get; init; }

    /// <summary>A discussion inside another room.</summary>
    public bool IsDiscussion { get; init; }

    /// <summary>Shared with other servers over Matrix.</summary>
    public bool Federated { get; init; }

    /// <summary>Encrypted from end to end.</summary>
    public bool Encrypted { get; init; }

    /// <summary>Only owners and chosen users may write.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>New users join the room automatically.</summary>
    public bool IsDefault { get; init; }

    /// <summary>The topic; null for none.</summary>
    public string? Topic { get; init; }

    /// <summary>The number of members; null if the answer does not show it.</summary>
    public long? UsersCount { get; init; }

    internal static Room? From(JsonElement room)
    {
        if (room.NonEmptyString("_id") is not { } id)
        {
            return null;
        }

        var name = room.String("name") ?? "";
        return new Room
        {
            Id = id,
            Name = name,
            DisplayName = room.NonEmptyString("fname") ?? name,
            Kind = KindOf(room.String("t")),
            Archived = room.Bool("archived") ?? false,
            IsTeamMain = room.Bool("teamMain") ?? false,
            TeamId = room.NonEmptyString("teamId"),
            IsDiscussion = room.NonEmptyString("prid") is not null,
            Federated = room.Bool("federated") ?? false,
            Encrypted = room.Bool("encrypted") ?? false,
            ReadOnly = room.Bool("ro") ?? false,
            IsDefault = room.Bool("default") ?? false,
            Topic = room.NonEmptyString("topic"),
            UsersCount = room.Integer("usersCount"),
        };
    }

    private static RoomKind KindOf(string? type) => type switch
    {
        "c" => RoomKind.Channel,
        "p" => RoomKind.Private,
        "d" => RoomKind.Direct,
        "l" => RoomKind.LiveChat,
        "v" => RoomKind.Voip,
        _ => RoomKind.Unknown,
    };
}
