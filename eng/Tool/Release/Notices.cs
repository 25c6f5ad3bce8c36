using System.Text;

namespace Tool.Release;

/// <summary>The licenses of what a program contains: the repository's own list, and the notices that the runtimes bring.</summary>
internal static class Notices
{
    public const string File = "THIRD-PARTY-NOTICES";

    public static void Write(string path, Product product, Platform platform)
    {
        var text = new StringBuilder(System.IO.File.ReadAllText(Repository.PathOf(File)));
        foreach (var runtime in ReleaseComponents.RuntimesOf(ReleaseComponents.Assets(product, platform), platform))
        {
            var notices = Path.Combine(ReleaseComponents.PackageFolder(runtime.Name, runtime.Version), "THIRD-PARTY-NOTICES.TXT");
            if (System.IO.File.Exists(notices))
            {
                text.Append($"\n{new string('-', 78)}\n\n{runtime.Name}\n\n").Append(System.IO.File.ReadAllText(notices));
            }
        }

        System.IO.File.WriteAllText(path, text.Replace("\r", "").ToString());
    }
}
