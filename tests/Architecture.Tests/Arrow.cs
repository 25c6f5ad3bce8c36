namespace Architecture.Tests;

/// <summary>A folder uses another one of the same project; <paramref name="Example"/> is a file that does.</summary>
internal sealed record Arrow(string From, string To, string Example);
