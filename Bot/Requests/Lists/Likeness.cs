using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Requests.Lists;

/// <summary>One of a case's marks; cases whose words are alike have marks in common.</summary>
/// <param name="Number">See <see cref="RequestRow.Number"/>.</param>
internal sealed record CaseMark(long Mark, long Number);

/// <summary>
/// How alike two texts are: the share of their pairs of neighbouring words that they have in common (Jaccard). Of each text a few marks are
/// kept,
/// the least of its pairs under as many hash functions: two texts share about as many marks as their likeness says (Broder, "On the
/// resemblance
/// and containment of documents", 1997), so that like cases are found by a few look-ups however many there are.
/// </summary>
internal static class Likeness
{
    /// <summary>How many marks each text has; as many as the four bits that tell them apart.</summary>
    public const int Marks = 16;

    /// <summary>Neighbouring words: one Vietnamese word is most often two syllables.</summary>
    public static HashSet<string> PairsOf(string text)
    {
        var words = VietnameseText.Words(VietnameseText.Fold(text));
        return words.Zip(words.Skip(1), (first, second) => $"{first} {second}").ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>0 for nothing in common, 1 for the same pairs.</summary>
    public static double Of(HashSet<string> one, HashSet<string> other)
    {
        var shared = one.Count(other.Contains);
        return shared == 0 ? 0 : (double)shared / (one.Count + other.Count - shared);
    }

    /// <summary>The marks of a text; none for one without two words. They are stored: another way to reckon them finds no case of
    /// before.</summary>
    public static IReadOnlyList<long> MarksOf(HashSet<string> pairs)
    {
        if (pairs.Count == 0)
        {
            return [];
        }

        var hashes = pairs.Select(Hash).ToArray();
        return
        [
            .. Enumerable
                .Range(0, Marks)
                .Select(i => (long)((hashes.Min(hash => Mix(hash + ((ulong)i * 0x9E3779B97F4A7C15))) & ~15UL) | (uint)i)),
        ];
    }

    /// <summary>FNV-1a, 64 bits.</summary>
    private static ulong Hash(string pair)
    {
        var hash = 14695981039346656037UL;
        foreach (var one in Encoding.UTF8.GetBytes(pair))
        {
            hash = (hash ^ one) * 1099511628211;
        }

        return hash;
    }

    /// <summary>The finaliser of SplitMix64: one hash function for each number added before.</summary>
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}

internal sealed class CaseMarkConfiguration : IEntityTypeConfiguration<CaseMark>
{
    public void Configure(EntityTypeBuilder<CaseMark> builder)
    {
        builder.ToTable("CaseMarks").HasKey(m => new { m.Mark, m.Number });
        builder.Property(m => m.Mark).ValueGeneratedNever();
        builder.Property(m => m.Number).ValueGeneratedNever();
    }
}
