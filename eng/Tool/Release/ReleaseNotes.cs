namespace Tool.Release;

/// <summary>The notes of a version: its section of the CHANGELOG, and what its files need.</summary>
internal static class ReleaseNotes
{
    /// <summary>The section of a version, without its heading.</summary>
    /// <exception cref="ReleaseException">The CHANGELOG has no section for the version.</exception>
    public static string Of(string changelog, string version)
    {
        var lines = changelog.Split('\n');
        var heading = $"## {version}";
        var start = Array.FindIndex(lines, line => line == heading || line.StartsWith(heading + " ", StringComparison.Ordinal));
        if (start < 0)
        {
            throw new ReleaseException($"CHANGELOG.md has no section \"{heading}\": write one, or release the version that it describes.");
        }

        var section = lines.Skip(start + 1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal));
        return string.Join('\n', section).Trim() + "\n";
    }

    /// <summary>The systems that the files run on, and the versions of what they contain.</summary>
    public static string Requirements(IReadOnlyList<ReleaseComponent> components) => $"""

        ## Platforms

        * `linux_amd64` and `linux_arm64`: one static file. It needs no C library and no OpenSSL of the machine, and so starts in the
          images of Terraform and OpenTofu. It finds names by `/etc/hosts` and DNS, and no other way.
        * `darwin_arm64`, `darwin_amd64`, `windows_amd64`: one file that carries the .NET runtime. Built, but not run: no test covers them.

        Contains {string.Join(", ", NamesOf(components.Where(component => component.IsNative)))}.

        """;

    private static IEnumerable<string> NamesOf(IEnumerable<ReleaseComponent> components) =>
        components.Select(component => $"{component.Name} {component.Version}");
}
