using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tool.Lint;

/// <summary>
/// Fails when a package that the solution uses, directly or not, has a published vulnerability. A list that cannot be reached is
/// reported and fails nothing: a build must not depend on another server's day.
/// </summary>
internal static class AdvisoriesCommand
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    private static readonly string[] Arguments =
        ["list", "RocketTfProvider.sln", "package", "--vulnerable", "--include-transitive", "--format", "json"];

    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Deadline);
        var output = new StringBuilder();
        try
        {
            var exitCode = await Command.RunAsync(new ProcessStartInfo("dotnet", Arguments), line => output.AppendLine(line), limit.Token);
            if (exitCode == 0)
            {
                return Report(JsonNode.Parse(output.ToString())!);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            output.AppendLine($"no answer within {Deadline.TotalMinutes} minutes");
        }
        catch (JsonException)
        {
            // The output is text then, and says why.
        }

        Console.WriteLine($"vulnerable packages: not checked, the advisories cannot be reached: {output.ToString().Trim()}");
        return 0;
    }

    private static int Report(JsonNode list)
    {
        var found = (from project in Items(list["projects"])
                     from framework in Items(project["frameworks"])
                     from package in Items(framework["topLevelPackages"]).Concat(Items(framework["transitivePackages"]))
                     from advisory in Items(package["vulnerabilities"])
                     select $"{package["id"]} {package["resolvedVersion"]}: {advisory["severity"]}, {advisory["advisoryurl"]}")
            .Distinct().ToList();
        found.ForEach(advisory => Console.Error.WriteLine($"vulnerable package: {advisory}"));
        Console.WriteLine($"vulnerable packages: {found.Count}");
        return found.Count == 0 ? 0 : 1;
    }

    private static IEnumerable<JsonNode> Items(JsonNode? array) => array?.AsArray().OfType<JsonNode>() ?? [];
}
