using System.Globalization;
using System.Text;
using System.Text.Json;
using Archive.Sky.Healpix;

namespace Archive.Sky.Moc;

/// <summary>Reads the JSON form: an object with a list of cells for each order.</summary>
internal static class MocJsonReader
{
    private const string Example = """Write a list of cells for each order, such as {"3":[1,2],"5":[30]}.""";

    public static (List<IndexRange> Ranges, int Order) Read(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = 3 });
        var ranges = new List<IndexRange>();
        int order = -1, finest = 0;
        try
        {
            while (reader.Read())
            {
                int position = (int)reader.TokenStartIndex;
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        order = int.TryParse(reader.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                            && number <= HealpixNested.MaxOrder
                            ? number
                            : throw new ShapeTextException("The name of a list of cells must be an order, 0 to 29.", position, 1, Example);
                        finest = Math.Max(finest, order);
                        break;
                    case JsonTokenType.Number when reader.CurrentDepth == 2 && reader.TryGetInt64(out long cell):
                        ranges.Add(MocText.RangeOf(order, cell, cell, position, reader.ValueSpan.Length));
                        break;
                    case JsonTokenType.StartObject when reader.CurrentDepth == 0:
                    case JsonTokenType.StartArray when reader.CurrentDepth == 1:
                    case JsonTokenType.EndObject:
                    case JsonTokenType.EndArray:
                        break;
                    default:
                        throw new ShapeTextException("This is not a list of cells.", position, 1, Example);
                }
            }
        }
        catch (JsonException e)
        {
            throw new ShapeTextException($"The text of a MOC is no JSON: {e.Message}", (int)(e.BytePositionInLine ?? 0), 0, Example);
        }

        return (ranges, finest);
    }
}
