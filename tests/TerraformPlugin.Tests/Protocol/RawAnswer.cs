using System.Net.Http.Headers;

namespace TerraformPlugin.Tests.Protocol;

/// <summary>The parts of an HTTP/2 answer in which gRPC puts something.</summary>
internal sealed record RawAnswer(int HttpStatus, HttpResponseHeaders Headers, HttpResponseHeaders Trailers, byte[] Body)
{
    /// <summary>The gRPC status, from the trailers or, in an answer without a message, from the headers; empty if there is none.</summary>
    public string Status => Value("grpc-status");

    /// <summary>The text of that status.</summary>
    public string Message => Value("grpc-message");

    private string Value(string name) =>
        string.Join(',', Trailers.Concat(Headers).Where(h => h.Key == name).SelectMany(h => h.Value).Take(1));
}
