using System.Net.Http;
using RestSharp.Interceptors;

namespace RocketChat.Client.Http;

/// <summary>The body of an answer, read up to a bound.</summary>
internal sealed class BoundedBody(int maxBytes) : Interceptor
{
    public static readonly HttpRequestOptionsKey<BoundedBody> Key = new("body");

    public ReadOnlyMemory<byte> Bytes { get; private set; }

    public override ValueTask BeforeHttpRequest(HttpRequestMessage requestMessage, CancellationToken cancellationToken)
    {
        requestMessage.Options.Set(Key, this);
        return ValueTask.CompletedTask;
    }

    /// <exception cref="HttpRequestException">The body is larger than the bound.</exception>
    public async Task ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        var source = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        while (await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is var length && length > 0)
        {
            if (bytes.Length + length > maxBytes)
            {
                throw new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, $"The body is larger than {maxBytes} bytes.");
            }

            bytes.Write(buffer, 0, length);
        }

        Bytes = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}
