using System.Text.Json.Nodes;
using RocketChat.Emulator.Profiles;

namespace RocketChat.Emulator.Http;

/// <summary>The refusals of the server before a handler runs.</summary>
internal static class Refusals
{
    private const string ForbiddenType = "error-forbidden";

    // Codes that the newest servers answer with 403, without the code itself (Rocket.Chat #43214 and #41590).
    private static readonly string[] PermissionCodes =
    [
        "error-not-allowed", "error-not-authorized", "error-unauthorized", "no-permission", "not-allowed", "not-authorized", "unauthorized",
    ];

    private const string WebClient = """
        <!DOCTYPE html>
        <html>
        <head>
          <meta charset="utf-8" />
          <title>Rocket.Chat</title>
          <script type="text/javascript">__meteor_runtime_config__ = {}</script>
        </head>
        <body></body>
        </html>

        """;

    private const string BadRequest = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <title>Error</title>
        </head>
        <body>
        <pre>Bad Request</pre>
        </body>
        </html>

        """;

    public static Reply MalformedJson() => Reply.Text(400, "text/html", BadRequest);

    public static Reply UnknownPath(IncomingRequest request, VersionProfile profile)
    {
        if (!request.Path.StartsWith("/api/", StringComparison.Ordinal))
        {
            return Reply.Text(200, "text/html", WebClient);
        }

        return profile.UnknownEndpoint switch
        {
            UnknownEndpointAnswer.WebClientPage => Reply.Text(200, "text/html", WebClient),
            UnknownEndpointAnswer.TextNotFound => Reply.Text(404, "text/plain", "404 Not Found"),
            UnknownEndpointAnswer.PlainNotFound when request.Method == "GET" => Reply.Text(404, "text/html", "404 Not Found"),
            UnknownEndpointAnswer.PlainNotFound =>
                new Reply(405, "", []).With("Allow", "OPTIONS, GET, HEAD").With("X-Powered-By", "Express"),
            _ => Reply.Failure("Resource not found", status: 404),
        };
    }

    public static Reply WrongMethod(IncomingRequest request, VersionProfile profile, IEnumerable<string> offered)
    {
        if (request.Method == "OPTIONS")
        {
            return profile.OptionsAnswerHasBody
                ? Reply.Text(200, "text/plain", "OK")
                : new Reply(profile.AnswersOptions ? 200 : 404, "", []);
        }

        return profile.UnknownEndpoint is UnknownEndpointAnswer.JsonNotFound or UnknownEndpointAnswer.TextNotFound
            ? UnknownPath(request, profile)
            : EndpointDoesNotExist().With("allow", string.Join(", ", offered.Append("OPTIONS")));
    }

    public static Reply NotLoggedIn(VersionProfile profile)
    {
        const string message = "You must be logged in to do this.";
        var body = new JsonObject();
        if (!profile.RefusalsAreForbidden)
        {
            body["status"] = "error";
            body["message"] = message;
        }

        if (profile.UnauthorizedHasSuccessAndError)
        {
            body["success"] = false;
            body["error"] = message;
        }

        return Reply.Json(401, body);
    }

    /// <summary>A handler's refusal to somebody who lacks a permission.</summary>
    public static Reply Forbidden(VersionProfile profile) => profile.RefusalsAreForbidden
        ? Reply.Failure("forbidden", ForbiddenType, 403)
        : Reply.Failure("unauthorized", status: 403);

    /// <summary>The refusal of a room that the caller may not see, which some endpoints also give for an unknown one.</summary>
    public static Reply NotAllowed(VersionProfile profile) => profile.RefusalsAreForbidden
        ? Reply.Failure("Not Allowed", ForbiddenType, 403)
        : Reply.Failure("not-allowed", "Not Allowed");

    /// <summary>The answer to an error that a handler throws.</summary>
    public static Reply Thrown(ApiException error, VersionProfile profile) =>
        profile.RefusalsAreForbidden && PermissionCodes.Contains(error.Code)
            ? Reply.Failure(error.Reason ?? error.Code, ForbiddenType, 403)
            : Reply.Failure(error);

    public static Reply? BySchema(Route route, EndpointCall call)
    {
        if (call.Profile.RefusesQueryAndFields && (call.Query.ContainsKey("query") || call.Query.ContainsKey("fields")))
        {
            return Reply.Failure("must NOT have additional properties", "error-invalid-params");
        }

        if (route.Schema is null)
        {
            return null;
        }

        if (!call.Profile.HasRequestSchemas)
        {
            return call.Parameters == call.Body && route.Schema.MatchError(call.Parameters) is { } mismatch
                ? Reply.Failure(mismatch)
                : null;
        }

        if (route.Schema.Complaint(call.Parameters, call.Profile.HasClosedSchemas) is not { } complaint)
        {
            return null;
        }

        if (!call.Profile.HasClosedSchemas)
        {
            return Reply.Failure($"{complaint} [invalid-params]", "invalid-params");
        }

        return Reply.Failure(complaint, call.Parameters == call.Query ? "error-invalid-params" : "invalid-params");
    }

    public static Reply? ByPermission(Route route, EndpointCall call)
    {
        var permission = route.Permission ?? (call.Profile.RouterChecksPermissions ? route.LaterPermission : null);
        const string text = "User does not have the permissions required for this action";
        if (permission is null || call.Can(permission))
        {
            return null;
        }

        return call.Profile.RefusalsAreForbidden
            ? Reply.Failure(text, ForbiddenType, 403)
            : Reply.Failure($"{text} [error-unauthorized]", status: 403);
    }

    private static Reply EndpointDoesNotExist() =>
        Reply.Json(405, new JsonObject { ["status"] = "error", ["message"] = "API endpoint does not exist" });
}
