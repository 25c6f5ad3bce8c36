using System.Text.Json.Nodes;
using RocketChat.Emulator.Http;

namespace RocketChat.Emulator.Methods;

/// <summary>Runs a server method and gives its result back.</summary>
internal delegate JsonNode? ServerMethod(EndpointCall call, JsonArray parameters);
