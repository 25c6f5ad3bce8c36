using System.Diagnostics.Metrics;

namespace TerraformPlugin.Hosting;

/// <summary>Meters for the web server, which insists on them. Nobody listens in a plugin.</summary>
internal sealed class SilentMeters : IMeterFactory
{
    private readonly List<Meter> _meters = [];

    public Meter Create(MeterOptions options)
    {
        var meter = new Meter(options);
        _meters.Add(meter);
        return meter;
    }

    public void Dispose() => _meters.ForEach(meter => meter.Dispose());
}
