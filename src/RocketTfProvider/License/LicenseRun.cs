namespace RocketTfProvider.License;

/// <summary>The license in one run, for the resources that need one of its modules.</summary>
internal sealed class LicenseRun
{
    private volatile bool _isPending;

    /// <summary>Whether this run is still to give the workspace a license, whose modules its plan does not know.</summary>
    public bool IsPending => _isPending;

    /// <summary>A license is planned.</summary>
    public void Plan() => _isPending = true;

    /// <summary>The license was applied: the server shows what it enables.</summary>
    public void Apply() => _isPending = false;
}
