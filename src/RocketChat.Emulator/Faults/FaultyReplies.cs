using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using RocketChat.Emulator.Http;

namespace RocketChat.Emulator.Faults;

/// <summary>Answers that do not come from Rocket.Chat.</summary>
internal static class FaultyReplies
{
    /// <summary>The answer that stands in for the real one; null when the fault leaves the real one.</summary>
    public static Reply? InsteadOf(Fault fault) => fault.Kind switch
    {
        FaultKind.Status => Status(fault.Status ?? 500),
        FaultKind.ProxyPage => ProxyPage(fault.Status ?? 502),
        _ => null,
    };

    private static Reply Status(int status) =>
        Reply.Json(status, new JsonObject { ["success"] = false, ["error"] = ReasonPhrases.GetReasonPhrase(status) });

    private static Reply ProxyPage(int status)
    {
        var title = $"{status} {ReasonPhrases.GetReasonPhrase(status)}";
        return Reply.Text(
            status, "text/html", $"<html>\n<head><title>{title}</title></head>\n<body><h1>{title}</h1><hr>proxy</body>\n</html>\n");
    }
}
