namespace NameServers;

/// <summary>What a server answers.</summary>
public sealed record Answer
{
    /// <summary>No answer at all.</summary>
    public static Answer Silence { get; } = new() { IsSilence = true };

    /// <summary>The server failed.</summary>
    public static Answer ServFail { get; } = new() { Code = 2 };

    /// <summary>The server does not want to.</summary>
    public static Answer Refused { get; } = new() { Code = 5 };

    public bool IsSilence { get; init; }

    public int Code { get; init; }

    public bool IsAuthoritative { get; init; }

    /// <summary>Whether the server looks further for others.</summary>
    public bool RecursionAvailable { get; init; }

    /// <summary>Says that it is cut off, whatever its size.</summary>
    public bool IsCutOff { get; init; }

    public IReadOnlyList<ZoneRecord> Answers { get; init; } = [];

    public IReadOnlyList<ZoneRecord> Authorities { get; init; } = [];

    public IReadOnlyList<ZoneRecord> Additionals { get; init; } = [];
}
