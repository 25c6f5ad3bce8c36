using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using RocketChat.Emulator.Faults;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.Loading;
using RocketChat.Emulator.Recording;
using RocketChat.Emulator.Seeding;
using RocketChat.Emulator.State;

namespace RocketChat.Emulator.Control;

/// <summary>
/// The endpoints below <c>/_emulator/</c>: what no Rocket.Chat has, for scripts that make drift and faults. Only from this machine.
/// </summary>
internal sealed class ControlPanel(EmulatedWorkspace workspace, FaultPlan faults, RequestLog log)
{
    private const string Root = "/_emulator/";

    /// <returns>The answer; null when the request is not for the control panel.</returns>
    public Reply? Answer(IncomingRequest request)
    {
        if (!request.Path.StartsWith(Root, StringComparison.Ordinal))
        {
            return null;
        }

        if (!IPAddress.IsLoopback(request.Address))
        {
            return Reply.Failure("the control panel answers only on this machine", status: 403);
        }

        try
        {
            return Answer(request.Method, [.. request.Path[Root.Length..].Split('/').Select(Uri.UnescapeDataString)], request);
        }
        catch (Exception mistake) when (mistake is ArgumentException or SeedException or JsonException)
        {
            return Reply.Failure(mistake.Message);
        }
    }

    private Reply Answer(string method, string[] path, IncomingRequest request)
    {
        return (method, path) switch
        {
            ("GET", ["state"]) => new Reply(200, "application/json", SeedWriter.Write(workspace.ToSeed())),
            ("PUT", ["state"]) => Done(() => workspace.Load(SeedReader.Parse(request.Body))),
            ("GET", ["requests"]) => Reply.Json(200, JsonText.Array(log.Snapshot().Select(RequestLine.View))),
            ("DELETE", ["requests"]) => Done(log.Clear),
            ("GET", ["faults"]) => Reply.Json(200, FaultJson.Write(faults.Current)),
            ("POST", ["faults"]) => Done(() => faults.Add(FaultJson.Read(request.Body))),
            ("DELETE", ["faults"]) => Done(faults.Clear),
            ("PUT", ["settings", var id]) => Done(() => workspace.SetSetting(id, Body(request)["value"])),
            ("POST", ["restart"]) => Done(() => workspace.Restart(Environment(Body(request)))),
            ("PUT", ["cloud"]) => Done(() => ChangeCloud(Body(request))),
            ("POST", ["rooms", var room, ..]) => Done(() => ChangeRoom(room, string.Join('/', path[2..]), Body(request))),
            ("POST", ["users", var user, ..]) => Done(() => ChangeUser(user, string.Join('/', path[2..]), Body(request))),
            _ => Reply.Failure($"the control panel has no {method} {request.Path}", status: 404),
        };
    }

    // JSON whatever its type, since curl calls everything a form unless told otherwise; and real forms.
    private static JsonObject Body(IncomingRequest request) => request.Body.Length == 0 ? []
        : JsonText.TryParse(request.Body, out var json) ? json as JsonObject ?? []
        : Parameters.OfForm(request) ?? throw new JsonException("the body is not JSON");

    private void ChangeRoom(string room, string change, JsonObject body)
    {
        switch (change)
        {
            case "owners/add":
                workspace.AddOwner(room, Required(body, "username"));
                break;
            case "owners/remove":
                workspace.RemoveOwner(room, Required(body, "username"));
                break;
            case "members/add":
                workspace.AddMember(room, Required(body, "username"));
                break;
            case "members/remove":
                workspace.RemoveMember(room, Required(body, "username"));
                break;
            case "rename":
                workspace.RenameRoom(room, Required(body, "name"));
                break;
            case "archive" or "unarchive":
                workspace.SetArchived(room, change == "archive");
                break;
            case "delete":
                workspace.DeleteRoom(room);
                break;
            default:
                throw new ArgumentException($"there is no change '{change}' of a room");
        }
    }

    private void ChangeUser(string user, string change, JsonObject body)
    {
        switch (change)
        {
            case "rename":
                workspace.RenameUser(user, Required(body, "username"));
                break;
            case "activate" or "deactivate":
                workspace.SetActive(user, change == "activate");
                break;
            case "delete":
                workspace.DeleteUser(user);
                break;
            case "end-sessions":
                workspace.EndSessions(user);
                break;
            default:
                throw new ArgumentException($"there is no change '{change}' of a user");
        }
    }

    private void ChangeCloud(JsonObject body)
    {
        var cloud = workspace.Cloud;
        cloud.IsReachable = Flag("reachable") ?? cloud.IsReachable;
        cloud.TokensWorkOnce = Flag("tokensWorkOnce") ?? cloud.TokensWorkOnce;
        cloud.SyncFails = Flag("syncFails") ?? cloud.SyncFails;
        if (body["acceptedTokens"] is JsonArray tokens)
        {
            cloud.AcceptedTokens = [.. tokens.Select(token => token?.ToString() ?? "")];
        }

        if (body["delayMilliseconds"] is JsonValue delay && delay.TryGetValue<int>(out var milliseconds))
        {
            cloud.Delay = TimeSpan.FromMilliseconds(milliseconds);
        }

        if (Flag("registered") is { } isRegistered)
        {
            (isRegistered ? workspace.Register : (Action)workspace.Unregister)();
        }

        bool? Flag(string key) => body[key] is JsonValue value && value.TryGetValue<bool>(out var flag) ? flag : null;
    }

    private static Dictionary<string, string> Environment(JsonObject body) =>
        (body["environment"] as JsonObject ?? []).ToDictionary(variable => variable.Key, variable => variable.Value?.ToString() ?? "");

    private static string Required(JsonObject body, string key) =>
        ApiCall.Text(body, key) ?? throw new ArgumentException($"the body needs the key '{key}'");

    private static Reply Done(Action change)
    {
        change();
        return Reply.Success();
    }
}
