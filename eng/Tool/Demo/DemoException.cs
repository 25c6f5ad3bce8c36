namespace Tool.Demo;

/// <summary>A step of the demo that did not do what its heading says.</summary>
internal sealed class DemoException(string message) : Exception(message);
