using System.Text.Json;
using RocketChat.Client.Settings;
using RocketTfProvider.Settings;
using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace RocketTfProvider.Tests.Settings;

/// <summary>The whole text of what a plan or an apply reports about settings, for one of them and for several.</summary>
public sealed class SettingsDiagnosticsTests
{
    private static readonly SettingAttribute Url = new("gateway.url", SettingKind.String, "", "Push_gateway");
    private static readonly SettingAttribute Flag = new("show_message", SettingKind.Bool, "", "Push_show_message");
    private static readonly SettingAttribute Secret = new("apns.key", SettingKind.String, "", "Push_apn_key") { IsSecret = true };

    private static readonly string[] One = ["A"];
    private static readonly string[] Two = ["A", "B"];

    // A plan that gives all of them another value than the stored one.
    private static readonly SettingsPlan Restoring =
        new(Model("new", TfValue.True), Model("old", TfValue.False), Model("new", TfValue.True));

    private readonly DiagnosticList _diagnostics = [];

    [Fact]
    public void Overwritten_NamesTheValuesThatTheServerHas()
    {
        SettingsDiagnostics.AddOverwritten(
            [
                Wanted(Url, "\"old\"", "\"new\""), Wanted(Flag, "true", "false"), Wanted(Secret, "\"x\"", "\"y\""),
                Wanted(Url, "\"\"", "\"new\""), Wanted(Url, "[]", "\"new\""), Wanted(Url, "null", "\"new\""),
            ],
            _diagnostics);

        AssertWarning(
            "Settings will be overwritten: \"Push_gateway\" and 2 more",
            "This change replaces values on the server: `Push_gateway` from \"old\" to the value of `gateway.url`; "
            + "`Push_show_message` from true to false; `Push_apn_key` (sensitive). To keep a value, write it in the configuration.");
    }

    [Fact]
    public void Overwritten_OfWhatIsNotEmpty_NamesEachKindOfValue()
    {
        SettingsDiagnostics.AddOverwritten([Wanted(Url, "[\"a\"]", "\"new\""), Wanted(Url, "0", "\"new\"")], _diagnostics);

        AssertWarning(
            "Settings will be overwritten: \"Push_gateway\" and 1 more",
            "This change replaces values on the server: `Push_gateway` from [\"a\"] to the value of `gateway.url`; "
            + "`Push_gateway` from 0 to the value of `gateway.url`. To keep a value, write it in the configuration.");
    }

    [Fact]
    public void Released_NamesTheAttributes()
    {
        SettingsDiagnostics.AddReleased([Url, Flag], _diagnostics);

        AssertWarning(
            "Settings no longer managed: \"gateway.url\" and 1 more",
            "The configuration no longer names `gateway.url`, `show_message`. From this apply on, the server's values stay as they are: no"
            + " plan and no destroy touches them. To go on managing them, keep them in the configuration.");
    }

    [Fact]
    public void Unrestorable_NamesTheAttributesAndTheRemedy()
    {
        SettingsDiagnostics.AddUnrestorable([Secret, Url], _diagnostics);

        AssertWarning(
            "Destroy cannot restore: \"Push_apn_key\" and 1 more",
            "`on_destroy` is \"restore\", but the earlier value of `apns.key`, `gateway.url` is not kept: the server does not show it, or"
            + " it is a secret that was first sent while `on_destroy` had another value. A destroy will restore the other settings, and"
            + " fail for these. To avoid that, apply `on_destroy = \"keep\"` before the destroy.");
    }

