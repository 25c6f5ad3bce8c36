using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using RocketChat.Client;
using RocketTfProvider.Connection;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Models;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.Commands;

/// <summary>
/// The options that say which workspace a command is about: the arguments of the provider block, under the same names and with the same
/// environment variables. Secrets have no option, because other users of the machine can see a command line.
/// </summary>
internal sealed class ConnectionOptions(Func<string, string?> environment)
{
    private static readonly ImmutableArray<string> WithoutOption = ["auth_token", "password", "totp_secret", "headers", "plan_checks"];

    private readonly ImmutableArray<(SchemaAttribute Argument, Option<string?> Option)> _options =
    [
        .. from argument in ProviderSchema.Instance.Attributes
           where !WithoutOption.Contains(argument.Name)
           select (argument, OptionFor(argument)),
    ];

    public void AddTo(Command command)
    {
        foreach (var (_, option) in _options)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Builds the client for the workspace that the options and the environment name. Nothing is sent.</summary>
    /// <param name="command">The command line.</param>
    /// <param name="listed">The workspace of a list, which comes before the environment; null without a list.</param>
    /// <exception cref="CommandFailure">The options or the environment are not valid.</exception>
    public async Task<OpenWorkspace> OpenAsync(ParseResult command, ListedWorkspace? listed = null)
    {
        var diagnostics = new DiagnosticList();
        if (listed is not null && environment(listed.TokenVariable) is not { Length: > 0 })
        {
            throw new CommandFailure(Diagnostic.Error(
                "Missing token",
                $"The list of workspaces names the environment variable {listed.TokenVariable.Quoted()} for {listed.Url}, and it is not "
                + "set. Set it, or correct its name."));
        }

        var variables = listed is null ? environment : listed.Over(environment);
        var settings = new ConnectionSettings(ModelOf(command, diagnostics), variables, diagnostics);
        var options = diagnostics.HasErrors ? null : settings.ToClientOptions($"terraform-provider-rocketchat/{ProviderVersion.Text}");
        if (options is null)
        {
            throw new CommandFailure([.. diagnostics]);
        }

        try
        {
            var workspace = new Workspace();
            await workspace.ConnectAsync(new RocketChatClient(options), PlanChecks.Error, settings.ExpectedWorkspaceId);
            return new(workspace, options);
        }
        catch (RocketChatException failure)
        {
            throw new CommandFailure(settings.Describe(failure));
        }
    }

    private static Option<string?> OptionFor(SchemaAttribute argument) => new($"--{argument.Name.Replace('_', '-')}")
    {
        Description = Sentence(argument.Description.Replace("`", "", StringComparison.Ordinal)),
        Arity = argument.Type == TfType.Bool ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
        HelpName = argument.Type == TfType.Bool ? "true|false" : argument.Type == TfType.Number ? "number" : "text",
    };

    // The first sentence, and the name of the variable.
    private static string Sentence(string description)
    {
        const string Variable = "Environment variable: ";
        var sentences = description.Split(". ");
        return sentences.LastOrDefault(sentence => sentence.StartsWith(Variable, StringComparison.Ordinal)) is { } variable
            && sentences.Length > 1
            ? $"{sentences[0]} ({variable[Variable.Length..].TrimEnd('.')})."
            : sentences[0].TrimEnd('.') + ".";
    }

    private ProviderModel ModelOf(ParseResult command, DiagnosticList diagnostics)
    {
        var values = ProviderSchema.Instance.Attributes.ToDictionary(argument => argument.Name, _ => TfValue.Null);
        foreach (var (argument, option) in _options.Where(o => command.GetResult(o.Option) is not null))
        {
            var value = ValueOf(command.GetValue(option), argument.Type);
            if (value.IsNull)
            {
                var expected = argument.Type == TfType.Bool ? "true or false" : "a number";
                diagnostics.AddError("Invalid option", $"`{option.Name}` must be {expected}.");
                continue;
            }

            foreach (var validator in argument.Validators)
            {
                validator(value, AttributePath.To(argument.Name), diagnostics);
            }

            values[argument.Name] = value;
        }

        return ProviderModel.Read(new ModelReader(TfValue.Object(values)));
    }

    private static TfValue ValueOf(string? text, TfType type) =>
        type == TfType.Bool ? text is null or "true" ? TfValue.True : text == "false" ? TfValue.False : TfValue.Null
        : type == TfType.Number ? int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? TfValue.Of(number) : TfValue.Null
        : TfValue.Of(text);
}
