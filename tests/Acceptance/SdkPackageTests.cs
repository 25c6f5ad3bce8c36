using System.Diagnostics;
using Acceptance.Running;

namespace Acceptance;

/// <summary>
/// The SDK as others get it: a provider that is built from the packages in a folder of its own, and applied by a CLI.
/// </summary>
public sealed class SdkPackageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sdk-package-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string Packages => Repository.PathOf("artifacts", "packages");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task SampleProvider_BuiltFromThePackage_IsApplied()
    {
        CopySources(Repository.PathOf("tests", "SampleProvider"), Project());
        WriteProject("terraform-provider-sample.csproj");

        using var sandbox = await PublishedAsync("sample");
        sandbox.Write("main.tf", """
            terraform {
              required_providers {
                sample = { source = "example/sample" }
              }
            }

            resource "sample_thing" "this" {
              name = "a thing"
            }
            """);

        (await sandbox.ApplyAsync()).Succeeds().Says("1 added");
        (await sandbox.PlanAsync()).HasNoChanges();
        (await sandbox.DestroyAsync()).Succeeds();
    }

    [Fact]
    public async Task Template_OfAProvider_IsAppliedAsItsReadmeSays()
    {
        var hive = Path.Combine(_folder, "hive");
        await DotnetAsync(_folder, "new", "install", TemplatePackage(), "--debug:custom-hive", hive);
        await DotnetAsync(
            _folder,
            ["new", "terraform-provider", "--name", "terraform-provider-weather", "--output", Project(), "--debug:custom-hive", hive]);

        using var sandbox = await PublishedAsync("weather");
        sandbox.Write("main.tf", await File.ReadAllTextAsync(Path.Combine(Project(), "main.tf"), Token));

        (await sandbox.ApplyAsync()).Succeeds().Says("1 added");
        Assert.Equal("Hello", await File.ReadAllTextAsync(Path.Combine(sandbox.Folder, "hello.txt"), Token));
        (await sandbox.PlanAsync()).HasNoChanges();
        (await sandbox.DestroyAsync()).Succeeds();
        Assert.False(File.Exists(Path.Combine(sandbox.Folder, "hello.txt")));
    }

    private static string TemplatePackage()
    {
        Assert.True(Directory.Exists(Packages), "There are no packages of the SDK: run `make pack` first.");
        return Path.Combine(Packages, $"TerraformPlugin.Templates.{Repository.Version}.nupkg");
    }

    private static void CopySources(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*.cs", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(from, file);
            if (!path.StartsWith("obj", StringComparison.Ordinal) && !path.StartsWith("bin", StringComparison.Ordinal))
            {
                var target = Path.Combine(to, path);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }
    }

    private static async Task DotnetAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var dotnet = Process.Start(start)!;
        var errors = dotnet.StandardError.ReadToEndAsync(Token);
        var output = await dotnet.StandardOutput.ReadToEndAsync(Token);
        await dotnet.WaitForExitAsync(Token);
        Assert.True(dotnet.ExitCode == 0, $"dotnet {string.Join(' ', arguments)} ended with {dotnet.ExitCode}:\n{output}{await errors}");
    }

    private string Project() => Directory.CreateDirectory(Path.Combine(_folder, "project")).FullName;

    private void WriteProject(string name) => File.WriteAllText(Path.Combine(Project(), name), $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <RootNamespace>SampleProvider</RootNamespace>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <DebugType>embedded</DebugType>
            <InvariantGlobalization>true</InvariantGlobalization>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="TerraformPlugin" Version="{Repository.Version}" />
          </ItemGroup>
        </Project>
        """);

    // The packages of the SDK from their folder, all others from those that this repository has restored.
    private async Task<Sandbox> PublishedAsync(string type)
    {
        TemplatePackage();
        var output = Path.Combine(_folder, "out");
        await DotnetAsync(
            Project(), "publish", "-c", "Release", "-v", "quiet", "-o", output,
            $"-p:RestoreSources={Packages}%3B{Repository.NuGetPackages}",
            $"-p:RestorePackagesPath={Path.Combine(_folder, "packages")}", "-p:NuGetAudit=false");

        var sandbox = new Sandbox(Toolchain.Shipped);
        var configuration = Path.Combine(_folder, "cli.tfrc");
        await File.WriteAllTextAsync(
            configuration,
            $"provider_installation {{\n  dev_overrides {{ \"example/{type}\" = \"{output}\" }}\n  direct {{}}\n}}\n",
            Token);
        sandbox.Environment["TF_CLI_CONFIG_FILE"] = configuration;
        return sandbox;
    }
}
