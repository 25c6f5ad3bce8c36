namespace Tool.Installation;

/// <summary>Copies the native build to where terraform and tofu look by themselves, so that `init` needs no registry.</summary>
internal static class InstallCommand
{
    public static int Run()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var data = Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } folder
            ? folder
            : Path.Combine(home, ".local", "share");
        Copy(Path.Combine(home, ".terraform.d", "plugins"), "registry.terraform.io");
        Copy(Path.Combine(data, "opentofu", "plugins"), "registry.opentofu.org");
        return 0;
    }

    private static void Copy(string mirror, string registry)
    {
        var package = Directory.CreateDirectory(ProviderBuild.PackageFolder(mirror, registry)).FullName;
        var target = Path.Combine(package, ProviderBuild.FileName);

        // A running provider may use the old file, which then cannot be written to.
        File.Delete(target);
        File.Copy(ProviderBuild.Native.Binary, target);
        Console.WriteLine($"installed {target}");
    }
}
