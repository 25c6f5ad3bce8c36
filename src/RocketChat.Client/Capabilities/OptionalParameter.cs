namespace RocketChat.Client;

/// <summary>A parameter that some versions refuse to know, and what to send there instead.</summary>
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
