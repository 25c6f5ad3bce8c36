using System.Net.Http;
using System.Text.Json;
using RocketChat.Client.Errors;

namespace RocketChat.Client.Http;

/// <summary>The place where every failure on the wire becomes a <see cref="RocketChatException"/>.</summary>
internal sealed class ErrorTranslator(ConnectionFaults faults, Redactor redactor)
{
    private static readonly HashSet<string> PermissionCodes = new(StringComparer.Ordinal)
    {
        "error-unauthorized",
        "error-not-allowed",
        "error-action-not-allowed",
        "error-not-authorized",
        "unauthorized",
        "forbidden",
        "not-allowed",
    };

    private string Address => faults.Address;

    public RocketChatException NoAnswer(ApiRequest request, Exception exception)
    {
        var reason = Quote(Innermost(exception).Message, request.Secrets);
        var (kind, text) = faults.Explain(request, exception, reason);
        return Failure(
            request,
            kind,
            text,
            IsFitToShow(exception, request) ? exception : new IOException(reason),
            status: (int?)(exception as HttpRequestException)?.StatusCode);
    }

    public RocketChatException TimedOut(ApiRequest request, TimeSpan timeout) =>
        Failure(request, RocketChatErrorKind.TimedOut, $"{Address} did not answer {request} within {timeout.TotalSeconds:0.###} s.");

    public RocketChatException OutOfTime(TimeSpan timeout, CallWaits waits) =>
        new(
            RocketChatErrorKind.TimedOut,
            $"The operation on {Address} did not finish within {timeout.TotalSeconds:0.###} s{After(waits)}.");

    /// <summary>The same failure, with what the call waited for before.</summary>
    public static RocketChatException AfterWaiting(RocketChatException failure, CallWaits waits) =>
        RocketChatException.CausedBy(failure, failure.Kind, $"{failure.Message.TrimEnd('.')}{After(waits)}.");

    public RocketChatException MustWait(ApiRequest request, TimeSpan wait) =>
        Failure(
            request,
            RocketChatErrorKind.RateLimited,
            $"Too many requests: {Address} requires a wait of {wait.TotalSeconds:0} s before the next {request}, longer than"
            + " the time left.");

    /// <summary>A text from the server, fit to show: without secrets, on one line, and bounded.</summary>
    public string? Quote(string? text, IReadOnlyList<string>? alsoSecret = null)
    {
        if (redactor.Clean(text, alsoSecret) is not { } clean)
        {
            return null;
        }

        return redactor.RepeatsPart(clean, alsoSecret ?? []) ? "(not shown: it repeats what was sent)" : ForeignText.Clean(clean);
    }

    public RocketChatException NotJson(ApiRequest request, RawAnswer answer, ForeignPage page)
    {
        // A page that answers the write of a secret may contain it in any form.
        var title = request.Secrets.Count == 0 && redactor.Clean(page.Title) is { } clean ? ForeignPage.Tidy(clean) : null;
        var description = Quote(page.Description, request.Secrets);
        var what = title is null ? description : $"{description} titled \"{title}\"";
        var answered = $"{Address} answered {request} with";
        var (kind, text) = answer.Status switch
        {
            >= 300 and < 400 =>
                (
                    RocketChatErrorKind.Redirected,
                    $"{answered} a redirect to {RedirectTarget(request, answer)}. Use the address of the workspace itself."),
            407 => (RocketChatErrorKind.ProxyFailure, $"The proxy on the way to {Address} requires other credentials (status 407)."),
            429 => (RocketChatErrorKind.RateLimited, $"Too many requests: {answered} status 429 and {what}."),
            502 or 503 or 504 => (
                RocketChatErrorKind.ServerError,
                $"{answered} status {answer.Status} and {what}: a proxy answered, because Rocket.Chat did not."),
            >= 500 => (RocketChatErrorKind.ServerError, $"{answered} status {answer.Status} and {what}."),
            _ when page.AsksForHttps => (
                RocketChatErrorKind.InvalidUrl,
                $"The port of {Address} speaks https, so the address must begin with https://."),
            _ when page.AsksForCertificate => (
                RocketChatErrorKind.ClientCertificateRequired, $"{Address} requires a client certificate, and got none."),
            _ when page.IsFromRocketChat =>
                (
                    RocketChatErrorKind.UnknownEndpoint,
                    $"{NoEndpoint(request)} (its version is older or newer, or the sub-path of the address is wrong)."),
            _ => (
                RocketChatErrorKind.NotRocketChat,
                $"{answered} status {answer.Status} and {what} instead of JSON: this is not Rocket.Chat's API, or something in"
                + " front of it answered."),
        };
        return Failure(request, kind, text, answer: answer, serverMessage: title);
    }

    public RocketChatException Broken(ApiRequest request, RawAnswer answer, JsonException exception) =>
        Failure(
            request,
            RocketChatErrorKind.UnexpectedAnswer,
            $"The answer of {Address} to {request} (status {answer.Status}) is not valid JSON; it may have been cut off.",
            IsFitToShow(exception, request) ? exception : null,
            answer);

