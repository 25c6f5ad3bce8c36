using System.Text.Json;
using RocketChat.Emulator.Faults;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.Loading;
using RocketChat.Emulator.Recording;
using RocketChat.Emulator.Seeding;

namespace RocketChat.Emulator.Control;

/// <summary>
/// The endpoints below <c>/_emulator/</c>, which no Rocket.Chat has: for scripts on this machine that make drift and faults.
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

        if (ControlAccess.Refusal(request) is { } refusal)
        {
            return Reply.Failure(refusal, status: 403);
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
            ("PUT", ["settings", var id]) => Done(() => workspace.ChangeSetting(id, ControlBody.Of(request, "value").Value("value"))),
            ("POST", ["restart"]) => Done(() => workspace.Restart(ControlBody.Of(request, "environment").Map("environment"))),
            ("PUT", ["cloud"]) => Done(() => ChangeCloud(request)),
            ("POST", ["rooms", var room, ..]) => Done(() => ChangeRoom(room, string.Join('/', path[2..]), request)),
            ("POST", ["users", var user, ..]) => Done(() => ChangeUser(user, string.Join('/', path[2..]), request)),
            _ => Reply.Failure($"the control panel has no {method} {request.Path}", status: 404),
        };
    }

    private void ChangeRoom(string room, string change, IncomingRequest request)
    {
        switch (change)
        {
            case "owners/add":
                workspace.AddOwner(room, ControlBody.Of(request, "username").String("username"));
                break;
            case "owners/remove":
                workspace.RemoveOwner(room, ControlBody.Of(request, "username").String("username"));
                break;
            case "members/add":
                workspace.AddMember(room, ControlBody.Of(request, "username").String("username"));
                break;
            case "members/remove":
                workspace.RemoveMember(room, ControlBody.Of(request, "username").String("username"));
                break;
            case "rename":
                workspace.RenameRoom(room, ControlBody.Of(request, "name").String("name"));
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

    private void ChangeUser(string user, string change, IncomingRequest request)
    {
        switch (change)
        {
            case "rename":
                workspace.RenameUser(user, ControlBody.Of(request, "username").String("username"));
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

    private void ChangeCloud(IncomingRequest request)
    {
        var body = ControlBody.Of(
            request, "reachable", "tokensWorkOnce", "syncFails", "acceptedTokens", "delayMilliseconds", "registered");
        var cloud = workspace.Cloud;
        cloud.IsReachable = body.Boolean("reachable") ?? cloud.IsReachable;
        cloud.TokensWorkOnce = body.Boolean("tokensWorkOnce") ?? cloud.TokensWorkOnce;
        cloud.SyncFails = body.Boolean("syncFails") ?? cloud.SyncFails;
        cloud.AcceptedTokens = body.Strings("acceptedTokens") ?? cloud.AcceptedTokens;
        cloud.Delay = body.Integer("delayMilliseconds") is { } delay ? TimeSpan.FromMilliseconds(delay) : cloud.Delay;
        if (body.Boolean("registered") is { } isRegistered)
        {
            (isRegistered ? workspace.Register : (Action)workspace.Unregister)();
        }
    }

    private static Reply Done(Action change)
    {
        change();
        return Reply.Success();
    }
}
