namespace Tool.Mutation;

/// <summary>A part of the pure core that is mutated by itself.</summary>
/// <param name="Name">The name that `make mutation AREA=` takes.</param>
/// <param name="Project">The project below src/.</param>
/// <param name="Mutate">Patterns of its files, as Stryker.NET takes them.</param>
internal sealed record MutationArea(string Name, string Project, IReadOnlyList<string> Mutate)
{
    /// <summary>
    /// Parts of the names of the tests to run; none for all. The files of some areas are reached by nearly every test of the project.
    /// </summary>
    public IReadOnlyList<string> Tests { get; init; } = [];

    /// <summary>
    /// Parts of the names of those tests that run only for changes that no other test notices, because they take long and reach everything.
    /// </summary>
    public IReadOnlyList<string> Slow { get; init; } = [];

    private static readonly string[] Codecs =
        ["**/Values/MsgPack*.cs", "**/Values/Json*.cs", "**/Values/TypeJson*.cs", "**/Values/*Json.cs", "**/Values/TfMsgPack.cs"];

    private static readonly string[] Redaction = ["**/Errors/Redactor.cs", "**/Errors/SecretForms.cs", "**/Errors/ForeignText.cs"];

    public static IReadOnlyList<MutationArea> All { get; } =
    [
        new("errors", "RocketChat.Client", ["**/Errors/*.cs", .. Redaction.Select(pattern => $"!{pattern}")]),
        new("redaction", "RocketChat.Client", Redaction) { Tests = [".Errors.", "SecretsTests"] },
        new("ownership", "RocketChat.Client", ["**/Owners/*.cs"]) { Tests = [".Owners."] },
        new("reads", "RocketChat.Client", ["**/Reads/*.cs", "**/Users/UserDirectory.cs", "**/Users/UserLookup.cs"])
        {
            Tests = [".Reads.", ".Owners.", ".Users.", ".Rooms.", ".Members."],
        },

        // A test compares the table of secret settings with the declarations of recorded servers, line by line.
        new("settings", "RocketChat.Client", ["**/Settings/*.cs", "!**/Settings/SecretSettings.cs"]) { Tests = [".Settings."] },
        new("values", "TerraformPlugin", ["**/Values/*.cs", .. Codecs.Select(pattern => $"!{pattern}")]),
        new("codecs", "TerraformPlugin", Codecs),
        new(
            "planning",
            "TerraformPlugin",
            [
                "**/Execution/ResourcePlanner.cs",
                "**/Execution/PlanWalk.cs",
                "**/Execution/SetPairs.cs",
                "**/Execution/ConfigCheck.cs",
                "**/Execution/ObjectForm.cs",
                "**/Schemas/*.cs",
            ]),
        new(
            "owner-writes",
            "RocketTfProvider",
            [
                "**/Rooms/OwnerBatch.cs",
                "**/Rooms/OwnersChange.cs",
                "**/Rooms/OwnersRemoval.cs",
                "**/Rooms/OwnerChanges.cs",
                "**/Rooms/OwnershipHandover.cs",
                "**/Rooms/OwnershipMove.cs",
                "**/Rooms/OwnershipRun.cs",
                "**/Rooms/RoomNotes.cs",
                "**/Rooms/RoomOwnerResource.cs",
                "**/Rooms/RoomOwnersResource.cs",
                "**/Rooms/*DestroyPlan.cs",
            ])
        {
            Tests = [".Rooms."],
            Slow =
            [
                "OwnerRaceTests", "OwnerCallCountTests", "InterruptionTests", "HostileNameTests", "RoomKindTests", "MovedWorldTests",
                "OwnerChainTests", "RoomNameTests",
            ],
        },
        new(
            "managed-settings",
            "RocketTfProvider",
            [
                "**/Settings/ChangedSettings.cs",
                "**/Settings/SecretHash.cs",
                "**/Settings/SettingClaims.cs",
                "**/Settings/SettingDrift.cs",
                "**/Settings/SettingWrites.cs",
                "**/Settings/Settings*.cs",
                "!**/Settings/SettingsDataSource.cs",
                "!**/Settings/SettingsModel.cs",
                "!**/Settings/SettingsSchema.cs",
            ])
        {
            Tests = [".Settings.", ".Federation.", ".License."],
            Slow =
            [
                ".Federation.", ".License.", "AtEachWrite", "AfterEachWrite", "CannotBeTakenBack", "one by one", "SettingPropertyTests",
                "SecretSettingTests",
            ],
        },
        new("dns", "RocketChat.Federation", ["**/Names/*.cs", "**/Records/*.cs", "**/Lookup/*.cs", "**/Checking/*.cs"]),
    ];

    /// <summary>Where Stryker.NET writes its reports for this area.</summary>
    public string Folder => Repository.PathOf("artifacts", "mutation", Name);

    /// <summary>The tests of the area, built for Stryker.NET.</summary>
    public string TestFolder => Repository.PathOf("tests", "Mutation", $"{Project}.Mutation");
}
