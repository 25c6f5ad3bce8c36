using RocketTfProvider;
using RocketTfProvider.Commands;
using TerraformPlugin.Hosting;

Func<string, string?> environment = Environment.GetEnvironmentVariable;
return ProviderCommands.IsIn(args)
    ? await ProviderCommands.RunAsync(args, environment, Terminal.OfProcess(environment), CancellationToken.None)
    : await ProviderHost.RunAsync(new RocketChatProvider(environment), args, ProviderCommands.Help);
