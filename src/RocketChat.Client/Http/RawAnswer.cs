namespace RocketChat.Client.Http;

/// <summary>An answer as received, before its content is checked.</summary>
internal sealed record RawAnswer(int Status, string? ContentType, ReadOnlyMemory<byte> Body, IReadOnlyDictionary<string, string> Headers)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
