using System.Buffers.Binary;

namespace Archive.Ingest.Fits;

/// <summary>
/// The keywords met so far, keyed by their eight bytes: the thousandth file of a night has the keywords of the first, so that no card costs a
/// new string. Of fixed size; where all the slots that a newcomer may have are taken, it takes the first.
/// </summary>
internal static class KeywordTable
{
    private const int SlotBits = 13;
    private const int SlotsOfOne = 4;
    private static readonly Entry?[] s_slots = new Entry?[1 << SlotBits];

    /// <summary>The keyword in the first eight bytes of a card.</summary>
    public static Entry Get(ReadOnlySpan<byte> card)
    {
        ulong key = BinaryPrimitives.ReadUInt64LittleEndian(card);
        int first = (int)((key * 0x9E37_79B9_7F4A_7C15) >> (64 - SlotBits));
        for (int i = 0; i < SlotsOfOne; i++)
        {
            ref Entry? slot = ref s_slots[(first + i) & (s_slots.Length - 1)];
            Entry? known = Volatile.Read(ref slot);
            if (known is not null && known.Key == key)
            {
                return known;
            }

            if (known is null)
            {
                return Put(ref slot, key, card);
            }
        }

        return Put(ref s_slots[first], key, card);
    }

    private static Entry Put(ref Entry? slot, ulong key, ReadOnlySpan<byte> card)
    {
        Entry entry = new(key, card[..8]);
        Volatile.Write(ref slot, entry);
        return entry;
    }

    /// <summary>What can be known of a keyword once and for all.</summary>
    internal sealed class Entry
    {
        public Entry(ulong key, ReadOnlySpan<byte> name)
        {
            Key = key;
            Name = CardText.Decode(name.TrimEnd((byte)' '));
            Hash = CardIndex.HashOf(Name);
            Role = Name switch
            {
                "" or "COMMENT" or "HISTORY" => KeywordRole.Commentary,
                "CONTINUE" => KeywordRole.Continue,
                "HIERARCH" => KeywordRole.Hierarch,
                "END" => KeywordRole.End,
                _ => KeywordRole.Plain,
            };
            Fault = Name.Any(char.IsAsciiLetterLower) ? IssueCode.LowerCaseKeyword : null;
            if (!Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            {
                Fault = IssueCode.InvalidKeyword;
            }
        }

        public ulong Key { get; }

        public string Name { get; }

        /// <summary>The name's hash in a <see cref="CardIndex"/>.</summary>
        public int Hash { get; }

        public KeywordRole Role { get; }

        /// <summary>What is wrong with the keyword by FITS 4.0, section 4.1.2.1; null if nothing is.</summary>
        public IssueCode? Fault { get; }
    }
}

/// <summary>What a keyword does to the reading of its card.</summary>
internal enum KeywordRole
{
    Plain,
    Commentary,
    Continue,
    Hierarch,
    End,
}
