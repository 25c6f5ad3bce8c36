using System.Diagnostics;

namespace RocketChat.Emulator.Tests;

/// <summary>The program as a person or a script starts it.</summary>
public sealed class ProgramTests
{
    [Fact]
    public async Task Run_PortZero_SaysWhereItListensAndEndsOnSigterm()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "There is no SIGTERM on this system.");
        using var program = Start("--url", "http://127.0.0.1:0", "--version-profile=6.5", "--dns-port=0", "--log-requests");
        var cancellationToken = TestContext.Current.CancellationToken;

        var line = await program.StandardOutput.ReadLineAsync(cancellationToken);
        var nameServer = await program.StandardOutput.ReadLineAsync(cancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(line!["listening on ".Length..]) };
        var info = await client.GetStringAsync("/api/info", cancellationToken);
        var logged = await program.StandardOutput.ReadLineAsync(cancellationToken);
        using var kill = Process.Start("kill", ["-TERM", program.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await program.WaitForExitAsync(cancellationToken).WaitAsync(TimeSpan.FromSeconds(30), cancellationToken);

        Assert.Matches(@"^name server on 127\.0\.0\.1:\d+$", nameServer);
        Assert.StartsWith("""{"version":"6.5",""", info, StringComparison.Ordinal);
        Assert.Contains("\"path\":\"/api/info\"", logged, StringComparison.Ordinal);
        Assert.Equal(0, program.ExitCode);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0", true)]
    [InlineData("http://127.0.0.1:0", false)]
    public async Task Run_AddressThatOtherMachinesReach_Warns(string url, bool isWarned)
    {
        using var program = Start("--url", url);
        var cancellationToken = TestContext.Current.CancellationToken;
        try
        {
            Assert.StartsWith(
                "listening on ", await program.StandardOutput.ReadLineAsync(cancellationToken), StringComparison.Ordinal);
            if (isWarned)
            {
                Assert.StartsWith(
                    $"warning: other machines can reach {url[..^1]}",
                    await program.StandardError.ReadLineAsync(cancellationToken),
                    StringComparison.Ordinal);
            }
        }
        finally
        {
            program.Kill();
        }

        await program.WaitForExitAsync(cancellationToken);
        Assert.Equal("", await program.StandardError.ReadToEndAsync(cancellationToken));
    }

    [Theory]
    [InlineData(0, "--version-profile", "--help")]
    [InlineData(0, "--dns-port", "--help")]
    [InlineData(2, "--dns-port 99999 is not a port", "--dns-port", "99999")]
    [InlineData(2, "--resolver 127.0.0.1 is not an address and a port", "--resolver=127.0.0.1")]
    [InlineData(2, "unknown argument", "--color")]
    [InlineData(2, "--seed needs a value", "--seed")]
    [InlineData(2, "is not a URL", "--url", "ftp://x")]
    [InlineData(2, "--seed needs a value", "--seed", "--log-requests")]
    [InlineData(2, "--seed needs a value", "--seed=")]
    [InlineData(2, "is not a URL that begins with http://", "--url", "https://127.0.0.1:0")]
    [InlineData(2, "cannot take any free port on localhost; write 127.0.0.1", "--url", "http://localhost:0")]
    [InlineData(2, "must have an IP address of this machine, such as 127.0.0.1", "--url", "http://chat.example.org:3000")]
    [InlineData(2, "has more than an address", "--url", "http://127.0.0.1:0/?color=red")]
    [InlineData(1, "cannot listen on http://192.0.2.1:3000: ", "--url", "http://192.0.2.1:3000")]
    [InlineData(2, "unknown version profile '1.0'; known are 3.11, 6.5, 7.10, 8.6, 8.8, 9.0\n", "--version-profile", "1.0")]
    [InlineData(1, "cannot read the seed file", "--seed", "no-such-file.json")]
    public async Task Run_OtherArguments_ExplainsItself(int exitCode, string expected, params string[] arguments)
    {
        using var program = Start(arguments);
        var cancellationToken = TestContext.Current.CancellationToken;

        var said = await program.StandardOutput.ReadToEndAsync(cancellationToken) + await program.StandardError.ReadToEndAsync(
            cancellationToken);
        await program.WaitForExitAsync(cancellationToken);

        Assert.Contains(expected, said, StringComparison.Ordinal);
        Assert.Equal(exitCode, program.ExitCode);
    }

    private static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo(
        Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet",
        [Path.Combine(AppContext.BaseDirectory, "RocketChat.Emulator.dll"), .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
