using RocketChat.Client.Errors;

namespace RocketChat.Client.Capabilities;

/// <summary>A parameter that some versions reject, and the fallback for them.</summary>
internal sealed class OptionalParameter
{
    private volatile bool _isRefused;

    public async Task<T> UseAsync<T>(Func<Task<T>> with, Func<Task<T>> without)
    {
        if (!_isRefused)
        {
            try
            {
                return await with().ConfigureAwait(false);
            }
            catch (RocketChatException exception) when (ApiCapabilities.RefusesParameters(exception))
            {
                _isRefused = true;
            }
        }

        return await without().ConfigureAwait(false);
    }
}
