using Google.Protobuf;
using TerraformPlugin.Protocol.V6;
using TerraformPlugin.Values;

namespace TerraformPlugin.Protocol;

/// <summary>Values between the wire and the SDK.</summary>
internal static class WireValues
{
    /// <summary>Reads a value; an absent message is null (plugin protocol, DynamicValue).</summary>
    public static TfValue Decode(DynamicValue? value, TfType type) => value switch
    {
        { Msgpack.IsEmpty: false } => TfMsgPack.Decode(value.Msgpack.Memory, type),
        { Json.IsEmpty: false } => TfJson.Decode(value.Json.Memory, type),
        _ => TfValue.Null,
    };

    /// <summary>Reads an object or null. Nothing else may stand where a state or a plan does.</summary>
    public static TfValue DecodeObject(DynamicValue? value, Schemas.Schema schema) =>
        Decode(value, schema.Type) is { IsUnknown: false } known ? known : throw new TfDecodeException("the whole object is unknown");

    public static DynamicValue Encode(TfValue value, TfType type) =>
        new() { Msgpack = UnsafeByteOperations.UnsafeWrap(TfMsgPack.EncodeInPlace(value, type)) };
}
