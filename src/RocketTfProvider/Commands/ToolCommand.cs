using System.CommandLine;

namespace RocketTfProvider.Commands;

/// <summary>A command with examples in its help.</summary>
/// <param name="name">The name.</param>
/// <param name="description">The purpose, in one or two sentences.</param>
/// <param name="examples">Complete command lines.</param>
internal sealed class ToolCommand(string name, string description, params IReadOnlyList<string> examples) : Command(name, description)
{
    public IReadOnlyList<string> Examples { get; } = examples;
}
