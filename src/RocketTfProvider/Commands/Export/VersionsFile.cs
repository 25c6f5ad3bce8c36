using RocketTfProvider.Commands.Hcl;

namespace RocketTfProvider.Commands.Export;

/// <summary>The file of an exported module that names the versions and the provider.</summary>
internal static class VersionsFile
{
    /// <param name="url">The address of the workspace.</param>
    public static HclBody Of(Uri url) => new HclBody()
        .Block("terraform", new HclBody()
            .Comment(["Terraform 1.5 or OpenTofu 1.6: earlier versions have no import blocks."])
            .Set("required_version", HclText.Quote(">= 1.5"))
            .Block("required_providers", new HclBody()
                .Set("rocketchat", new HclBody()
                    .Set("source", HclText.Quote("rockettf/rocketchat"))
                    .Set("version", HclText.Quote($"~> {ProviderVersion.Text[..ProviderVersion.Text.LastIndexOf('.')]}")))))
        .Comment(["The environment has the credentials: ROCKETCHAT_USER_ID and ROCKETCHAT_AUTH_TOKEN."])
        .Block("provider \"rocketchat\"", new HclBody().Set("url", HclText.Quote(url.AbsoluteUri.TrimEnd('/'))));
}
