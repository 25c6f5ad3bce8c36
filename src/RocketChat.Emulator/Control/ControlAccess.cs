using System.Net;
using Microsoft.AspNetCore.Http;
using RocketChat.Emulator.Http;

namespace RocketChat.Emulator.Control;

/// <summary>
/// The check that a control call comes from a program on this machine. A page in a browser on this machine shows itself by its origin, or,
/// where it points a host name of its own at this machine, by that name.
/// </summary>
internal static class ControlAccess
{
    /// <returns>The reason to refuse the call; null when it may pass.</returns>
    public static string? Refusal(IncomingRequest request)
    {
        if (!IPAddress.IsLoopback(request.Address))
        {
            return "the control panel answers only on this machine";
        }

        var host = HostString.FromUriComponent(request.Headers.Host.ToString());
        if (!IsLoopback(host.Host))
        {
            return $"the control panel does not answer to the host name '{host.Host}'; use localhost, 127.0.0.1 or [::1]";
        }

        return request.Headers.Origin.ToString() is { Length: > 0 } origin && origin != $"http://{host.Value}"
            ? "the control panel does not answer to web pages; use a program such as curl"
            : null;
    }

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
