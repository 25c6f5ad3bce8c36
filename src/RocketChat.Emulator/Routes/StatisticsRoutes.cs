using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Profiles;

namespace RocketChat.Emulator.Routes;

/// <summary>The numbers that the server counts, and the processes that it is made of.</summary>
internal static class StatisticsRoutes
{
    private const string Permission = "view-statistics";

    public static IEnumerable<Route> Of(VersionProfile profile)
    {
        yield return Route.Get("statistics", Count) with
        {
            LaterPermission = Permission,
            Schema = new RequestSchema { Optional = ["refresh"] },
        };
        yield return Route.Get("instances.get", List) with { LaterPermission = Permission };
    }

    private static Reply Count(EndpointCall call)
    {
        if (!call.Can(Permission))
        {
            return Refusals.Forbidden(call.Profile);
        }

        var (users, rooms) = (call.Workspace.Users.All, call.Workspace.Rooms.All);
        return Reply.Success(new JsonObject
        {
            ["uniqueId"] = call.Workspace.Settings.String("uniqueID"),
            ["version"] = call.Profile.FullVersion,
            ["totalUsers"] = users.Count,
            ["activeUsers"] = users.Count(user => user.Active),
            ["nonActiveUsers"] = users.Count(user => !user.Active),
            ["totalRooms"] = rooms.Count,
            ["totalChannels"] = rooms.Count(room => room.Type == "c"),
            ["totalPrivateGroups"] = rooms.Count(room => room.Type == "p"),
            ["totalDirect"] = rooms.Count(room => room.IsDirect),
            ["totalDiscussions"] = rooms.Count(room => room.ParentRoomId is not null),
            ["totalMessages"] = rooms.Sum(room => room.MessageCount),
            ["pushQueue"] = 0,
            ["instanceCount"] = 1,
        });
    }

    private static Reply List(EndpointCall call) => call.Can(Permission)
        ? Reply.Success(new JsonObject
        {
            ["instances"] = new JsonArray(new JsonObject
            {
                ["address"] = "127.0.0.1",
                ["currentStatus"] = new JsonObject { ["connected"] = true },
                ["instanceRecord"] = new JsonObject { ["_id"] = "emulated", ["name"] = "rocket.chat", ["pid"] = 1 },
                ["broadcastAuth"] = true,
            }),
        })
        : Refusals.Forbidden(call.Profile);
}
