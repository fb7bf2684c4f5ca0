namespace PolicyAssistantBot.Knowledge.Search.Outside;

/// <summary>The vectors of all passages, searched exhaustively. Immutable.</summary>
internal sealed class VectorIndex
{
    private readonly (string PassageId, Lang Lang)[] passages;
    private readonly int[] passageOf;
    private readonly sbyte[] values;
    private readonly double[] lengths;

    /// <param name="chunks">The vectors of each passage; all vectors have the same length.</param>
    public VectorIndex(IReadOnlyList<(Passage Passage, IReadOnlyList<sbyte[]> Vectors)> chunks)
    {
        passages = [.. chunks.Select(p => (p.Passage.Id, p.Passage.Lang))];
        passageOf = [.. chunks.SelectMany((p, i) => Enumerable.Repeat(i, p.Vectors.Count))];
        Dimensions = chunks.SelectMany(p => p.Vectors).Select(vector => vector.Length).FirstOrDefault();
        values = [.. chunks.SelectMany(p => p.Vectors).SelectMany(vector => vector)];
        lengths = [.. chunks.SelectMany(p => p.Vectors).Select(vector => QuantizedVector.Length(vector))];
    }

    public static VectorIndex Empty { get; } = new([]);

    public int Dimensions { get; }

    public int Vectors => lengths.Length;

    /// <summary>
    /// The passages of a language that are nearest to a question. The score is (cosine - mean) / (1 - mean), where mean is the average over
    /// the passages. Models differ in the cosine of unrelated texts; this normalisation makes scores of different models comparable.
    /// </summary>
    /// <exception cref="InvalidDataException">The question's vector has another length than the passages' or has no direction.</exception>
    public IReadOnlyList<OutsideHit> Find(ReadOnlySpan<float> question, Lang lang, int count)
    {
        if (lengths.Length == 0)
        {
            return [];
        }

        if (question.Length != Dimensions)
        {
            throw new InvalidDataException("The question's vector and the passages' vectors have different lengths.");
        }

        var asked = QuantizedVector.Quantize(question);
        var length = QuantizedVector.Length(asked);
        var best = new double[passages.Length];
        Array.Fill(best, double.NegativeInfinity);
        for (var i = 0; i < lengths.Length; i++)
        {
            if (passages[passageOf[i]].Lang == lang)
            {
                best[passageOf[i]] = Math.Max(
                    best[passageOf[i]],
                    QuantizedVector.Dot(asked, values.AsSpan(i * Dimensions, Dimensions)) / (length * lengths[i])
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
