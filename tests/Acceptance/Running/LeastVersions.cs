namespace Acceptance.Running;

/// <summary>The least version of each CLI that has a feature; a CLI without a version has it never.</summary>
internal static class LeastVersions
{
    public const string OfFunctions = "terraform 1.8, tofu 1.7";

    public const string OfIdentity = "terraform 1.12, tofu 1.12";

    public const string OfActions = "terraform 1.14";

    public const string OfQueries = "terraform 1.14";

    /// <summary>The provider writes generated configuration, which then has ids only; before, a CLI writes whatever the state has.</summary>
    public const string OfGeneratedConfiguration = "terraform 1.14";
}
