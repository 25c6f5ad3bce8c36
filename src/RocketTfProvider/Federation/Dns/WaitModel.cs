using TerraformPlugin.Models;
using TerraformPlugin.Schemas;

namespace RocketTfProvider.Federation.Dns;

/// <summary>The nested attribute <c>wait</c>.</summary>
internal sealed record WaitModel : IModel<WaitModel>
{
    private static readonly TimeSpan UsualInterval = TimeSpan.FromSeconds(10);

    public Tf<string> Timeout { get; init; }

    public Tf<string> Interval { get; init; }

    public TimeSpan TimeoutLength => Duration.TryParse(Timeout.Or(""), out var length) ? length : TimeSpan.Zero;

    public TimeSpan IntervalLength => Duration.TryParse(Interval.Or(""), out var length) ? length : UsualInterval;

    public static WaitModel Read(ModelReader reader) => new() { Timeout = reader.String("timeout"), Interval = reader.String("interval") };

    public void Write(ModelWriter writer) => writer.String("timeout", Timeout).String("interval", Interval);
}
