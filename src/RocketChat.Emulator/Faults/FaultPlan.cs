using RocketChat.Emulator.Http;

namespace RocketChat.Emulator.Faults;

/// <summary>The faults from now on. Safe to change while requests run.</summary>
public sealed class FaultPlan
{
    private readonly Lock _gate = new();
    private readonly List<(Fault Fault, int? Left)> _faults = [];

    /// <summary>The faults that are not over yet, with what is left of their counts.</summary>
    public IReadOnlyList<Fault> Current
    {
        get
        {
            lock (_gate)
            {
                return [.. _faults.Select(entry => entry.Fault with { Count = entry.Left })];
            }
        }
    }

    /// <summary>Adds a fault. The first that fits a request hits it, alone.</summary>
    /// <exception cref="ArgumentException">The fault could never do what it says; the message gives the reason.</exception>
    public void Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (fault.Mistake is { } mistake)
        {
            throw new ArgumentException(mistake);
        }

        lock (_gate)
        {
            _faults.Add((fault, fault.Count));
        }
    }

    /// <summary>Lets everything go right again.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _faults.Clear();
        }
    }

    internal Fault? Take(IncomingRequest request)
    {
        lock (_gate)
        {
            var index = _faults.FindIndex(entry => entry.Left is not 0 && entry.Fault.Hits(request));
            if (index < 0)
            {
                return null;
            }

            var (fault, left) = _faults[index];
            if (left is 1)
            {
                _faults.RemoveAt(index);
            }
            else
            {
                _faults[index] = (fault, left - 1);
            }

            return fault;
        }
    }
}
