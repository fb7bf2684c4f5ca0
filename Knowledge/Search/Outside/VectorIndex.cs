namespace PolicyAssistantBot.Knowledge.Search.Outside;

/// <summary>The vectors of all passages, compared with a question's one by one. Immutable.</summary>
internal sealed class VectorIndex
{
    private readonly (string PassageId, Lang Lang)[] passages;
    private readonly int[] passageOf;
    private readonly sbyte[] values;
    private readonly double[] lengths;

    /// <param name="pieces">The vectors of each passage, all of the same length.</param>
    public VectorIndex(IReadOnlyList<(Passage Passage, IReadOnlyList<sbyte[]> Vectors)> pieces)
    {
        passages = [.. pieces.Select(p => (p.Passage.Id, p.Passage.Lang))];
        passageOf = [.. pieces.SelectMany((p, i) => Enumerable.Repeat(i, p.Vectors.Count))];
        Dimensions = pieces.SelectMany(p => p.Vectors).Select(vector => vector.Length).FirstOrDefault();
        values = [.. pieces.SelectMany(p => p.Vectors).SelectMany(vector => vector)];
        lengths = [.. pieces.SelectMany(p => p.Vectors).Select(vector => ByteVector.Length(vector))];
    }

    public static VectorIndex Empty { get; } = new([]);

    public int Dimensions { get; }

    public int Vectors => lengths.Length;

    /// <summary>
    /// Finds the passages of a language nearest to a question. A score is the cosine relative to the mean of all passages: (cosine - mean)
    /// / (1 - mean). Models differ in the cosine of unrelated texts; the relative scores of different models can be compared.
    /// </summary>
    /// <exception cref="InvalidDataException">The question's vector is of another length or has no direction.</exception>
    public IReadOnlyList<OutsideHit> Find(ReadOnlySpan<float> question, Lang lang, int count)
    {
        if (lengths.Length == 0)
        {
            return [];
        }

        if (question.Length != Dimensions)
        {
            throw new InvalidDataException("A question's vector is of another length than the passages'.");
        }

        var asked = ByteVector.Of(question);
        var length = ByteVector.Length(asked);
        var best = new double[passages.Length];
        Array.Fill(best, double.NegativeInfinity);
        for (var i = 0; i < lengths.Length; i++)
        {
            if (passages[passageOf[i]].Lang == lang)
            {
                best[passageOf[i]] = Math.Max(
                    best[passageOf[i]],
                    ByteVector.Dot(asked, values.AsSpan(i * Dimensions, Dimensions)) / (length * lengths[i])
                );
            }
        }

        var compared = Enumerable.Range(0, best.Length).Where(i => double.IsFinite(best[i])).ToList();
        var mean = compared.Select(i => best[i]).DefaultIfEmpty(0).Average();
        return
        [
            .. compared
                .Where(i => best[i] > mean)
                .OrderByDescending(i => best[i])
                .ThenBy(i => i)
                .Take(Math.Max(0, count))
                .Select(i => new OutsideHit(passages[i].PassageId, (best[i] - mean) / (1 - Math.Min(mean, 0.999)))),
        ];
    }
}
