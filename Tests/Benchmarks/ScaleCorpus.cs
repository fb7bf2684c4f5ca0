using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Search;

namespace PolicyAssistantBot.Benchmarks;

/// <summary>Generates any number of passages and questions from the articles' sentences.</summary>
internal sealed class ScaleCorpus(string articles)
{
    private readonly List<string[]> sentences =
    [
        .. Directory
            .EnumerateFiles(articles, "*.md", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines)
            .Where(line => line.Length > 60 && LanguageDetector.Detect(line).Diacritics == Diacritics.Full)
            .Select(line => VietnameseText.SplitIntoWords(line).ToArray()),
    ];

    /// <summary>150 words: sentences in random order, one word in ten replaced by a random word so that passages differ.</summary>
    public Passage Passage(int number, Random random)
    {
        var words = new List<string>(170);
        while (words.Count < 150)
        {
            words.AddRange(sentences[random.Next(sentences.Count)].Select(w => random.Next(10) == 0 ? Any(random) : w));
        }

        return new Passage(
            $"p{number}",
            $"p{number}",
            "answer",
            Lang.Vi,
            string.Join(' ', words.Take(8)),
            "",
            string.Join(' ', words.Skip(8).Take(142)),
            []
        );
    }

    /// <summary>Most of twelve consecutive words of a sentence, every second time without diacritics.</summary>
    public string Question(Random random)
    {
        var sentence = sentences[random.Next(sentences.Count)];
        var text =
            string.Join(' ', sentence.Skip(random.Next(Math.Max(1, sentence.Length - 12))).Take(12).Where(_ => random.Next(5) > 0))
            + " như thế nào";
        return random.Next(2) == 0 ? VietnameseText.Fold(text) : text;
    }

    private string Any(Random random)
    {
        var sentence = sentences[random.Next(sentences.Count)];
        return sentence[random.Next(sentence.Length)];
    }
}
