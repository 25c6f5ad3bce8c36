namespace RocketChat.Client.Tests.Stub;

/// <summary>A scripted answer; by default JSON with status 200.</summary>
public sealed record StubAnswer(string Body, int Status = 200, string ContentType = "application/json")
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static StubAnswer Json(string body, int status = 200) => new(body, status);

    public static StubAnswer Html(string body, int status = 200) => new(body, status, "text/html; charset=utf-8");

    /// <summary>An application error as Rocket.Chat throws it.</summary>
    public static StubAnswer Error(string code, string text, int status = 400) =>
        new($$"""{"success":false,"error":"{{text}} [{{code}}]","errorType":"{{code}}"}""", status);
}
