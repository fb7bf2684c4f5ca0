using System.Diagnostics;
using System.Globalization;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Evaluation;
using PolicyAssistantBot.Knowledge.Search;
using PolicyAssistantBot.Knowledge.Search.External;

namespace PolicyAssistantBot.Benchmarks;

/// <summary>
/// <c>vectors COUNT [DIMENSIONS]</c>: the time to compare a question's vector with that many passage vectors on one thread, and how often
/// the result differs from exact cosines.
/// </summary>
internal static class VectorsCommand
{
    private const int Questions = 200;

    public static void Run(int count, int dimensions)
    {
        var random = new Random(1);
        var vectors = Enumerable.Range(0, count).Select(_ => Vector(random, dimensions)).ToArray();
        var index = new VectorIndex([
            .. vectors.Select(
                (vector, i) =>
                    (
                        new Passage($"p{i}", "a", "answer", Lang.Vi, "", "", "", []),
                        (IReadOnlyList<sbyte[]>)[QuantizedVector.Quantize(vector)]
                    )
            ),
        ]);
        var times = new List<double>(Questions);
        var agreeing = 0;
        for (var i = 0; i < Questions; i++)
        {
            var nearest = vectors[random.Next(count)];
            float[] question = [.. Vector(random, dimensions).Zip(nearest, (own, other) => own + (other * 0.3f))];
            var started = Stopwatch.GetTimestamp();
            var found = index.Find(question, Lang.Vi, 10);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            if (i < 20)
            {
                agreeing += found[0].PassageId == $"p{Array.IndexOf(vectors, vectors.MaxBy(vector => Cosine(vector, question)))}" ? 1 : 0;
            }
        }

        times.Sort();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{count} vectors of {dimensions}: p50 {Metrics.ComputePercentile(times, 0.5):f2} ms, p95 "
                    + $"{Metrics.ComputePercentile(times, 0.95):f2} ms, {(long)count * dimensions / 1e6:f1} MB; first passage as by exact "
                    + $"cosines: {agreeing} of 20"
            )
        );
    }

    private static double Cosine(float[] a, float[] b)
    {
        double dot = 0,
            aa = 0,
            bb = 0;
        for (var i = 0; i < a.Length; i++)
        {
            (dot, aa, bb) = (dot + (a[i] * b[i]), aa + (a[i] * a[i]), bb + (b[i] * b[i]));
        }

        return dot / Math.Sqrt(aa * bb);
    }

    private static float[] Vector(Random random, int dimensions) =>
        [.. Enumerable.Range(0, dimensions).Select(_ => (float)(random.NextDouble() - 0.5))];
}
