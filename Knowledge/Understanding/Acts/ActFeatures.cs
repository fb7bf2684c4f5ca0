using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Understanding.Acts;

/// <summary>
/// A message as features: its words without marks, two and three of them in a row, the marked words as typed, how it begins and ends,
/// whether
/// it asks, negates or holds a figure, and how long it is.
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

    /// <summary>The words without marks, each abbreviation as what it stands for.</summary>
    public List<string> Words(string text) =>
        [
            .. VietnameseText
                .Words(VietnameseText.Fold(text))
                .SelectMany(word => abbreviations.TryGetValue(word, out var whole) ? whole.Split(' ') : [word]),
        ];

    public List<string> Of(string text)
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

        // "đừng" (do not), "dừng" (stop) and "đúng" (right) differ in their marks alone.
        features.AddRange(
            VietnameseText
                .Words(text.ToLowerInvariant().Normalize())
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
        Flag(words.Exists(Questions.Contains), "?word");
        Flag(words.Exists(Negations.Contains), "!word");
        Flag(text.Contains('?', StringComparison.Ordinal), "?mark");
        Flag(text.Any(char.IsAsciiDigit), "figure");
        return [.. features.Distinct(StringComparer.Ordinal)];

        void Flag(bool isOn, string name)
        {
            if (isOn)
            {
                features.Add(name);
            }
        }
    }
}
