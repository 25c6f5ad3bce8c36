namespace RocketChat.Emulator.Seeding;

/// <summary>The zone that the emulator's name server serves.</summary>
public sealed record DnsSeed
{
    /// <summary>The zone's name.</summary>
    public string Zone { get; set; } = "example.org";

    /// <summary>Its records as lines of a zone file: <c>chat A 127.0.0.1</c>. SOA and NS come by themselves.</summary>
    public IReadOnlyList<string> Records { get; set; } = [];
}
