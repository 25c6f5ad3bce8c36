using System.Collections.Immutable;
using RocketChat.Federation.Names;

namespace RocketChat.Federation.Records;

/// <summary>The TXT record that contains the public key: one record, split into strings.</summary>
/// <param name="Domain">The federation domain.</param>
/// <param name="PublicKey">The key.</param>
public sealed record NeededTxt(DomainName Domain, PublicKey PublicKey) : NeededRecord("txt", Domain.Child(Label))
{
    internal const string Label = "rocketchat-public-key";

    /// <inheritdoc/>
    public override string Type => "TXT";

    /// <summary>The value as one string.</summary>
    public string Text => PublicKey.Text;

    /// <summary>The value split into strings of at most 255 characters, all in one record.</summary>
    public ImmutableArray<string> Chunks { get; } = TxtStrings.Split(PublicKey.Text);

    /// <inheritdoc/>
    public override string Value => string.Join(' ', Chunks.Select(c => $"\"{c}\""));

    /// <inheritdoc/>
    public override string Route53Value => string.Join("\"\"", Chunks);
}
