namespace TerraformPlugin.Hosting;

/// <summary>The modes of a provider program, chosen on its command line.</summary>
internal enum RunMode
{
    /// <summary>No argument: a CLI started us and expects a handshake line.</summary>
    Plugin,

    /// <summary><c>-debug</c>: serve to a CLI that the developer starts, until Ctrl-C.</summary>
    Debug,

    /// <summary><c>-version</c>: print name and version.</summary>
    Version,

    /// <summary><c>-help</c>: say what this program is.</summary>
    Help,

    /// <summary>An argument that we do not know.</summary>
    Unknown,
}
