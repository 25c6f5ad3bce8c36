using RocketTfProvider.Commands.Permissions;
using RocketTfProvider.Connection;

namespace RocketTfProvider.Commands.Doctor;

/// <summary>Checks whether the server limits the requests of the account.</summary>
internal sealed class RateLimitCheck : IWorkspaceCheck
{
    private const string Enabled = "API_Enable_Rate_Limiter";
    private const string Calls = "API_Enable_Rate_Limiter_Limit_Calls_Default";
    private const string Time = "API_Enable_Rate_Limiter_Limit_Time_Default";

    public string Area => Areas.RateLimit;

    public async Task<string> RunAsync(Workspace workspace, DoctorReport report, CancellationToken cancellationToken)
    {
        var rights = await AccountRights.ReadAsync(workspace.Client, cancellationToken);
        if (rights?.Has(PermissionTable.BypassRateLimit) != false)
        {
            return rights is null ? "not known" : "none for this account";
        }

        var settings = await workspace.Client.Settings.ReadAsync([Enabled, Calls, Time], cancellationToken);
        if (settings.GetValueOrDefault(Enabled) is { Value.ValueKind: System.Text.Json.JsonValueKind.False })
        {
            return "disabled";
        }

        var limit = settings.TryGetValue(Calls, out var calls) && settings.TryGetValue(Time, out var time)
            && !calls.IsMasked && !time.IsMasked
            ? $"{Shown(calls)} requests to an endpoint in {Shown(time)} ms"
            : "10 requests to an endpoint in a minute, unless changed";
        report.Add(FindingCodes.RateLimitedAccount, $"The server limits this account: {limit}.");
        return "limited";
    }

    private static string Shown(Setting setting) => ForeignText.Clean(setting.Value.GetRawText(), 20);
}
