using System.Collections.Immutable;

namespace RocketChat.Federation;

/// <summary>The TXT record that holds the public key: one record, cut into strings.</summary>
/// <param name="Domain">The federation domain.</param>
/// <param name="PublicKey">The key.</param>
public sealed record NeededTxt(DomainName Domain, PublicKey PublicKey) : NeededRecord("txt", Domain.Child(Label))
{
    internal const string Label = "rocketchat-public-key";

    // RFC 1035 §3.3: the length of a character-string is one octet.
    private const int LongestString = 255;

    /// <inheritdoc/>
    public override string Type => "TXT";

    /// <summary>The text in one piece.</summary>
    public string Text => PublicKey.Text;

    /// <summary>The text cut into strings of at most 255 characters, all of the one record.</summary>
    public ImmutableArray<string> Chunks { get; } = [.. PublicKey.Text.Chunk(LongestString).Select(c => new string(c))];

    /// <inheritdoc/>
    public override string Value => string.Join(' ', Chunks.Select(c => $"\"{c}\""));

    /// <inheritdoc/>
    public override string Route53Value => string.Join("\"\"", Chunks);
}
