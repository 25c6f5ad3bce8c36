using System.Text.Json.Serialization;

namespace RocketChat.Emulator.Faults;

/// <summary>The kinds of faults.</summary>
public enum FaultKind
{
    /// <summary>Answers with <see cref="Fault.Status"/> and a short JSON error.</summary>
    [JsonStringEnumMemberName("status")]
    Status,

    /// <summary>Waits <see cref="Fault.Milliseconds"/> before the answer.</summary>
    [JsonStringEnumMemberName("latency")]
    Latency,

    /// <summary>Closes the connection without an answer.</summary>
    [JsonStringEnumMemberName("drop")]
    Drop,

    /// <summary>Sends the answer one byte after the other, <see cref="Fault.Milliseconds"/> apart.</summary>
    [JsonStringEnumMemberName("drip")]
    Drip,

    /// <summary>Answers <see cref="Fault.Status"/> (502 when not given) with the HTML page of a reverse proxy.</summary>
    [JsonStringEnumMemberName("proxy-page")]
    ProxyPage,

    /// <summary>Calls the JSON of the answer <c>text/html</c>.</summary>
    [JsonStringEnumMemberName("wrong-content-type")]
    WrongContentType,

    /// <summary>Sends half of the body and closes the connection.</summary>
    [JsonStringEnumMemberName("half-body")]
    HalfBody,

    /// <summary>Shifts the <c>Date</c> of the answer by <see cref="Fault.Milliseconds"/>, which may be negative.</summary>
    [JsonStringEnumMemberName("clock-skew")]
    ClockSkew,
}
