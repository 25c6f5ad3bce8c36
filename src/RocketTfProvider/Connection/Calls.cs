namespace RocketTfProvider.Connection;

/// <summary>Calls that do not depend on one another.</summary>
internal static class Calls
{
    /// <summary>
    /// Waits until all of them have ended, and throws nothing. The caller then awaits each in the order in which they would follow one
    /// another, so the same failure is reported in every run.
    /// </summary>
    public static async Task EndAsync(params IEnumerable<Task> calls) =>
        await Task.WhenAll(calls).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>The answers of two calls, once both have ended. If both fail, the failure of the first is reported in every run.</summary>
    public static async Task<(T1 First, T2 Second)> BothAsync<T1, T2>(Task<T1> first, Task<T2> second)
    {
        await EndAsync(first, second);
        return (await first, await second);
    }
}
