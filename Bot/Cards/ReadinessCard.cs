using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Texts;
using static PolicyAssistantBot.Cards.CardJson;

namespace PolicyAssistantBot.Cards;

/// <summary>
/// The result of the supplier readiness checklist: requirements met, requirements missing, what they take and which support may help.
/// </summary>
internal static class ReadinessCard
{
    /// <param name="title">Returns the title of an article for its key; null omits the article.</param>
    /// <param name="print">The URL of the printable page; null where the channel cannot open it.</param>
    public static Attachment Build(SupplierReadinessResult result, Lang lang, DateOnly day, Func<string, string?> title, string? print)
    {
        var help = result
            .Missing.Concat(result.Open)
            .SelectMany(requirement => requirement.Schemes)
            .Distinct(StringComparer.Ordinal)
            .Select(title)
            .OfType<string>()
            .ToList();
        return Card(
            lang.Code(),
            [
                Heading(ReadinessTexts.Title[lang]),
                Small(ReadinessTexts.SectorAndDay.With(lang, SupplierReadiness.Name(result.Sector)[lang], LocalFormat.Day(day, lang))),
                Text(ReadinessTexts.Note[lang]),
                .. Names(ReadinessTexts.Has[lang], result.Has, lang),
                .. Gaps(result.Missing, lang, title),
                .. Names(ReadinessTexts.Unclear[lang], result.Open, lang),
                .. help.Count == 0 ? [] : new[] { Text(ReadinessTexts.AskOn[lang]) },
                .. help.Select(found => QuestionButton(found, CardActions.AskData(found))),
                print is null ? null : Actions(OpenUrl(ReadinessTexts.Print[lang], print)),
                Actions(Submit(ChatTexts.SendRequest[lang], CardActions.SayData(ChatTexts.SendRequest[lang]))),
            ]
        );
    }

    private static IEnumerable<JsonObject> Names(string heading, IReadOnlyList<SupplierRequirement> requirements, Lang lang) =>
        requirements.Count == 0
            ? []
            : [Heading(heading), Text(string.Join('\n', requirements.Select(requirement => $"- {requirement.Name[lang]}")))];

    private static IEnumerable<JsonObject> Gaps(IReadOnlyList<SupplierRequirement> missing, Lang lang, Func<string, string?> title)
    {
        if (missing.Count > 0)
        {
            yield return Heading(ReadinessTexts.Missing[lang]);
        }

        foreach (var requirement in missing)
        {
            yield return Text($"**{requirement.Name[lang]}**");
            yield return Small(requirement.Gap[lang]);
            if (requirement.Schemes.Select(title).OfType<string>().ToList() is { Count: > 0 } schemes)
            {
                yield return Small(ReadinessTexts.MayHelp.With(lang, string.Join("; ", schemes)));
            }
        }
    }
}
