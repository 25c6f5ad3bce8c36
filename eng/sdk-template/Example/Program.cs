using Example;
using TerraformPlugin.Hosting;

return await ProviderHost.RunAsync(new ExampleProvider(), args);
