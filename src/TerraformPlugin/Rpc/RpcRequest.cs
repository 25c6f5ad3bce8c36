using Microsoft.AspNetCore.Http.Features;

namespace TerraformPlugin.Rpc;

/// <summary>
/// A request as the web server hands it over. A value type: the web server's code is generic over it, and for a reference type the runtime of
/// a program built ahead of time would put that code together at each start.
/// </summary>
internal readonly record struct RpcRequest(IFeatureCollection Features);
