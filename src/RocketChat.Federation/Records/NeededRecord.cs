using RocketChat.Federation.Names;

namespace RocketChat.Federation.Records;

/// <summary>A DNS record that federation needs, in the forms that DNS hosts expect.</summary>
/// <param name="Key">A constant key for <c>for_each</c>: <c>srv</c> or <c>txt</c>.</param>
/// <param name="Name">The full name.</param>
public abstract record NeededRecord(string Key, DomainName Name)
{
    /// <summary>Seconds for which resolvers may cache the record; 300 in Rocket.Chat's own instructions.</summary>
    public int Ttl { get; init; } = 300;

    /// <summary>The type: <c>SRV</c> or <c>TXT</c>.</summary>
    public abstract string Type { get; }

    /// <summary>The value in zone-file form: absolute names with a trailing dot, strings in quotes.</summary>
    public abstract string Value { get; }

    /// <summary>The value as Route 53 expects it from Terraform, whose provider adds the outermost quotes.</summary>
    public abstract string Route53Value { get; }

    /// <summary>The record as one line of a zone file.</summary>
    public string ZoneFileLine => $"{Name.Absolute} {Ttl} IN {Type} {Value}";

    /// <summary>Name and type.</summary>
    public sealed override string ToString() => $"{Name} {Type}";
}
