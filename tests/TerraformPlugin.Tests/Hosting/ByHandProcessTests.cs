using System.Diagnostics;
using System.Text.RegularExpressions;
using PluginClient;
using Serving = PluginClient.Protocol.GrpcHealth.HealthCheckResponse.Types.ServingStatus;

namespace TerraformPlugin.Tests.Hosting;

public sealed partial class ByHandProcessTests
{
    [Fact]
    public async Task Run_WithoutACli_ExplainsOnStderr()
    {
        var (exitCode, output, errors) = await RunAsync();

        Assert.Equal(1, exitCode);
        Assert.Empty(output);
        Assert.Contains("a plugin, which Terraform or OpenTofu", errors, StringComparison.Ordinal);
        Assert.Contains("https://registry.terraform.io/providers/example/sample/latest/docs", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Version_PrintsNameAndVersion()
    {
        var (exitCode, output, errors) = await RunAsync("--version");

        Assert.Equal(0, exitCode);
        Assert.StartsWith("terraform-provider-sample 1.2.3\n.NET 10.", output, StringComparison.Ordinal);
        Assert.Empty(errors);
    }

    [Fact]
    public async Task Run_Help_PrintsHowToUseIt()
    {
        var (exitCode, output, _) = await RunAsync("--help");

        Assert.Equal(0, exitCode);
        Assert.Contains("source = \"example/sample\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_UnknownArgument_NamesItAndTheKnown()
    {
        var (exitCode, output, errors) = await RunAsync("--serve");

        Assert.Equal(1, exitCode);
        Assert.Empty(output);
        Assert.Contains("--serve", errors, StringComparison.Ordinal);
        Assert.Contains("-debug", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Debug_ServesSeveralClientsUntilInterrupted()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no such signals on Windows");
        using var folder = new TempFolder();
        using var process = Start(["-debug"], folder.Path);
        try
        {
            var address = PluginAddress.FromReattach(await ReadReattachAsync(process), "registry.terraform.io/example/sample");
            for (var client = 0; client < 2; client++)
            {
                using var connection = PluginConnection.Attach(address);
                Assert.Equal(Serving.Serving, await SamplePlugin.PingAsync(connection));
            }

            using var kill = Process.Start(new ProcessStartInfo("kill", ["-INT", $"{process.Id}"]))!;
            await process.WaitForExitAsync(TestContext.Current.CancellationToken)
                .WaitAsync(SamplePlugin.Limit, TestContext.Current.CancellationToken);

            Assert.Equal(0, process.ExitCode);
            Assert.Empty(folder.Entries);
        }
        finally
        {
            process.Kill();
        }
    }

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] args)
    {
        using var folder = new TempFolder();
        using var process = Start(args, folder.Path);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await errors);
    }

    internal static Process Start(string[] args, string tempFolder)
    {
        var start = new ProcessStartInfo(SamplePlugin.FileName, args) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove(PluginProcess.Cookie.Key);
        start.Environment["TMPDIR"] = tempFolder;
        return Process.Start(start)!;
    }

    internal static async Task<string> ReadReattachAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (ReattachVariable().Match(line) is { Success: true } match)
            {
                return match.Groups[1].Value;
            }
        }

        throw new InvalidOperationException("the program ended without the variable");
    }

    [GeneratedRegex("TF_REATTACH_PROVIDERS='(.+)'")]
    private static partial Regex ReattachVariable();
}
