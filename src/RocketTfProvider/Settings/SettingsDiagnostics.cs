using System.Text.Json;
using RocketChat.Client;
using RocketTfProvider.Connection;
using TerraformPlugin.Diagnostics;

namespace RocketTfProvider.Settings;

/// <summary>The diagnostics of every resource that is made of settings.</summary>
internal static class SettingsDiagnostics
{
    /// <summary>
    /// Reports the values that a create replaces: the plan of a new object shows no former values; that of a change does.
    /// </summary>
    public static void AddOverwritten(IEnumerable<WantedSetting> changing, DiagnosticList diagnostics)
    {
        WantedSetting[] overwritten = [.. changing.Where(w => !IsEmpty(w.Live.Value))];
        if (overwritten.Length > 0)
        {
            diagnostics.AddWarning(
                "Settings will be overwritten".Naming([.. overwritten.Select(w => w.Id)]),
                $"This change replaces values on the server: {string.Join("; ", overwritten.Select(Overwritten))}. To keep a value, "
                + "write it in the configuration.");
        }
    }

    /// <summary>Reports the settings that the last apply managed, and the configuration no longer names.</summary>
    public static void AddReleased(IReadOnlyCollection<SettingAttribute> released, DiagnosticList diagnostics)
    {
        if (released.Count > 0)
        {
            diagnostics.AddWarning(
                "Settings no longer managed".Naming([.. released.Select(s => s.Path)]),
                $"The configuration no longer names {PathsOf(released)}. From this apply on, the server's values stay as they are: no "
                + "plan and no destroy touches them. To go on managing them, keep them in the configuration.");
        }
    }

    /// <summary>Reports what a destroy with <c>on_destroy = "restore"</c> could not restore.</summary>
    public static void AddUnrestorable(IReadOnlyCollection<SettingAttribute> settings, DiagnosticList diagnostics)
    {
        if (settings.Count > 0)
        {
            diagnostics.AddWarning(
                "Destroy cannot restore".Naming([.. settings.Select(s => s.Id)]),
                $"`on_destroy` is \"restore\", but the earlier value of {PathsOf(settings)} is not kept: the server does not show it, or "
                    + "it is a secret that was first sent while `on_destroy` had another value. A destroy will restore the other "
                + "settings, and fail for these. To avoid that, apply `on_destroy = \"keep\"` before the destroy.",
                AttributePath.To(OnDestroy.Name));
        }
    }

    /// <summary>Reports new settings that already have the configured value, while a destroy is to restore another.</summary>
    public static void AddUnknownBefore(IReadOnlyCollection<string> ids, DiagnosticList diagnostics)
    {
        if (ids.Count > 0)
        {
            diagnostics.AddWarning(
                "Value from before is not known".Naming(ids),
                $"`on_destroy` is \"restore\", but {ListOf(ids)} {(ids.Count == 1 ? "has" : "have")} the configured value already, for "
                + "instance because an earlier apply was killed. A destroy will leave that value. To have another one restored, set it "
                + "in the administration before the apply; or use `on_destroy = \"reset\"` or `\"keep\"`.",
                AttributePath.To(OnDestroy.Name));
        }
    }

    /// <summary>Reports what became of the settings that a failed create had written.</summary>
    public static void AddTakenBack(
        IReadOnlyCollection<string> taken,
        IReadOnlyCollection<string> hidden,
        IReadOnlyCollection<string> left,
        DiagnosticList diagnostics)
    {
        var secrets = hidden.Count == 0
            ? ""
            : $" {ListOf(hidden)} may have the new value: the server does not show the value from before, so it cannot be taken back.";
        if (left.Count > 0)
        {
            diagnostics.AddWarning(
                "Failed create is not taken back".Naming(left),
                $"The create failed, and {ListOf(left)} may have the new value: the server did not accept the value from before. "
                + (taken.Count > 0 ? $"{ListOf(taken)} {(taken.Count == 1 ? "has" : "have")} the value from before again. " : "")
                + $"The state keeps the object, as tainted, with the values from before. Apply again: this replaces it.{secrets}");
        }
        else if (taken.Count + hidden.Count > 0)
        {
            diagnostics.AddWarning(
                "Failed create is taken back".Naming([.. taken, .. hidden]),
                (taken.Count > 0
                    ? $"The create failed, so {ListOf(taken)} {(taken.Count == 1 ? "has" : "have")} the value from before again. "
                    : "The create failed. ")
                + $"The state has no such object. After you correct the error, apply again.{secrets}");
        }
    }

    /// <summary>The warning of a destroy that leaves settings to another object of the run.</summary>
    public static Diagnostic Kept(IReadOnlyCollection<string> ids, string mode) => Diagnostic.Warning(
        "Settings are kept".Naming(ids),
        $"{ListOf(ids)} {(ids.Count == 1 ? "keeps its value" : "keep their values")}, because another object of this run manages the same."
        + (mode == OnDestroy.Restore
            ? " The values from before, which only the destroyed object has, are not handed over: with `on_destroy = \"restore\"`, a "
            + "destroy of the other object restores the values that it found."
            : ""));

