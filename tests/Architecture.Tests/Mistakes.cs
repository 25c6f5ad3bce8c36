namespace Architecture.Tests;

/// <summary>Fails a test with every mistake on a line of its own, where the usual assertion shows a part of the first.</summary>
internal static class Mistakes
{
    public static void AreNone(IEnumerable<string> mistakes)
    {
        var all = string.Join('\n', mistakes);
        Assert.True(all.Length == 0, all);
    }
}
