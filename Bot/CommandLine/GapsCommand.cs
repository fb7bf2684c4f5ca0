using System.CommandLine;
using System.Text.Json;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Gaps;
using PolicyAssistantBot.Knowledge.Upkeep;

namespace PolicyAssistantBot.CommandLine;

/// <summary><c>knowledge gaps [--lang vi|en] [--json]</c>: lists what the articles do not know, by the body that can say.</summary>
internal static class GapsCommand
{
    public static Command Create(Option<string> articles)
    {
        var lang = new Option<string>("--lang") { Description = "The language of the list, vi or en.", DefaultValueFactory = _ => "vi" };
        lang.AcceptOnlyFromAmong("vi", "en");
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var command = new Command("gaps", "List what the articles do not know, by the body that can say.") { lang, json, articles };
        command.SetAction(parsed =>
        {
            using var store = new ArticleStore(parsed.GetValue(articles)!, lastGoodFile: null, TimeProvider.System, watch: false);
            var list = GapList.Create(store.Current.Articles);
            Console.WriteLine(parsed.GetValue(json) ? ToJson(list) : ToText(list, LangCodes.Parse(parsed.GetValue(lang)) ?? Lang.Vi));
            return 0;
        });
        return command;
    }

    private static string ToText(GapList list, Lang lang) =>
        string.Join(
            '\n',
            list.Bodies.SelectMany(body =>
                body.Gaps.Select(gap =>
                        $"  {gap.Article.Path}: {FilingTexts.FormatFacts(gap.Gap, lang)}"
                        + (gap.AlsoIn.Count == 0 ? "" : $" (+ {string.Join(' ', gap.AlsoIn)})")
                    )
                    .Prepend($"{body.Name[lang]}: {LocalFormat.Number(body.Gaps.Count, lang)}")
            )
        );

    private static string ToJson(GapList list) =>
        JsonSerializer.Serialize(
            list.Bodies.Select(body => new
            {
                ask = body.Name,
                gaps = body.Gaps.Select(gap => new
                {
                    article = gap.Article.Key,
                    facts = gap.Gap.Facts.Select(fact => fact.ToString().ToLowerInvariant()),
                    about = gap.Gap.About,
                    alsoIn = gap.AlsoIn,
                }),
            }),
            DueCommand.Json
        );
}
