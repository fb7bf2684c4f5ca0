using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Answers.ByRule;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.Talk;

/// <summary>
/// A message that goes back to one of several questions of an earlier message by its number: "quay lại câu 2", "mục (3) có đổi không", "the
/// second one". It is then asked as a follow-up of that question, whatever was asked since.
/// </summary>
internal static partial class ItemReference
{
    private static ItemWords Words => RuleCues.Default.Items;

    /// <summary>The question about the item alone; null where the message names none, or no earlier message had so many.</summary>
    public static Question? Resolve(Question question) => ResolveAll(question) is [var one] ? one : null;

    /// <summary>
    /// The questions about each item that a message names, with the rest of the message: "(1) với (2) năm sau đổi thế nào"; none where the
    /// message names no item.
    /// </summary>
    public static IReadOnlyList<Question> ResolveAll(Question question)
    {
        var items = question.Context.Items;
        if (items.Count < 2)
        {
            return [];
        }

        var mentions = FindAll(question.Text, items.Count);
        if (IsList(question.Text, mentions))
        {
            return [];
        }

        var rest = Cut(question.Text, mentions);
        return [.. mentions.DistinctBy(mention => mention.Number).Select(mention => Ask(question, items[mention.Number - 1], rest))];
    }

    /// <summary>Whether each number is followed by a text of its own, so that the message is another list: "(1) … (2) …".</summary>
    private static bool IsList(string text, List<Mention> mentions) =>
        mentions.Count > 1
        && mentions[0].Number == 1
        && mentions
            .Select((mention, i) => text[mention.End..(i + 1 < mentions.Count ? mentions[i + 1].Start : text.Length)])
            .All(own => VietnameseText.SplitIntoWords(own).Count >= MinWordsOfItem);

    private const int MinWordsOfItem = 3;

    private static Question Ask(Question question, PastQuestion item, string rest)
    {
        return question with
        {
            Text = VietnameseText.SplitIntoWords(rest).Count > 1 ? rest : item.Text,
            Context = question.Context with { PastQuestions = [item], Rule = FindRule(question.Context, item.ArticleKey) },
        };
    }

    /// <summary>The rule that answered the item, with what the conversation knows by now.</summary>
    private static RuleState? FindRule(ConversationContext context, string? article) =>
        article is null ? null
        : context.Rule is { } last && RuleList.Find(last.Key)?.ArticleKeys.Contains(article) == true ? last
        : RuleList.All.FirstOrDefault(rule => rule.Key != SupportRule.Key && rule.ArticleKeys.Contains(article)) is { } rule
            ? new RuleState(rule.Key, new RuleFacts { Enterprise = context.Facts }.Keep(rule.UsedFacts))
        : null;

    private static List<Mention> FindAll(string text, int count)
    {
        List<Word> words =
        [
            .. WordRegex().Matches(text).Select(match => new Word(VietnameseText.Fold(match.Value), match.Index, match.Length)),
        ];
        List<Mention> mentions = [];
        for (var i = 0; i < words.Count; i++)
        {
            if (Read(text, words, i) is not { } form || ReadNumber(words, form, count) is not (> 0 and var number) || number > count)
            {
                continue;
            }

            var first = i;
            while (first > 0 && IsLead(words, first - 1, out var leads))
            {
                first -= leads;
            }

            var start = words[first].Start;
            mentions.Add(new(number, text[..start].EndsWith('(') ? start - 1 : start, form.End));
            i = form.Last;
        }

        return mentions;
    }

    /// <summary>The words that name an item, from this one on; null where they name none.</summary>
    private static Form? Read(string text, List<Word> words, int i)
    {
        if (IsBracketed(text, words[i]))
        {
            return new(i, i, words[i].End + 1);
        }

        if (i > 0 && words[i - 1].Text == "the" && i + 1 < words.Count && Is(Words.Ordinals, words[i + 1].Text))
        {
            return new(i, i + 1, words[i + 1].End);
        }

        var number =
            i + 1 < words.Count && Is(Words.Nouns, $"{words[i].Text} {words[i + 1].Text}") ? i + 2
            : Is(Words.Nouns, words[i].Text) ? i + 1
            : words.Count;
        number += number < words.Count && Is(Words.Fillers, words[number].Text) ? 1 : 0;
        if (number >= words.Count || (IsLetter(words[number]) && !IsBracketed(text, words[number])))
        {
            return null;
        }

        var last = number + 1 < words.Count && IsNumber($"{words[number].Text} {words[number + 1].Text}") ? number + 1 : number;
        var end = IsBracketed(text, words[number]) ? words[number].End + 1 : words[last].End;
        return CountsSomething(text[end..], words, last + 1) ? null : new(number, last, end);
    }

    private static int ReadNumber(List<Word> words, Form form, int count) =>
        ReadNumber(string.Join(' ', words[form.Number..(form.Last + 1)].Select(word => word.Text)), count) is > 0 and var whole
            ? whole
            : ReadNumber(words[form.Number].Text, count);

    private static int ReadNumber(string name, int count) =>
        Is(Words.First, name) ? 1
        : Is(Words.Second, name) ? 2
        : Is(Words.Third, name) ? 3
        : Is(Words.Last, name) ? count
        : 0;

    private static bool IsNumber(string name) => ReadNumber(name, 1) > 0;

    /// <summary>"Số 2 tỷ", "phần 3 năm", "mục 2.1", "2%".</summary>
    private static bool CountsSomething(string rest, List<Word> words, int next) =>
        FigureRegex().IsMatch(rest) || (next < words.Count && Is(Words.Units, words[next].Text));

    private static bool IsLead(List<Word> words, int last, out int length)
    {
        length =
            last > 0 && Is(Words.Leads, $"{words[last - 1].Text} {words[last].Text}") ? 2
            : Is(Words.Leads, words[last].Text) ? 1
            : 0;
        return length > 0;
    }

    private static bool IsBracketed(string text, Word word) =>
        word.Length == 1 && text[..word.Start].EndsWith('(') && text[word.End..].StartsWith(')');

    private static bool IsLetter(Word word) => word.Length == 1 && char.IsAsciiLetter(word.Text[0]);

    private static bool Is(string group, string words) => group.Split('|').Contains(words);

    /// <summary>The message without the items, and without what leads to them.</summary>
    private static string Cut(string text, List<Mention> mentions)
    {
        for (var i = mentions.Count - 1; i >= 0; i--)
        {
            // What stands between two items only joins them: "(1) với (2)".
            var end =
                i + 1 < mentions.Count && mentions[i + 1].Start - mentions[i].End <= MaxJoinLength
                    ? mentions[i + 1].Start
                    : mentions[i].End;
            text = $"{text[..mentions[i].Start].Trim()} {text[end..].Trim()}";
        }

        return text.Trim(' ', ',', ':', '.', '-');
    }

    private const int MaxJoinLength = 6;

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex WordRegex();

    [GeneratedRegex(@"^\s*(%|[.,]\d)", RegexOptions.ExplicitCapture)]
    private static partial Regex FigureRegex();

    private readonly record struct Word(string Text, int Start, int Length)
    {
        public int End => Start + Length;
    }

    /// <param name="Number">The word at which the number begins.</param>
    private readonly record struct Form(int Number, int Last, int End);

    private readonly record struct Mention(int Number, int Start, int End);
}
