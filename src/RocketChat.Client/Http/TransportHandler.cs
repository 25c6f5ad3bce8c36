using System.Globalization;
using System.Net.Http;
using RestSharp;
using RocketChat.Client.Connections;
using RocketChat.Client.Errors;
using RocketChat.Client.Options;

namespace RocketChat.Client.Http;

/// <summary>Sends one attempt of a request through RestSharp, without its serializer, redirects and cookies.</summary>
internal sealed class TransportHandler : IDisposable
{
    private readonly RestClient _client;
    private readonly ErrorTranslator _errors;
    private readonly ConnectionRecord _record;
    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;
    private readonly IReadOnlyDictionary<string, string> _headers;

    public TransportHandler(
        RocketChatClientOptions options, MachineRoots roots, ConnectionRecord record, ErrorTranslator errors, TimeProvider time)
    {
        _errors = errors;
        _record = record;
        _time = time;
        _timeout = options.RequestTimeout;
        _headers = options.Headers;

        // A timer of its own bounds each attempt.
        var http = new HttpClient(new BodyHandler(HandlerFactory.Create(options, roots, record))) { Timeout = Timeout.InfiniteTimeSpan };
        var restOptions = new RestClientOptions
        {
            BaseUrl = options.Url,
            UserAgent = options.UserAgent,
            FollowRedirects = false,
            Encode = Uri.EscapeDataString,
            EncodeQuery = static (text, _) => Uri.EscapeDataString(text),
            Timeout = Timeout.InfiniteTimeSpan,
            ThrowOnAnyError = false,
        };
        _client = new RestClient(http, restOptions, disposeHttpClient: true) { AcceptedContentTypes = ["application/json"] };
    }

    /// <exception cref="RocketChatException">No answer, or none in time.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    public async Task<RawAnswer> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(_timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var body = new BoundedBody(request.MaxAnswerBytes);
        var rest = ToRest(request);
        rest.Interceptors = [body];
        var response = await ExecuteAsync(rest, either.Token).ConfigureAwait(false);

        if (response.ErrorException is { } failure && response.StatusCode == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw timeout.IsCancellationRequested ? _errors.TimedOut(request, _timeout) : _errors.NoAnswer(request, failure);
        }

        _record.HasAnswered = true;
        var answer = ToRaw(response, body.Bytes);
        if (answer.Headers.TryGetValue("Date", out var text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
        {
            _record.NoteClock(date - _time.GetUtcNow());
        }

        return answer;
    }

    public void Dispose() => _client.Dispose();

    private async Task<RestResponse> ExecuteAsync(RestRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await _client.ExecuteAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (
            exception is OperationCanceledException or HttpRequestException or IOException
                or InvalidDataException or InvalidOperationException)
        {
            return new RestResponse(request) { ErrorException = exception };
        }
    }

    private RestRequest ToRest(ApiRequest request)
    {
        var rest = new RestRequest(request.Path.TrimStart('/'), request.IsRead ? Method.Get : Method.Post)
        {
            CompletionOption = HttpCompletionOption.ResponseHeadersRead,
        };
        foreach (var (name, value) in request.Query)
        {
            rest.AddQueryParameter(name, value);
        }

        foreach (var (name, value) in _headers)
        {
            rest.AddOrUpdateHeader(name, value);
        }

        if (request.Session is { } session)
        {
            rest.AddOrUpdateHeader("X-User-Id", session.UserId);
            rest.AddOrUpdateHeader("X-Auth-Token", session.AuthToken);
        }

        if (request.SecondFactor is { } factor)
        {
            rest.AddOrUpdateHeader("x-2fa-method", factor.Method);
            rest.AddOrUpdateHeader("x-2fa-code", factor.Code);
        }

        if (request.Body is { } body)
        {
            rest.AddStringBody(body, ContentType.Json);
        }

        return rest;
    }

    private static RawAnswer ToRaw(RestResponse response, ReadOnlyMemory<byte> body)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in response.Headers ?? [])
        {
            headers[header.Name] = header.Value;
        }

        return new RawAnswer((int)response.StatusCode, response.ContentType, body, headers);
    }
}
