namespace RocketChat.Federation;

/// <summary>A DNS record that federation needs, in the spellings that DNS hosts want.</summary>
/// <param name="Key">A key that never changes, for <c>for_each</c>: <c>srv</c> or <c>txt</c>.</param>
/// <param name="Name">The full name.</param>
public abstract record NeededRecord(string Key, DomainName Name)
{
    /// <summary>The seconds that others may remember the record; what Rocket.Chat's own instructions say.</summary>
    public int Ttl { get; init; } = 300;

    /// <summary>The type: <c>SRV</c> or <c>TXT</c>.</summary>
    public abstract string Type { get; }

    /// <summary>The value as a zone file has it, absolute names with their dot and texts in quotes.</summary>
    public abstract string Value { get; }

    /// <summary>The value as Route 53 wants it from Terraform, which puts the outermost quotes itself.</summary>
    public abstract string Route53Value { get; }

    /// <summary>The whole record as one line of a zone file.</summary>
    public string ZoneFileLine => $"{Name.Absolute} {Ttl} IN {Type} {Value}";

    /// <summary>Name and type.</summary>
    public sealed override string ToString() => $"{Name} {Type}";
}
