using RocketChat.Client.Errors;
using RocketChat.Client.Http;

namespace RocketChat.Client.Server;

/// <summary>The license of the workspace.</summary>
public sealed class LicenseApi
{
    private readonly DeadlineHandler _deadline;

    internal LicenseApi(DeadlineHandler deadline) => _deadline = deadline;

    /// <summary>
    /// The modules that the license enables, such as <c>federation</c>; none without a license. Null if the version does not report
    /// them, or not to this account.
    /// </summary>
    /// <exception cref="RocketChatException">The call failed.</exception>
    public async Task<IReadOnlyList<string>?> GetModulesAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return await ReadModulesAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (RocketChatException exception) when (exception.Kind is RocketChatErrorKind.UnknownEndpoint or RocketChatErrorKind.Forbidden)
        {
            return null;
        }
    }

    /// <summary>Whether the license enables a module, such as <c>federation</c>; null if the account may not read the license.</summary>
    /// <exception cref="RocketChatException">The call failed.</exception>
    public async Task<bool?> HasModuleAsync(string module, CancellationToken cancellationToken = default)
    {
        try
        {
            return (await ReadModulesAsync(cancellationToken).ConfigureAwait(false))?.Contains(module);
        }
        catch (RocketChatException exception) when (exception.Kind == RocketChatErrorKind.UnknownEndpoint)
        {
            // A build without the enterprise part has no such endpoint.
            return false;
        }
        catch (RocketChatException exception) when (exception.Kind is RocketChatErrorKind.Forbidden or RocketChatErrorKind.Rejected)
        {
            return null;
        }
    }

    private Task<IReadOnlyList<string>?> ReadModulesAsync(CancellationToken cancellationToken) =>
        _deadline.RunAsync<IReadOnlyList<string>?>(
            async call =>
            {
                var answer = await call.SendAsync(ApiRequest.Get("licenses.info")).ConfigureAwait(false);
                return answer.Root.Member("license")?.Strings("activeModules") ?? answer.Root.Member("data")?.Strings("activeModules");
            },
            cancellationToken);
}
