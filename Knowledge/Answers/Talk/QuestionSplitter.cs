using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Policy;

namespace PolicyAssistantBot.Knowledge.Answers.Talk;

/// <summary>Splits a message into its questions. Text before a question belongs to it; a question is never split.</summary>
internal static partial class QuestionSplitter
{
    /// <summary>The maximum number of questions that are answered at once.</summary>
    public const int MaxQuestions = 3;

    private const int MaxMessageLength = 1000;

    /// <summary>The questions of a message; the message itself when it asks one thing.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxMessageLength)
        {
            return [text];
        }

        if (SplitNumbered(text) is { Count: > 1 } items)
        {
            return items;
        }

        var parts = new List<string>();
        var context = "";
        foreach (
            var piece in QuestionEndRegex()
                .Split(text)
                .Select(piece => NumberingRegex().Replace(piece, "").Trim(' ', '\t', '-', '•', '–'))
                .Where(piece => piece.Length > 0 && !IsNumbering(piece))
        )
        {
            var part = context.Length == 0 ? piece : $"{context} {piece}";
            if (IsQuestion(piece))
            {
                parts.Add(part);
                context = "";
            }
            else
            {
                context = part;
            }
        }

        if (context.Length > 0 && parts.Count > 0)
        {
            parts[^1] = $"{parts[^1]} {context}";
        }

        return parts.Count < 2 ? [text] : parts;
    }

    /// <summary>
    /// The items of a numbered list ("(1) … (2) …", "a) … b) …"), each of which asks, whatever its form; what is told before the first
    /// belongs to it. Empty where there is no list.
    /// </summary>
    private static List<string> SplitNumbered(string text)
    {
        var labels = new List<Match>();
        foreach (var match in ItemLabelRegex().Matches(text).Cast<Match>())
        {
            var label = match.Groups["label"].Value[0];
            if (labels.Count == 0 ? label is '1' or 'a' or 'A' : label == labels[^1].Groups["label"].Value[0] + 1)
            {
                labels.Add(match);
            }
        }

        if (labels.Count < 2)
        {
            return [];
        }

        var told = AnnouncementRegex().Replace(text[..labels[0].Index], "").Trim(' ', ':', ',', '-');
        return
        [
            .. labels
                .Select((label, i) => text[(label.Index + label.Length)..(i + 1 < labels.Count ? labels[i + 1].Index : text.Length)])
                .Select((item, i) => LinkRegex().Replace(item.Trim(' ', ',', ';', '\r', '\n', '\t'), ""))
                .Select((item, i) => i == 0 && told.Length > 0 ? $"{told}, {item}" : item)
                .Where(item => item.Length > 1),
        ];
    }

    [GeneratedRegex(@"(?<=^|[\s:;,])\(?(?<label>[1-9a-eA-E])[.)](\s+|(?=\p{L}))", RegexOptions.ExplicitCapture)]
    private static partial Regex ItemLabelRegex();

    /// <summary>"Cho hỏi 3 cái luôn", "three things": announces a list and tells nothing.</summary>
    [GeneratedRegex(
        "[^.!?]*" + QuestionClauses.Announcement + "[^.!?]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AnnouncementRegex();

    [GeneratedRegex(@"\s+(và|va|and|với|voi)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LinkRegex();

    /// <summary>Adds the subject of the first question to a short later one without a subject: "có phải nộp thuế không".</summary>
    public static string AddSubject(string part, string first)
    {
        if (
            part == first
            || part.Count(c => c == ' ') >= ShortPartWords
            || SubjectRegex().IsMatch(VietnameseText.Fold(part))
            || SubjectRegex().Match(VietnameseText.Fold(first)) is not { Success: true } subject
        )
        {
            return part;
        }

        var name =
            subject.Groups["household"].Success ? "hộ kinh doanh"
            : subject.Groups["company"].Success ? "công ty"
            : subject.Value;
        return $"{part.TrimEnd('?', ' ', '.')} {name}?";
    }

    /// <summary>Whether a part is a question with content; a bare "được không?" belongs to the part before it.</summary>
    private static bool IsQuestion(string piece)
    {
        var folded = VietnameseText.Fold(piece);
        var words = VietnameseText.SplitIntoWords(folded);
        return words.Count >= 2
            && QuestionRegex().IsMatch(folded)
            && (
                words.Any(word => !ConversationPolicy.Current.Fields.IsGeneralWord(word))
                || words.Count(ConversationPolicy.Current.Fields.IsFieldWord) >= (WhatIsRegex().IsMatch(folded) ? 1 : 2)
            );
    }

    /// <summary>Whether a part is only an item number such as "1.".</summary>
    private static bool IsNumbering(string piece) => piece.Trim('.', ')') is [>= '1' and <= '9'];

    [GeneratedRegex(
        @"(?<=\?)[\s?!.,;]+|\r?\n+|\s*;\s+|[.!]\s+(?=\p{Lu})|[,.]?\s+(?=(?:ngoài ra|ngoai ra|với lại|voi lai|cho (?:em"
            + @"|tôi|toi|mình|minh) hỏi thêm|cho (?:em|toi|minh) hoi them|also,|another question|one more)\b)"
            + @"|\s+(?=\(?[2-9b-e][.)]\s+\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex QuestionEndRegex();

    [GeneratedRegex(@"^(what|who|how)\b|\bla gi\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex WhatIsRegex();

    private const int ShortPartWords = 8;

    [GeneratedRegex(
        @"\b((?<company>cong ty|cty|cong ti|doanh nghiep|dn)|(?<household>ho kinh doanh|hkd)|company|enterprise"
            + @"|household business|business|startup)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex SubjectRegex();

    [GeneratedRegex(@"^\s*\(?[1-9a-e][.)]\s+")]
    private static partial Regex NumberingRegex();

    [GeneratedRegex(
        @"\?|\b(la gi|the nao|nhu nao|bao nhieu|bao lau|o dau|khi nao|bao gio|lam sao|tai sao|vi sao|khong|ko|k|hong"
            + @"|chua|nhung gi|nao|dau|ai|may|sao)\s*(a|vay|nhi|ha|nhe)?[.!]?$|^(what|how|when|where|who|which|why|can|do|does"
            + @"|is|are|am|should|could|will)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex QuestionRegex();
}
