using System.Text.Json;
using RocketChat.Client.Http;

namespace RocketChat.Client.Reads;

/// <summary>The first page of a list, which shows how long the list is.</summary>
internal sealed class FirstPage
{
    private const int PageSize = 100;

    private readonly ApiRequest _request;
    private readonly string _member;
    private readonly JsonElement[] _items;

    private FirstPage(ApiRequest request, string member, ApiResponse answer)
    {
        (_request, _member) = (request, member);
        _items = [.. answer.RequiredList(member).EnumerateArray()];
        Total = Math.Max(answer.Root.Integer("total") ?? 0, _items.Length);
    }

    /// <summary>The number of items in the whole list.</summary>
    public long Total { get; }

    /// <summary>The number of requests for the rest of the list.</summary>
    public int FurtherCalls => (int)Math.Ceiling((Total - _items.Length) / (double)PageSize);

    public static async Task<FirstPage> ReadAsync(ApiRequest request, string member, ApiCall call)
    {
        var page = request with
        {
            Query = [.. request.Query, ("count", $"{PageSize}"), ("offset", "0")],
            MaxAnswerBytes = Paging.PageBytes,
        };
        var answer = await call.SendAsync(page).ConfigureAwait(false);
        return new FirstPage(request, member, answer);
    }

    /// <summary>All items; the first page is not read again.</summary>
    public async Task<IReadOnlyList<JsonElement>> AllAsync(ApiCall call)
    {
        var all = new List<JsonElement>(_items);
        if (FurtherCalls > 0)
        {
            await foreach (var item in call.ListAsync(_request, _member, PageSize, _items.Length).ConfigureAwait(false))
            {
                all.Add(item);
            }
        }

        return all;
    }
}
