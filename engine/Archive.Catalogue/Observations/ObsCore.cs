using Archive.Catalogue.Tables;

namespace Archive.Catalogue.Observations;

/// <summary>
/// The table <c>ivoa.ObsCore</c>, in which every archive's observations look alike (ObsCore 1.1, section 4 and appendix C; UCDs as its erratum 1 has them). Its definition here is the
/// only one; the rows are those of the archive's tables, each by its <see cref="ObservationMapping"/>.
/// </summary>
public static class ObsCore
{
    public const string SchemaName = "ivoa";

    /// <summary>By which capabilities say that the table is there (TAPRegExt 1.0, section 2.2).</summary>
    public const string DataModel = "ivo://ivoa.net/std/ObsCore#core-1.1";

    /// <summary>What <c>access_format</c> says of a list of links (DataLink 1.1, section 2.3).</summary>
    public const string LinksFormat = "application/x-votable+xml;content=datalink";

    public const string DataProductType = "dataproduct_type", CalibLevel = "calib_level", ObsId = "obs_id", PublisherDid = "obs_publisher_did", AccessUrl = "access_url", AccessFormat = "access_format";

    public const string RightAscension = "s_ra", Declination = "s_dec", FieldOfView = "s_fov", Region = "s_region";

    public const string Start = "t_min", End = "t_max", Exposure = "t_exptime";

    public static Schema Schema { get; } = new(SchemaName, "Tables that the IVOA defines: the same in every archive.");

