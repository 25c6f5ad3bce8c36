using TerraformPlugin.Diagnostics;
using TerraformPlugin.Values;

namespace TerraformPlugin;

/// <summary>
/// Turns the stored object of another resource into one of this resource, from the state alone: core may call it before the provider is
/// configured. A refresh follows.
/// </summary>
/// <param name="source">The stored object, in the form of today's schema of its type.</param>
/// <param name="context">Its private state, which becomes that of the new object as the mover leaves it.</param>
/// <returns>The object of this resource.</returns>
/// <exception cref="DiagnosticException">The object cannot be moved; the plan fails with the reason.</exception>
public delegate TfValue StateMover(TfValue source, CallContext context);
