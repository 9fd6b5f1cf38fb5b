namespace Archive.Tap.Examples;

/// <summary>A query to learn from, which works on this archive.</summary>
/// <param name="Id">Names it in its document: letters, digits and <c>-</c>.</param>
/// <param name="Title">What it asks, in some words.</param>
/// <param name="Description">What there is to learn from it, in a sentence.</param>
/// <param name="Adql">The query, within ADQL 2.0 and the functions that capabilities declare, since clients check it by that.</param>
/// <param name="Table">The table that it is about, as the service lists it.</param>
internal sealed record QueryExample(string Id, string Title, string Description, string Adql, string Table);
