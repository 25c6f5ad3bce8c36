using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.Services;
using RocketChat.Emulator.State;
using RocketChat.Emulator.Views;

namespace RocketChat.Emulator.Routes;

/// <summary>Topics, titles and rights of a room: set one at a time, or several at once.</summary>
internal static class RoomSettingRoutes
{
    private static readonly Dictionary<string, Action<Room, string>> Texts = new()
    {
        ["topic"] = (room, text) => room.Topic = text,
        ["purpose"] = (room, text) => room.Description = text,
        ["description"] = (room, text) => room.Description = text,
        ["announcement"] = (room, text) => room.Announcement = text,
    };

    private static readonly Dictionary<string, (Func<Room, bool> Read, Action<Room, bool> Write)> Flags = new()
    {
        ["readOnly"] = (room => room.ReadOnly, (room, flag) => room.ReadOnly = flag),
        ["default"] = (room => room.Default, (room, flag) => room.Default = flag),
        ["encrypted"] = (room => room.Encrypted, (room, flag) => room.Encrypted = flag),
    };

    public static IEnumerable<Route> Of(VersionProfile profile) =>
    [
        .. from kind in new[] { RoomFamily.Channel, RoomFamily.Group }
           from text in Texts
           select Route.Post(Named(kind, text.Key), call => SetText(call, kind, text.Key)),
        .. from kind in new[] { RoomFamily.Channel, RoomFamily.Group }
           from flag in Flags
           where (kind, flag.Key) is not { kind.Prefix: "groups", Key: "default" } and not { kind.Prefix: "channels", Key: "encrypted" }
           select Route.Post(Named(kind, flag.Key), call => SetFlag(call, kind, flag.Key)),
        Route.Post("channels.setType", call => SetType(call, RoomFamily.Channel)),
        Route.Post("groups.setType", call => SetType(call, RoomFamily.Group)),
        Route.Post("rooms.saveRoomSettings", SaveMany),
    ];

    private static string Named(RoomFamily kind, string key) => $"{kind.Prefix}.set{char.ToUpperInvariant(key[0])}{key[1..]}";

    private static Reply SetText(EndpointCall call, RoomFamily kind, string key)
    {
        if (!call.Body.ContainsKey(key))
        {
            return Reply.Failure($"The bodyParam \"{key}\" is required");
        }

        var room = kind.Find(call);
        Demand(call, room);
        var text = EndpointCall.Text(call.Body, key) ?? "";
        call.Workspace.Rooms.Change(room, changed => Texts[key](changed, text));
        return Reply.Success(new JsonObject { [key] = text });
    }

    private static Reply SetFlag(EndpointCall call, RoomFamily kind, string key)
    {
        if (!call.Body.ContainsKey(key))
        {
            return Reply.Failure($"The bodyParam \"{key}\" is required");
        }

        var room = kind.Find(call);
        Demand(call, room);
        if (Flags[key].Read(room) == call.Flag(key) && key != "encrypted")
        {
            var what = key == "readOnly" ? "read only" : key;
            return Reply.Failure($"The {kind.Noun} {what} setting is the same as what it would be changed to.");
        }

        call.Workspace.Rooms.Change(room, changed => Flags[key].Write(changed, call.Flag(key)));
        return Shown(call, kind, room);
    }

    private static Reply SetType(EndpointCall call, RoomFamily kind)
    {
        var type = call.Text("type");
        if (type is not ("c" or "p"))
        {
            return Reply.Failure("The bodyParam \"type\" is required");
        }

        var room = kind.Find(call);
        Demand(call, room);
        if (room.Type == type)
        {
            return Reply.Failure($"The {kind.Noun} type is the same as what it would be changed to.");
        }

        call.Workspace.Rooms.Change(room, changed => changed.Type = type);
        return Shown(call, kind, room);
    }

    private static Reply SaveMany(EndpointCall call)
    {
        const string method = "saveRoomSettings";
        var room = call.Workspace.Rooms.ById(call.Text("rid")) ?? throw ApiException.In(method, "error-invalid-room", "Invalid room");
        Demand(call, room);
        if (call.Text("roomName") is { } name && name != room.Name)
        {
            RoomChangeRoutes.DemandFreeName(call, name);
            call.Workspace.Rooms.Rename(room, name);
        }

        call.Workspace.Rooms.Change(room, changed =>
        {
            foreach (var (key, write) in Texts)
            {
                if (call.Body["room" + char.ToUpperInvariant(key[0]) + key[1..]] is JsonValue text)
                {
                    write(changed, text.ToString());
                }
            }

            foreach (var (key, (_, write)) in Flags)
            {
                if (call.Body.ContainsKey(key))
                {
                    write(changed, call.Flag(key));
                }
            }

            changed.Type = call.Text("roomType") is ("c" or "p") and var type ? type : changed.Type;
        });
        return Reply.Success(new JsonObject { ["rid"] = room.Id });
    }

    private static void Demand(EndpointCall call, Room room)
    {
        if (!call.Can("edit-room", room))
        {
            throw new ApiException("error-action-not-allowed", "Editing room is not allowed", new JsonObject
            {
                ["method"] = "saveRoomSettings",
                ["action"] = "Editing_room",
            });
        }
    }

    private static Reply Shown(EndpointCall call, RoomFamily kind, Room room) =>
        Reply.Success(new JsonObject { [kind.Noun] = RoomView.Of(room, call.Workspace, call.Profile) });
}
