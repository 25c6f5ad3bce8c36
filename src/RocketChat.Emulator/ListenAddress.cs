namespace RocketChat.Emulator;

/// <summary>What an address to listen at must be.</summary>
internal static class ListenAddress
{
    /// <summary>What is wrong with it, and what to do; null when nothing is.</summary>
    public static string? Mistake(Uri url) => url switch
    {
        { Scheme: not "http" } => "is not a URL that begins with http://",
        { Query.Length: > 0 } or { Fragment.Length: > 0 } or { UserInfo.Length: > 0 } =>
            "holds more than an address, a port and a path; leave away what stands before an @ or after a ? or #",
        { IsLoopback: true, HostNameType: UriHostNameType.Dns, Port: 0 } => "cannot take any free port on localhost; write 127.0.0.1 or [::1] instead",
        { IsLoopback: false, HostNameType: UriHostNameType.Dns } =>
            $"names the host {url.Host}, but must have an IP address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them",
        _ => null,
    };

    /// <summary>Why nothing can listen there.</summary>
    public static IOException Taken(Uri url, Exception cause) => new(
        $"cannot listen on {url.GetLeftPart(UriPartial.Authority)}: {Innermost(cause)}. Give another address or port with --url; port 0 takes any free one.", cause);

    private static string Innermost(Exception cause) => cause.GetBaseException().Message.TrimEnd('.');
}
