namespace Tool.Testing;

/// <summary>A test project whose results cannot be counted on.</summary>
internal sealed class TestRunException(string message) : Exception(message);
