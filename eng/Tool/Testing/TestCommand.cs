using System.Diagnostics;

namespace Tool.Testing;

/// <summary>
/// Runs test projects one after the other. The last line is "N passed, N failed[, N skipped]". Fails unless every project ran, nothing
/// failed, and what the acceptance tests sent to the emulator is valid by the schemas that Rocket.Chat publishes.
/// </summary>
internal static class TestCommand
{
    private const string Acceptance = "Acceptance";

    /// <param name="arguments">Projects (all, if there are none), then options of xunit's runner, such as <c>-class</c>.</param>
    /// <param name="cancellationToken">Stops the running project.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var names = arguments.TakeWhile(argument => argument[0] != '-').ToList();
        var options = arguments.Skip(names.Count).ToList();
        var resultsFolder = Repository.PathOf("artifacts", "test-results");
        var requestsFolder = Repository.PathOf("artifacts", "requests");
        Empty(resultsFolder);
        Empty(requestsFolder);

        var projects = names.Count > 0 ? [.. names.Select(name => new TestProject(name))] : TestProject.All().ToList();
        var results = new List<TestResult>();
        var problems = new List<string>();
        foreach (var project in projects)
        {
            Console.WriteLine($"==> {project.Name}");
            var watch = Stopwatch.StartNew();
            try
            {
                var ofProject = await project.RunAsync(options, resultsFolder, cancellationToken);
                results.AddRange(ofProject);
                Console.WriteLine($"    {Summary(ofProject)} in {watch.Elapsed.TotalSeconds:F0} s");
                ShowSkips(ofProject);
            }
            catch (TestRunException problem)
            {
                problems.Add(problem.Message);
            }
        }

        ShowRecordedExchanges();
        if (projects.Exists(project => project.Name == Acceptance))
        {
            results.AddRange(MissingClis());
            var contract = new ProcessStartInfo(Repository.PathOf("tests", "contract", "run"), [requestsFolder]);
            if (await Command.RunAsync(contract, cancellationToken) != 0)
            {
                problems.Add("the requests of the tests were not all checked, or not all valid");
            }
        }

        // Once more at the end: of a long log people often have the last lines only.
        ShowFailures(results);
        foreach (var problem in problems)
        {
            Console.WriteLine($"\nNot counted: {problem}");
        }

        Console.WriteLine();
        if (projects.Exists(project => project.Name == Acceptance))
        {
            foreach (var line in CliReport.Lines(results))
            {
                Console.WriteLine(line);
            }
        }

        Console.WriteLine(Summary(results));
        return problems.Count > 0 || results.Exists(result => result.Outcome == TestOutcome.Failed) ? 1 : 0;
    }

    private static void Empty(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
    }

    // In CI a CLI that somebody asked for must not be left out.
    private static IEnumerable<TestResult> MissingClis() =>
        from cli in Cli.NotStarting
        where Environment.GetEnvironmentVariable("CI") == "true"
        select new TestResult(Acceptance, $"{cli.Key} of ACCEPTANCE_CLIS starts", TestOutcome.Failed, cli.Value, "");

    private static void ShowSkips(IEnumerable<TestResult> results)
    {
        foreach (var result in results.Where(result => result.Outcome == TestOutcome.Skipped))
        {
            Console.WriteLine($"    skipped: {result.Name}: {result.Reason}");
        }
    }

    private static void ShowRecordedExchanges()
    {
        var file = Repository.PathOf("artifacts", "recorded-exchanges.txt");
        Console.WriteLine(File.Exists(file) ? $"\n{File.ReadAllText(file).Trim()}\n" : "");
    }

    private static void ShowFailures(IEnumerable<TestResult> results)
    {
        foreach (var result in results.Where(result => result.Outcome == TestOutcome.Failed))
        {
            Console.WriteLine($"\nFailed in {result.Project}: {result.Name}\n{result.Reason}\n{result.Stack}");
        }
    }

    private static string Summary(IReadOnlyCollection<TestResult> results)
    {
        var skipped = Count(TestOutcome.Skipped);
        return $"{Count(TestOutcome.Passed)} passed, {Count(TestOutcome.Failed)} failed" + (skipped > 0 ? $", {skipped} skipped" : "");

        int Count(TestOutcome outcome) => results.Count(result => result.Outcome == outcome);
    }
}
