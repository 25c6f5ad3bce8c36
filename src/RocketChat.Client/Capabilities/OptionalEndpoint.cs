namespace RocketChat.Client;

/// <summary>An endpoint that some versions lack, and what to call there instead.</summary>
internal sealed class OptionalEndpoint
{
    private volatile bool _isMissing;

    public async Task UseAsync(Func<Task> endpoint, Func<Task> instead)
    {
        if (!_isMissing)
        {
            try
            {
                await endpoint().ConfigureAwait(false);
                return;
            }
            catch (RocketChatException exception) when (exception.Kind == RocketChatErrorKind.UnknownEndpoint)
            {
                _isMissing = true;
            }
        }

        await instead().ConfigureAwait(false);
    }
}
