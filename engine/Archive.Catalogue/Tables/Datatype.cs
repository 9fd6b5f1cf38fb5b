namespace Archive.Catalogue.Tables;

/// <summary>The primitive datatypes of VOTable 1.4, section 2.1, that a column of this archive can have.</summary>
public enum Datatype
{
    Boolean,
    UnsignedByte,
    Short,
    Int,
    Long,
    Char,
    UnicodeChar,
    Float,
    Double,

    /// <summary>One binary digit. Queries see a scalar one as a boolean.</summary>
    Bit,

    /// <summary>A complex number: real and imaginary part, 32 bits each.</summary>
    FloatComplex,

    /// <summary>A complex number: real and imaginary part, 64 bits each.</summary>
    DoubleComplex,
}

public static class DatatypeNames
{
    private static readonly string[] Names = ["boolean", "unsignedByte", "short", "int", "long", "char", "unicodeChar", "float", "double", "bit", "floatComplex", "doubleComplex"];

    /// <summary>The datatype as VOTable and TAP_SCHEMA spell it.</summary>
    public static string VotableName(this Datatype datatype) => Names[(int)datatype];

    /// <summary>Reads VOTable's spelling; false for anything else.</summary>
    public static bool TryParse(string votableName, out Datatype datatype)
    {
        var index = Array.IndexOf(Names, votableName);
        datatype = index < 0 ? default : (Datatype)index;
        return index >= 0;
    }

    /// <summary>A number that arithmetic applies to: neither bits nor complex numbers.</summary>
    public static bool IsNumeric(this Datatype datatype) =>
        datatype is Datatype.UnsignedByte or Datatype.Short or Datatype.Int or Datatype.Long or Datatype.Float or Datatype.Double;

    public static bool IsInteger(this Datatype datatype) =>
        datatype is Datatype.UnsignedByte or Datatype.Short or Datatype.Int or Datatype.Long;

    /// <summary>True or false: a boolean, or a bit.</summary>
    public static bool IsLogical(this Datatype datatype) => datatype is Datatype.Boolean or Datatype.Bit;

    public static bool IsComplex(this Datatype datatype) => datatype is Datatype.FloatComplex or Datatype.DoubleComplex;
}
