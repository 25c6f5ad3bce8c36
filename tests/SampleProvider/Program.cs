using System.Globalization;
using SampleProvider;
using TerraformPlugin.Hosting;

// A test asks for a crash that no caller can catch.
if (Environment.GetEnvironmentVariable("SAMPLE_CRASH_AFTER_MS") is { } delay)
{
    new Thread(() =>
    {
        Thread.Sleep(int.Parse(delay, CultureInfo.InvariantCulture));
        throw new InvalidOperationException("a crash was asked for");
    }).Start();
}

return await ProviderHost.RunAsync(new SampleProviderPlugin(), args);
