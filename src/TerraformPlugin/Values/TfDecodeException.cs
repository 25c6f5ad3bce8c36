namespace TerraformPlugin.Values;

/// <summary>Bytes or JSON that do not hold a value of the wanted type. The message names the place, never the content.</summary>
public sealed class TfDecodeException : Exception
{
    /// <summary>Creates the exception with what was wrong.</summary>
    public TfDecodeException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with what was wrong and its cause.</summary>
    public TfDecodeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
