namespace RocketChat.Client.Tests.Stub;

/// <summary>A request that the stub received.</summary>
public sealed record StubRequest(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public override string ToString() => $"{Method} {Path}{Query} {Body}".TrimEnd();
}
