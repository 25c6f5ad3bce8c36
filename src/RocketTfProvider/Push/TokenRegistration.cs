using RocketChat.Client;
using RocketTfProvider.Connection;
using RocketTfProvider.Settings;
using TerraformPlugin;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace RocketTfProvider.Push;

/// <summary>The registration of the workspace with a token, which the cloud accepts once.</summary>
internal sealed class TokenRegistration(RocketChatClient client, SettingWrites writes, PrivateState state)
{
    /// <summary>Private state: a salted hash of the token that was sent.</summary>
    private const string SpentTokenKey = "spent_token";

    // A server synchronizes with the cloud before it answers, which takes about ten seconds.
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromMinutes(1);

    // After a failure the user waits for the error.
    private static readonly TimeSpan StatusTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Whether this object has sent the token before.</summary>
    public static bool WasSent(string token, PrivateState state) =>
        state.TryGet(SpentTokenKey, out var mark) && SecretHash.Matches(mark, token);

    /// <summary>Registers the workspace if it is not registered yet, and has it use its credentials.</summary>
    /// <returns>The registration afterwards.</returns>
    /// <exception cref="DiagnosticException">The cloud did not accept the token.</exception>
    public async Task<RegistrationStatus> RegisterAsync(RegistrationStatus before, string token, CancellationToken cancellationToken)
    {
        if (!before.Cloud.IsRegistered)
        {
            await ConnectAsync(token, cancellationToken);
            state.Set(SpentTokenKey, SecretHash.Of(token));
        }

        var status = await RegistrationStatus.ReadAsync(client, cancellationToken);
        if (status.IsRegistered || status.Settings.GetValueOrDefault(RegistrationStatus.ConnectedId) is not { } connected)
        {
            return status;
        }

        // The workspace holds credentials but does not use them.
        await writes.ChangeAsync([(connected, SettingJson.Of(TfValue.True))], cancellationToken);
        return await RegistrationStatus.ReadAsync(client, cancellationToken);
    }

    /// <summary>
    /// Keeps the object of a create that failed after the workspace was registered: the token is spent, so that cannot be undone.
    /// </summary>
    public async Task KeepAsync(ApplyContext<WorkspaceRegistrationModel> context, WorkspaceRegistrationModel partial)
    {
        using var deadline = new CancellationTokenSource(StatusTimeout);
        try
        {
            var status = await RegistrationStatus.ReadAsync(client, deadline.Token);
            if (!status.Cloud.IsRegistered)
            {
                return;
            }

            context.SavePartial(partial.With(status, onlyUnknown: false));
        }
        catch (Exception failure) when (failure is RocketChatException or OperationCanceledException)
        {
            return;
        }

        writes.Accept();
        state.Set(SpentTokenKey, SecretHash.Of(context.Config.KnownToken!));
        context.Diagnostics.AddWarning(
            "Workspace was registered",
            "The create failed after the workspace was registered, which cannot be undone. The registration token is spent, and the "
            + "settings are written. The state keeps the object, as tainted. Correct the error and apply again: this "
            + "replaces the object, and sends no token.");
    }

    private async Task ConnectAsync(string token, CancellationToken cancellationToken)
    {
        try
        {
            await client.Cloud.ConnectAsync(token, ConnectTimeout, cancellationToken);
        }
        catch (RocketChatException failure) when (failure.Kind == RocketChatErrorKind.NotRegistered)
        {
            var siteUrl = await client.Settings.GetAsync("Site_Url", cancellationToken);
            throw new DiagnosticException(
                "Workspace not registered",
                $"{failure.Message} Only the server's log has the reason. Usually it is one of these: `registration_token` was used "
                + "already or has expired (each registers one workspace; create a new one in the cloud console); the server cannot reach "
                + $"https://cloud.rocket.chat; or its setting `Site_Url`, now {siteUrl?.Value.ToString().Quoted()}, is not the address at "
                + "which people reach the workspace. Fix the cause and apply again.");
        }
    }
}
