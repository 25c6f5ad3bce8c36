using RocketTfProvider.Commands.Hcl;

namespace RocketTfProvider.Commands.Export;

/// <summary>The files of an exported module, by their names.</summary>
internal static class ExportFiles
{
    /// <param name="module">The module.</param>
    /// <param name="url">The address of the workspace.</param>
    /// <param name="readme">The text of the README.</param>
    public static IReadOnlyDictionary<string, string> Of(ExportModule module, Uri url, string readme)
    {
        (string Name, HclBody Body)[] files =
        [
            ("versions.tf", Versions(url)),
            ("rooms.tf", module.Rooms),
            ("push.tf", module.Push),
            ("federation.tf", module.Federation),
            ("settings.tf", module.Settings),
            ("imports.tf", module.Imports),
        ];
        var written = files.Where(file => !file.Body.IsEmpty).ToDictionary(file => file.Name, file => file.Body.ToString());
        written["README.md"] = readme;
        return written;
    }

    private static HclBody Versions(Uri url) => new HclBody()
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
