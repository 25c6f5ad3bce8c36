namespace RocketChat.Client;

/// <summary>What came over the wire, before anybody judged it.</summary>
internal sealed record RawAnswer(int Status, string? ContentType, ReadOnlyMemory<byte> Body, IReadOnlyDictionary<string, string> Headers)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