    /// <summary>The failure that the server's JSON reports; null if it reports success.</summary>
    public RocketChatException? Refusal(ApiRequest request, RawAnswer answer, JsonElement root)
    {
        var failed = answer.Status is < 200 or >= 300 || root.Bool("success") == false || root.String("status") == "error";
        if (!failed)
        {
            return null;
        }

        var code = Quote(ErrorCode.Of(root), request.Secrets);
        var message = Quote(ErrorCode.MessageOf(root), request.Secrets);
        return Refusal(request, answer, code, message, root);
    }

    /// <summary>The failure of a method call; the status says nothing about it.</summary>
    public RocketChatException MethodRefusal(ApiRequest request, RawAnswer answer, JsonElement error) =>
        Refusal(
            request,
            answer,
            Quote(error.String("error"), request.Secrets),
            Quote(error.String("reason"), request.Secrets),
            error);

    private RocketChatException Refusal(ApiRequest request, RawAnswer answer, string? code, string? message, JsonElement error)
    {
        var kind = KindOf(answer.Status, code);
        var shownMessage = request.HoldsSecret ? null : message;
        var shownCode = request.HoldsSecret && !ErrorCode.LooksLikeCode(code) ? null : code;
        var said = shownMessage ?? shownCode ?? ((message ?? code) is null
            ? $"no reason given, status {answer.Status}"
            : "the server's message is not shown, because the request contained a secret");
        var text = kind switch
        {
            RocketChatErrorKind.Unauthorized => $"{Address} does not accept the credentials for {request}: {said}",
            RocketChatErrorKind.Forbidden => $"The account may not {request}: {said}",
            RocketChatErrorKind.SecondFactorRequired => $"{Address} requires a second factor for {request}: {said}",
            RocketChatErrorKind.RateLimited => $"Too many requests: {said}",
            RocketChatErrorKind.ServerError => $"{Address} failed at {request}: {said}",
            RocketChatErrorKind.UnknownEndpoint => $"{NoEndpoint(request)}: {said}",
            _ => $"{Address} refused {request}: {said}",
        };
        text = shownCode is null || said.Contains(shownCode, StringComparison.Ordinal) ? text : $"{text} ({shownCode})";
        return Failure(request, kind, text, answer: answer, code: code, serverMessage: shownMessage, error: error, wait: message);
    }

    private static string After(CallWaits waits) => waits.Summary is { } summary ? $", after waiting {summary}" : "";

    private string NoEndpoint(ApiRequest request) => $"The Rocket.Chat at {Address} has no endpoint {request}";

    private static RocketChatErrorKind KindOf(int status, string? code) => (status, code) switch
    {
        (_, "totp-required" or "totp-invalid" or "totp-max-attempts" or "totp-user-not-found") => RocketChatErrorKind.SecondFactorRequired,
        (429, _) or (_, "error-too-many-requests" or "too-many-requests") => RocketChatErrorKind.RateLimited,
        (401, _) => RocketChatErrorKind.Unauthorized,
        ( >= 500, _) => RocketChatErrorKind.ServerError,
        (403, _) => RocketChatErrorKind.Forbidden,
        (_, not null) when PermissionCodes.Contains(code) => RocketChatErrorKind.Forbidden,
        (_, "404") => RocketChatErrorKind.UnknownEndpoint,
        (404 or 405, null or "API endpoint does not exist" or "Resource not found") => RocketChatErrorKind.UnknownEndpoint,
        _ => RocketChatErrorKind.Rejected,
    };

    private static RocketChatException Failure(
        ApiRequest request,
        RocketChatErrorKind kind,
        string text,
        Exception? inner = null,
        RawAnswer? answer = null,
        string? code = null,
        string? serverMessage = null,
        JsonElement? error = null,
        int? status = null,
        string? wait = null)
    {
        var details = error?.Member("details");
        return new(kind, text, inner)
        {
            Method = request.Method,
            Path = request.Path,
            StatusCode = answer?.Status ?? status,
            Code = code,
            ServerMessage = serverMessage,
            SecondFactorMethod = kind == RocketChatErrorKind.SecondFactorRequired ? details?.String("method") : null,
            OtherMethods = details?.Strings("availableMethods") ?? [],
            Reasons =
            [
                .. (error?.Items("reasons") ?? []).Select(item => item.String("reason")).OfType<string>().Where(ErrorCode.LooksLikeCode),
            ],
            RetryAfter = answer is null ? null : ServerWait.Of(answer, wait, details),
            ServerTime = answer is null ? null : ServerWait.TimeOf(answer),
        };
    }

    // The query can contain a single sign-on token, the user part a password.
    private string RedirectTarget(ApiRequest request, RawAnswer answer) =>
        Uri.TryCreate(answer.Header("Location"), UriKind.Absolute, out var target)
        ? Quote($"{target.Scheme}://{target.Authority}{target.AbsolutePath}", request.Secrets)!
        : "another path";

    // The text of an exception cannot be cleaned: one with a secret or with control characters in it is left out.
    private bool IsFitToShow(Exception exception, ApiRequest request)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (ForeignText.Clean(cause.Message, int.MaxValue) != cause.Message)
            {
                return false;
            }
        }

        return redactor.IsClean(exception.ToString(), request.Secrets) && !redactor.RepeatsPart(exception.Message, request.Secrets);
    }

    private static Exception Innermost(Exception exception)
    {
        while (exception.InnerException is { } inner)
        {
            exception = inner;
        }

        return exception;
    }
}
