using System.Text.Json;

namespace RocketChat.Client.Http;

/// <summary>Reads a paged list to its end.</summary>
internal static class Paging
{
    private const int PageSize = 100;

    // A list that never ends (a broken proxy, a server that ignores the offset) must not use up the deadline.
    private const int MaxPages = 1000;

    /// <summary>The size of the largest page of a list that is read.</summary>
    public const int PageBytes = 8 * 1024 * 1024;
    private const int WholeListBytes = 32 * 1024 * 1024;

    /// <summary>The items of a list.</summary>
    public static async IAsyncEnumerable<JsonElement> ListAsync(
        this ApiCall call, ApiRequest request, string member, int pageSize = PageSize, int offset = 0)
    {
        await foreach (var page in call.PagesAsync(request, member, pageSize, offset).ConfigureAwait(false))
        {
            foreach (var item in page.RequiredList(member).EnumerateArray())
            {
                yield return item;
            }
        }
    }

    /// <summary>The pages of a list: answers that have it as a member.</summary>
    public static async IAsyncEnumerable<ApiResponse> PagesAsync(
        this ApiCall call, ApiRequest request, string member, int pageSize = PageSize, int offset = 0)
    {
        for (var pages = 0; pages < MaxPages; pages++)
        {
            var page = request with
            {
                Query = [.. request.Query, ("count", $"{pageSize}"), ("offset", $"{offset}")],
                MaxAnswerBytes = pageSize == 0 ? WholeListBytes : PageBytes,
            };
            var answer = await call.SendAsync(page).ConfigureAwait(false);
            var length = answer.RequiredList(member).GetArrayLength();
            yield return answer;
            offset += length;
            if (length == 0 || offset >= (answer.Root.Integer("total") ?? 0))
            {
                yield break;
            }
        }
    }
}
