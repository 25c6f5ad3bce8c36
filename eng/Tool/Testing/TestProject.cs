using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Tool.Testing;

/// <summary>A test project below tests/, built before.</summary>
internal sealed partial record TestProject(string Name)
{
    // The outcome of an explicit test that nobody asked for.
    private const string NotRun = "NotRunnable";

    private const double SlowSeconds = 1;

    // Tests wait for other processes, so two of them leave a part of two processors idle.
    private const string ThreadsForProcessors = "1.5x";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(70);

    /// <summary>Every test project, the acceptance tests last because they take longest.</summary>
    public static IEnumerable<TestProject> All() =>
        from folder in Directory.EnumerateDirectories(Repository.PathOf("tests"))
        let name = Path.GetFileName(folder)
        let file = Path.Combine(folder, $"{name}.csproj")
        where File.Exists(file) && File.ReadAllText(file).Contains("Test.props", StringComparison.Ordinal)
        orderby name == "Acceptance", name
        select new TestProject(name);

    /// <summary>Runs all tests and shows the slow ones, the failures and the skips as they happen.</summary>
    /// <exception cref="TestRunException">The run did not end as it should, or there are no results.</exception>
    public async Task<IReadOnlyList<TestResult>> RunAsync(
        IReadOnlyList<string> options, string resultsFolder, CancellationToken cancellationToken)
    {
        var file = Path.Combine(resultsFolder, $"{Name}.trx");
        var assembly = Repository.PathOf("tests", Name, "bin", "Release", "net10.0", $"{Name}.dll");
        string[] arguments =
        [
            "exec", assembly, "-noLogo", "-noColor", "-noAutoReporters", "-reporter", "verbose", "-maxThreads", ThreadsForProcessors,
            "-trx", file, .. options,
        ];
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        int exitCode;
        try
        {
            var start = new ProcessStartInfo("dotnet", arguments) { Environment = { ["TESTED_PROVIDER"] = TestedProvider } };
            exitCode = await Command.RunAsync(start, Show, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TestRunException($"{Name} was stopped after {Limit.TotalMinutes} minutes");
        }

        var results = File.Exists(file) ? Read(file) : [];
        if (results.Count == 0)
        {
            throw new TestRunException($"{Name} produced no results (exit code {exitCode})");
        }

        return exitCode == 0 || results.Any(result => result.Outcome == TestOutcome.Failed)
            ? results
            : throw new TestRunException($"{Name} ended with exit code {exitCode} although no test failed");
    }

    // The tests of the provider start what ships, where it is built.
    private static string? TestedProvider =>
        Repository.PathOf("bin", "native", "terraform-provider-rocketchat") is var native && File.Exists(native) ? native : null;

    private static void Show(string line)
    {
        var finished = Finished().Match(line);
        var isFast = finished.Success && double.Parse(finished.Groups[1].Value, CultureInfo.InvariantCulture) < SlowSeconds;
        if (!isFast && !Progress().IsMatch(line))
        {
            Console.WriteLine(line);
        }
    }

    private static string Text(XElement result, string element) =>
        result.Descendants(result.Name.Namespace + element).FirstOrDefault()?.Value.Trim() ?? "";

    private List<TestResult> Read(string file) =>
    [
        .. from result in XDocument.Load(file).Descendants().Where(element => element.Name.LocalName == "UnitTestResult")
           let outcome = (string)result.Attribute("outcome")!
           where outcome != NotRun
           let message = Text(result, "Message")
           select new TestResult(
               Name,
               (string)result.Attribute("testName")!,
               outcome switch
               {
                   "Passed" => TestOutcome.Passed,
                   "NotExecuted" => TestOutcome.Skipped,
                   _ => TestOutcome.Failed,
               },
               message.Length > 0 ? message : Text(result, "StdOut"),
               Text(result, "StackTrace")),
    ];

    [GeneratedRegex(@"^ {2}(Discovering|Discovered|Starting|Finished): |^=== TEST EXECUTION SUMMARY|^ {3}\S+ {2}Total: |\[STARTING\]")]
    private static partial Regex Progress();

    [GeneratedRegex(@"\[FINISHED\] Time: ([\d.]+)s")]
    private static partial Regex Finished();
}
