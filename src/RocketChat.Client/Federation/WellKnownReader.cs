using System.Net;

namespace RocketChat.Client.Federation;

/// <summary>
/// Reads a document below <c>/.well-known</c> as Matrix servers do, which follow redirects there and nowhere else. Redirects lead neither
/// from https to http nor from the internet into a private network: the document belongs to a stranger.
/// </summary>
internal sealed class WellKnownReader(PublicHttp http)
{
    private const int MostRedirects = 5;

    /// <param name="url">The address of the document.</param>
    /// <param name="addresses">The addresses of that host; empty to resolve its name, as is done for hosts of redirects.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<PublicAnswer> GetAsync(Uri url, IReadOnlyList<IPAddress> addresses, CancellationToken cancellationToken)
    {
        var answer = await http.SendAsync(url, null, null, addresses, mustBePublic: false, cancellationToken).ConfigureAwait(false);
        var mustBePublic = false;
        for (var redirects = 0; redirects < MostRedirects && answer.RedirectFrom(url) is { } target; redirects++)
        {
            if (url.Scheme == Uri.UriSchemeHttps && target.Scheme != Uri.UriSchemeHttps)
            {
                return answer with { Raw = null, WhyNone = $"{url} redirects from https to http, which is not followed" };
            }

            mustBePublic |= answer.IsPublic;
            url = target;
            answer = await http.SendAsync(url, null, null, [], mustBePublic, cancellationToken).ConfigureAwait(false);
        }

        return answer;
    }
}
