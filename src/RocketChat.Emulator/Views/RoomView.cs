using System.Text.Json.Nodes;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Views;

/// <summary>A room as the different endpoints show one.</summary>
internal static class RoomView
{
    /// <summary>The room to somebody who may see it.</summary>
    public static JsonObject Of(Room room, WorkspaceState workspace, VersionProfile profile)
    {
        var view = ForAdministrators(room, workspace, profile);
        view["_updatedAt"] = JsonText.Moment(room.UpdatedAt);
        view["ts"] = JsonText.Moment(room.CreatedAt);
        if (!profile.NewRoomsAreBare && !IsBare(room))
        {
            view["customFields"] = new JsonObject();
            view["sysMes"] = true;
        }

        if (room.Encrypted || room.ParentRoomId is not null)
        {
            view["encrypted"] = room.Encrypted;
        }

        if (room.HasRolePriorities)
        {
            view["rolePrioritiesCreated"] = 2;
        }

        return view;
    }

    /// <summary>The room as the parent of a discussion.</summary>
    public static JsonObject Parent(Room room, VersionProfile profile)
    {
        var view = new JsonObject { ["_id"] = room.Id, ["name"] = room.Name, ["t"] = room.Type, ["u"] = Creator(room.Creator, profile) };
        if (room.FName is not null)
        {
            view["fname"] = room.FName;
        }

        return view;
    }

    /// <summary>The room among those that the caller is in.</summary>
    public static JsonObject Mine(Room room, WorkspaceState workspace, VersionProfile profile)
    {
        var view = Of(room, workspace, profile);
        if (profile.RoomsGetIsTrimmed)
        {
            view.Remove("msgs");
            view.Remove("ts");
        }

        return view;
    }

    /// <summary>The room in the administration's lists: fewer fields.</summary>
    public static JsonObject ForAdministrators(Room room, WorkspaceState workspace, VersionProfile profile)
    {
        var view = new JsonObject { ["_id"] = room.Id };
        AddIf(room.FName is not null, "fname", room.FName);
        AddIf(room.Name is not null, "name", room.Name);
        AddIf(room.Topic is not null, "topic", room.Topic);
        AddIf(room.Description is not null, "description", room.Description);
        AddIf(room.Announcement is not null, "announcement", room.Announcement);
        AddIf(room.Broadcast, "broadcast", true);
        view["t"] = room.Type;
        view["msgs"] = room.MessageCount;
        view["usersCount"] = workspace.Rooms.MembershipsIn(room).Count;
        AddIf(room.IsInitial, "usernames", new JsonArray());
        if (room.IsDirect)
        {
            view["usernames"] = JsonText.Array(workspace.Rooms.Members(room).Select(member => member.Username));
            view["uids"] = JsonText.Array(workspace.Rooms.Members(room).Select(member => member.Id));
        }

        AddIf(!room.IsDirect, "u", Creator(room.Creator, profile));
        AddIf(!IsBare(room) || room.ReadOnly, "ro", room.ReadOnly);
        AddIf((!profile.NewRoomsAreBare && !IsBare(room)) || room.Default, "default", room.Default);
        AddIf(profile.AdminRoomsHaveTime, "ts", JsonText.Moment(room.CreatedAt));
        AddIf(room.Archived, "archived", true);
        AddIf(room.ParentRoomId is not null, "prid", room.ParentRoomId);
        AddIf(room.TeamId is not null, "teamId", room.TeamId);
        AddIf(room.TeamMain, "teamMain", true);
        AddIf(room.Federated, "federated", true);
        return view;

        void AddIf(bool condition, string key, JsonNode? value)
        {
            if (condition)
            {
                view[key] = value;
            }
        }
    }

    private static bool IsBare(Room room) => room.IsInitial || room.IsDirect;

    private static JsonObject Creator(RoomCreator creator, VersionProfile profile)
    {
        var view = new JsonObject { ["_id"] = creator.Id, ["username"] = creator.Username };
        if (profile.RoomCreatorHasName)
        {
            view["name"] = creator.Name;
        }

        return view;
    }
}
