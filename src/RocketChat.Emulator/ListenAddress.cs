namespace RocketChat.Emulator;

/// <summary>The rules for an address to listen on.</summary>
internal static class ListenAddress
{
    /// <summary>The mistake in an address, with its remedy; null when there is none.</summary>
    public static string? Mistake(Uri url) => url switch
    {
        { Scheme: not "http" } => "is not a URL that begins with http://",
        { Query.Length: > 0 } or { Fragment.Length: > 0 } or { UserInfo.Length: > 0 } =>
            "has more than an address, a port and a path; remove everything before an @ and after a ? or #",
        { IsLoopback: true, HostNameType: UriHostNameType.Dns, Port: 0 } =>
            "cannot take any free port on localhost; write 127.0.0.1 or [::1] instead",
        { IsLoopback: false, HostNameType: UriHostNameType.Dns } =>
            $"names the host {url.Host}, but must have an IP address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them",
        _ => null,
    };

    /// <summary>The warning about an address that other machines can reach; null for loopback.</summary>
    public static string? Warning(Uri url) => url.IsLoopback
        ? null
        : $"warning: other machines can reach {url.GetLeftPart(UriPartial.Authority)}. "
            + "The password and the token of the default administrator are public. "
            + "Listen on 127.0.0.1, or start with a seed that has secrets of your own.";

    /// <summary>The error for an address on which nothing can listen.</summary>
    public static IOException Taken(Uri url, Exception cause) => new(
        $"cannot listen on {url.GetLeftPart(UriPartial.Authority)}: {Innermost(cause)}. "
        + "Give another address or port with --url; port 0 takes any free one.",
        cause);

    private static string Innermost(Exception cause) => cause.GetBaseException().Message.TrimEnd('.');
}
