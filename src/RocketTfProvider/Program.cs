using RocketTfProvider;
using TerraformPlugin.Hosting;

// Without HOME, .NET asks the C library for the account's folder, and that loads modules which a statically linked program cannot.
if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("HOME")))
{
    Environment.SetEnvironmentVariable("HOME", "/");
}

return await ProviderHost.RunAsync(new RocketChatProvider(Environment.GetEnvironmentVariable), args);
