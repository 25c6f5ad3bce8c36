using System.Net;

namespace RocketChat.Client.Federation;

/// <summary>Reads a document below <c>/.well-known</c> as Matrix servers do, which follow redirects there and nowhere else.</summary>
internal sealed class WellKnownReader(PublicHttp http)
{
    private const int MostRedirects = 5;

    /// <param name="url">The address of the document.</param>
    /// <param name="addresses">The addresses of that host; empty to resolve its name, as is done for hosts of redirects.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<PublicAnswer> GetAsync(Uri url, IReadOnlyList<IPAddress> addresses, CancellationToken cancellationToken)
    {
        for (var redirects = 0; ; redirects++)
        {
            var answer = await http.SendAsync(url, null, null, redirects == 0 ? addresses : [], cancellationToken).ConfigureAwait(false);
            if (redirects == MostRedirects || answer.RedirectFrom(url) is not { } target)
            {
                return answer;
            }

            url = target;
        }
    }
}
