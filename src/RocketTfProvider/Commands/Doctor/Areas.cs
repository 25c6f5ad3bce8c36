namespace RocketTfProvider.Commands.Doctor;

/// <summary>The parts of a checkup, in their order.</summary>
internal static class Areas
{
    public const string Connection = "connection";
    public const string Tls = "tls";
    public const string Clock = "clock";
    public const string Version = "version";
    public const string Account = "account";
    public const string Permissions = "permissions";
    public const string RateLimit = "rate_limit";
    public const string Environment = "environment";
    public const string Registration = "registration";
    public const string License = "license";
    public const string Push = "push";
    public const string Federation = "federation";
}
