namespace Archive.Ingest.Instruments;

/// <summary>By whose rules the columns are derived that no single keyword holds; the property <c>rules</c> of a definition file.</summary>
public enum DerivationRules
{
    /// <summary><c>headers</c>, or nothing said: those of any FITS file, after the standard's reserved keywords.</summary>
    Headers,

    /// <summary><c>koa</c>: those that KOA's tables of all instruments share.</summary>
    Koa,

    /// <summary><c>hires</c>: KOA's, and what HIRES alone has.</summary>
    Hires,
}
