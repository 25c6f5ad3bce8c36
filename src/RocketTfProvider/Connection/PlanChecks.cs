namespace RocketTfProvider.Connection;

/// <summary>The severity of problems that a plan finds on the server: the values of <c>plan_checks</c>.</summary>
internal enum PlanChecks
{
    /// <summary>A problem that would fail the apply fails the plan.</summary>
    Error,

    /// <summary>A problem that would fail the apply is a warning of the plan.</summary>
    Warn,

    /// <summary>The plan of a new object checks nothing.</summary>
    Off,
}
