using RocketChat.Client;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Models;
using TerraformPlugin.Values;

namespace RocketTfProvider.Push;

/// <summary>Sends a test notification, for the resource and the action.</summary>
internal static class PushTestSending
{
    public const string RequiredDevices = "required_devices";

    /// <returns>The number of devices that the server forwarded the notification for.</returns>
    /// <exception cref="DiagnosticException">There are fewer devices than the user wants.</exception>
    public static async Task<int> SendTestAsync(this RocketChatClient client, Tf<TfNumber> required, CancellationToken cancellationToken)
    {
        var devices = await client.Push.TestAsync(cancellationToken);
        return !required.TryGet(out var wanted) || TfNumber.FromInt64(devices) >= wanted
            ? devices
            : throw new DiagnosticException(
                "Too few devices",
                $"The test notification went to {Count(devices)}, and `required_devices` wants {wanted}. "
                + "The devices are those of the account that the provider uses: log in to the mobile app with it, let the app show "
                + "notifications, and apply again.",
                AttributePath.To(RequiredDevices));
    }

    /// <summary>The result in words.</summary>
    public static string Result(int devices) =>
        devices == 0 ? "not sent: the account has no device" : $"handed to the push service for {Count(devices)}";

    private static string Count(int devices) => devices == 1 ? "1 device" : $"{devices} devices";
}