    public static Table Table { get; } = new(SchemaName, "ObsCore",
    [
        Text(DataProductType, "ObsDataset.dataProductType", "meta.code.class", "What the data are: image, cube, spectrum, sed, timeseries, visibility, event or measurements; null for what is none of these, as a bias frame."),
        Int(CalibLevel, "ObsDataset.calibLevel", "meta.code;obs.calib", "How far the data are reduced: 0 raw in the instrument's own format, 1 raw in a standard format, 2 calibrated, 3 combined, 4 derived."),
        Text("obs_collection", "DataID.Collection", "meta.id", "Collection that the data belong to."),
        Text(ObsId, "DataID.observationID", "meta.id", "Identifies the observation in its collection: the key of its row."),
        Text(PublisherDid, "Curation.PublisherDID", "meta.ref.ivoid", "Identifies the data to the world; the service that lists what belongs to an observation takes it."),
        Text(AccessUrl, "Access.Reference", "meta.ref.url", "Where the data are to be had, or the list of all that belongs to them."),
        Text(AccessFormat, "Access.Format", "meta.code.mime", "Media type of what is at access_url."),
        Long("access_estsize", "Access.Size", "phys.size;meta.file", "Size of the data, about.", "kbyte"),
        Text("target_name", "Target.Name", "meta.id;src", "What was observed, as the observer called it."),
        Double(RightAscension, "Char.SpatialAxis.Coverage.Location.Coord.Position2D.Value2.C1", "pos.eq.ra", "Right ascension of the observed field's centre, ICRS.", "deg", isIndexed: true),
        Double(Declination, "Char.SpatialAxis.Coverage.Location.Coord.Position2D.Value2.C2", "pos.eq.dec", "Declination of the observed field's centre, ICRS.", "deg", isIndexed: true),
        Double(FieldOfView, "Char.SpatialAxis.Coverage.Bounds.Extent.diameter", "phys.angSize;instr.fov", "Diameter of a circle that holds the observed field.", "deg"),
        Column(Region, ColumnType.Region, "Char.SpatialAxis.Coverage.Support.Area", "pos.outline;obs.field", "The observed field as STC-S; where nothing closer is known, the circle of s_fov around the centre, or the centre alone."),
        Double("s_resolution", "Char.SpatialAxis.Resolution.Refval.value", "pos.angResolution", "Spatial resolution: full width at half maximum of a star.", "arcsec"),
        Double(Start, "Char.TimeAxis.Coverage.Bounds.Limits.StartTime", "time.start;obs.exposure", "Begin of the observation, MJD in UTC.", "d"),
        Double(End, "Char.TimeAxis.Coverage.Bounds.Limits.StopTime", "time.end;obs.exposure", "End of the observation, MJD in UTC; the end of the day where no more than the day is known.", "d"),
        Double(Exposure, "Char.TimeAxis.Coverage.Support.Extent", "time.duration;obs.exposure", "Exposure time.", "s"),
        Double("t_resolution", "Char.TimeAxis.Resolution.Refval.value", "time.resolution", "Resolution in time within the data.", "s"),
        Double("em_min", "Char.SpectralAxis.Coverage.Bounds.Limits.LoLimit", "em.wl;stat.min", "Shortest wavelength in the data.", "m"),
        Double("em_max", "Char.SpectralAxis.Coverage.Bounds.Limits.HiLimit", "em.wl;stat.max", "Longest wavelength in the data.", "m"),
        Double("em_res_power", "Char.SpectralAxis.Resolution.ResolPower.refVal", "spect.resolution", "Resolving power of the spectrum."),
        Text("o_ucd", "Char.ObservableAxis.ucd", "meta.ucd", "What the data's values are, as a UCD."),
        Text("pol_states", "Char.PolarizationAxis.stateList", "meta.code;phys.polarization", "States of polarization in the data: /I/Q/U/V/ and the like."),
        Text("facility_name", "Provenance.ObsConfig.facility.name", "meta.id;instr.tel", "Telescope or observatory."),
        Text("instrument_name", "Provenance.ObsConfig.instrument.name", "meta.id;instr", "Instrument."),
        Long("s_xel1", "Char.SpatialAxis.numBins1", "meta.number", "Elements along the first spatial axis."),
        Long("s_xel2", "Char.SpatialAxis.numBins2", "meta.number", "Elements along the second spatial axis."),
        Long("t_xel", "Char.TimeAxis.numBins", "meta.number", "Elements along the time axis."),
        Long("em_xel", "Char.SpectralAxis.numBins", "meta.number", "Elements along the spectral axis."),
        Long("pol_xel", "Char.PolarizationAxis.numBins", "meta.number", "Elements along the polarization axis."),
        Text("dataproduct_subtype", "ObsDataset.dataProductSubtype", "meta.code.class", "What the data are in the archive's own words: for instance object, arclamp or bias."),
        Text("proposal_id", "Provenance.Proposal.identifier", "meta.id;obs.proposal", "Programme that the observation was made for."),
    ])
    {
        Description = "All observations of this archive, one row each, in the terms of the IVOA's ObsCore 1.1, by which the observations of all archives can be searched with one query.",
        Kind = TableKind.View,
        IsListedWithSchema = true,
        Position = new PositionColumns(RightAscension, Declination),
    };

    /// <summary>Is it this table?</summary>
    public static bool Has(string schema, string name) =>
        schema.Equals(SchemaName, StringComparison.OrdinalIgnoreCase) && name.Equals(Table.Name, StringComparison.OrdinalIgnoreCase);

    private static Column Text(string name, string utype, string ucd, string description) => Column(name, ColumnType.Text, utype, ucd, description);

    private static Column Int(string name, string utype, string ucd, string description) => Column(name, ColumnType.Int, utype, ucd, description);

    private static Column Long(string name, string utype, string ucd, string description, string? unit = null) => Column(name, ColumnType.Long, utype, ucd, description, unit);

    private static Column Double(string name, string utype, string ucd, string description, string? unit = null, bool isIndexed = false) =>
        Column(name, ColumnType.Double, utype, ucd, description, unit, isIndexed);

    private static Column Column(string name, ColumnType type, string utype, string ucd, string description, string? unit = null, bool isIndexed = false) => new()
    {
        Name = name,
        Type = type,
        Utype = "obscore:" + utype,
        Ucd = ucd,
        Unit = unit,
        Description = description,
        IsIndexed = isIndexed,
        IsPrincipal = true,
        IsStandard = true,
    };
}
