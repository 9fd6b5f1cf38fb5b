using Archive.Sky.Shapes;

namespace Archive.Engine.Functions;

/// <summary>Shapes made of a row's numbers: data, so a bad one is no error of the query.</summary>
internal static class RowShapes
{
    public static SkyShape? TryMake(Func<ReadOnlySpan<double>, SkyShape> make, ReadOnlySpan<double> numbers)
    {
        try
        {
            return make(numbers);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
