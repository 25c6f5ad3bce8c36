namespace RocketTfProvider.Connection;

/// <summary>How a plan treats what it finds on the server; the lower-case names are the values of <c>plan_checks</c>.</summary>
internal enum PlanChecks
{
    /// <summary>What would fail in the apply fails in the plan.</summary>
    Error,

    /// <summary>What would fail in the apply is a warning of the plan.</summary>
    Warn,

    /// <summary>The plan of a new object does not look.</summary>
    Off,
}
