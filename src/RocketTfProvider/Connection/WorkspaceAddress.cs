using System.Buffers;
using System.Net;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Connection;

/// <summary>The rules for the address of a workspace.</summary>
internal static class WorkspaceAddress
{
    // A password or a token in the address would be shown: a CLI quotes the line of the attribute.
    private static readonly SearchValues<char> MayBeginSecret = SearchValues.Create('@', '?', '#');

    /// <summary>The error about an address; it points at the attribute unless the address may have a secret in it.</summary>
    /// <param name="address">The address.</param>
    /// <param name="fault">The problem and the remedy.</param>
    /// <param name="path">The attribute with the address.</param>
    public static Diagnostic Invalid(string address, string fault, AttributePath path) =>
        Diagnostic.Error("Invalid address", fault, address.AsSpan().ContainsAny(MayBeginSecret) ? null : path);

    /// <summary>The problem with a workspace's address, in a sentence for the user; null for a valid address.</summary>
    public static string? FaultOf(string address) =>
        string.IsNullOrWhiteSpace(address)
            ? "`url` must not be empty. Write the address of the workspace, such as `https://chat.example.org`."
        : LacksBrackets(address)
            ? "`url` has an IPv6 address without brackets. Write it as `https://[2001:db8::1]`, or as `https://[2001:db8::1]:3000`."
        : !Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Host.Length == 0
            ? "`url` must be an address that begins with `https://` or `http://`, such as `https://chat.example.org`."
        : url.UserInfo.Length > 0
            ? "`url` must not hold a user name or password. Use `username` and `password`, or `user_id` and `auth_token`."
        : url.Query.Length > 0 || url.Fragment.Length > 0
            ? "`url` must end with the path of the workspace: remove everything from `?` or `#` on."
        : HasPathOfApi(url)
            ? "`url` must be the address of the workspace, to which the provider adds `/api/v1` itself: remove `/api/v1` and what follows."
        : null;

    private static bool HasPathOfApi(Uri url) =>
        $"{url.AbsolutePath}/".Contains("/api/v1/", StringComparison.OrdinalIgnoreCase);

    private static bool LacksBrackets(string address)
    {
        var start = address.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + "://".Length : 0;
        var host = address[start..].Split('/', '?', '#')[0];
        return host.Count(c => c == ':') > 1 && !host.Contains('[', StringComparison.Ordinal) && IPAddress.TryParse(host, out _);
    }
}
