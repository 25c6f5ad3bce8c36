using System.Net;

namespace RocketChat.Client.Connections;

/// <summary>
/// A proxy whose address appears in exceptions, and so must not contain the user and password. They stay in the credentials.
/// </summary>
internal sealed class ProxyWithoutUser(IWebProxy proxy) : IWebProxy
{
    public ICredentials? Credentials
    {
        get => proxy.Credentials is { } credentials ? new BasicCredentials(credentials) : null;
        set => proxy.Credentials = value;
    }

    public Uri? GetProxy(Uri destination) => proxy.GetProxy(destination) is { } address ? Plain(address) : null;

    public bool IsBypassed(Uri host) => proxy.IsBypassed(host);

    public static Uri Plain(Uri address) =>
        address.UserInfo.Length == 0 ? address : new UriBuilder(address) { UserName = "", Password = "" }.Uri;
}
