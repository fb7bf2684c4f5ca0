using System.Globalization;
using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Knowledge.Content;

/// <summary>
/// Answers from the articles, by the cases in <c>answers.tsv</c>: the subject, the day asked about, the question, the article that must
/// answer, patterns that the text must match and patterns that it must not match. A pattern that begins with <c>+</c> is also matched
/// with the sections behind "more".
/// </summary>
public sealed class ArticleAnswersTests
{
    public static TheoryData<string, string, string, string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string, string, string, string>();
        foreach (
            var line in File.ReadLines(SourceTree.Combine("Tests", "Knowledge", "Content", "answers.tsv"))
                .Skip(1)
                .Where(line => line.Length > 0)
        )
        {
            var cells = line.Split('\t');
            rows.Add(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_article_answers(string matter, string day, string question, string keys, string must, string mustNot)
    {
        DateOnly? asked = day.Length == 0 ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var answer = RealKnowledge.Pipeline().Ask(new Question(question, null, asked));
        var (key, more) = answer switch
        {
            Answer.Answered told => (told.ArticleKey, told.OtherSections),
            Answer.Expired told => (told.ArticleKey, told.OtherSections),
            _ => (answer.GetType().Name, []),
        };
        var seen = $"{matter}, {key}: {answer.Text}";
        var whole = string.Join('\n', more.Select(section => section.Markdown).Prepend(answer.Text));
        Assert.True(keys.Split(';').Contains(key), seen);
        Assert.True(Holds(must), seen);
        Assert.False(mustNot.Length > 0 && Holds(mustNot), seen);

        bool Holds(string pattern) =>
            Regex.IsMatch(pattern.StartsWith('+') ? whole : answer.Text, pattern.TrimStart('+'), RegexOptions.IgnoreCase);
    }
}
