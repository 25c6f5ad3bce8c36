namespace RocketTfProvider.Connection;

/// <summary>The object that the configuration of a stored object names.</summary>
internal enum NameMeaning
{
    /// <summary>The stored object.</summary>
    Same,

    /// <summary>The stored object, by a name that it no longer has.</summary>
    Renamed,

    /// <summary>Another object, or one that is not known yet.</summary>
    Another,

    /// <summary>No object on the server.</summary>
    Nothing,

    /// <summary>The stored object by id, and another or none by name.</summary>
    Contradictory,
}
