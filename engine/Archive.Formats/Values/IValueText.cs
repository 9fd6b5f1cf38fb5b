namespace Archive.Formats.Values;

/// <summary>How values of one kind are written as text. A type of its own for each, so that the loop over a column is compiled for it.</summary>
/// <typeparam name="T">What the vector holds.</typeparam>
internal interface IValueText<T>
    where T : unmanaged
{
    /// <summary>Bytes that the longest text of a value takes.</summary>
    static abstract int MaximumLength { get; }

    /// <summary>Writes a value's text to the start of <paramref name="destination"/>, which has room for the longest.</summary>
    /// <returns>Bytes written.</returns>
    static abstract int Write(T value, Span<byte> destination);
}
