using RocketChat.Client.Errors;

namespace RocketChat.Client.Capabilities;

/// <summary>An endpoint that some versions lack, and the fallback for them.</summary>
internal sealed class OptionalEndpoint
{
    private volatile bool _isMissing;

    public Task UseAsync(Func<Task> endpoint, Func<Task> instead) => UseAsync(() => Done(endpoint), () => Done(instead));

    public async Task<T> UseAsync<T>(Func<Task<T>> endpoint, Func<Task<T>> instead)
    {
        if (!_isMissing)
        {
            try
            {
                return await endpoint().ConfigureAwait(false);
            }
            catch (RocketChatException exception) when (exception.Kind == RocketChatErrorKind.UnknownEndpoint)
            {
                _isMissing = true;
            }
        }

        return await instead().ConfigureAwait(false);
    }

    private static async Task<bool> Done(Func<Task> work)
    {
        await work().ConfigureAwait(false);
        return true;
    }
}
