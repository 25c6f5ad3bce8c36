using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Json;
using RocketChat.Emulator.Profiles;

namespace RocketChat.Emulator.Routes;

/// <summary>Personal access tokens.</summary>
internal static class TokenRoutes
{
    public static IEnumerable<Route> Of(VersionProfile profile)
    {
        yield return Route.Post("users.createToken", RefuseToCreate) with
        {
            Schema = profile.CreateTokenNeedsUserId ? new RequestSchema("userId") { Optional = ["secret"] } : null,
        };
        yield return Route.Get("users.getPersonalAccessTokens", List);
        yield return Route.Post("users.generatePersonalAccessToken", Generate) with
        {
            Schema = new RequestSchema("tokenName") { Optional = ["bypassTwoFactor"] },
            NeedsTwoFactor = true,
        };
        yield return Route.Post("users.regeneratePersonalAccessToken", Regenerate) with
        {
            Schema = new RequestSchema("tokenName"),
            NeedsTwoFactor = true,
        };
        yield return Route.Post("users.removePersonalAccessToken", Remove) with
        {
            Schema = new RequestSchema("tokenName"),
            NeedsTwoFactor = true,
        };
    }

    // Needs an environment variable that fresh servers do not have.
    private static Reply RefuseToCreate(EndpointCall call) =>
        throw ApiException.In("createToken", "error-not-authorized", "Not authorized");

    private static Reply List(EndpointCall call)
    {
        Demand(call, "personalAccessTokens:getPersonalAccessTokens");
        return Reply.Success(new JsonObject
        {
            ["tokens"] = JsonText.Array(call.Caller.Tokens.Where(token => token.Name is not null).Select(token => (JsonNode?)new JsonObject
            {
                ["name"] = token.Name,
                ["createdAt"] = JsonText.Moment(token.CreatedAt),
                ["lastTokenPart"] = token.Value[^Math.Min(6, token.Value.Length)..],
                ["bypassTwoFactor"] = token.BypassTwoFactor,
            })),
        });
    }

    private static Reply Generate(EndpointCall call)
    {
        const string method = "personalAccessTokens:generateToken";
        Demand(call, method);
        var name = call.Text("tokenName")!;
        if (call.Caller.Tokens.Exists(token => token.Name == name))
        {
            throw ApiException.In(method, "error-token-already-exists", "A token with this name already exists");
        }

        return Reply.Success(new JsonObject
        {
            ["token"] = call.Workspace.Users.AddPersonalAccessToken(call.Caller, name, call.Flag("bypassTwoFactor")),
        });
    }

    private static Reply Regenerate(EndpointCall call)
    {
        const string method = "personalAccessTokens:regenerateToken";
        Demand(call, method);
        var name = call.Text("tokenName")!;
        var present = call.Caller.Tokens.Find(token => token.Name == name)
            ?? throw ApiException.In(method, "error-token-does-not-exists", "Token does not exist");
        call.Caller.Tokens.Remove(present);
        return Reply.Success(new JsonObject
        {
            ["token"] = call.Workspace.Users.AddPersonalAccessToken(call.Caller, name, present.BypassTwoFactor),
        });
    }

    private static Reply Remove(EndpointCall call)
    {
        const string method = "personalAccessTokens:removeToken";
        Demand(call, method);
        var name = call.Text("tokenName")!;
        return call.Caller.Tokens.RemoveAll(token => token.Name == name) > 0
            ? Reply.Success()
            : throw ApiException.In(method, "error-token-does-not-exists", "Token does not exist");
    }

    private static void Demand(EndpointCall call, string method)
    {
        if (!call.Can("create-personal-access-tokens"))
        {
            throw ApiException.In(method, "not-authorized", "Not Authorized");
        }
    }
}
