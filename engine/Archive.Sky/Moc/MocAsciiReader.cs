using Archive.Sky.Healpix;

namespace Archive.Sky.Moc;

/// <summary>Reads the ASCII form: orders with a slash, each followed by cells and ranges of cells of that order.</summary>
internal sealed class MocAsciiReader(string text)
{
    private const string Example = "Write orders and cells such as 3/3-10 5/1,2,9-12.";

    private readonly List<IndexRange> _ranges = [];
    private int _position;

    public (List<IndexRange> Ranges, int Order) Read()
    {
        int order = -1, finest = 0;
        SkipSeparators();

        // The letter of the dimension may stand before the first order.
        if (_position < text.Length && text[_position] is 's' or 'S')
        {
            _position++;
        }

        while (_position < text.Length)
        {
            int start = _position;
            long number = Number();
            if (Take('/'))
            {
                order = number <= HealpixNested.MaxOrder
                    ? (int)number
                    : throw Wrong(start, FormattableString.Invariant($"The order of a MOC is 0 to {HealpixNested.MaxOrder}; here it is {number}."));
                finest = Math.Max(finest, order);
            }
            else
            {
                AddCells(order, number, start);
            }

            SkipSeparators();
        }

        return (_ranges, finest);
    }

    private void AddCells(int order, long first, int start)
    {
        if (order < 0)
        {
            throw Wrong(start, "A cell stands before any order.");
        }

        long last = Take('-') ? Number() : first;
        _ranges.Add(MocText.RangeOf(order, first, last, start, _position - start));
    }

    private long Number()
    {
        int start = _position;
        long number = 0;
        while (_position < text.Length && char.IsAsciiDigit(text[_position]))
        {
            number = number * 10 + (text[_position++] - '0');
            if (number > HealpixNested.CellCount(HealpixNested.MaxOrder))
            {
                throw Wrong(start, "This is larger than the number of any cell.");
            }
        }

        return _position > start ? number
            : _position == text.Length ? throw new ShapeTextException("The text of a MOC ends where a number should be.", start, 0, Example)
            : throw new ShapeTextException($"'{text[start]}' stands where a number should be.", start, 1, Example);
    }

    private bool Take(char character)
    {
        bool taken = _position < text.Length && text[_position] == character;
        _position += taken ? 1 : 0;
        return taken;
    }

    private void SkipSeparators()
    {
        while (_position < text.Length && (char.IsWhiteSpace(text[_position]) || text[_position] == ','))
        {
            _position++;
        }
    }

    private ShapeTextException Wrong(int start, string message) => new(message, start, _position - start, Example);
}
