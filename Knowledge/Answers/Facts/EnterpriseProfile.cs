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
/// trợ đào tạo không". They are facts about the asker, not words of what is asked: left in, they would find the articles on size classes.
/// </summary>
internal static class EnterpriseProfile
{
    /// <summary>With fewer words of its own a clause asks nothing beside the figures.</summary>
    private const int FewestOwnWords = 2;

    private const int MostWordsOfPhrase = 5;

    /// <summary>Words around one figure ("doanh thu năm ngoái khoảng 8 tỷ một năm") on either side.</summary>
    private const int MostWordsAround = 6;

    /// <summary>The message without the figures of the enterprise and the words that belong to them.</summary>
    /// <returns>Null when it does not introduce an enterprise, or asks nothing beside that.</returns>
    public static string? Remove(MessageFacts message)
    {
        var reading = message.Reading;
        var figures = reading.Quantities.Where(IsProfile).ToList();
        var isOne = figures.Count(figure => figure.Kind == QuantityKind.People) == 1;
        if (!isOne || (!figures.Exists(figure => figure.Kind == QuantityKind.Money) && !FactReader.IsAboutOwnEnterprise(message.Folded)))
        {
            return null;
        }

        var words = Split(reading.Text);
        var removed = new bool[words.Count];
        foreach (var figure in figures)
        {
            var first = words.FindIndex(word => word.End > figure.Span.Start);
            var last = words.FindLastIndex(word => word.Start < figure.Span.End);
            if (first < 0 || last < first)
            {
                continue;
            }

            Array.Fill(removed, true, first, last - first + 1);
            for (var i = first; first - i < MostWordsAround && CountWordsBefore(words, i) is > 0 and var count; i -= count)
            {
                Array.Fill(removed, true, i - count, count);
            }

            for (var i = last; i - last < MostWordsAround && CountWordsAfter(words, i) is > 0 and var count; i += count)
            {
                Array.Fill(removed, true, i + 1, count);
            }
        }

        var kept = words.Where((_, i) => !removed[i]).ToList();
        return SplitIntoClauses(words, removed).Exists(AsksOwnMatter) ? string.Join(' ', kept.Select(word => word.Text)) : null;
    }

    /// <summary>The words of the longest phrase of a figure that ends before a word.</summary>
    private static int CountWordsBefore(List<Word> words, int at)
    {
        for (var count = Math.Min(MostWordsOfPhrase, at); count > 0; count--)
        {
            if (!words[at - 1].EndsClause && IsPhrase(words, at - count, count))
            {
                return count;
            }
        }

        return 0;
    }

    /// <summary>The words of the longest phrase of a figure that begins after a word.</summary>
    private static int CountWordsAfter(List<Word> words, int at)
    {
        for (var count = Math.Min(MostWordsOfPhrase, words.Count - at - 1); count > 0; count--)
        {
            if (!words[at].EndsClause && IsPhrase(words, at + 1, count))
            {
                return count;
            }
        }

        return 0;
    }

    private static bool IsPhrase(List<Word> words, int start, int count) =>
        words.Skip(start).Take(count - 1).All(word => !word.EndsClause)
        && Phrases.Contains(string.Join(' ', words.Skip(start).Take(count).Select(word => word.Folded)));

    /// <summary>What stands between the figures and between punctuation marks.</summary>
    private static List<List<Word>> SplitIntoClauses(List<Word> words, bool[] removed)
    {
        List<List<Word>> clauses =
        [
            [],
        ];
        for (var i = 0; i < words.Count; i++)
        {
            if (!removed[i])
            {
                clauses[^1].Add(words[i]);
            }

            if (removed[i] || words[i].EndsClause)
            {
                clauses.Add([]);
            }
        }

        return clauses;
    }

    /// <summary>Whether a clause asks or wishes something that its own words name: "có lớn không" asks of the figures themselves.</summary>
    private static bool AsksOwnMatter(List<Word> clause)
    {
        var text = string.Join(' ', clause.Select(word => word.Text));
        return AsksOrWishes(text)
            && ContentWords
                .Extract(text, LanguageDetector.Detect(text).Lang)
                .Select(VietnameseText.Fold)
                .Except(WhoWords)
                .Skip(FewestOwnWords - 1)
                .Any();
    }

    /// <summary>Whether a text has the form of a question or of a wish.</summary>
    private static bool AsksOrWishes(string text)
    {
        var folded = string.Join(' ', VietnameseText.SplitIntoWords(VietnameseText.Fold(text)));
        return YesOrNo.WantsYesOrNo(folded)
            || Aspects.Find(folded) is not null
            || ActReader.Default.IsQuestion(text)
            || PhraseGroups.ContainsAny(RuleCues.Default.WishWords, $" {folded} ");
    }

    /// <summary>A definite figure of the enterprise. A limit ("dưới 10 người") is rather asked about than stated.</summary>
    private static bool IsProfile(Quantity figure) =>
        figure
            is {
                Comparator: Comparator.Equal,
                Measure: Measure.Employees or Measure.InsuredEmployees or Measure.Revenue or Measure.Capital,
                Kind: QuantityKind.People or QuantityKind.Money,
            };

    private static readonly FrozenSet<string> Phrases = new[] { RuleCues.Default.ProfileWords, RuleCues.Default.MeasureWords }
        .SelectMany(group => group.Split('|'))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words that say who the enterprise is, and name no matter.</summary>
    private static readonly FrozenSet<string> WhoWords = new[] { RuleCues.Default.CompanyWords, RuleCues.Default.MeasureWords }
        .SelectMany(group => group.Split('|', ' '))
        .ToFrozenSet(StringComparer.Ordinal);

    private static List<Word> Split(string text)
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