    [Theory]
    [InlineData(1, "A\"", "`A` has")]
    [InlineData(2, "A\" and 1 more", "`A`, `B` have")]
    public void UnknownBefore_NamesTheSettings(int count, string names, string subject)
    {
        SettingsDiagnostics.AddUnknownBefore([.. Two.Take(count)], _diagnostics);

        AssertWarning(
            $"Value from before is not known: \"{names}",
            $"`on_destroy` is \"restore\", but {subject} the configured value already, for instance because an earlier apply was killed."
            + " A destroy will leave that value. To have another one restored, set it in the administration before the apply; or use"
            + " `on_destroy = \"reset\"` or `\"keep\"`.");
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "`A` has the value from before again. ")]
    [InlineData(2, "`A`, `B` have the value from before again. ")]
    public void TakenBack_WithSettingsLeft_SaysThatTheObjectIsKept(int taken, string sentence)
    {
        SettingsDiagnostics.AddTakenBack([.. Two.Take(taken)], [], ["C"], _diagnostics);

        AssertWarning(
            "Failed create is not taken back: \"C\"",
            "The create failed, and `C` may have the new value: the server did not accept the value from before. " + sentence
            + "The state keeps the object, as tainted, with the values from before. Apply again: this replaces it.");
    }

    [Theory]
    [InlineData(1, "A\" and 1 more", "The create failed, so `A` has the value from before again. ")]
    [InlineData(2, "A\" and 2 more", "The create failed, so `A`, `B` have the value from before again. ")]
    [InlineData(0, "H\"", "The create failed. ")]
    public void TakenBack_WithNothingLeft_SaysThatThereIsNoObject(int taken, string names, string sentence)
    {
        SettingsDiagnostics.AddTakenBack([.. Two.Take(taken)], ["H"], [], _diagnostics);

        AssertWarning(
            $"Failed create is taken back: \"{names}",
            sentence + "The state has no such object. After you correct the error, apply again. `H` may have the new value: the server does"
            + " not show the value from before, so it cannot be taken back.");
    }

    [Fact]
    public void TakenBack_WhereNothingWasHidden_SaysNothingOfIt()
    {
        SettingsDiagnostics.AddTakenBack(One, [], [], _diagnostics);

        AssertWarning(
            "Failed create is taken back: \"A\"",
            "The create failed, so `A` has the value from before again. The state has no such object. After you correct the error, apply"
            + " again.");
    }

    [Theory]
    [InlineData("keep", 1, "`A` keeps its value, because another object of this run manages the same.")]
    [InlineData("reset", 2, "`A`, `B` keep their values, because another object of this run manages the same.")]
    [InlineData("restore", 1, "`A` keeps its value, because another object of this run manages the same. The values from before, which"
        + " only the destroyed object has, are not handed over: with `on_destroy = \"restore\"`, a destroy of the other object restores"
        + " the values that it found.")]
    public void Kept_SaysWhatBecomesOfTheValuesFromBefore(string mode, int count, string detail)
    {
        var kept = SettingsDiagnostics.Kept([.. Two.Take(count)], mode);

        Assert.Equal($"Settings are kept: \"A\"{(count > 1 ? " and 1 more" : "")}", kept.Summary);
        Assert.Equal(detail, kept.Detail);
    }

    [Fact]
    public void LeftOver_SaysWhyNothingIsChanged() => AssertDiagnostic(
        DiagnosticSeverity.Warning,
        "Replaced object is only removed from the state: \"A\" and 1 more",
        "An earlier run replaced this object, and ended before it could destroy it. The object that replaced it may manage the same"
        + " settings, so nothing was changed. Check `A`, `B` in the administration if no object manages them now.",
        SettingsDiagnostics.LeftOver(Two));

    [Theory]
    [InlineData("reset", "Settings will be reset")]
    [InlineData("restore", "Settings will be restored")]
    public void Undone_NamesTheValues(string mode, string summary)
    {
        SettingsDiagnostics.AddUndone(
            [(Flag, Live("Push_show_message", "true"), Json("false")), (Secret, Live("Push_apn_key", "\"x\""), Json("\"y\""))],
            mode,
            _diagnostics);

        AssertWarning(
            $"{summary}: \"Push_show_message\" and 1 more",
            $"`on_destroy` is \"{mode}\": the destroy sets `Push_show_message` to false; `Push_apn_key` (sensitive). To leave the settings"
            + " as they are, apply `on_destroy = \"keep\"` first.");
    }

    [Fact]
    public void Unresettable_NamesTheRemedy() => AssertDiagnostic(
        DiagnosticSeverity.Error,
        "Destroy cannot reset: \"A\" and 1 more",
        "`on_destroy` is \"reset\", but this version of Rocket.Chat does not report the packaged value of `A`, `B` (7.5 and later do), so"
        + " no destroy could reset it. Use `on_destroy = \"restore\"` or `\"keep\"`.",
        SettingsDiagnostics.Unresettable(Two));

    [Theory]
    [InlineData("reset", "No packaged value to reset to", "This version of Rocket.Chat does not report the packaged value of `A` (7.5 and"
        + " later do). The other settings are reset. Apply `on_destroy = \"keep\"`, destroy again, and set the value by hand.")]
    [InlineData("restore", "No earlier value to restore", "The state does not hold the values that `A` had before; the other settings are"
        + " restored. The earlier value of a secret is kept only if `on_destroy` was \"restore\" when the secret was first sent. Apply"
        + " `on_destroy = \"keep\"`, destroy again, and set the value by hand. If the state has the object as tainted, plan without"
        + " `-refresh=false`.")]
    public void Lost_IsAWarningOfThePlanAndAnErrorOfTheDestroy(string mode, string summary, string detail)
    {
        SettingsDiagnostics.AddLost(mode, One, _diagnostics);

        AssertWarning($"{summary}: \"A\"", detail);
        AssertDiagnostic(DiagnosticSeverity.Error, $"{summary}: \"A\"", detail, SettingsDiagnostics.ValueNotKnown(mode, One));
    }

    [Fact]
    public void VersionForgotten_NamesBothAttributes() => AssertDiagnostic(
        DiagnosticSeverity.Warning,
        "New secret will not be sent: \"Push_apn_key\"",
        "`apns.key_wo` differs from the value that was sent last, but `apns.key_wo_version` is the same. Raise it to have the new value"
        + " sent.",
        SettingsDiagnostics.VersionForgotten(Secret));

    [Fact]
    public void Ineffective_NamesTheValueInEffectUnlessItIsASecret()
    {
        SettingsDiagnostics.AddIneffective(Wanted(Secret, "\"x\"", "\"y\""), Json("\"z\""), _diagnostics);
        Assert.Empty(_diagnostics);

        SettingsDiagnostics.AddIneffective(Wanted(Flag, "true", "true"), Json("false"), _diagnostics);

        AssertWarning(
            "Stored, not effective: \"Push_show_message\"",
            "The server stores `Push_show_message` as configured, but the workspace's license does not cover it: false is in effect. Add a"
            + " license that covers it, or remove the value from the configuration.");
    }

    [Fact]
    public void Anything_AboutNoSetting_SaysNothing()
    {
        SettingsDiagnostics.AddOverwritten([], _diagnostics);
        SettingsDiagnostics.AddReleased([], _diagnostics);
        SettingsDiagnostics.AddUnrestorable([], _diagnostics);
        SettingsDiagnostics.AddUnknownBefore([], _diagnostics);
        SettingsDiagnostics.AddTakenBack([], [], [], _diagnostics);
        SettingsDiagnostics.AddLost("restore", [], _diagnostics);
        SettingsDiagnostics.AddUndone([], "restore", _diagnostics);
        new SettingDrift().AddTo(Restoring, _diagnostics);

        Assert.Empty(_diagnostics);
    }

    [Fact]
    public void Drift_OfSeveral_NamesThemAndThoseThatTheEnvironmentMayForce()
    {
        var drift = new SettingDrift();
        drift.Add(Flag, Live("Push_show_message", "true"), TfValue.False, Json("true"));
        drift.Add(Url, Live("Push_gateway", "\"b\""), TfValue.Of("a"), null);
        drift.Add(Url, Live("Other", "\"c\""), TfValue.Of("a"), Json("\"d\""));
        drift.Add(Secret, Live("Push_apn_key", "\"x\""), TfValue.Null, Json("\"x\""));
        drift.AddTo(Restoring, _diagnostics);

        AssertWarning(
            "Changed outside of this configuration: \"Push_show_message\" and 3 more",
            "`Push_show_message` was false, is true; `Push_gateway` has another value, which the difference of `gateway.url` shows; `Other`"
            + " has another value, which the difference of `gateway.url` shows; `Push_apn_key` has another value than the one that was sent"
            + " (it is a secret). An apply of this plan restores the configured value of `Push_show_message`, `Push_gateway`, `Other`,"
            + " `Push_apn_key`; to accept a value, write it in the configuration. If the value of `Push_show_message`, `Push_gateway`"
            + " comes back with each start of the server, an environment variable of the server forces it"
            + " (OVERWRITE_SETTING_Push_show_message, OVERWRITE_SETTING_Push_gateway): change it there, or remove the attribute.");
    }

    [Fact]
    public void Drift_ToAnotherValueThanTheOneFromBefore_SaysNothingOfTheEnvironmentUnlessThatOftenForcesIt()
    {
        var drift = new SettingDrift();
        drift.Add(Flag, Live("Push_show_message", "1"), TfValue.False, Json("true"));
        drift.AddTo(Restoring, _diagnostics);

        AssertWarning(
            "Changed outside of this configuration: \"Push_show_message\"",
            "`Push_show_message` was false, is 1. An apply of this plan restores the configured value of `Push_show_message`; to accept a"
            + " value, write it in the configuration.");

        drift.Add(Url with { IsOftenForced = true }, Live("Push_gateway", "\"b\""), TfValue.Of("a"), Json("\"d\""));
        drift.AddTo(Restoring, _diagnostics);
        Assert.Contains("(OVERWRITE_SETTING_Push_gateway)", _diagnostics[1].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Drift_ThatThePlanLeaves_SaysSo()
    {
        var drift = new SettingDrift();
        drift.Add(Flag, Live("Push_show_message", "true"), TfValue.False, Json("true"));
        drift.AddTo(new(Model("old", TfValue.True), Model("old", TfValue.True), Model("old", TfValue.True)), _diagnostics);

        AssertWarning(
            "Changed outside of this configuration: \"Push_show_message\"",
            "`Push_show_message` was false, is true. This plan leaves `Push_show_message`: the configuration has the server's value, or"
            + " ignores such changes.");
    }

    [Fact]
    public void Drift_OfWhatOnlyTheServerCallsASecret_ShowsNoValue()
    {
        var drift = new SettingDrift();
        drift.Add(Url, Live("SMTP_Password", "\"x\""), TfValue.Of("a"), Json("\"a\""));
        drift.AddTo(Restoring, _diagnostics);

        Assert.StartsWith(
            "`SMTP_Password` has another value than the one that was sent (it is a secret).",
            Assert.Single(_diagnostics).Detail,
            StringComparison.Ordinal);
    }

    private void AssertWarning(string summary, string detail) =>
        AssertDiagnostic(DiagnosticSeverity.Warning, summary, detail, Assert.Single(_diagnostics));

    private static void AssertDiagnostic(DiagnosticSeverity severity, string summary, string detail, Diagnostic actual) =>
        Assert.Equal((severity, summary, detail), (actual.Severity, actual.Summary, actual.Detail));

    private static SettingsModel Model(string text, TfValue flag) => new(TfValue.Object(
    [
        new("gateway", TfValue.Object([new("url", TfValue.Of(text))])),
        new("show_message", flag),
        new("apns", TfValue.Object([new("key", TfValue.Of(text))])),
    ]));

    private static WantedSetting Wanted(SettingAttribute attribute, string live, string json) =>
        new(attribute, Live(attribute.Ids[0], live), TfValue.Null, Json(json));

    private static Setting Live(string id, string value) => new() { Id = id, Value = Json(value) };

    private static JsonElement Json(string json) => SettingJson.Parse(json);
}
