using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;

namespace RocketChat.Emulator.Authentication;

/// <summary>The second factor that a client sent.</summary>
/// <param name="Method">The method that the code is for; null when not given.</param>
/// <param name="Code">The code; null when none was shown.</param>
internal sealed record ShownFactor(string? Method, string? Code)
{
    private const string MethodHeader = "x-2fa-method";
    private const string CodeHeader = "x-2fa-code";

    /// <summary>The factor of an endpoint: two headers, of which the code is enough alone.</summary>
    public static ShownFactor OfEndpoint(EndpointCall call) => new(call.Header(MethodHeader), call.Header(CodeHeader));

    /// <summary>
    /// The factor of a server method: its last parameter, which the method then does not see, or else both headers. Sources of 3.11, 6.14
    /// and
    /// 8.6 (<c>twoFactorRequired</c>), which also lose a last parameter that JavaScript takes for false.
    /// </summary>
    public static ShownFactor TakenFrom(JsonArray parameters, EndpointCall call)
    {
        var last = parameters.LastOrDefault();
        var shown = last is JsonObject named
            && EndpointCall.Text(named, "twoFactorMethod") is { } method
            && EndpointCall.Text(named, "twoFactorCode") is { } code
            ? new ShownFactor(method, code)
            : null;
        if (parameters.Count > 0 && (shown is not null || IsFalse(last)))
        {
            parameters.RemoveAt(parameters.Count - 1);
        }

        var hasBothHeaders = call.Header(MethodHeader) is not null && call.Header(CodeHeader) is not null;
        return shown ?? (hasBothHeaders ? OfEndpoint(call) : new ShownFactor(null, null));
    }

    private static bool IsFalse(JsonNode? node) => node is null
        || (node is JsonValue value
            && ((value.TryGetValue<bool>(out var flag) && !flag)
                || (value.TryGetValue<string>(out var text) && text.Length == 0)
                || (value.TryGetValue<double>(out var number) && number == 0)));
}
