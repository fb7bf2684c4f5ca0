using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Legal;
using PolicyAssistantBot.Knowledge.Upkeep;

namespace PolicyAssistantBot.CommandLine;

/// <summary>
/// <c>knowledge due [--days N] [--date yyyy-MM-dd] [--lang vi|en] [--json]</c>: lists what ends, rests on a changed document or was
/// checked too long ago. Exit code 1 when something is late.
/// </summary>
internal static class DueCommand
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static Command Create(Option<string> articles)
    {
        var days = new Option<int>("--days")
        {
            Description = "How many days to look ahead.",
            DefaultValueFactory = _ => DueList.DefaultDays,
        };
        var date = new Option<DateOnly?>("--date")
        {
            Description = "The day to take for today, yyyy-MM-dd.",
            CustomParser = AskCommand.ParseDay,
        };
        var lang = new Option<string>("--lang") { Description = "The language of the list, vi or en.", DefaultValueFactory = _ => "vi" };
        lang.AcceptOnlyFromAmong("vi", "en");
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var command = new Command("due", "List the articles that need an editor: ended or ending, on a changed document, or to be checked.")
        {
            days,
            date,
            lang,
            json,
            articles,
        };
        command.SetAction(parsed =>
        {
            using var store = new ArticleStore(parsed.GetValue(articles)!, lastGoodFile: null, TimeProvider.System, watch: false);
            var today = parsed.GetValue(date) ?? HanoiTime.DayOf(TimeProvider.System.GetUtcNow());
            var list = DueList.Of(
                store.Current.Articles,
                LegalRegister.Default,
                ReviewSchedule.Default,
                today,
                Math.Max(0, parsed.GetValue(days))
            );
            var text = parsed.GetValue(json) ? ToJson(list) : ToText(list, LangCodes.Parse(parsed.GetValue(lang)) ?? Lang.Vi);
            Console.WriteLine(text);
            return list.HasLate ? 1 : 0;
        });
        return command;
    }

    private static string ToText(DueList list, Lang lang)
    {
        var lines = new List<string>();
        foreach (var kind in Enum.GetValues<DueKind>())
        {
            var items = list.Of(kind);
            lines.Add($"{DueTexts.GetTitle(kind)[lang]}: {LocalFormat.Number(items.Count, lang)}");
            lines.AddRange(
                kind == DueKind.Review
                    ? items
                        .GroupBy(item => item.Day)
                        .Select(day => $"  {LocalFormat.Day(day.Key, lang)}: {string.Join(' ', day.Select(item => item.Article.Key))}")
                    : items.Select(item => $"  {item.Article.Path}: {item.Reason[lang]} ({item.Article.Owner})")
            );
        }

        return string.Join('\n', lines);
    }

    private static string ToJson(DueList list) =>
        JsonSerializer.Serialize(
            new
            {
                today = Write(list.Today),
                days = list.Days,
                items = list.Items.Select(item => new
                {
                    kind = item.Kind.ToString().ToLowerInvariant(),
                    article = item.Article.Key,
                    day = Write(item.Day),
                    owner = item.Article.Owner,
                    reason = item.Reason,
                }),
            },
            Json
        );

    private static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
