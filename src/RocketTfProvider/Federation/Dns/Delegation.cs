namespace RocketTfProvider.Federation.Dns;

/// <summary>How a Matrix domain points to its host; the values of <c>delegation</c>.</summary>
internal static class Delegation
{
    /// <summary>By a document on the domain's own web site.</summary>
    public const string ByDocument = "well_known";

    /// <summary>By an SRV record.</summary>
    public const string BySrv = "srv";
}
