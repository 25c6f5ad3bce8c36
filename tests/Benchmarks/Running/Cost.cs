namespace Benchmarks.Running;

/// <summary>The cost of a command.</summary>
/// <param name="Wall">From its start to its end.</param>
/// <param name="Processor">Processor time of the CLI and of all that it started.</param>
internal readonly record struct Cost(TimeSpan Wall, TimeSpan Processor);
