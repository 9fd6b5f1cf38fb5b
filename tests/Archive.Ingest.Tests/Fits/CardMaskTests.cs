using Archive.Ingest.Fits;

namespace Archive.Ingest.Tests.Fits;

public sealed class CardMaskTests
{
    private const int CardLength = FitsHeader.CardLength;

    /// <summary>Each place, and each pair of places, against a walk over the bytes.</summary>
    [Fact]
    public void First_and_last_are_those_of_a_walk()
    {
        for (int one = 0; one < CardLength; one++)
        {
            for (int other = one; other < CardLength; other++)
            {
                byte[] card = new byte[CardLength];
                card[one] = card[other] = (byte)'/';
                CardMask mask = CardMask.Of(card, (byte)'/');
                CardMask rest = CardMask.Except(card, 0);

                for (int at = 0; at <= CardLength; at++)
                {
                    int step = card.AsSpan(at).IndexOf((byte)'/');
                    Assert.Equal(step < 0 ? CardLength : at + step, mask.First(at));
                    Assert.Equal(card.AsSpan(0, at).LastIndexOf((byte)'/'), mask.Last(at));
                    Assert.Equal(mask.First(at), rest.First(at));
                    Assert.Equal(mask.Last(at), rest.Last(at));
                }
            }
        }
    }

    [Fact]
    public void Nothing_is_found_where_nothing_is()
    {
        CardMask mask = CardMask.Of(new byte[CardLength], (byte)'/');

        Assert.Equal((CardLength, -1), (mask.First(0), mask.Last(CardLength)));
    }
}
