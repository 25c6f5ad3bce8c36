using RocketTfProvider;
using RocketTfProvider.Commands;
using TerraformPlugin.Hosting;

// Without HOME, .NET asks the C library for the account's folder, and that loads modules which a statically linked program cannot.
if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("HOME")))
{
    Environment.SetEnvironmentVariable("HOME", "/");
}

Func<string, string?> environment = Environment.GetEnvironmentVariable;
return ProviderCommands.IsIn(args)
    ? await ProviderCommands.RunAsync(args, environment, Terminal.OfProcess(environment), CancellationToken.None)
    : await ProviderHost.RunAsync(new RocketChatProvider(environment), args, ProviderCommands.Help);
