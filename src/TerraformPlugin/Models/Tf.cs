namespace TerraformPlugin.Models;

/// <summary>
/// An attribute's value in a model: null, unknown, or known. <c>default</c> is null.
/// A plain <typeparamref name="T"/> could not tell "the user left it out" from "not known before apply".
/// </summary>
/// <typeparam name="T">The type of a known value.</typeparam>
public readonly struct Tf<T> : IEquatable<Tf<T>>
    where T : notnull
{
    private readonly T? _value;
    private readonly bool _known;

    private Tf(T? value, bool known, bool unknown)
    {
        _value = value;
        _known = known;
        IsUnknown = unknown;
    }

    /// <summary>The value that will be known only after apply.</summary>
    public static Tf<T> Unknown { get; } = new(default, known: false, unknown: true);

    /// <summary>The absent value.</summary>
    public static Tf<T> Null { get; }

    /// <summary>True when the value is not known yet.</summary>
    public bool IsUnknown { get; }

    /// <summary>True when the value is absent.</summary>
    public bool IsNull => !_known && !IsUnknown;

    /// <summary>True when there is a value.</summary>
    public bool IsPresent => _known;

    /// <summary>The known value.</summary>
    /// <exception cref="InvalidOperationException">The value is null or unknown.</exception>
    public T Value => _known ? _value! : throw new InvalidOperationException(IsUnknown ? "The value is unknown." : "The value is null.");

    /// <summary>A known value; null reference becomes <see cref="Null"/>.</summary>
    public static implicit operator Tf<T>(T? value) => value is null ? default : new(value, known: true, unknown: false);

    /// <summary>The known value, or <paramref name="fallback"/> when it is null or unknown.</summary>
    public T Or(T fallback) => _known ? _value! : fallback;

    /// <summary>The known value; false when it is null or unknown.</summary>
    public bool TryGet([System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return _known;
    }

    /// <inheritdoc/>
    public bool Equals(Tf<T> other) =>
        _known == other._known && IsUnknown == other.IsUnknown && EqualityComparer<T?>.Default.Equals(_value, other._value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Tf<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_known, IsUnknown, _value);

    /// <summary>The state only: the content may be a secret.</summary>
    public override string ToString() => _known ? "(known)" : IsUnknown ? "(unknown)" : "(null)";

    /// <summary>Equality by state and value.</summary>
    public static bool operator ==(Tf<T> left, Tf<T> right) => left.Equals(right);

    /// <summary>Inequality by state and value.</summary>
    public static bool operator !=(Tf<T> left, Tf<T> right) => !left.Equals(right);
}
