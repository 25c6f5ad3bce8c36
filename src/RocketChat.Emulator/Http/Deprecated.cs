namespace RocketChat.Emulator.Http;

/// <summary>The headers by which the server announces what it will stop to take.</summary>
internal static class Deprecated
{
    public static Reply Parameter(Reply reply, EndpointCall call, string parameter) => reply
        .With("x-deprecation-type", "parameter-deprecation")
        .With(
            "x-deprecation-message",
            $"The parameter \"{parameter}\" in the endpoint \"{call.Request.Path}\" is deprecated and will be removed on version 7.0.0")
        .With("x-deprecation-version", "7.0.0");
}
