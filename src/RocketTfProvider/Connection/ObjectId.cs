using TerraformPlugin.Diagnostics;
using TerraformPlugin.Schemas;

namespace RocketTfProvider.Connection;

/// <summary>Checks of ids and names that go into requests.</summary>
internal static class ObjectId
{
    /// <summary>
    /// An id of a room or user: letters, digits, and the few characters that occur in fixed ids (<c>GENERAL</c>, <c>rocket.cat</c>).
    /// A slash would make <c>room_id/user_id</c> ambiguous and never occurs.
    /// </summary>
    public static AttributeValidator Validator { get; } = (value, path, diagnostics) =>
    {
        if (!IsValid(value.String))
        {
            diagnostics.AddError(
                "Invalid id",
                $"`{path}` must be an id of letters and digits, such as `GENERAL` or `ByehQjC44FwMeiLbX`. "
                + "To find the id by a name, use the data source `rocketchat_room` or `rocketchat_user`.",
                path);
        }
    };

    /// <summary>Whether a text has no other characters than ids have.</summary>
    public static bool IsValid(string text) =>
        text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or ':');

    /// <summary>A username as the API takes it, not as a message mentions it.</summary>
    public static AttributeValidator NoAtSign { get; } = (value, path, diagnostics) =>
    {
        if (value.String.StartsWith('@'))
        {
            diagnostics.Add(InvalidUsername(value.String, path));
        }
    };

    public static Diagnostic InvalidUsername(string name, AttributePath path) => Diagnostic.Error(
        "Invalid username", $"`{path}`: a username is written without `@` and is not empty; {name.Quoted()} is none.", path);
}
