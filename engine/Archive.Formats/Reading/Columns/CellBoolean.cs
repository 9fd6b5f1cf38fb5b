namespace Archive.Formats.Reading.Columns;

/// <summary>Booleans as VOTable writes them (VOTable 1.4, section 6): true is T, t, 1 or true, false is F, f, 0 or false, and ?, a blank or NUL is neither. Bits are 1 and 0.</summary>
internal static class CellBoolean
{
    /// <exception cref="CellException">It is none of these.</exception>
    public static byte? Parse(ReadOnlySpan<char> word)
    {
        if (word is "?" or "") return null;
        if (word is "1" || word.Equals("T", StringComparison.OrdinalIgnoreCase) || word.Equals("true", StringComparison.OrdinalIgnoreCase)) return 1;
        if (word is "0" || word.Equals("F", StringComparison.OrdinalIgnoreCase) || word.Equals("false", StringComparison.OrdinalIgnoreCase)) return 0;
        throw CellException.NotA("a boolean (T or F)", word);
    }

    /// <exception cref="CellException">The byte is no letter that means a boolean.</exception>
    public static byte? Read(byte letter) => letter switch
    {
        (byte)'T' or (byte)'t' or (byte)'1' => 1,
        (byte)'F' or (byte)'f' or (byte)'0' => 0,
        (byte)'?' or (byte)' ' or 0 => null,
        _ => throw new CellException(FormattableString.Invariant($"the byte {letter} is not a boolean; its letters are T, F and ?.")),
    };
}
