using System.Diagnostics;
using System.Globalization;
using System.Text;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Search;

namespace PolicyAssistantBot.Benchmarks;

/// <summary><c>scale SIZE… [--articles DIR] [--svg FILE]</c>: latency, build rate and memory as the number of passages of 150 words grows.</summary>
internal static class ScaleCommand
{
    public static void Run(string[] args)
    {
        var sizes = args.TakeWhile(a => a[0] != '-').Select(a => int.Parse(a, CultureInfo.InvariantCulture)).ToArray();
        var sentences = Sentences(Arguments.Value(args, "--articles") ?? Path.Combine(AppContext.BaseDirectory, "Knowledge", "Articles"));
        var points = new List<(int Size, double P50, double P95)>();
        Console.WriteLine("passages | build/s | bytes/passage | p50 ms | p95 ms");
        foreach (var size in sizes)
        {
            var random = new Random(1);
            var passages = Enumerable.Range(0, size).Select(i => Passage(i, sentences, random)).ToList();
            var clock = Stopwatch.StartNew();
            var index = SearchIndex.Build(passages);
            var perSecond = size / clock.Elapsed.TotalSeconds;
            var questions = Enumerable.Range(0, 400).Select(_ => Question(sentences, random)).ToList();
            foreach (var question in questions.Take(200))
            {
                index.Search(question);
            }

            var times = questions.Select(question =>
            {
                var start = Stopwatch.GetTimestamp();
                index.Search(question);
                return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }).Order().ToList();
            points.Add((size, times[200], times[380]));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size} | {perSecond:f0} | {(double)index.Bytes / size:f0} | {times[200]:f2} | {times[380]:f2}"));
        }

        if (Arguments.Value(args, "--svg") is { } svg)
            File.WriteAllText(svg, Chart(points));
    }

    private static List<string[]> Sentences(string directory) =>
        [.. Directory.EnumerateFiles(directory, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines)
            .Where(line => line.Length > 60 && LanguageDetector.Detect(line).Diacritics == Diacritics.Full)
            .Select(line => VietnameseText.Words(line).ToArray())];

    /// <summary>Sentences of the articles in random order, one word in ten replaced by another of theirs so that passages differ.</summary>
    private static Passage Passage(int number, List<string[]> sentences, Random random)
    {
        var words = new List<string>(170);
        while (words.Count < 150)
        {
            words.AddRange(sentences[random.Next(sentences.Count)].Select(w => random.Next(10) == 0 ? Any(sentences, random) : w));
        }

        return new Passage($"p{number}", $"p{number}", "answer", Lang.Vi, string.Join(' ', words.Take(8)), "", string.Join(' ', words.Skip(8).Take(142)), []);
    }

    private static string Question(List<string[]> sentences, Random random)
    {
        var sentence = sentences[random.Next(sentences.Count)];
        var text = string.Join(' ', sentence.Skip(random.Next(Math.Max(1, sentence.Length - 12))).Take(12).Where(_ => random.Next(5) > 0)) + " như thế nào";
        return random.Next(2) == 0 ? VietnameseText.Fold(text) : text;
    }

    private static string Any(List<string[]> sentences, Random random)
    {
        var sentence = sentences[random.Next(sentences.Count)];
        return sentence[random.Next(sentence.Length)];
    }

    /// <summary>Both axes are logarithmic.</summary>
    private static string Chart(List<(int Size, double P50, double P95)> points)
    {
        static double X(double size) => 60 + (130 * (Math.Log10(size) - 3));
        static double Y(double ms) => 200 - (60 * (Math.Log10(Math.Max(ms, 0.1)) + 1));
        var svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 520 240\" font-family=\"sans-serif\" font-size=\"11\">\n");
        foreach (var ms in new[] { 0.1, 1, 10, 100 })
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M60 {Y(ms):f0}H480\" stroke=\"#ddd\"/><text x=\"10\" y=\"{Y(ms) + 4:f0}\">{ms} ms</text>\n");
        }

        foreach (var (name, colour, values) in new[] { ("p50", "#2563eb", points.Select(p => (p.Size, Ms: p.P50))), ("p95", "#dc2626", points.Select(p => (p.Size, Ms: p.P95))) })
        {
            var line = string.Join(' ', values.Select(v => string.Create(CultureInfo.InvariantCulture, $"{X(v.Size):f1},{Y(v.Ms):f1}")));
            svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{line}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/><text x=\"485\" y=\"{Y(values.Last().Ms):f0}\" fill=\"{colour}\">{name}</text>\n");
        }

        foreach (var (size, _, _) in points)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(size) - 15:f0}\" y=\"225\">{size}</text>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }
}
