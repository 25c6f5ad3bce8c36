using System.Collections.Immutable;

namespace RocketTfProvider.Commands.Doctor;

/// <summary>The findings of the checks of the server's environment, registration, license, push and federation.</summary>
internal static class WorkspaceFindings
{
    public static readonly FindingCode SettingsFromEnvironment = new(
        "settings_from_environment",
        Areas.Environment,
        IsError: false,
        "A variable OVERWRITE_SETTING_… writes its value again at each start, over what an apply wrote.",
        "Change such a setting in the server's environment, or remove its variable before you manage it here.",
        "guides/doctor#settings-from-the-environment");

    public static readonly FindingCode SettingsBlocked = new(
        "settings_blocked",
        Areas.Environment,
        IsError: false,
        "The server refuses every other value, so an apply that changes one of them fails.",
        "Remove the setting from SETTINGS_BLOCKED in the server's environment, or from the configuration.",
        "guides/doctor#settings-from-the-environment");

    public static readonly FindingCode TermsNotAccepted = new(
        "terms_not_accepted",
        Areas.Registration,
        IsError: false,
        "The cloud serves only those who have accepted its terms, so the push gateway delivers nothing.",
        "Accept them with rocketchat_workspace_registration.",
        "resources/workspace_registration");

    public static readonly FindingCode CloudDisabled = new(
        "cloud_disabled",
        Areas.Registration,
        IsError: false,
        "The workspace has its credentials of the cloud but does not use them, so the push gateway delivers nothing.",
        "Enable the setting Register_Server.",
        "resources/workspace_registration");

    public static readonly FindingCode LicenseNotValid = new(
        "license_not_valid",
        Areas.License,
        IsError: true,
        "It has expired, or is for another address than the setting Site_Url: what it enabled no longer works.",
        "Get a license for this workspace, and add it with rocketchat_license.",
        "resources/license");

    public static readonly FindingCode LicenseExpires = new(
        "license_expires",
        Areas.License,
        IsError: false,
        "After that day, what the license enables no longer works.",
        "Get a new license, and add it with rocketchat_license.",
        "resources/license");

    public static readonly FindingCode GatewayWithoutRegistration = new(
        "gateway_without_registration",
        Areas.Push,
        IsError: true,
        "The gateway forwards notifications of registered workspaces only, so phones get none.",
        "Register the workspace with rocketchat_workspace_registration.",
        "guides/push-notifications");

    public static readonly FindingCode InvalidGatewayAddress = new(
        "invalid_gateway_address",
        Areas.Push,
        IsError: true,
        "The server stores any text and reports a wrong one only in its log, so phones get no notifications.",
        "Set gateway.url of rocketchat_push_settings to https://gateway.rocket.chat.",
        "guides/push-notifications");

    public static readonly FindingCode PushWithoutCredentials = new(
        "push_without_credentials",
        Areas.Push,
        IsError: true,
        "Without the gateway, the server itself talks to Apple and Google, which it cannot do without credentials.",
        "Set apns or fcm of rocketchat_push_settings, or enable the gateway.",
        "guides/push-notifications");

    public static readonly FindingCode LicenseWithoutFederation = Federation(
        "license_without_federation",
        "The server stores the settings of federation and does nothing.",
        "Add a license with the module federation, for instance with rocketchat_license.");

    public static readonly FindingCode LicenseNotKnown = Federation(
        "license_not_known",
        "Without the module federation in its license, the server stores the settings and does nothing.",
        "Check the license in the administration panel.",
        isError: false);

    public static readonly FindingCode LegacyCannotSend = Federation(
        "legacy_cannot_send", "Messages to other servers are lost.", "Use the Matrix bridge, or update Rocket.Chat.", isError: false);

    public static readonly FindingCode HubDoesNotAnswer = Federation(
        "hub_does_not_answer",
        "A server that cannot register with the hub disables federation within a second.",
        "Set discovery_method to dns.",
        isError: false);

    public static readonly FindingCode KeyNotGenerated = Federation(
        "key_not_generated", "Other servers cannot verify this one.", "Take the key from the database, as the message says.");

    public static readonly FindingCode FederationNotReady = Federation(
        "federation_not_ready", "Federation does not work.", "See the message in front of this line.");

    public static readonly FindingCode FederationTestFailed = Federation(
        "federation_test_failed", "Other servers do not reach this one.", "See the message in front of this line.");

    public static readonly FindingCode FederationDocument = Federation(
        "federation_document",
        "Other servers read this document first, so they do not find this one.",
        "Publish the document, as the message says.");

    public static readonly FindingCode FederationDns = Federation(
        "federation_dns", "Other servers do not find this one.", "Correct the record, as the message says.");

    public static ImmutableArray<FindingCode> All { get; } =
    [
        SettingsFromEnvironment,
        SettingsBlocked,
        TermsNotAccepted,
        CloudDisabled,
        LicenseNotValid,
        LicenseExpires,
        GatewayWithoutRegistration,
        InvalidGatewayAddress,
        PushWithoutCredentials,
        LicenseWithoutFederation,
        LicenseNotKnown,
        LegacyCannotSend,
        HubDoesNotAnswer,
        KeyNotGenerated,
        FederationNotReady,
        FederationTestFailed,
        FederationDocument,
        FederationDns,
    ];

    /// <summary>The code of a diagnostic of the federation's own checks.</summary>
    public static FindingCode OfFederation(string summary) => summary switch
    {
        "License without federation" => LicenseWithoutFederation,
        "License not known" => LicenseNotKnown,
        "Legacy federation cannot send" => LegacyCannotSend,
        "Hub does not answer" => HubDoesNotAnswer,
        "Key not generated" => KeyNotGenerated,
        _ => FederationNotReady,
    };

    /// <summary>The code of a failed test, by the test's own code.</summary>
    public static FindingCode OfFederationTest(string code) =>
        code is "well_known_wrong" or "delegation_missing" or "delegation_wrong" ? FederationDocument : FederationTestFailed;

    private static FindingCode Federation(string id, string why, string remedy, bool isError = true) =>
        new(id, Areas.Federation, isError, why, remedy, "guides/federation");
}
