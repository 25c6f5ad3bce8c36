using System.Reflection;
using System.Runtime.InteropServices;
using RocketChat.Emulator;
using RocketChat.Emulator.Loading;
using RocketChat.Emulator.Recording;
using RocketChat.Emulator.Seeding;

var line = CommandLine.Parse(args);
if (line.Help)
{
    Console.Out.Write(CommandLine.HelpText);
    return 0;
}
if (line.Version)
{
    Console.Out.WriteLine(typeof(CommandLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion);
    return 0;
}
if (line.Mistake is not null)
{
    Console.Error.WriteLine($"{line.Mistake}\nTry --help.");
    return 2;
}

using var stop = new CancellationTokenSource();
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    var options = line.LogRequests
        ? line.Options with { OnRequest = request => Console.Out.WriteLine(RequestLine.Of(request)) }
        : line.Options;
    await using var server = await EmulatorServer.StartAsync(options, stop.Token);
    Console.Out.WriteLine($"listening on {server.Url.AbsoluteUri.TrimEnd('/')}");
    if (ListenAddress.Warning(server.Url) is { } warning)
    {
        Console.Error.WriteLine(warning);
    }

    if (server.DnsEndPoint is { } dns)
    {
        Console.Out.WriteLine($"name server on {dns}");
    }

    await Task.Delay(Timeout.Infinite, stop.Token);
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 0;
}
catch (Exception mistake) when (mistake is ArgumentException or SeedException or IOException)
{
    Console.Error.WriteLine(mistake.Message);
    return 1;
}
return 0;
