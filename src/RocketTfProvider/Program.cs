using RocketTfProvider;
using TerraformPlugin.Hosting;

return await ProviderHost.RunAsync(new RocketChatProvider(Environment.GetEnvironmentVariable), args);
