using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Requests.Similarity;

/// <summary>A value of a case's MinHash signature; cases with similar texts share values.</summary>
/// <param name="NumericCaseNumber">The case number as one number, see <see cref="CaseRow.NumericCaseNumber"/>.</param>
internal sealed record CaseSignatureValue(long Value, long NumericCaseNumber);

/// <summary>
/// The similarity of two texts: the Jaccard coefficient of their pairs of neighbouring syllables. Of each text a MinHash signature is
/// stored, for each of several hash functions the minimum hash of all pairs: the share of equal values in two signatures estimates the
/// coefficient (Broder, "On the resemblance and containment of documents", 1997), so that similar cases are found by a few index look-ups.
/// </summary>
internal static class MinHash
{
    /// <summary>The number of values of a signature. The lowest four bits of a value hold its index.</summary>
    public const int SignatureLength = 16;

    /// <summary>Pairs of neighbouring syllables, because most Vietnamese words have two.</summary>
    public static HashSet<string> GetWordPairs(string text)
    {
        var words = VietnameseText.SplitIntoWords(VietnameseText.Fold(text));
        return words.Zip(words.Skip(1), (first, second) => $"{first} {second}").ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The Jaccard coefficient: 0 for nothing in common, 1 for the same pairs.</summary>
    public static double ComputeSimilarity(HashSet<string> left, HashSet<string> right)
    {
        var shared = left.Count(right.Contains);
        return shared == 0 ? 0 : (double)shared / (left.Count + right.Count - shared);
    }

    /// <summary>The signature of a text; empty for a text with fewer than two syllables. Signatures are stored: after a change of this
    /// function earlier cases are no longer found.</summary>
    public static IReadOnlyList<long> ComputeSignature(HashSet<string> pairs)
    {
        if (pairs.Count == 0)
        {
            return [];
        }

        var hashes = pairs.Select(Hash).ToArray();
        return
        [
            .. Enumerable
                .Range(0, SignatureLength)
                .Select(i => (long)((hashes.Min(hash => Mix(hash + ((ulong)i * 0x9E3779B97F4A7C15))) & ~15UL) | (uint)i)),
        ];
    }

    /// <summary>FNV-1a, 64 bits.</summary>
    private static ulong Hash(string pair)
    {
        var hash = 14695981039346656037UL;
        foreach (var octet in Encoding.UTF8.GetBytes(pair))
        {
            hash = (hash ^ octet) * 1099511628211;
        }

        return hash;
    }

    /// <summary>The finaliser of SplitMix64: each number that is added to the input gives another hash function.</summary>
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}

internal sealed class CaseSignatureValueConfiguration : IEntityTypeConfiguration<CaseSignatureValue>
{
    public void Configure(EntityTypeBuilder<CaseSignatureValue> builder)
    {
        builder.ToTable("CaseMarks").HasKey(m => new { m.Value, m.NumericCaseNumber });
        builder.Property(m => m.Value).HasColumnName("Mark").ValueGeneratedNever();
        builder.Property(m => m.NumericCaseNumber).HasColumnName("Number").ValueGeneratedNever();
    }
}
