using RocketChat.Emulator.Faults;

namespace RocketTfProvider.Tests.Wire;

/// <summary>Counts the provider's requests, and drops every connection after a given one of them.</summary>
internal sealed class CutOff
{
    private FaultPlan? _faults;
    private int _last = int.MaxValue;

    /// <summary>How many requests there were since <see cref="After"/>.</summary>
    public int Calls { get; private set; }

    public void Watch(ProviderSession session) => _faults = session.Server.Faults;

    public void Count()
    {
        if (++Calls == _last)
        {
            _faults!.Add(new Fault { Kind = FaultKind.Drop });
        }
    }

    /// <summary>Begins to count, and lets no request through after this many.</summary>
    public void After(int calls) => (Calls, _last) = (0, calls);

    /// <summary>Lets everything through again.</summary>
    public void End()
    {
        _last = int.MaxValue;
        _faults!.Clear();
    }
}
