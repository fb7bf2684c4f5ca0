using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Texts;
using static PolicyAssistantBot.Cards.CardJson;

namespace PolicyAssistantBot.Cards;

/// <summary>
/// The result of the supplier readiness checklist: requirements met, requirements missing, what each missing one requires and which
/// support may help.
/// </summary>
internal static class ReadinessCard
{
    /// <param name="titleOf">Returns the title of an article for its key; null omits the article.</param>
    /// <param name="printUrl">The URL of the printable page; null where the channel cannot open it.</param>
    public static Attachment Build(SupplierReadinessResult result, Lang lang, DateOnly day, Func<string, string?> titleOf, string? printUrl)
    {
        var schemeTitles = result
            .Missing.Concat(result.Unanswered)
            .SelectMany(requirement => requirement.SchemeKeys)
            .Distinct(StringComparer.Ordinal)
            .Select(titleOf)
            .OfType<string>()
            .ToList();
        return Card(
            lang.Code(),
            [
                Heading(ReadinessTexts.Title[lang]),
                Small(
                    ReadinessTexts.SectorAndDay.With(lang, SupplierReadiness.GetSectorName(result.Sector)[lang], LocalFormat.Day(day, lang))
                ),
                Text(ReadinessTexts.Note[lang]),
                .. RequirementList(ReadinessTexts.Has[lang], result.Met, lang),
                .. Gaps(result.Missing, lang, titleOf),
                .. RequirementList(ReadinessTexts.Unclear[lang], result.Unanswered, lang),
                .. schemeTitles.Count == 0 ? [] : new[] { Text(ReadinessTexts.AskOn[lang]) },
                .. schemeTitles.Select(title => QuestionButton(title, CardActions.AskData(title))),
                printUrl is null ? null : Actions(OpenUrl(ReadinessTexts.Print[lang], printUrl)),
                Actions(Submit(ChatTexts.SendRequest[lang], CardActions.SayData(ChatTexts.SendRequest[lang]))),
            ]
        );
    }

    private static IEnumerable<JsonObject> RequirementList(string heading, IReadOnlyList<SupplierRequirement> requirements, Lang lang) =>
        requirements.Count == 0
            ? []
            : [Heading(heading), Text(string.Join('\n', requirements.Select(requirement => $"- {requirement.Name[lang]}")))];

    private static IEnumerable<JsonObject> Gaps(IReadOnlyList<SupplierRequirement> missing, Lang lang, Func<string, string?> titleOf)
    {
        if (missing.Count > 0)
        {
            yield return Heading(ReadinessTexts.Missing[lang]);
        }

        foreach (var requirement in missing)
        {
            yield return Text($"**{requirement.Name[lang]}**");
            yield return Small(requirement.RequiredAction[lang]);
            if (requirement.SchemeKeys.Select(titleOf).OfType<string>().ToList() is { Count: > 0 } titles)
            {
                yield return Small(ReadinessTexts.MayHelp.With(lang, string.Join("; ", titles)));
            }
        }
    }
}
