namespace Archive.Adql;

/// <summary>The version of ADQL that a query says it is written in.</summary>
public enum AdqlVersion
{
    /// <summary>ADQL 2.0. Its grammar is a part of 2.1's, which is read for it too: what 2.1 has beyond it are extensions, which 2.0 allows. Only ILIKE, which 2.0 has no word for, is refused.</summary>
    Version20,

    Version21,
}
