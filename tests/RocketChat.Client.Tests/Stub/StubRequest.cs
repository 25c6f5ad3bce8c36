namespace RocketChat.Client.Tests;

/// <summary>What the stub was sent.</summary>
public sealed record StubRequest(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public override string ToString() => $"{Method} {Path}{Query} {Body}".TrimEnd();
}
