using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;
using RocketChat.Emulator.Profiles;

namespace RocketChat.Emulator.Methods;

/// <summary>The methods that the web client calls and that <c>method.call</c> opens to everybody else.</summary>
internal static class ServerMethods
{
    public static IReadOnlyDictionary<string, ServerMethod> Of(VersionProfile profile) => new Dictionary<string, ServerMethod>(
        profile.HasServerMethods ? AllOf(profile) : []);

    private static IEnumerable<KeyValuePair<string, ServerMethod>> AllOf(VersionProfile profile) =>
    [
        .. SettingMethods.All,
        .. RoomMethods.Of(profile),
        .. PushMethods.All,
        .. CloudMethods.Of(profile),
        .. FederationMethods.Of(profile),
    ];

    /// <exception cref="UnknownMethodException">The version has no such method.</exception>
    /// <exception cref="ApiException">The method refused.</exception>
    public static JsonNode? Call(EndpointCall call, string method, JsonArray parameters) =>
        Of(call.Profile).TryGetValue(method, out var run) ? run(call, parameters) : throw new UnknownMethodException(method);

    /// <summary>A parameter that must be text.</summary>
    /// <exception cref="BareFailureException">The parameter is missing or of another type.</exception>
    public static string Text(JsonArray parameters, int index) =>
        index < parameters.Count && parameters[index] is JsonValue value && value.TryGetValue<string>(out var text)
            ? text
            : throw new BareFailureException(
                $"Match error: Expected string, got {(index < parameters.Count ? "something else" : "undefined")}");
}
