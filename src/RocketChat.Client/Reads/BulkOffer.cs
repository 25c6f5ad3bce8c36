namespace RocketChat.Client;

/// <summary>What it would cost to read everything at once, and how.</summary>
/// <param name="Calls">How many requests it still takes.</param>
/// <param name="ReadAsync">Reads it; null when the server turns out not to tell.</param>
internal sealed record BulkOffer<TAll>(int Calls, Func<ApiCall, Task<TAll?>> ReadAsync)
    where TAll : class;
