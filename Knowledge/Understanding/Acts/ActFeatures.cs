using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Understanding.Phrasings;

namespace PolicyAssistantBot.Knowledge.Understanding.Acts;

/// <summary>
/// The features by which dialogue acts are recognised: words without diacritics, pairs and triples of them, words as typed with diacritics,
/// the first and the last word, flags for questions, negations and figures, and the length.
/// </summary>
internal sealed class ActFeatures(IReadOnlyDictionary<string, string> abbreviations)
{
    private const int MostWords = 30;

    private static readonly HashSet<string> Questions = new(
        "gi nao sao may dau ai bao nhieu what how when where who which why".Split(' '),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> Negations = new(
        "khong ko hong chua dung chang cha khoi khoan don dont not no never".Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>The words without diacritics, with abbreviations expanded.</summary>
    public List<string> Words(string text) =>
        [
            .. VietnameseText
                .SplitIntoWords(VietnameseText.Fold(text))
                .SelectMany(word => abbreviations.TryGetValue(word, out var whole) ? whole.Split(' ') : [word]),
        ];

    public List<uint> Of(string text)
    {
        List<string> words = [.. Words(text).Take(MostWords)];
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
                .Take(MostWords)
                .Where(word => word.Any(letter => letter > 127))
                .Select(word => $"={word}")
        );
        if (words.Count > 0)
        {
            features.Add($"^{words[0]}");
            features.Add($"{words[^1]}$");
        }

        features.Add($"#{(words.Count < 6 ? words.Count : words.Count < 10 ? 6 : words.Count < 15 ? 10 : 15)}");
        AddIf(words.Exists(Questions.Contains), "?word");
        AddIf(words.Exists(Negations.Contains), "!word");
        AddIf(text.Contains('?', StringComparison.Ordinal), "?mark");
        AddIf(text.Any(char.IsAsciiDigit), "figure");
        return [.. features.Select(TextFeatures.Hash).Distinct()];

        void AddIf(bool isOn, string name)
        {
            if (isOn)
            {
                features.Add(name);
            }
        }
    }

    /// <summary>
    /// Every class counts the same, however many examples it has, but no example counts more than three times the average one.
    /// </summary>
    public TextClassifier Learn(IReadOnlyList<(string Text, int Class)> texts, int count)
    {
        var sizes = texts.CountBy(text => text.Class).ToDictionary();
        var share = MathF.Sqrt((float)texts.Count / Math.Max(1, sizes.Count));
        return TextClassifier.Learn(
            texts.Select(text => (text.Class, Of(text.Text))),
            count,
            [.. Enumerable.Range(0, count).Select(i => MathF.Min(MostWeight, share / MathF.Sqrt(Math.Max(1, sizes.GetValueOrDefault(i)))))]
        );
    }

    private const float MostWeight = 3;
}
