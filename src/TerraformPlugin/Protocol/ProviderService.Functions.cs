using System.Collections.Frozen;
using Grpc.Core;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Execution;
using TerraformPlugin.Protocol.V6;

namespace TerraformPlugin.Protocol;

/// <content>The calls about functions.</content>
internal sealed partial class ProviderService
{
    // The dictionaries of what few commands need are made at their first use: until the handshake line is written, the CLI waits.
    private FrozenDictionary<string, Function> Functions =>
        field ??= _provider.Functions.ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);

    public override Task<GetFunctions.Types.Response> GetFunctions(GetFunctions.Types.Request request, ServerCallContext context)
    {
        var response = new GetFunctions.Types.Response();
        foreach (var (name, function) in Functions)
        {
            response.Functions[name] = WireFunctions.Encode(function.Signature);
        }

        return Task.FromResult(response);
    }

    public override async Task<CallFunction.Types.Response> CallFunction(CallFunction.Types.Request request, ServerCallContext context)
    {
        var response = new CallFunction.Types.Response();
        var diagnostics = await _runner.RunAsync(
            nameof(CallFunction), request.Name, _ => CallAsync(request, response), context.CancellationToken, canWarn: false)
            .ConfigureAwait(false);
        if (diagnostics.FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error) is { } failure)
        {
            response.Error = WireFunctions.Encode($"{failure.Summary}. {failure.Detail}", null);
        }

        return response;
    }

    private Task CallAsync(CallFunction.Types.Request request, CallFunction.Types.Response response)
    {
        var function = Functions.GetValueOrDefault(request.Name) ?? throw NotOffered("Unknown function", $"function `{request.Name}`");
        var signature = function.Signature;
        try
        {
            var arguments = request.Arguments.Select((value, i) => WireValues.Decode(value, FunctionCall.TypeAt(signature, i))).ToList();
            response.Result = WireValues.Encode(FunctionCall.Run(function, arguments), signature.ReturnType);
        }
        catch (FunctionException error)
        {
            response.Error = WireFunctions.Encode(error.Message, FunctionCall.PlaceOf(signature, error));
        }

        return Task.CompletedTask;
    }
}
