using RocketChat.Federation.Names;

namespace RocketChat.Federation.Records;

/// <summary>The document that delegates a Matrix server name to a host.</summary>
/// <param name="Domain">The server name.</param>
/// <param name="Target">The host that serves it.</param>
/// <param name="Port">The port there.</param>
public sealed record WellKnownDocument(DomainName Domain, DomainName Target, int Port)
{
    /// <summary>The URL at which it must be served, with a certificate valid for the domain.</summary>
    public string Url => $"https://{Domain}/.well-known/matrix/server";

    /// <summary>The content: JSON, to be served as <c>application/json</c>.</summary>
    public string Body => $$"""{"m.server":"{{Target}}:{{Port}}"}""";
}
