namespace RocketTfProvider.Commands.Export;

/// <summary>A part of a workspace that <c>--only</c> can choose.</summary>
internal enum ExportSubject
{
    /// <summary>The owners of rooms.</summary>
    Owners,

    /// <summary>The push settings.</summary>
    Push,

    /// <summary>The registration with the cloud.</summary>
    Registration,

    /// <summary>The federation.</summary>
    Federation,

    /// <summary>All other settings.</summary>
    Settings,
}
