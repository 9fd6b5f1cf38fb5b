using Archive.Catalogue.Tables;

namespace Archive.Adql.Resolution;

/// <summary>Kinds of values that can be compared with their own kind.</summary>
internal enum TypeKind
{
    /// <summary>The literal NULL, or a value that has an error already.</summary>
    Unknown,
    Number,
    Text,
    Time,
    Boolean,

    /// <summary>A point, circle or polygon: has neither order nor equality.</summary>
    Geometry,
    Other,
}

internal static class TypeKinds
{
    public static TypeKind Kind(this ColumnType? type) => type switch
    {
        null => TypeKind.Unknown,
        { IsNumeric: true } => TypeKind.Number,
        { IsDate: true } or { IsTimestamp: true } => TypeKind.Time,
        { IsText: true } => TypeKind.Text,
        // Text that an xtype gives a meaning beyond ours (a region, a URI) can still be compared as text.
        { Datatype: Datatype.Char or Datatype.UnicodeChar } => TypeKind.Text,
        { Datatype: Datatype.Boolean or Datatype.Bit, Arraysize: null } => TypeKind.Boolean,
        { IsGeometry: true } => TypeKind.Geometry,
        _ => TypeKind.Other,
    };

    /// <summary>How messages call a value of the type.</summary>
    public static string Describe(this ColumnType? type) => type.Kind() switch
    {
        TypeKind.Number => "a number",
        TypeKind.Text => "text",
        TypeKind.Time => "a time",
        TypeKind.Boolean => "a boolean",
        TypeKind.Geometry => "a " + type!.Xtype,
        TypeKind.Unknown => "NULL",
        TypeKind.Other when type is { Arraysize: null } => "a complex number",
        _ => "an array",
    };

    /// <summary>The narrowest number type that both fit into: whole numbers keep whole, and float beside anything else is double.</summary>
    public static ColumnType Wider(ColumnType first, ColumnType second)
    {
        if (first == second) return first;
        if (!first.Datatype.IsInteger() || !second.Datatype.IsInteger()) return ColumnType.Double;
        return first.Datatype == Datatype.Long || second.Datatype == Datatype.Long ? ColumnType.Long : ColumnType.Int;
    }
}
