using System.Globalization;

namespace Archive.Catalogue.Units;

/// <summary>
/// Reads units as VOUnits 1.1 writes them: <c>km/s</c>, <c>10**-20W.m**-2.Hz**-1</c>, <c>mW/m**2</c>, <c>log(Hz)</c>. Read as well, since older catalogues write so: blanks and <c>*</c> for products,
/// powers as <c>m2</c>, <c>m-2</c> and <c>m^2</c>, several divisions from left to right. Unknown units, also quoted ones, are refused.
/// </summary>
public sealed class UnitParser
{
    private const int MaximumLength = 128;

    private readonly string text;
    private int position;

    private UnitParser(string text) => this.text = text;

    private char Current => position < text.Length ? text[position] : '\0';

    /// <exception cref="UnitSyntaxException">The text is no unit.</exception>
    public static Unit Parse(string text)
    {
        if (text.Length > MaximumLength) throw new UnitSyntaxException("The unit is too long.", MaximumLength);
        var parser = new UnitParser(text.Trim(' '));
        if (parser.text.Length == 0) throw new UnitSyntaxException("The unit is empty.", 0);
        var unit = parser.ScaleFactor();
        if (parser.position < parser.text.Length) unit = parser.Product(unit);
        if (!(unit.Mantissa > 0 && double.IsFinite(unit.Mantissa) && Math.Abs(unit.Exponent) < 300)) throw new UnitSyntaxException("The unit is too large or too small.", 0);
        return parser.position == parser.text.Length ? unit : throw parser.Unexpected();
    }

    /// <summary>10**3, 10^3, 0.1 or 1.5e3 in front of the units; 1 where there is none.</summary>
    private Unit ScaleFactor()
    {
        var length = NumberLength(position, withSign: false);
        if (length == 0) return Unit.One;
        var factor = Number(length);
        if (factor == 10 && AcceptPower())
        {
            var isBracketed = Accept('(');
            var power = Number(NumberLength(position, withSign: true));
            if (isBracketed) Expect(')');
            if (power != Math.Round(power) || Math.Abs(power) > 300) throw new UnitSyntaxException("A scale factor is a whole power of ten.", position);
            SkipSeparator();
            return Unit.One.ScaledBy(1, (int)power);
        }

        if (!(factor > 0 && double.IsFinite(factor))) throw new UnitSyntaxException("A scale factor is above 0.", 0);
        SkipSeparator();
        return Unit.One.ScaledBy(factor);
    }

    /// <summary>Units with <c>.</c>, <c>*</c> or a blank between them, then perhaps <c>/</c> and one unit, and again.</summary>
    private Unit Product(Unit scale)
    {
        var isDivided = Accept('/');
        var unit = isDivided ? scale.Times(Power().ToThe(-1)) : position == text.Length ? scale : Scaled(scale, Power());
        while (position < text.Length && Current != ')')
        {
            SkipBlanks();
            if (Accept('/'))
            {
                SkipBlanks();
                unit = Checked(unit).Times(Checked(Power()).ToThe(-1));
                isDivided = true;
                continue;
            }

            if (isDivided) throw new UnitSyntaxException("What a product behind / belongs to is not clear: write brackets, as in J/(s.m**2).", position);
            if (!Accept('.') && !Accept('*') && text[position - 1] != ' ') throw Unexpected();
            SkipBlanks();
            unit = Checked(unit).Times(Checked(Power()));
        }

        return unit;
    }

    private static Unit Scaled(Unit scale, Unit unit) => scale == Unit.One ? unit : unit.Function is null ? scale.Times(unit) : throw new UnitSyntaxException("A function of a unit takes no scale factor.", 0);

    private Unit Checked(Unit unit) => unit.Function is null ? unit : throw new UnitSyntaxException("A logarithm can't be multiplied or divided by a unit.", position);

    /// <summary>A unit, a function of a unit or units in brackets, with its power.</summary>
    private Unit Power()
    {
        var unit = Primary();
        var isWritten = AcceptPower();
        if (!isWritten && NumberLength(position, withSign: true) == 0) return unit;
        var isBracketed = Accept('(');
        var power = Number(NumberLength(position, withSign: true));
        if (isBracketed && Accept('/')) power /= Number(NumberLength(position, withSign: false));
        if (isBracketed) Expect(')');
        if (!(Math.Abs(power) <= 100)) throw new UnitSyntaxException("The power is too large.", position);
        return Checked(unit).ToThe(power);
    }

    private Unit Primary()
    {
        if (Accept('('))
        {
            var inner = Product(Unit.One);
            Expect(')');
            return inner;
        }

        var start = position;
        while (char.IsAsciiLetter(Current) || (Current == '%' && position == start)) position++;
        var symbol = text[start..position];
        if (symbol.Length == 0) throw Unexpected();
        if (Current == '(' && symbol is "sqrt" or "log" or "ln" or "exp")
        {
            position++;
            var inner = Checked(Product(ScaleFactor()));
            Expect(')');
            return symbol == "sqrt" ? inner.ToThe(0.5) : inner with { Function = symbol };
        }

        return KnownUnits.Find(symbol) ?? throw new UnitSyntaxException(Current == '\'' ? "Quoted units are unknown ones." : $"The unit {symbol} is unknown.", start);
    }

    private bool AcceptPower()
    {
        if (Accept('^')) return true;
        if (Current != '*' || position + 1 >= text.Length || text[position + 1] != '*') return false;
        position += 2;
        return true;
    }

    /// <summary>Characters of the number that stands at a place; 0 where none does.</summary>
    private int NumberLength(int start, bool withSign)
    {
        var end = start;
        if (withSign && end < text.Length && text[end] is '+' or '-') end++;
        var digits = end;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        if (end == digits) return 0;
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            end++;
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        }

        if (end < text.Length && text[end] is 'e' or 'E')
        {
            var exponent = end + 1;
            if (exponent < text.Length && text[exponent] is '+' or '-') exponent++;
            if (exponent < text.Length && char.IsAsciiDigit(text[exponent]))
            {
                end = exponent;
                while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
            }
        }

        return end - start;
    }

    private double Number(int length)
    {
        if (length == 0) throw Unexpected();
        var value = double.Parse(text.AsSpan(position, length), NumberStyles.Float, CultureInfo.InvariantCulture);
        position += length;
        return value;
    }

    private void SkipSeparator()
    {
        SkipBlanks();
        if (Current == '.' || (Current == '*' && position + 1 < text.Length && text[position + 1] != '*')) position++;
        SkipBlanks();
    }

    private void SkipBlanks()
    {
        while (Current == ' ') position++;
    }

    private bool Accept(char sign)
    {
        if (Current != sign) return false;
        position++;
        return true;
    }

    private void Expect(char sign)
    {
        if (!Accept(sign)) throw Unexpected();
    }

    private UnitSyntaxException Unexpected() => new(position < text.Length ? $"The unit can't be read from '{text[position..]}' on." : "The unit ends too early.", position);
}
