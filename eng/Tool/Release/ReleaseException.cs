namespace Tool.Release;

/// <summary>A release cannot be made, or is not as it should be; the message says why.</summary>
internal sealed class ReleaseException(string message) : Exception(message);
