using Archive.Adql.Syntax;
using Archive.Catalogue.Tables;

namespace Archive.Adql.Resolution.Tree;

/// <summary>An entry of FROM.</summary>
public abstract record ResolvedTableReference;

/// <summary>An entry that is one source of rows.</summary>
public abstract record ResolvedSingleTable(TableSource Source) : ResolvedTableReference;

/// <summary>A table of the catalogue.</summary>
public sealed record ResolvedTable(TableSource Source, Table Table) : ResolvedSingleTable(Source);

/// <summary>A query of the WITH clause.</summary>
public sealed record ResolvedWithReference(TableSource Source, ResolvedWith With) : ResolvedSingleTable(Source);

/// <summary>A subquery in FROM.</summary>
public sealed record ResolvedDerivedTable(TableSource Source, ResolvedSelect Select) : ResolvedSingleTable(Source);

/// <summary>A join; USING and NATURAL have become conditions.</summary>
public sealed record ResolvedJoin(JoinType Type, ResolvedTableReference Left, ResolvedTableReference Right, ResolvedCondition On) : ResolvedTableReference;
