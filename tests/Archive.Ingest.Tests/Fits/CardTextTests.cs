using System.Buffers.Binary;
using Archive.Ingest.Fits;

namespace Archive.Ingest.Tests.Fits;

public sealed class CardTextTests
{
    /// <summary>Every byte at every place, between bytes at the ends of what is allowed, against the look at one byte after the other.</summary>
    [Fact]
    public void Eight_bytes_at_once_are_judged_as_one_by_one()
    {
        foreach (byte neighbour in new byte[] { 32, 65, 126 })
        {
            for (int place = 0; place < sizeof(ulong); place++)
            {
                for (int value = 0; value < 256; value++)
                {
                    byte[] bytes = [.. Enumerable.Repeat(neighbour, sizeof(ulong))];
                    bytes[place] = (byte)value;

                    Assert.Equal(value is < 32 or > 126, CardText.HasForbiddenByte(BinaryPrimitives.ReadUInt64LittleEndian(bytes)));
                    Assert.Equal(value is < 32 or > 126, CardText.HasForbiddenByte(bytes));
                }
            }
        }
    }
}
