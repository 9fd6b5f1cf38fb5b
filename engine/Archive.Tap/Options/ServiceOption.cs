using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Archive.Engine;
using Archive.Engine.Options;

namespace Archive.Tap.Options;

/// <summary>
/// One option of the service or its engine, as the property that holds it declares it. Its name elsewhere follows from the property's:
/// <c>MaximumUploadRows</c> is <c>--maximum-upload-rows</c>, ARCHIVE_MAXIMUM_UPLOAD_ROWS, and <c>maximum_upload_rows</c> in a file.
/// </summary>
public sealed class ServiceOption
{
    private readonly PropertyInfo property;
    private readonly OptionAttribute declaration;

    private ServiceOption(PropertyInfo property, OptionAttribute declaration)
    {
        this.property = property;
        this.declaration = declaration;
        FileName = JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);
    }

    /// <summary>All options, those of the service first, in the order in which they are declared.</summary>
    public static IReadOnlyList<ServiceOption> All { get; } = [.. new[] { typeof(TapOptions), typeof(EngineOptions) }.SelectMany(type => type.GetProperties())
        .Where(property => property.IsDefined(typeof(OptionAttribute)))
        .Select(property => new ServiceOption(property, property.GetCustomAttribute<OptionAttribute>()!))];

    /// <summary>Name of the property.</summary>
    public string Name => property.Name;

    /// <summary>Its name in a file.</summary>
    public string FileName { get; }

    /// <summary>Its name on the command line.</summary>
    public string CommandLineName => "--" + FileName.Replace('_', '-');

    /// <summary>Its name in the environment.</summary>
    public string EnvironmentName => "ARCHIVE_" + FileName.ToUpperInvariant();

    public string Description => declaration.Description;

    public string Unit => declaration.Unit;

    /// <summary>True where its name alone, on the command line, says yes.</summary>
    public bool IsSwitch => property.PropertyType == typeof(bool);

    /// <summary>The numbers that it takes: <c>1 to 100</c>, <c>1 or more</c>; empty where it takes something else.</summary>
    public string Range => (declaration.Minimum, declaration.NotAbove, declaration.Maximum) switch
    {
        (long.MinValue, _, _) => "",
        (var least, { } bound, _) => string.Create(CultureInfo.InvariantCulture, $"{least} to {bound}"),
        (var least, _, long.MaxValue) => string.Create(CultureInfo.InvariantCulture, $"{least} or more"),
        var (least, _, most) => string.Create(CultureInfo.InvariantCulture, $"{least} to {most}"),
    };

    /// <summary>What holds where nobody sets it, on this machine; empty for nothing.</summary>
    public string Default => TextOf(property.DeclaringType == typeof(EngineOptions) ? new EngineOptions() : new TapOptions());

    /// <summary>Its value as text.</summary>
    public string ValueIn(TapOptions service, EngineOptions engine) => TextOf(property.DeclaringType == typeof(EngineOptions) ? engine : service);

    /// <summary>Puts a value, given as text, into the record that holds it.</summary>
    /// <exception cref="FormatException">The text isn't such a value.</exception>
    internal void Set(TapOptions service, EngineOptions engine, string text)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        try
        {
            var value = TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text.Trim());
            if (type.IsEnum && !Enum.IsDefined(type, value!)) throw new FormatException();
            property.SetValue(property.DeclaringType == typeof(EngineOptions) ? engine : service, value);
        }
        catch (Exception error) when (error is FormatException or ArgumentException or NotSupportedException or OverflowException)
        {
            throw new FormatException($"{Name} takes {(Range.Length > 0 ? $"a whole number of {Unit}, {Range}" : Unit)}, not '{text}'.", error);
        }
    }

    private string TextOf(object options) => Convert.ToString(property.GetValue(options), CultureInfo.InvariantCulture) ?? "";
}
