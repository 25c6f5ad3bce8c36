namespace Benchmarks.Reporting;

/// <summary>Tells on stderr how far a benchmark is; stdout holds the result alone.</summary>
internal static class Progress
{
    public static void Tell(string what) => Console.Error.WriteLine($"    {what}");
}
