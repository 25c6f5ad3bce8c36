using System.Net.Http;

namespace RocketChat.Client.Http;

/// <summary>Keeps the body of an answer from RestSharp, which would hold it twice more, as bytes and as a string.</summary>
internal sealed class BodyHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!request.Options.TryGetValue(BoundedBody.Key, out var body))
        {
            return response;
        }

        try
        {
            await body.ReadAsync(response.Content, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            response.Dispose();
            throw;
        }

        using var content = response.Content;
        response.Content = new ByteArrayContent([]);
        foreach (var (name, values) in content.Headers.NonValidated)
        {
            if (!name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
            {
                response.Content.Headers.TryAddWithoutValidation(name, values);
            }
        }

        return response;
    }
}
