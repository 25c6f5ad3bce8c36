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
    public Task<IReadOnlyList<string>?> GetModulesAsync(CancellationToken cancellationToken = default) =>
        _deadline.RunAsync(GetModulesAsync, cancellationToken);

    private static async Task<IReadOnlyList<string>?> GetModulesAsync(ApiCall call)
    {
        try
        {
            var answer = await call.SendAsync(ApiRequest.Get("licenses.info")).ConfigureAwait(false);
            return answer.Root.Member("license")?.Strings("activeModules") ?? answer.Root.Member("data")?.Strings("activeModules");
        }
        catch (RocketChatException exception) when (exception.Kind is RocketChatErrorKind.UnknownEndpoint or RocketChatErrorKind.Forbidden)
        {
            return null;
        }
    }
}
