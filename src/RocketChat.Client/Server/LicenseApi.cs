using RocketChat.Client.Errors;
using RocketChat.Client.Http;

namespace RocketChat.Client.Server;

/// <summary>
/// The license of the workspace. Every account may read its modules; the rest needs <c>view-privileged-setting</c>, and a change
/// <c>edit-privileged-setting</c>.
/// </summary>
public sealed class LicenseApi
{
    // A server stores a license, answers, and only then checks it (startup.ts of 8.3: a watcher of the setting).
    private static readonly TimeSpan ApplyTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ApplyPause = TimeSpan.FromMilliseconds(250);

    private readonly DeadlineHandler _deadline;
    private readonly TimeProvider _time;

    internal LicenseApi(DeadlineHandler deadline, TimeProvider time) => (_deadline, _time) = (deadline, time);

    /// <summary>
    /// The modules that the license enables, such as <c>federation</c>; none without a license. Null if the version does not report
    /// them, or not to this account.
    /// </summary>
    /// <exception cref="RocketChatException">The call failed.</exception>
    public async Task<IReadOnlyList<string>?> GetModulesAsync(CancellationToken cancellationToken = default) =>
        (await GetAsync(cancellationToken).ConfigureAwait(false))?.Modules;

    /// <summary>Whether the license enables a module, such as <c>federation</c>; null if the account may not read the license.</summary>
    /// <exception cref="RocketChatException">The call failed.</exception>
    public async Task<bool?> HasModuleAsync(string module, CancellationToken cancellationToken = default)
    {
        try
        {
            return (await ReadAsync(cancellationToken).ConfigureAwait(false))?.Modules.Contains(module);
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

    /// <summary>The license; null if the server has no such endpoint (before 6.5, and builds without the enterprise part), or hides
    /// it.</summary>
    /// <exception cref="RocketChatException">The call failed.</exception>
    public async Task<LicenseInfo?> GetAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return await ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (RocketChatException exception) when (exception.Kind
            is RocketChatErrorKind.UnknownEndpoint or RocketChatErrorKind.Forbidden or RocketChatErrorKind.Rejected)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether the server would accept a license, which it neither stores nor applies. Null if it cannot tell: before 8.7, without
    /// <c>edit-privileged-setting</c>, and while it starts.
    /// </summary>
    /// <exception cref="RocketChatException">The call failed.</exception>
    public async Task<LicenseVerdict?> ValidateAsync(string license, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(license);
        try
        {
            // A validation changes nothing, so what was read before still serves.
            var request = Request("licenses.validate", license) with { Changes = [] };
            await _deadline.RunAsync(call => call.SendAsync(request), cancellationToken).ConfigureAwait(false);
            return new LicenseVerdict(true, []);
        }
        catch (RocketChatException exception) when (exception.Code == "license-invalid")
        {
            return new LicenseVerdict(false, exception.Reasons);
        }
        catch (RocketChatException exception) when (exception.Kind
            is RocketChatErrorKind.UnknownEndpoint or RocketChatErrorKind.Forbidden or RocketChatErrorKind.Rejected)
        {
            return null;
        }
    }

    /// <summary>Gives the workspace a license in place of its present one, and waits until it is in effect.</summary>
    /// <returns>The license as the server reports it.</returns>
    /// <exception cref="RocketChatException">
    /// <see cref="RocketChatErrorKind.Rejected"/> for a text that is no license, which leaves the server as it was;
    /// <see cref="RocketChatErrorKind.NotConfirmed"/> when the server has stored the license and does not use it: it has expired, or is
    /// for another workspace. Or the call failed.
    /// </exception>
    public Task<LicenseInfo> AddAsync(string license, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(license);
        return _deadline.RunAsync(call => AddAsync(license, call), cancellationToken);
    }

    /// <summary>Waits until no license is in effect, after its text was removed.</summary>
    /// <returns>False if the server still uses the license after a few seconds, which a restart ends; it may also be another one.</returns>
    /// <exception cref="RocketChatException">The call failed.</exception>
    public Task<bool> EndsAsync(CancellationToken cancellationToken = default) => _deadline.RunAsync(
        async call => await WaitAsync(info => info is not { IsValid: true }, call).ConfigureAwait(false) is not { IsValid: true },
        cancellationToken);

    private async Task<LicenseInfo> AddAsync(string license, ApiCall call)
    {
        var before = await ReadAsync(call).ConfigureAwait(false);
        await call.SendAsync(Request("licenses.add", license)).ConfigureAwait(false);
        // The former license is reported until the new one is in effect.
        bool IsInEffect(LicenseInfo? now) =>
            now is { IsValid: true } && (before is not { IsValid: true } || now.Content != before.Content);
        return await WaitAsync(IsInEffect, call).ConfigureAwait(false) is { } now && IsInEffect(now)
            ? now
            : throw new RocketChatException(
                RocketChatErrorKind.NotConfirmed, "The server has stored the license, but does not use it.");
    }

    /// <returns>The first license that is as wanted, or the last one that was read.</returns>
    private async Task<LicenseInfo?> WaitAsync(Func<LicenseInfo?, bool> isWanted, ApiCall call)
    {
        var end = _time.GetUtcNow() + ApplyTimeout;
        while (true)
        {
            var now = await ReadAsync(call).ConfigureAwait(false);
            if (isWanted(now) || _time.GetUtcNow() + ApplyPause > end)
            {
                return now;
            }

            await call.DelayAsync(ApplyPause).ConfigureAwait(false);
        }
    }

    private Task<LicenseInfo?> ReadAsync(CancellationToken cancellationToken) => _deadline.RunAsync(ReadAsync, cancellationToken);

    private static async Task<LicenseInfo?> ReadAsync(ApiCall call) =>
        LicenseInfo.From((await call.SendAsync(ApiRequest.Get("licenses.info")).ConfigureAwait(false)).Root);

    private static ApiRequest Request(string endpoint, string license) =>
        ApiRequest.Post(endpoint, JsonBody.Of(("license", license))) with { Secrets = [license], HoldsSecret = true, MayRepeat = true };
}
