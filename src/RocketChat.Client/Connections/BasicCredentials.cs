using System.Net;

namespace RocketChat.Client.Connections;

/// <summary>
/// Credentials for the schemes that need nothing of the machine. For the others (Negotiate, NTLM) .NET loads a library of the system,
/// which a statically linked program cannot do.
/// </summary>
internal sealed class BasicCredentials(ICredentials credentials) : ICredentials
{
    private static readonly string[] Schemes = ["Basic", "Digest"];

    public NetworkCredential? GetCredential(Uri uri, string authType) =>
        Schemes.Contains(authType, StringComparer.OrdinalIgnoreCase) ? credentials.GetCredential(uri, authType) : null;
}
