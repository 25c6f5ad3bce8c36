using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Push;

/// <summary>
/// The registration in one run, for the push settings: a server reads its gateway when it sets up push, so a later registration takes
/// effect only when push is set up again.
/// </summary>
internal sealed class RegistrationRun
{
    private readonly Lock _lock = new();
    private (Diagnostic Warning, bool IsConnected)? _ifRegistered;
    private volatile bool _acceptsTerms;
    private volatile bool _registers;
    private volatile bool _changes;
    private volatile bool _hasChanged;

    /// <summary>The terms are accepted, or will be by this run.</summary>
    public bool AcceptsTerms => _acceptsTerms;

    /// <summary>The workspace is registered as far as the state tells, or will be by this run.</summary>
    public bool Registers => _registers;

    /// <summary>According to the state, the terms or the registration are still missing.</summary>
    public bool Changes => _changes;

    /// <summary>The terms or the registration were missing, and both are there now.</summary>
    public bool HasChanged => _hasChanged;

    /// <summary>A registration is planned.</summary>
    /// <param name="registers">The workspace is registered, or will be.</param>
    /// <param name="changes">The terms or the registration are still missing.</param>
    /// <param name="diagnostics">Receives the warning of push settings that were planned first.</param>
    public void Plan(bool registers, bool changes, DiagnosticList diagnostics)
    {
        lock (_lock)
        {
            _acceptsTerms = true;
            _registers |= registers;
            _changes |= changes;
            if (_ifRegistered is { } waiting && Gives(waiting.IsConnected))
            {
                diagnostics.Add(waiting.Warning);
                _ifRegistered = null;
            }
        }
    }

    /// <summary>
    /// Reports a warning of push settings that is true if this run registers the workspace. Without a dependency, a CLI plans either of
    /// the two first; the second one reports it.
    /// </summary>
    /// <param name="warning">The warning.</param>
    /// <param name="isConnected">Whether the server uses its registration, if it has one.</param>
    /// <param name="diagnostics">Receives the warning if a registration was planned already.</param>
    public void ReportIfRegistered(Diagnostic warning, bool isConnected, DiagnosticList diagnostics)
    {
        lock (_lock)
        {
            if (Gives(isConnected))
            {
                diagnostics.Add(warning);
            }
            else
            {
                _ifRegistered = (warning, isConnected);
            }
        }
    }

    /// <summary>A registration was applied.</summary>
    public void Apply(bool hasChanged) => _hasChanged |= hasChanged;

    // Whether this run gives a server access to the gateway that it does not have.
    private bool Gives(bool isConnected) => _changes && (_registers || isConnected);
}
