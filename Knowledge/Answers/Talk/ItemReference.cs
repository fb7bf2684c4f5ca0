using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Answers.ByRule;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Answers.Talk;

/// <summary>
/// A message that goes back to one of several questions of an earlier message by its number: "quay lại câu 2", "mục (3) có đổi không", "the
/// second one". It is then asked as a follow-up of that question, whatever was asked since.
/// </summary>
internal static partial class ItemReference
{
    /// <summary>The question about the item alone; null where the message names none, or no earlier message had so many.</summary>
    public static Question? Resolve(Question question)
    {
        var items = question.Context.Items;
        if (items.Count < 2 || ReferenceRegex().Match(question.Text) is not { Success: true } match)
        {
            return null;
        }

        var number = ReadNumber(VietnameseText.Fold(match.Groups["number"].Value), items.Count);
        if (number < 1 || number > items.Count)
        {
            return null;
        }

        var item = items[number - 1];
        var rest = $"{question.Text[..match.Index].Trim()} {question.Text[(match.Index + match.Length)..].Trim()}".Trim(
            ' ',
            ',',
            ':',
            '.',
            '-'
        );
        var rule = question.Context.Rule;
        return question with
        {
            Text = VietnameseText.SplitIntoWords(rest).Count > 1 ? rest : item.Text,
            Context = question.Context with
            {
                PastQuestions = [item],
                Rule = rule is not null && RuleList.Find(rule.Key)?.ArticleKeys.Contains(item.ArticleKey ?? "") == true ? rule : null,
            },
        };
    }

    private static int ReadNumber(string folded, int count) =>
        folded switch
        {
            "1" or "a" or "mot" or "nhat" or "dau" or "dau tien" or "one" or "first" => 1,
            "2" or "b" or "hai" or "two" or "second" => 2,
            "3" or "c" or "ba" or "three" or "third" => 3,
            "cuoi" or "cuoi cung" or "last" => count,
            _ => 0,
        };

    // "Số 2 tỷ" and "phần 3 năm" are figures.
    [GeneratedRegex(
        @"(\b(thế|the|vậy|vay|còn|con|thôi|thoi)\s+)?(\b(quay|trở|tro)\s+(lại|lai|về|ve)\s+|\b(về|ve|back to)\s+)?(\b(cái|cai)\s+)?"
            + @"(\b(câu hỏi|cau hoi|câu|cau|ý|y|mục|muc|việc|viec|phần|phan|vấn đề|van de|số|so|item|question|part|point|number)"
            + @"(\s+(số|so|thứ|thu))?\s*\(?(?<number>[1-3]|một|mot|nhất|nhat|hai|ba|đầu tiên|dau tien|đầu|dau|cuối|cuoi|one|two|three)\b\)?"
            + @"(?!\s*([.,]\d|%|tỷ|ty\b|triệu|trieu|tr\b|người|nguoi|năm\b|nam\b|tháng|thang|ngày|ngay))"
            + @"|\bthe\s+(?<number>first|second|third|last)\s+(one|question|point|part|item)\b|\((?<number>[a-c1-3])\))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex ReferenceRegex();
}
