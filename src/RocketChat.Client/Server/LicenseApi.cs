namespace RocketChat.Client;

/// <summary>The license of the workspace.</summary>
public sealed class LicenseApi
{
    private readonly Operations _operations;

    internal LicenseApi(Operations operations) => _operations = operations;

    /// <summary>
    /// The modules that the license enables, such as <c>federation</c>; none without a license. Null if the version does not report them, or
    /// not to this account.
    /// </summary>
    /// <exception cref="RocketChatException">The call failed.</exception>
    public Task<IReadOnlyList<string>?> GetModulesAsync(CancellationToken cancellationToken = default) =>
        _operations.RunAsync(GetModulesAsync, cancellationToken);

    private static async Task<IReadOnlyList<string>?> GetModulesAsync(Operation operation)
    {
        try
        {
            var answer = await operation.SendAsync(ApiRequest.Get("licenses.info")).ConfigureAwait(false);
            return answer.Root.Member("license")?.Texts("activeModules") ?? answer.Root.Member("data")?.Texts("activeModules");
        }
        catch (RocketChatException exception) when (exception.Kind is RocketChatErrorKind.UnknownEndpoint or RocketChatErrorKind.Forbidden)
        {
            return null;
        }
    }
}
