namespace RocketChat.Emulator.Methods;

/// <summary>A failure of which the server says nothing: the error in the answer has no more than the name of its class.</summary>
internal sealed class SilentFailureException(string? name = null) : Exception("the method failed and did not say why")
{
    public string? Name { get; } = name;
}
