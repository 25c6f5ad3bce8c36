namespace Benchmarks.Reporting;

/// <summary>The columns that say where we want to be.</summary>
internal static class Goals
{
    public const string Goal = "goal";
    public const string Stretch = "stretch";

    /// <summary>Adds the goal of a row, for the build that we ship.</summary>
    public static Row Aiming(this Row row, double goal, double stretch) =>
        row.With(Goal, FormattableString.Invariant($"<= {goal}")).With(Stretch, FormattableString.Invariant($"<= {stretch}"));
}
