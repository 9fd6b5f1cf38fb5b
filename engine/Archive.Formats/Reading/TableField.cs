using Archive.Catalogue.Tables;

namespace Archive.Formats.Reading;

/// <summary>A column of a table that is read: what it is, and how its cells are to be read.</summary>
/// <param name="Column">The description. An xtype of TAP 1.0 that DALI has another name for has that name.</param>
/// <param name="Shape">Elements of a cell.</param>
/// <param name="NullText">What stands for a null (VOTable's VALUES, FITS' TNULL); null where nothing does.</param>
internal sealed record TableField(Column Column, FieldShape Shape, string? NullText);
