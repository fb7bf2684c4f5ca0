namespace PolicyAssistantBot.Knowledge.Search.External;

/// <summary>The vectors of all passages, searched exhaustively. Immutable.</summary>
internal sealed class VectorIndex
{
    private readonly (string PassageId, Lang Lang)[] passages;
    private readonly int[] passageByVector;
    private readonly sbyte[] values;
    private readonly double[] vectorLengths;

    /// <param name="chunks">The vectors of each passage; all vectors have the same length.</param>
    public VectorIndex(IReadOnlyList<(Passage Passage, IReadOnlyList<sbyte[]> Vectors)> chunks)
    {
        passages = [.. chunks.Select(p => (p.Passage.Id, p.Passage.Lang))];
        passageByVector = [.. chunks.SelectMany((p, i) => Enumerable.Repeat(i, p.Vectors.Count))];
        Dimensions = chunks.SelectMany(p => p.Vectors).Select(vector => vector.Length).FirstOrDefault();
        values = [.. chunks.SelectMany(p => p.Vectors).SelectMany(vector => vector)];
        vectorLengths = [.. chunks.SelectMany(p => p.Vectors).Select(vector => QuantizedVector.ComputeLength(vector))];
    }

    public static VectorIndex Empty { get; } = new([]);

    public int Dimensions { get; }

    public int VectorCount => vectorLengths.Length;

    /// <summary>
    /// The passages of a language that are nearest to a question. The score is (cosine - mean) / (1 - mean), where mean is the average over
    /// the passages. Models differ in the cosine of unrelated texts; this normalisation makes scores of different models comparable.
    /// </summary>
    /// <exception cref="InvalidDataException">The question's vector has another length than the passages' or has no direction.</exception>
    public IReadOnlyList<ExternalHit> Find(ReadOnlySpan<float> question, Lang lang, int count)
    {
        if (vectorLengths.Length == 0)
        {
            return [];
        }

        if (question.Length != Dimensions)
        {
            throw new InvalidDataException("The question's vector and the passages' vectors have different lengths.");
        }

        var quantizedQuestion = QuantizedVector.Quantize(question);
        var questionLength = QuantizedVector.ComputeLength(quantizedQuestion);
        var bestCosines = new double[passages.Length];
        Array.Fill(bestCosines, double.NegativeInfinity);
        for (var i = 0; i < vectorLengths.Length; i++)
        {
            if (passages[passageByVector[i]].Lang == lang)
            {
                bestCosines[passageByVector[i]] = Math.Max(
                    bestCosines[passageByVector[i]],
                    QuantizedVector.ComputeDotProduct(quantizedQuestion, values.AsSpan(i * Dimensions, Dimensions))
                        / (questionLength * vectorLengths[i])
                );
            }
        }

        var comparedPassages = Enumerable.Range(0, bestCosines.Length).Where(i => double.IsFinite(bestCosines[i])).ToList();
        var mean = comparedPassages.Select(i => bestCosines[i]).DefaultIfEmpty(0).Average();
        return
        [
            .. comparedPassages
                .Where(i => bestCosines[i] > mean)
                .OrderByDescending(i => bestCosines[i])
                .ThenBy(i => i)
                .Take(Math.Max(0, count))
                .Select(i => new ExternalHit(passages[i].PassageId, (bestCosines[i] - mean) / (1 - Math.Min(mean, 0.999)))),
        ];
    }
}
