using System.Collections.Immutable;

namespace Archive.Adql.Resolution;

/// <summary>What of a query isn't ADQL, and how ADQL says it: other archives' users get their answer, and learn what works everywhere.</summary>
/// <param name="Text">The query in standard ADQL, as far as there is a form for it; null where nothing can be said otherwise.</param>
/// <param name="ServiceFunctions">Functions that this service has beyond ADQL and the IVOA's catalogue, in upper case.</param>
public sealed record StandardForm(string? Text, ImmutableArray<string> ServiceFunctions);
