namespace RocketChat.Federation;

/// <summary>The document that delegates a Matrix server name to a host.</summary>
/// <param name="Domain">The server name.</param>
/// <param name="Target">The host that serves it.</param>
/// <param name="Port">The port there.</param>
public sealed record WellKnownDocument(DomainName Domain, DomainName Target, int Port)
{
    /// <summary>Where it has to be, with a certificate valid for the domain.</summary>
    public string Url => $"https://{Domain}/.well-known/matrix/server";

    /// <summary>What it has to say: JSON, to be served as <c>application/json</c>.</summary>
    public string Body => $$"""{"m.server":"{{Target}}:{{Port}}"}""";
}
