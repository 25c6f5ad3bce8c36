using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace RocketTfProvider.Commands;

/// <summary>The help of the library, with the examples of the command behind it.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    private readonly HelpAction _usual = new() { MaxWidth = Terminal.Width };

    /// <summary>The option by which every command shows its help.</summary>
    public static HelpOption Option => new() { Action = new HelpWithExamples() };

    /// <summary>Help is asked for where an argument is missing, above all.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = _usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is ToolCommand command)
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in command.Examples)
            {
                output.WriteLine($"  {example}");
            }
        }

        return code;
    }
}
