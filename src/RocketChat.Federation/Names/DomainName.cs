using System.Diagnostics.CodeAnalysis;

namespace RocketChat.Federation;

/// <summary>A full domain name in one form: ASCII, lower case, no dot at the end.</summary>
public sealed class DomainName : IEquatable<DomainName>
{
    private DomainName(string value) => Value = value;

    /// <summary>The name, such as <c>chat.asso.org</c>.</summary>
    public string Value { get; }

    /// <summary>The name with the dot that makes it absolute in a zone file: <c>chat.asso.org.</c></summary>
    public string Absolute => Value + ".";

    /// <summary>
    /// Reads a name as people write it. Capitals, a dot at the end and letters outside ASCII are brought into form; a scheme, a port, a
    /// path, an <c>@</c> or white space are faults, since nobody can know what was meant.
    /// </summary>
    /// <param name="text">What the user wrote.</param>
    /// <param name="name">The name, unless there is a fault.</param>
    /// <param name="fault">What is wrong and what to write instead, as full sentences.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out DomainName? name, [NotNullWhen(false)] out string? fault)
    {
        fault = DomainNameSyntax.FindFault(text);
        var ascii = fault is null ? DomainNameSyntax.ToAscii(text, out fault) : null;
        name = ascii is null ? null : new DomainName(ascii);
        return name is not null;
    }

    /// <summary>Reads a name; see <see cref="TryParse"/>.</summary>
    /// <exception cref="FormatException">The text is no full domain name; the message says why.</exception>
    public static DomainName Parse(string text) => TryParse(text, out var name, out var fault) ? name : throw new FormatException(fault);

    /// <summary>The name below this one: <c>_rocketchat._https</c> below <c>chat.asso.org</c>.</summary>
    public DomainName Child(string labels) => new($"{labels}.{Value}");

    /// <summary>This name with another zone behind it: what becomes of a full name where a relative one is expected.</summary>
    internal DomainName Within(DomainName zone) => zone.Child(Value);

    /// <summary>Whether this name is <paramref name="zone"/> or below it.</summary>
    public bool IsWithin(DomainName zone) => Equals(zone) || Value.EndsWith("." + zone.Value, StringComparison.Ordinal);

    /// <summary>The name as a zone's editor wants it: without the zone; <c>@</c> for the zone itself; null when it is not within the zone.</summary>
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

    /// <summary>A name that came from DNS, which may hold any label.</summary>
    internal static DomainName FromDns(string text) => new(text.TrimEnd('.').ToLowerInvariant());

    /// <summary>The name without its first label; null when that leaves nothing.</summary>
    internal DomainName? Parent() => Value.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? new(Value[(dot + 1)..]) : null;
}