    /// <summary>The warning of a destroy that changes nothing, because an earlier run has replaced the object.</summary>
    /// <param name="ids">The settings that the destroy would change.</param>
    public static Diagnostic LeftOver(params IReadOnlyCollection<string> ids) => Diagnostic.Warning(
        "Replaced object is only removed from the state".Naming(ids),
        "An earlier run replaced this object, and ended before it could destroy it. The object that replaced it may manage the same "
        + $"settings, so nothing was changed. Check {ListOf(ids)} in the administration if no object manages them now.");

    /// <summary>Reports the settings that a destroy can neither reset nor restore.</summary>
    public static void AddLost(string mode, IReadOnlyCollection<string> ids, DiagnosticList diagnostics)
    {
        if (ids.Count > 0)
        {
            diagnostics.Add(ValueNotKnown(mode, ids) with { Severity = DiagnosticSeverity.Warning });
        }
    }

    /// <summary>Reports what a destroy will write: its plan shows only what goes.</summary>
    public static void AddUndone(
        IEnumerable<(SettingAttribute Attribute, Setting Live, JsonElement Value)> undone, string mode, DiagnosticList diagnostics)
    {
        var all = undone.ToList();
        var lines = all.Select(u => ShownValue.OfServer(u.Attribute, u.Live, u.Value) is { } shown
            ? $"`{u.Live.Id}` to {shown}"
            : $"`{u.Live.Id}` (sensitive)");
        if (all.Count > 0)
        {
            diagnostics.AddWarning(
                (mode == OnDestroy.Reset ? "Settings will be reset" : "Settings will be restored").Naming([.. all.Select(u => u.Live.Id)]),
                $"`on_destroy` is \"{mode}\": the destroy sets {string.Join("; ", lines)}. To leave the settings as they are, apply "
                + "`on_destroy = \"keep\"` first.");
        }
    }

    /// <summary>The error of a plan whose later destroy could not reset these settings.</summary>
    public static Diagnostic Unresettable(IReadOnlyCollection<string> ids) => Diagnostic.Error(
        "Destroy cannot reset".Naming(ids),
        $"`on_destroy` is \"reset\", but this version of Rocket.Chat does not report the packaged value of {ListOf(ids)} (7.5 and later "
        + "do), so no destroy could reset it. Use `on_destroy = \"restore\"` or `\"keep\"`.",
        AttributePath.To(OnDestroy.Name));

    public static Diagnostic ValueNotKnown(string mode, IReadOnlyCollection<string> ids)
    {
        var shown = ListOf(ids);
        return mode == OnDestroy.Reset
            ? Diagnostic.Error(
                "No packaged value to reset to".Naming(ids),
                $"This version of Rocket.Chat does not report the packaged value of {shown} (7.5 and later do). The other settings are "
                + "reset. Apply `on_destroy = \"keep\"`, destroy again, and set the value by hand.",
                AttributePath.To(OnDestroy.Name))
            : Diagnostic.Error(
                "No earlier value to restore".Naming(ids),
                $"The state does not hold the values that {shown} had before; the other settings are restored. The earlier value of a "
                + "secret is kept only if `on_destroy` was \"restore\" when the secret was first sent. Apply `on_destroy = \"keep\"`, "
                + "destroy again, and set the value by hand. If the state has the object as tainted, plan without `-refresh=false`.",
                AttributePath.To(OnDestroy.Name));
    }

    public static Diagnostic VersionForgotten(SettingAttribute setting) => Diagnostic.Warning(
        "New secret will not be sent".Naming(setting.Id),
        $"`{setting.WriteOnlyPath}` differs from the value that was sent last, but `{setting.VersionPath}` is the same. "
        + "Raise it to have the new value sent.",
        SettingAttribute.PlaceOf(setting.VersionPath));

    /// <summary>Reports a setting that is stored, but overruled by the workspace's license.</summary>
    public static void AddIneffective(WantedSetting stored, JsonElement effective, DiagnosticList diagnostics)
    {
        if (ShownValue.OfServer(stored.Attribute, stored.Live, effective) is { } shown)
        {
            diagnostics.AddWarning(
                "Stored, not effective".Naming(stored.Id),
                $"The server stores `{stored.Id}` as configured, but the workspace's license does not cover it: {shown} is in effect. Add "
                + "a license that covers it, or remove the value from the configuration.",
                stored.Attribute.Place);
        }
    }

    private static string Overwritten(WantedSetting wanted) =>
        ShownValue.OfServer(wanted.Attribute, wanted.Live, wanted.Live.Value) is { } now
        ? $"`{wanted.Id}` from {now} to {ShownValue.OfManaged(wanted.Attribute, wanted.Json) ?? $"the value of `{wanted.Attribute.Path}`"}"
        : $"`{wanted.Id}` (sensitive)";

    private static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.ValueEquals(""),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.Null => true,
        _ => false,
    };

    private static string ListOf(IEnumerable<string> ids) => string.Join(", ", ids.Select(id => $"`{id}`"));

    private static string PathsOf(IEnumerable<SettingAttribute> settings) => string.Join(", ", settings.Select(s => $"`{s.Path}`"));
}
