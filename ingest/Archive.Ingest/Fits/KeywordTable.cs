using System.Buffers.Binary;

namespace Archive.Ingest.Fits;

/// <summary>
/// The keywords met so far, keyed by their eight bytes: the thousandth file of a night has the keywords of the first, so that no card costs a
/// new string. Of fixed size; a newcomer takes the place of whatever shared its slot.
/// </summary>
internal static class KeywordTable
{
    private const int SlotBits = 13;
    private static readonly Entry?[] s_slots = new Entry?[1 << SlotBits];

    /// <summary>The keyword in the first eight bytes of a card.</summary>
    public static Entry Get(ReadOnlySpan<byte> card)
    {
        ulong key = BinaryPrimitives.ReadUInt64LittleEndian(card);
        ref Entry? slot = ref s_slots[(int)((key * 0x9E37_79B9_7F4A_7C15) >> (64 - SlotBits))];
        Entry? known = Volatile.Read(ref slot);
        if (known is null || known.Key != key)
        {
            known = new Entry(key, card[..8]);
            Volatile.Write(ref slot, known);
        }

        return known;
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
