using System.Globalization;
using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.Profiles;
using RocketChat.Emulator.Services;
using RocketChat.Emulator.State;
using RocketChat.Emulator.Views;

namespace RocketChat.Emulator.Routes;

/// <summary><c>rooms.*</c>: rooms of any type, as far as the caller may see them.</summary>
internal static class RoomRoutes
{
    public static IEnumerable<Route> Of(VersionProfile profile)
    {
        yield return Route.Get("rooms.info", Info);
        yield return Route.Get("rooms.get", Mine);
        if (profile.HasNameExists)
        {
            yield return Route.Get("rooms.nameExists", NameExists) with { Schema = new RequestSchema("roomName") };
        }

        if (profile.HasIsMember)
        {
            yield return Route.Get("rooms.isMember", IsMember) with
            {
                Schema = new RequestSchema("roomId") { Optional = ["userId", "username"] },
            };
        }

        if (profile.HasRoomsRoles)
        {
            yield return Route.Get("rooms.roles", Roles) with { Schema = new RequestSchema("rid") };
        }

        if (profile.HasMembersOrderedByRole)
        {
            yield return Route.Get("rooms.membersOrderedByRole", MembersOrderedByRole) with
            {
                Schema = new RequestSchema { AnyOf = ["roomId", "roomName"], Optional = ["status", "filter"], Paged = true },
            };
        }
    }

    private static Reply Info(EndpointCall call)
    {
        if (call.Text("roomId") is null && call.Text("roomName") is null)
        {
            throw new ApiException("error-roomid-param-not-provided", "The parameter \"roomId\" or \"roomName\" is required");
        }

        var room = Wanted(call)
            ?? throw new ApiException(
                "error-room-not-found", "The required \"roomId\" or \"roomName\" param provided does not match any channel");
        if (room.Archived && !call.Profile.RoomsInfoReadsArchived)
        {
            throw new ApiException("error-room-archived", $"The channel, {room.Name}, is archived");
        }

        if (!RoomAccess.IsOpenTo(call, room))
        {
            return Refusals.NotAllowed(call.Profile);
        }

        var view = QueryParameter.Project(call, RoomView.Of(room, call.Workspace, call.Profile));
        return QueryParameter.WithDeprecation(call, Reply.Success(WithSurroundings(call, room, new JsonObject { ["room"] = view })));
    }

    private static JsonObject WithSurroundings(EndpointCall call, Room room, JsonObject answer)
    {
        if (call.Profile.RoomsInfoHasSurroundings && call.Workspace.Teams.ById(room.TeamId) is { } team)
        {
            answer["team"] = TeamView.BesideRoom(team);
        }

        if (call.Profile.RoomsInfoHasSurroundings && call.Workspace.Rooms.ById(room.ParentRoomId) is { } parent)
        {
            answer["parent"] = RoomView.Parent(parent, call.Profile);
        }

        return answer;
    }

    private static Reply Mine(EndpointCall call) => Reply.Success(new JsonObject
    {
        ["update"] = JsonText.Array(call.Workspace.Rooms.All
            .Where(room => call.Workspace.Rooms.MembershipOf(room, call.Caller) is not null && IsChangedSince(call, room))
            .Select(room => RoomView.Mine(room, call.Workspace, call.Profile))),
        ["remove"] = new JsonArray(),
    });

    private static bool IsChangedSince(EndpointCall call, Room room) =>
        !DateTimeOffset.TryParse(call.Text("updatedSince"), CultureInfo.InvariantCulture, out var since) || room.UpdatedAt > since;

    private static Reply NameExists(EndpointCall call) =>
        Reply.Success(new JsonObject { ["exists"] = call.Workspace.Rooms.ByName(call.Text("roomName")) is not null });

    private static Reply IsMember(EndpointCall call)
    {
        var user = TargetUser.Of(call);
        return Wanted(call) is { } room && RoomAccess.IsOpenTo(call, room)
            ? Reply.Success(new JsonObject { ["isMember"] = call.Workspace.Rooms.MembershipOf(room, user) is not null })
            : Refusals.Forbidden(call.Profile);
    }

    private static Reply Roles(EndpointCall call)
    {
        return call.Workspace.Rooms.ById(call.Text("rid")) is { } room && RoomAccess.IsOpenTo(call, room)
            ? Reply.Success(new JsonObject { ["roles"] = RoomRolesView.Of(room, call.Workspace, call.Profile) })
            : throw ApiException.In("getRoomRoles", "error-invalid-room", "Invalid room");
    }

    private static Reply MembersOrderedByRole(EndpointCall call)
    {
        if (Wanted(call) is not { } room || !RoomAccess.IsOpenTo(call, room))
        {
            var noun = call.Profile.UnseenRoomIsARoom ? "room" : "channel";
            return Reply.Failure($"The required \"roomId\" or \"roomName\" param provided does not match any {noun}", status: 404);
        }

        if (room.Type is not ("c" or "p"))
        {
            throw new ApiException("error-room-type-not-supported");
        }

        room.HasRolePriorities = true;
        var members = call.Workspace.Rooms.MembershipsIn(room)
            .Select(membership => (Membership: membership, User: call.Workspace.Users.ById(membership.UserId)))
            .Where(member => member.User is not null)
            .OrderBy(member => Rank(member.Membership))
            .ThenBy(member => member.User!.Username, StringComparer.Ordinal)
            .ToArray();
        var page = Page.Of(call, members);
        return Reply.Success(new JsonObject
        {
            ["members"] = JsonText.Array(page.Items.Select(member =>
            {
                var view = UserView.Member(member.User!, call.Profile);
                AddRoles(view, member.Membership);
                if (call.Profile.OrderedMembersHaveSubscription)
                {
                    var subscription = new JsonObject
                    {
                        ["_id"] = member.Membership.Id,
                        ["ts"] = JsonText.Moment(member.Membership.CreatedAt),
                    };
                    AddRoles(subscription, member.Membership);
                    view["subscription"] = subscription;
                }

                return view;
            })),
            ["count"] = page.Items.Count,
            ["offset"] = page.Offset,
            ["total"] = page.Total,
        });
    }

    private static void AddRoles(JsonObject view, Membership membership)
    {
        if (membership.RoleList.IsStored)
        {
            view["roles"] = JsonText.Array(membership.Roles);
        }
    }

    private static int Rank(Membership membership) =>
        membership.Roles.Contains("owner") ? 0 : membership.Roles.Contains("moderator") ? 1 : 2;

    private static Room? Wanted(EndpointCall call) =>
        call.Text("roomId") is { } id ? call.Workspace.Rooms.ById(id) : call.Workspace.Rooms.ByName(call.Text("roomName"));
}
