namespace TerraformPlugin;

/// <summary>The failure of a <see cref="Function"/>, which CLIs show at the argument.</summary>
public sealed class FunctionException : Exception
{
    /// <summary>A failure that no single argument causes.</summary>
    /// <param name="message">The cause and its remedy. CLIs put it behind a colon.</param>
    public FunctionException(string message)
        : base(message)
    {
    }

    /// <summary>A failure that an argument causes.</summary>
    /// <param name="parameter">The name of its parameter.</param>
    /// <param name="message">The cause and its remedy. CLIs put it behind a colon.</param>
    /// <param name="index">The place among the arguments of the variadic parameter, from zero.</param>
    public FunctionException(string parameter, string message, int index = 0)
        : base(message)
    {
        Parameter = parameter;
        Index = index;
    }

    /// <summary>The name of the parameter, or null.</summary>
    public string? Parameter { get; }

    /// <summary>The place among the arguments of the variadic parameter, from zero; zero for every other parameter.</summary>
    public int Index { get; }
}
