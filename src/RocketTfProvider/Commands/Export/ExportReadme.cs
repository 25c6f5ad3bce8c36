using System.Text;

namespace RocketTfProvider.Commands.Export;

/// <summary>The README of an exported module. It has no time, so that a second export of an unchanged workspace is the same.</summary>
internal static class ExportReadme
{
    public static string Of(ExportModule module, Uri url)
    {
        var text = new StringBuilder();
        text.Append(
            $"""
            # {url.Host}

            Exported from {url.AbsoluteUri.TrimEnd('/')} by `terraform-provider-rocketchat export`.

            | Resource | Number |
            |---|---|

            """);
        foreach (var (type, count) in module.Counts)
        {
            text.Append($"| `{type}` | {count} |\n");
        }

        text.Append(
            """

            ## What to do next

            1. Set `ROCKETCHAT_USER_ID` and `ROCKETCHAT_AUTH_TOKEN` in the environment.
            2. Run `terraform init` and `terraform plan` (or `tofu`). The plan imports every object and changes nothing:
               `0 to add, 0 to change, 0 to destroy`. If it shows a change, somebody changed the workspace after the export.
            3. Run `terraform apply`. Then remove `imports.tf`.
            4. Remove what you do not want to manage. To keep an object on the server, use a `removed` block or
               `terraform state rm` instead of a destroy.

            """);
        if (module.Secrets.Count > 0)
        {
            text.Append($"\n## Secrets: {module.Secrets.Count}\n\nThe value of a secret is never exported. ");
            text.Append("The files have a comment for each of them, with a variable to uncomment:\n\n");
            AppendList(text, module.Secrets.Select(id => $"`{Inline(id)}`"));
        }

        if (module.LeftOut.Count > 0)
        {
            text.Append("\n## Left out\n\n");
            AppendList(text, module.LeftOut.Select(left => $"`{Inline(left.Thing)}`: {ForeignText.Clean(left.Reason, 1000)}"));
        }

        return text.ToString();
    }

    private static void AppendList(StringBuilder text, IEnumerable<string> items)
    {
        foreach (var item in items)
        {
            text.Append($"- {item}\n");
        }
    }

    // A name must not end the code that it stands in.
    private static string Inline(string name) => ExportNote.Of(name).Replace('`', '\'');
}
