using RocketChat.Client;
using RocketTfProvider.Settings;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.License;

/// <summary>Gives the server a license. Since 8.7 a license that it would not use never replaces the present one.</summary>
internal sealed class LicenseInstallation(RocketChatClient client, SettingWrites writes)
{
    /// <returns>The license as the server reports it.</returns>
    /// <exception cref="DiagnosticException">The server does not use the license; <c>writes</c> knows the former one.</exception>
    public async Task<LicenseInfo> RunAsync(WantedSetting wanted, CancellationToken cancellationToken)
    {
        if (await client.License.ValidateAsync(wanted.Secret, cancellationToken) is { IsAccepted: false } verdict)
        {
            throw new DiagnosticException(LicenseDiagnostics.NotAccepted(verdict.Reasons));
        }

        writes.Add(wanted.Live);
        try
        {
            return await client.License.AddAsync(wanted.Secret, cancellationToken);
        }
        catch (RocketChatException failure) when (failure.Kind == RocketChatErrorKind.Rejected)
        {
            throw new DiagnosticException(LicenseDiagnostics.NotAccepted([]));
        }
        catch (RocketChatException failure) when (failure.Kind == RocketChatErrorKind.NotConfirmed)
        {
            throw await NotInEffectAsync(client, cancellationToken);
        }
    }

    /// <summary>The license that the server has.</summary>
    /// <exception cref="DiagnosticException">The server does not use it.</exception>
    public static async Task<LicenseInfo> InEffectAsync(RocketChatClient client, CancellationToken cancellationToken) =>
        await client.License.GetAsync(cancellationToken) is { IsValid: true } license
            ? license
            : throw await NotInEffectAsync(client, cancellationToken);

    private static async Task<DiagnosticException> NotInEffectAsync(RocketChatClient client, CancellationToken cancellationToken) =>
        new(LicenseDiagnostics.NotInEffect((await client.Settings.GetAsync("Site_Url", cancellationToken))?.Value.ToString()));
}
