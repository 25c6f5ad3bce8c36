using Microsoft.Extensions.Hosting;

namespace TerraformPlugin.Hosting;

/// <summary>Keeps the generic host from ending the process on signals: <see cref="Signals"/> decides what they mean.</summary>
internal sealed class NoHostLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
