namespace RocketChat.Emulator.Tests.Replay;

/// <summary>How far the emulator answers as the recorded servers did.</summary>
internal sealed record ReplayScore(int Matched, int Covered, int Recorded, IReadOnlyList<string> Mismatches)
{
    public static ReplayScore operator +(ReplayScore left, ReplayScore right) => new(
        left.Matched + right.Matched,
        left.Covered + right.Covered,
        left.Recorded + right.Recorded,
        [.. left.Mismatches, .. right.Mismatches]);

    public override string ToString() => $"recorded exchanges: {Matched}/{Covered}/{Recorded}";
}
