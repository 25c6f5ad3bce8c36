using System.Net;
using RocketChat.Client.Connections;
using RocketChat.Client.Tests.Stub;

namespace RocketChat.Client.Tests.Connections;

public sealed class HandlerFactoryTests
{
    private static readonly Uri Workspace = new("https://chat.example.org");
    private static readonly Uri Proxy = new("http://me:secret-0123@proxy.example.org:3128");

    [Fact]
    public void Create_ProxyWithUser_KeepsItOutOfTheAddress()
    {
        var options = TestClient.Options(Workspace);
        using var given = HandlerFactory.Create(options with { Proxy = Proxy }, new MachineRoots(_ => null));
        using var fromEnvironment = HandlerFactory.Create(
            options with { EnvironmentProxy = new WebProxy(Proxy) { Credentials = new NetworkCredential("me", "secret-0123") } },
            new MachineRoots(_ => null));

        Assert.All([given, fromEnvironment], handler =>
        {
            Assert.Equal(new Uri("http://proxy.example.org:3128"), handler.Proxy!.GetProxy(Workspace));
            Assert.Equal("secret-0123", handler.Proxy.Credentials!.GetCredential(Proxy, "Basic")!.Password);
        });
    }
}
