using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace TerraformPlugin.Hosting;

/// <summary>
/// Takes the web server's services without a web host. Some of what the server needs is internal to it, and comes no other way.
/// </summary>
internal sealed class ServerServices(IServiceCollection services) : IWebHostBuilder
{
    public IWebHostBuilder ConfigureServices(Action<IServiceCollection> configureServices)
    {
        configureServices(services);
        return this;
    }

    public IWebHostBuilder ConfigureServices(Action<WebHostBuilderContext, IServiceCollection> configureServices) =>
        ConfigureServices(collection => configureServices(new WebHostBuilderContext(), collection));

#pragma warning disable ASPDEPR008 // Part of the interface; this host is never built.
    public IWebHost Build() => throw NoHost();
#pragma warning restore ASPDEPR008

    public IWebHostBuilder ConfigureAppConfiguration(Action<WebHostBuilderContext, IConfigurationBuilder> configureDelegate) =>
        throw NoHost();

    public string? GetSetting(string key) => null;

    public IWebHostBuilder UseSetting(string key, string? value) => throw NoHost();

    private static NotSupportedException NoHost() => new("There is no web host.");
}
