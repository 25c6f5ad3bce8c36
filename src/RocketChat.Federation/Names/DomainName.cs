using System.Diagnostics.CodeAnalysis;

namespace RocketChat.Federation.Names;

/// <summary>A full domain name in one form: ASCII, lower case, no trailing dot.</summary>
public sealed class DomainName : IEquatable<DomainName>
{
    private DomainName(string value) => Value = value;

    /// <summary>The name, such as <c>chat.asso.org</c>.</summary>
    public string Value { get; }

    /// <summary>The name with the dot that makes it absolute in a zone file: <c>chat.asso.org.</c></summary>
    public string Absolute => Value + ".";

    /// <summary>
    /// Parses a name as people write it. Capital letters, a trailing dot and letters outside ASCII are normalized; a scheme, a port, a
    /// path, an <c>@</c> or whitespace are errors, since their meaning would be a guess.
    /// </summary>
    /// <param name="text">The user's input.</param>
    /// <param name="name">The name, unless there is an error.</param>
    /// <param name="error">The error and its remedy, as complete sentences.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out DomainName? name, [NotNullWhen(false)] out string? error)
    {
        error = DomainNameSyntax.FindError(text);
        var ascii = error is null ? DomainNameSyntax.ToAscii(text, out error) : null;
        name = ascii is null ? null : new DomainName(ascii);
        return name is not null;
    }

    /// <summary>Parses a name; see <see cref="TryParse"/>.</summary>
    /// <exception cref="FormatException">The text is not a full domain name; the message states the reason.</exception>
    public static DomainName Parse(string text) => TryParse(text, out var name, out var error) ? name : throw new FormatException(error);

    /// <summary>The name below this one: <c>_rocketchat._https</c> below <c>chat.asso.org</c>.</summary>
    public DomainName Child(string labels) => new($"{labels}.{Value}");

    /// <summary>This name with another zone appended, as a DNS host does with a full name where it expects a relative one.</summary>
    internal DomainName Within(DomainName zone) => zone.Child(Value);

    /// <summary>Whether this name is <paramref name="zone"/> or below it.</summary>
    public bool IsWithin(DomainName zone) => Equals(zone) || Value.EndsWith("." + zone.Value, StringComparison.Ordinal);

    /// <summary>The name as a zone editor expects it: without the zone, <c>@</c> for the zone itself, null outside the zone.</summary>
    public string? RelativeTo(DomainName zone) =>
        !IsWithin(zone) ? null : Value.Length == zone.Value.Length ? "@" : Value[..^(zone.Value.Length + 1)];

    /// <inheritdoc/>
    public bool Equals(DomainName? other) => other is not null && Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DomainName);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>A name out of a DNS response, which may contain any label; in zone-file form, because messages show it.</summary>
    internal static DomainName FromDns(string text) => new(ZoneEscapes.Escape(text.TrimEnd('.').ToLowerInvariant()));

    /// <summary>The name without its first label; null when nothing is left.</summary>
    internal DomainName? Parent() => Value.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? new(Value[(dot + 1)..]) : null;
}
