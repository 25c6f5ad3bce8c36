using System.Runtime.InteropServices;
using Acceptance.Running;
using Benchmarks;
using Benchmarks.Measuring;
using Benchmarks.Parts;
using Benchmarks.Reporting;

(string Name, Func<int, CancellationToken, Task<Table>> RunAsync)[] parts =
[
    ("start", StartBenchmark.RunAsync),
    ("rpc", RpcBenchmark.RunAsync),
    ("plan", PlanBenchmark.RunAsync),
    ("http", HttpBenchmark.RunAsync),
    ("chain", ChainBenchmark.RunAsync),
    ("scale", ScaleBenchmark.RunAsync),
    ("memory", LargeAnswerBenchmark.RunAsync),
];

if (!OperatingSystem.IsLinux())
{
    Console.Error.WriteLine("The benchmarks read /proc: they run on Linux only.");
    return 2;
}

using var interruption = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, CancelInstead);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, CancelInstead);
try
{
    var options = Options.Parse(args, [.. parts.Select(part => part.Name).Distinct()]);
    var load = new MachineLoad();
    var tables = new List<Table>();
    foreach (var (name, runAsync) in parts.Where(part => options.Parts.Contains(part.Name)))
    {
        Console.Error.WriteLine($"==> bench {name}");
        tables.Add(await runAsync(options.Runs, interruption.Token));
    }

    var report =
        $"# Benchmarks\n\n{Conditions.Describe(options, TimeProvider.System.GetUtcNow(), load.Describe())}\n{string.Join('\n', tables)}";
    File.WriteAllText(Repository.PathOf("artifacts", "bench.md"), report);
    Console.WriteLine($"\n{report}");
    return 0;
}
catch (FormatException mistake)
{
    Console.Error.WriteLine(mistake.Message);
    return 2;
}
catch (Exception) when (interruption.IsCancellationRequested)
{
    Console.Error.WriteLine("Interrupted.");
    return 130;
}

void CancelInstead(PosixSignalContext signal)
{
    signal.Cancel = true;
    interruption.Cancel();
}
