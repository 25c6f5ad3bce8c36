using RocketChat.Client.Http;

namespace RocketChat.Client.Reads;

/// <summary>The cost of reading everything at once, and the way to do it.</summary>
/// <param name="Calls">The number of requests that are still needed.</param>
/// <param name="ReadAsync">Reads everything; null if the server turns out not to show it.</param>
internal sealed record BulkOffer<TAll>(int Calls, Func<ApiCall, Task<TAll?>> ReadAsync)
    where TAll : class;
