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

    /// <summary>The distinct hashes of the features, in order.</summary>
    public List<uint> Extract(string text)
    {
        List<string> words = [.. SplitIntoWords(text).Take(MaxWords)];
        var seen = new HashSet<uint>(words.Count * 5 + 8);
        var features = new List<uint>(words.Count * 5 + 8);
        for (var i = 0; i < words.Count; i++)
        {
            Add(TextFeatures.Hash(words[i]));
            if (i > 0)
            {
                Add(HashAll(words[i - 1], " ", words[i]));
            }

            if (i > 1)
            {
                Add(HashAll(words[i - 2], " ", words[i - 1], " ", words[i]));
            }
        }

        // "đừng" (do not), "dừng" (stop) and "đúng" (right) differ in their diacritics alone.
        foreach (var word in VietnameseText.SplitIntoWords(text).Take(MaxWords))
        {
            if (word.AsSpan().ContainsAnyExceptInRange('\0', '\x7F'))
            {
                Add(HashAll("=", word));
            }
        }

        if (words.Count > 0)
        {
            Add(HashAll("^", words[0]));
            Add(HashAll(words[^1], "$"));
        }

        Add(TextFeatures.Hash($"#{(words.Count < 6 ? words.Count : words.Count < 10 ? 6 : words.Count < 15 ? 10 : 15)}"));
        AddIf(words.Exists(QuestionWords.Contains), "?word");
        AddIf(words.Exists(NegationWords.Contains), "!word");
        AddIf(text.Contains('?', StringComparison.Ordinal), "?mark");
        AddIf(text.AsSpan().ContainsAnyInRange('0', '9'), "figure");
        return features;

        void Add(uint feature)
        {
            if (seen.Add(feature))
            {
                features.Add(feature);
            }
        }

        void AddIf(bool condition, string name)
        {
            if (condition)
            {
                Add(TextFeatures.Hash(name));
            }
        }
    }

    /// <summary>The hash of several texts put together.</summary>
    private static uint HashAll(params ReadOnlySpan<string> parts)
    {
        var hash = TextFeatures.Hash("");
        foreach (var part in parts)
        {
            hash = TextFeatures.Hash(hash, part);
        }

        return hash;
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
