using Archive.Adql.Syntax;
using Archive.Catalogue.Tables;

namespace Archive.Adql.Resolution.Tree;

/// <summary>An entry of FROM.</summary>
public abstract record ResolvedTableReference;

/// <summary>A table of the catalogue.</summary>
public sealed record ResolvedTable(TableSource Source, Table Table) : ResolvedTableReference;

/// <summary>A query of the WITH clause.</summary>
public sealed record ResolvedWithReference(TableSource Source, ResolvedWith With) : ResolvedTableReference;

/// <summary>A subquery in FROM.</summary>
public sealed record ResolvedDerivedTable(TableSource Source, ResolvedSelect Select) : ResolvedTableReference;

/// <summary>A join; USING and NATURAL have become conditions.</summary>
public sealed record ResolvedJoin(JoinType Type, ResolvedTableReference Left, ResolvedTableReference Right, ResolvedCondition On) : ResolvedTableReference;
