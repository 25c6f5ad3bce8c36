using System.Text.Json;

namespace RocketChat.Client.Http;

/// <summary>The rules by which an answer of Rocket.Chat is distinguished from an answer that only looks like one.</summary>
internal sealed class AnswerReader(ErrorTranslator errors)
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public ApiResponse Read(ApiRequest request, RawAnswer answer)
    {
        if (!IsJson(answer.ContentType) || answer.Status is 407 or (>= 300 and < 400))
        {
            throw errors.NotJson(request, answer, ForeignPage.Of(answer));
        }

        JsonElement root;
        try
        {
            var body = answer.Body.Span.StartsWith(ByteOrderMark) ? answer.Body[ByteOrderMark.Length..] : answer.Body;

            // Not disposed: a clone would copy the whole answer.
            root = JsonDocument.Parse(WellFormedJson.Repair(body), Lenient).RootElement;
        }
        catch (JsonException exception)
        {
            // A gateway can label its own error page or an empty body as JSON: the status says more than the syntax error.
            throw answer.Status >= 500
                ? errors.NotJson(request, answer, ForeignPage.Of(answer))
                : errors.Broken(request, answer, exception);
        }

        if (MethodCall.IsMethodCall(request) && MethodCall.Unwrap(root) is { } inner)
        {
            return inner.Member("error") is { } error
                ? throw errors.MethodRefusal(request, answer, error)
                : new ApiResponse(request, answer.Status, inner);
        }

        var response = new ApiResponse(request, answer.Status, root);
        if (errors.Refusal(request, answer, root) is { } refusal)
        {
            throw refusal;
        }

        return root.ValueKind == JsonValueKind.Object ? response : throw response.Unexpected("it is not a JSON object");
    }

    private static bool IsJson(string? contentType)
    {
        var type = contentType?.Split(';')[0].Trim();
        return type is not null
            && (type.Equals("application/json", StringComparison.OrdinalIgnoreCase)
                || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase));
    }
}
