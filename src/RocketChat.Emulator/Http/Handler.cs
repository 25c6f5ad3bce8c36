namespace RocketChat.Emulator.Http;

/// <summary>Answers one call. Runs alone: no other call sees the workspace meanwhile.</summary>
internal delegate Reply Handler(EndpointCall call);
