using System.Collections.Immutable;
using System.Globalization;
using RocketChat.Client;
using RocketTfProvider.Settings;
using TerraformPlugin.Schemas;
using TerraformPlugin.Values;

namespace RocketTfProvider.License;

/// <summary>The attributes of <c>rocketchat_license</c> that show what the license enables, as the server reports it.</summary>
internal static class LicenseFacts
{
    public const string Valid = "valid";
    public const string Modules = "modules";
    private const string LicenseId = "license_id";
    private const string ValidUntil = "valid_until";
    private const string MaxActiveUsers = "max_active_users";
    private const string Tags = "tags";
    private const string Trial = "trial";

    public static ImmutableArray<SchemaAttribute> Attributes { get; } =
    [
        Of(Valid, TfType.Bool, "Whether the server uses the license: it is neither expired nor for another workspace."),
        Of(Modules, TfType.Set(TfType.String), "Modules that the license enables, such as `federation`."),
        Of(LicenseId, TfType.String, "Id that the issuer gave the license; null if it has none."),
        Of(ValidUntil, TfType.String, "Time from which the license is no longer valid, such as `2027-01-31T00:00:00Z`; null without an "
            + "end."),
        Of(MaxActiveUsers, TfType.Number, "Number of active users that the license allows; null without such a limit."),
        Of(Tags, TfType.Set(TfType.String), "Tags of the license, such as the name of the plan."),
        Of(Trial, TfType.Bool, "Whether the license is for a trial."),
    ];

    /// <summary>The plan of a license that the apply gives the server: it succeeds only if the server uses the license.</summary>
    public static SettingsModel Planned(SettingsModel model) => Attributes
        .Aggregate(model, (planned, attribute) => planned.With(attribute.Name, TfValue.Unknown))
        .With(Valid, TfValue.True);

    /// <summary>The model with the license as the server reports it; nothing is known where it reports none.</summary>
    public static SettingsModel With(this SettingsModel model, LicenseInfo? license) => model
        .With(Valid, license?.IsValid is { } isValid ? TfValue.Of(isValid) : TfValue.Null)
        .With(Modules, license is null ? TfValue.Null : Strings(license.Modules))
        .With(LicenseId, TfValue.Of(license?.Id))
        .With(ValidUntil, TfValue.Of(license?.ValidUntil is { } end ? TextOf(end) : null))
        .With(MaxActiveUsers, license?.MaxActiveUsers is { } limit ? TfValue.Of(TfNumber.FromInt64(limit)) : TfValue.Null)
        .With(Tags, license is null ? TfValue.Null : Strings(license.Tags))
        .With(Trial, license is null ? TfValue.Null : TfValue.Of(license.IsTrial));

    /// <summary>A time as Terraform's functions read it.</summary>
    public static string TextOf(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static TfValue Strings(IEnumerable<string> values) => TfValue.Set(values.Select(TfValue.Of));

    private static SchemaAttribute Of(string name, TfType type, string description) => new(name, type, AttributeUse.Computed)
    {
        Description = description,
        PlanModifiers = [PlanModifiers.UseStateForUnknown],
    };
}
