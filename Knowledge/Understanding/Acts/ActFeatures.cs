using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Understanding.Phrasings;

namespace PolicyAssistantBot.Knowledge.Understanding.Acts;

/// <summary>
/// The features by which dialogue acts are recognised: words without diacritics, pairs and triples of them, words as typed with diacritics,
/// the first and the last word, flags for questions, negations and figures, and the length.
/// </summary>
internal sealed class ActFeatures(IReadOnlyDictionary<string, string> abbreviations)
{
    private const int MaxWords = 30;

    private static readonly HashSet<string> QuestionWords = new(
        "gi nao sao may dau ai bao nhieu what how when where who which why".Split(' '),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> NegationWords = new(
        "khong ko hong chua dung chang cha khoi khoan don dont not no never".Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>The words without diacritics, with abbreviations expanded.</summary>
    public List<string> SplitIntoWords(string text) =>
        [
            .. VietnameseText
                .SplitIntoWords(VietnameseText.Fold(text))
                .SelectMany(word => abbreviations.TryGetValue(word, out var expansion) ? expansion.Split(' ') : [word]),
        ];

    public List<uint> Extract(string text)
    {
        List<string> words = [.. SplitIntoWords(text).Take(MaxWords)];
        var features = new List<string>(words.Count * 4 + 8);
        for (var i = 0; i < words.Count; i++)
        {
            features.Add(words[i]);
            if (i > 0)
            {
                features.Add($"{words[i - 1]} {words[i]}");
            }

            if (i > 1)
            {
                features.Add($"{words[i - 2]} {words[i - 1]} {words[i]}");
            }
        }

        // "đừng" (do not), "dừng" (stop) and "đúng" (right) differ in their diacritics alone.
        features.AddRange(
            VietnameseText
                .SplitIntoWords(text.ToLowerInvariant().Normalize())
                .Take(MaxWords)
                .Where(word => word.Any(letter => letter > 127))
                .Select(word => $"={word}")
        );
        if (words.Count > 0)
        {
            features.Add($"^{words[0]}");
            features.Add($"{words[^1]}$");
        }

        features.Add($"#{(words.Count < 6 ? words.Count : words.Count < 10 ? 6 : words.Count < 15 ? 10 : 15)}");
        AddIf(words.Exists(QuestionWords.Contains), "?word");
        AddIf(words.Exists(NegationWords.Contains), "!word");
        AddIf(text.Contains('?', StringComparison.Ordinal), "?mark");
        AddIf(text.Any(char.IsAsciiDigit), "figure");
        return [.. features.Select(TextFeatures.Hash).Distinct()];

        void AddIf(bool condition, string name)
        {
            if (condition)
            {
                features.Add(name);
            }
        }
    }

    /// <summary>
    /// Trains a classifier. Classes have about the same weight whatever their number of examples, up to <see cref="MaxClassWeight"/>.
    /// </summary>
    public TextClassifier Train(IReadOnlyList<(string Text, int Class)> texts, int classCount)
    {
        var countByClass = texts.CountBy(text => text.Class).ToDictionary();
        var typicalCount = MathF.Sqrt((float)texts.Count / Math.Max(1, countByClass.Count));
        return TextClassifier.Train(
            texts.Select(text => (text.Class, Extract(text.Text))),
            classCount,
            [
                .. Enumerable
                    .Range(0, classCount)
                    .Select(i => MathF.Min(MaxClassWeight, typicalCount / MathF.Sqrt(Math.Max(1, countByClass.GetValueOrDefault(i))))),
            ]
        );
    }

    private const float MaxClassWeight = 3;
}
