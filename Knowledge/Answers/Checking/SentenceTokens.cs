using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Legal;

namespace PolicyAssistantBot.Knowledge.Answers.Checking;

/// <summary>The words and figures of a sentence by which two sentences are compared, in order.</summary>
internal sealed class SentenceTokens
{
    private readonly Dictionary<string, List<int>> positions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> negatedCounts = new(StringComparer.Ordinal);

    private SentenceTokens(IReadOnlyList<SupportToken> tokens)
    {
        Tokens = tokens;
        foreach (var (at, token) in tokens.Index())
        {
            if (token.Kind is TokenKind.Content or TokenKind.Critical)
            {
                if (!positions.TryGetValue(token.Form, out var list))
                {
                    positions[token.Form] = list = [];
                }

                list.Add(at);
            }
            else if (token.Kind == TokenKind.Negation)
            {
                HasDoubleNegation |= at > 0 && tokens[at - 1].Kind == TokenKind.Negation;
                var next = FindNextForm(tokens, at);
                negatedCounts[next] = negatedCounts.GetValueOrDefault(next) + 1;
            }

            HasCondition |= token.Kind == TokenKind.Condition;
        }
    }

    public IReadOnlyList<SupportToken> Tokens { get; }

    public bool HasCondition { get; }

    public bool HasDoubleNegation { get; }

    /// <summary>The content words.</summary>
    public IEnumerable<string> Forms => positions.Keys;

    /// <summary>The words that follow a negation.</summary>
    public IEnumerable<string> NegatedForms => negatedCounts.Keys;

    public bool Contains(string form) => positions.ContainsKey(form);

    /// <summary>How often the word follows a negation.</summary>
    public int CountNegated(string form) => negatedCounts.GetValueOrDefault(form);

    /// <summary>How often the word occurs without a negation.</summary>
    public int CountAffirmed(string form) => (positions.TryGetValue(form, out var list) ? list.Count : 0) - CountNegated(form);

    /// <summary>Whether two words occur within a distance of each other.</summary>
    public bool ContainsNear(string first, string second, int maxDistance) =>
        positions.TryGetValue(first, out var firstPositions)
        && positions.TryGetValue(second, out var secondPositions)
        && firstPositions.Exists(a => secondPositions.Exists(b => a != b && Math.Abs(a - b) <= maxDistance));

    public static SentenceTokens Create(string sentence, Lang lang)
    {
        var text = FigureText.Normalize(sentence, lang);
        var tokens = new List<SupportToken>();
        if (!text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            AddWords(tokens, text, lang);
            return new SentenceTokens(tokens);
        }

        var folded = VietnameseText.Fold(text);
        var at = 0;
        foreach (var figure in FigureReader.Read(text, lang).OrderBy(figure => figure.Start))
        {
            if (figure.Start > at)
            {
                AddWords(tokens, text[at..figure.Start], lang);
            }

            var end = Math.Min(text.Length, Math.Max(at, figure.Start + figure.Written.Length));
            tokens.Add(
                new SupportToken(
                    TokenKind.Figure,
                    figure.Value,
                    figure.Kind,
                    SupportWords.FindLimit(folded[..Math.Min(figure.Start, folded.Length)], folded[Math.Min(end, folded.Length)..])
                )
            );
            at = end;
        }

        AddWords(tokens, text[at..], lang);
        return new SentenceTokens(tokens);
    }

    /// <summary>Several sentences as one.</summary>
    public static SentenceTokens Join(IEnumerable<SentenceTokens> sentences) => new([.. sentences.SelectMany(sentence => sentence.Tokens)]);

    private static void AddWords(List<SupportToken> tokens, string text, Lang lang)
    {
        foreach (var word in VietnameseText.SplitIntoWords(SupportWords.JoinPhrases(text, lang)))
        {
            if (SupportWords.Classify(word, lang) is { } token)
            {
                tokens.Add(token);
            }
        }
    }

    private static string FindNextForm(IReadOnlyList<SupportToken> tokens, int at) =>
        tokens.Skip(at + 1).FirstOrDefault(token => token.Kind is TokenKind.Content or TokenKind.Critical or TokenKind.Figure).Form ?? "";
}
