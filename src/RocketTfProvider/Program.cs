using RocketTfProvider;
using TerraformPlugin;

return await ProviderHost.RunAsync(new RocketChatProvider(Environment.GetEnvironmentVariable), args);
