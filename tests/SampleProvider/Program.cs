using TerraformPlugin.Hosting;

// A test asks for a crash that no caller can catch.
if (Environment.GetEnvironmentVariable("SAMPLE_CRASH_AFTER_MS") is { } delay)
{
    new Thread(() =>
    {
        Thread.Sleep(int.Parse(delay, System.Globalization.CultureInfo.InvariantCulture));
        throw new InvalidOperationException("a crash was asked for");
    }).Start();
}

return await PluginHost.RunAsync(
    new PluginHostOptions { ProviderName = "sample", ProviderAddress = "registry.terraform.io/example/sample", Version = "1.2.3" },
    args);
