namespace RocketChat.Client.Http;

/// <summary>The answer to a second-factor challenge: goes into <c>x-2fa-method</c> and <c>x-2fa-code</c>.</summary>
internal sealed class SecondFactorCode(string method, Func<string> code)
{
    public string Method { get; } = method;

    /// <summary>The code at this moment: a time-based one must not grow old while a request waits for its turn.</summary>
    public string Code => code();
}
