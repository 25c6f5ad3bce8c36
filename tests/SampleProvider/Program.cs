using TerraformPlugin.Hosting;

return await PluginHost.RunAsync(
    new PluginHostOptions { ProviderName = "sample", ProviderAddress = "registry.terraform.io/example/sample", Version = "1.2.3" },
    args);
