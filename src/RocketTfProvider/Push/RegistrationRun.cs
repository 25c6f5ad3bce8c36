namespace RocketTfProvider.Push;

/// <summary>
/// The registration in one run, for the push settings: a server reads its gateway when it sets up push, so a later registration takes
/// effect only when push is set up again.
/// </summary>
internal sealed class RegistrationRun
{
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
    public void Plan(bool registers, bool changes)
    {
        _acceptsTerms = true;
        _registers |= registers;
        _changes |= changes;
    }

    /// <summary>A registration was applied.</summary>
    public void Apply(bool hasChanged) => _hasChanged |= hasChanged;
}
