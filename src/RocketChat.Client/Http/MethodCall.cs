using System.Text;
using System.Text.Json;

namespace RocketChat.Client.Http;

/// <summary>
/// The wrapper that carries Meteor methods over HTTP: <c>POST method.call/&lt;name&gt;</c> with JSON in a string inside a JSON object, both
/// ways. Up to 7.x a failed method answers with status 200 and <c>success: true</c>.
/// </summary>
internal static class MethodCall
{
    private const string Endpoint = "method.call/";

    public static bool IsMethodCall(ApiRequest request) => request.Path.StartsWith("/api/v1/" + Endpoint, StringComparison.Ordinal);

    /// <param name="call">The public call.</param>
    /// <param name="method">The method's name.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="secrets">The parameters that must not appear in a message.</param>
    /// <param name="changes">The subjects that it changes; null if it may change anything.</param>
    /// <param name="holdsSecret">See <see cref="ApiRequest.HoldsSecret"/>.</param>
    /// <returns>The result of the method; undefined if there is none.</returns>
    public static Task<JsonElement> CallMethodAsync(
        this ApiCall call,
        string method,
        IReadOnlyList<string> parameters,
        IReadOnlyList<string>? secrets = null,
        IReadOnlyList<string>? changes = null,
        bool holdsSecret = false) =>
        call.CallMethodAsync(method, writer => WriteStrings(writer, parameters), secrets, changes, holdsSecret);

    /// <param name="call">The public call.</param>
    /// <param name="method">The method's name; it takes no parameters and changes nothing that is read.</param>
    /// <param name="longestWait">The longest wait that the server means when it limits the method.</param>
    /// <returns>The result of the method; undefined if there is none.</returns>
    public static Task<JsonElement> CallMethodAsync(this ApiCall call, string method, TimeSpan longestWait) =>
        call.CallMethodAsync(method, _ => { }, secrets: null, changes: [], holdsSecret: false, longestWait);

    /// <param name="call">The public call.</param>
    /// <param name="method">The method's name.</param>
    /// <param name="parameters">Writes the parameters, one JSON value each.</param>
    /// <param name="secrets">Strings among them that must not appear in a message.</param>
    /// <param name="changes">The subjects that it changes; null if it may change anything.</param>
    /// <param name="holdsSecret">See <see cref="ApiRequest.HoldsSecret"/>.</param>
    /// <returns>The result of the method; undefined if there is none.</returns>
    public static Task<JsonElement> CallMethodAsync(
        this ApiCall call,
        string method,
        Action<Utf8JsonWriter> parameters,
        IReadOnlyList<string>? secrets,
        IReadOnlyList<string>? changes = null,
        bool holdsSecret = false) =>
        call.CallMethodAsync(method, parameters, secrets, changes, holdsSecret, longestWait: null);

    private static async Task<JsonElement> CallMethodAsync(
        this ApiCall call,
        string method,
        Action<Utf8JsonWriter> parameters,
        IReadOnlyList<string>? secrets,
        IReadOnlyList<string>? changes,
        bool holdsSecret,
        TimeSpan? longestWait)
    {
        var body = JsonBody.Of(("message", Message(method, parameters)));
        // A colon is valid in a path, and the path appears in messages. The server takes the name from the body, so a slash in it, which
        // would be another path, becomes a colon as in the server's own tests.
        var path = Endpoint + Uri.EscapeDataString(method.Replace('/', ':')).Replace("%3A", ":", StringComparison.Ordinal);
        var request = ApiRequest.Post(path, body) with
        {
            Secrets = secrets ?? [],
            HoldsSecret = holdsSecret,
            Changes = changes,
            LongestWait = longestWait,
        };
        var answer = await call.SendAsync(request).ConfigureAwait(false);
        return answer.Root.Member("result") ?? default;
    }

    /// <summary>The inner object of an answer; null if there is none.</summary>
    public static JsonElement? Unwrap(JsonElement root)
    {
        try
        {
            using var inner = JsonDocument.Parse(WellFormedJson.Repair(Encoding.UTF8.GetBytes(root.String("message") ?? "")));
            return inner.RootElement.ValueKind == JsonValueKind.Object ? inner.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Message(string method, Action<Utf8JsonWriter> parameters) => JsonBody.Write(writer =>
    {
        writer.WriteString("msg", "method");
        writer.WriteString("id", "1");
        writer.WriteString("method", method);
        writer.WriteStartArray("params");
        parameters(writer);
        writer.WriteEndArray();
    });

    private static void WriteStrings(Utf8JsonWriter writer, IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }
    }
}
