using System.Collections.Frozen;
using PolicyAssistantBot.Knowledge.Answers.ByRule;
using PolicyAssistantBot.Knowledge.Answers.Evidence;
using PolicyAssistantBot.Knowledge.Answers.Talk;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Knowledge.Understanding.Acts;
using PolicyAssistantBot.Knowledge.Understanding.Quantities;

namespace PolicyAssistantBot.Knowledge.Answers.Facts;

/// <summary>
/// The figures by which an owner introduces the enterprise before asking something else: "công ty tôi 15 người, doanh thu 8 tỷ, có được hỗ
/// trợ đào tạo không". They are facts about the asker, not part of the question: left in, they would lead to the articles on size classes.
/// </summary>
internal static class EnterpriseProfile
{
    /// <summary>A clause with fewer content words asks nothing besides the figures.</summary>
    private const int MinContentWords = 2;

    private const int MaxPhraseWords = 5;

    /// <summary>Words around one figure ("doanh thu năm ngoái khoảng 8 tỷ một năm") on either side.</summary>
    private const int MaxWordsAroundFigure = 6;

    /// <summary>The message without the figures of the enterprise and the words that belong to them.</summary>
    /// <returns>Null when it does not introduce an enterprise, or asks nothing besides.</returns>
    public static string? Remove(MessageFacts message)
    {
        var reading = message.Reading;
        var figures = reading.Quantities.Where(IsEnterpriseFigure).ToList();
        var hasOneHeadcount = figures.Count(figure => figure.Kind == QuantityKind.People) == 1;
        if (
            !hasOneHeadcount
            || (!figures.Exists(figure => figure.Kind == QuantityKind.Money) && !FactReader.IsAboutOwnEnterprise(message.Folded))
        )
        {
            return null;
        }

        var words = SplitIntoWords(reading.Text);
        var isRemoved = new bool[words.Count];
        foreach (var figure in figures)
        {
            var first = words.FindIndex(word => word.End > figure.Span.Start);
            var last = words.FindLastIndex(word => word.Start < figure.Span.End);
            if (first < 0 || last < first)
            {
                continue;
            }

            Array.Fill(isRemoved, true, first, last - first + 1);
            for (var i = first; first - i < MaxWordsAroundFigure && FindPhraseLengthBefore(words, i) is > 0 and var count; i -= count)
            {
                Array.Fill(isRemoved, true, i - count, count);
            }

            for (var i = last; i - last < MaxWordsAroundFigure && FindPhraseLengthAfter(words, i) is > 0 and var count; i += count)
            {
                Array.Fill(isRemoved, true, i + 1, count);
            }
        }

        var kept = words.Where((_, i) => !isRemoved[i]).ToList();
        return SplitIntoClauses(words, isRemoved).Exists(AsksAnotherQuestion) ? string.Join(' ', kept.Select(word => word.Text)) : null;
    }

    /// <summary>The number of words of the longest phrase of a figure that ends before a word.</summary>
    private static int FindPhraseLengthBefore(List<Word> words, int at)
    {
        for (var count = Math.Min(MaxPhraseWords, at); count > 0; count--)
        {
            if (!words[at - 1].EndsClause && IsFigurePhrase(words, at - count, count))
            {
                return count;
            }
        }

        return 0;
    }

    /// <summary>The number of words of the longest phrase of a figure that begins after a word.</summary>
    private static int FindPhraseLengthAfter(List<Word> words, int at)
    {
        for (var count = Math.Min(MaxPhraseWords, words.Count - at - 1); count > 0; count--)
        {
            if (!words[at].EndsClause && IsFigurePhrase(words, at + 1, count))
            {
                return count;
            }
        }

        return 0;
    }

    private static bool IsFigurePhrase(List<Word> words, int start, int count) =>
        words.Skip(start).Take(count - 1).All(word => !word.EndsClause)
        && FigurePhrases.Contains(string.Join(' ', words.Skip(start).Take(count).Select(word => word.Folded)));

    /// <summary>The words between figures and punctuation marks.</summary>
    private static List<List<Word>> SplitIntoClauses(List<Word> words, bool[] isRemoved)
    {
        List<List<Word>> clauses =
        [
            [],
        ];
        for (var i = 0; i < words.Count; i++)
        {
            if (!isRemoved[i])
            {
                clauses[^1].Add(words[i]);
            }

            if (isRemoved[i] || words[i].EndsClause)
            {
                clauses.Add([]);
            }
        }

        return clauses;
    }

    /// <summary>Whether a clause asks something besides the figures; "có lớn không" only asks about the figures.</summary>
    private static bool AsksAnotherQuestion(List<Word> clause)
    {
        var text = string.Join(' ', clause.Select(word => word.Text));
        return IsQuestionOrWish(text)
            && ContentWords
                .Extract(text, LanguageDetector.Detect(text).Lang)
                .Select(VietnameseText.Fold)
                .Except(EnterpriseWords)
                .Skip(MinContentWords - 1)
                .Any();
    }

    /// <summary>Whether a text has the form of a question or of a wish.</summary>
    private static bool IsQuestionOrWish(string text)
    {
        var folded = string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(text)));
        return YesOrNo.WantsYesOrNo(folded)
            || Aspects.Find(folded) is not null
            || ActReader.Default.IsQuestion(text)
            || PhraseGroups.ContainsAny(RuleCues.Default.WishWords, $" {folded} ");
    }

    /// <summary>A definite figure of the enterprise. A limit ("dưới 10 người") is usually asked about, not stated.</summary>
    private static bool IsEnterpriseFigure(Quantity figure) =>
        figure
            is {
                Comparator: Comparator.Equal,
                Measure: Measure.Employees or Measure.InsuredEmployees or Measure.Revenue or Measure.Capital,
                Kind: QuantityKind.People or QuantityKind.Money,
            };

    private static readonly FrozenSet<string> FigurePhrases = new[] { RuleCues.Default.ProfileWords, RuleCues.Default.MeasureWords }
        .SelectMany(group => group.Split('|'))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words for the enterprise itself, which name no subject of a question.</summary>
    private static readonly FrozenSet<string> EnterpriseWords = new[] { RuleCues.Default.CompanyWords, RuleCues.Default.MeasureWords }
        .SelectMany(group => group.Split('|', ' '))
        .ToFrozenSet(StringComparer.Ordinal);

    private static List<Word> SplitIntoWords(string text)
    {
        var words = new List<Word>();
        for (var at = 0; at < text.Length; )
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var end = at;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            var word = text[at..end];
            var folded = VietnameseText.Fold(word).Trim(Punctuation);
            words.Add(new(word, folded, at, end, ClauseEnds.Contains(word[^1], StringComparison.Ordinal)));
            at = end;
        }

        return words;
    }

    private const string ClauseEnds = ",.;:?!";

    private static readonly char[] Punctuation = [.. ",.;:?!-–()[]/\"'"];

    private sealed record Word(string Text, string Folded, int Start, int End, bool EndsClause);
}
