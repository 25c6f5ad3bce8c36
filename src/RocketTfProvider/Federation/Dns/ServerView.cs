using RocketChat.Client;
using RocketChat.Federation.Problems;
using RocketChat.Federation.Records;
using RocketTfProvider.Connection;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace RocketTfProvider.Federation.Dns;

/// <summary>The records that the workspace itself sees in DNS.</summary>
/// <param name="Value">The attribute <c>server_view</c>.</param>
/// <param name="Problem">The problem if it sees something else; otherwise null.</param>
internal sealed record ServerView(TfValue Value, DnsProblem? Problem)
{
    private static ServerView None { get; } = new(TfValue.Null, null);

    /// <summary>Asks the workspace. A failure is a warning, because the verdict does not depend on the answer.</summary>
    public static async Task<ServerView> ReadAsync(
        RocketChatClient client, IReadOnlyList<NeededRecord> records, DiagnosticList diagnostics, CancellationToken cancellationToken)
    {
        if (records.OfType<NeededSrv>().FirstOrDefault() is not { } srv || records.OfType<NeededTxt>().FirstOrDefault() is not { } txt)
        {
            return None;
        }

        try
        {
            var seenSrv = await client.Dns.ResolveSrvAsync(srv.Name.Value, cancellationToken);
            var seenTxt = seenSrv is null ? null : await client.Dns.ResolveTxtAsync(txt.Name.Value, cancellationToken);
            return seenSrv is null || seenTxt is null ? None : Compare(srv, txt, seenSrv, seenTxt);
        }
        catch (RocketChatException failure)
        {
            var reason = ClientFailure.Describe(failure);
            diagnostics.AddWarning("Server's own view not known".Naming(srv.Name.Value),
                $"The workspace could not be asked what it sees in DNS; `server_view` is null. {reason.Detail}");
            return None;
        }
    }

    private static ServerView Compare(NeededSrv srv, NeededTxt txt, ServerDnsAnswer seenSrv, ServerDnsAnswer seenTxt)
    {
        // Priority and weight have no effect.
        var srvAgrees = seenSrv.Value?.ToLowerInvariant().EndsWith($" {srv.Port} {srv.Target.Absolute}", StringComparison.Ordinal) == true;
        var agrees = srvAgrees && seenTxt.Value == txt.Text;
        var value = TfValue.Object(new Dictionary<string, TfValue>
        {
            ["srv"] = TfValue.Of(seenSrv.Value),
            ["txt"] = TfValue.Of(seenTxt.Value),
            ["agrees"] = TfValue.Of(agrees),
        });
        NeededRecord differing = srvAgrees ? txt : srv;
        return new ServerView(value, agrees
            ? null
            : new DnsProblem(
                "server_view_differs",
                ProblemSeverity.Warning,
                differing.ToString(),
                differing.Value,
                (srvAgrees ? seenTxt.Value ?? seenTxt.Error : seenSrv.Value ?? seenSrv.Error) ?? "",
                "The workspace sees something else with its own resolver, or nothing: that resolver remembers an older answer, or serves "
                    + "a zone of its own (split horizon)."));
    }
}
