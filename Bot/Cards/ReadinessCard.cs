using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Texts;
using static PolicyAssistantBot.Cards.CardJson;

namespace PolicyAssistantBot.Cards;

/// <summary>
/// The result of the supplier readiness checklist: requirements met, missing ones with what each requires and which support may help, and
/// those that the asker was not sure about.
/// </summary>
internal static class ReadinessCard
{
    /// <param name="getArticleTitle">
    /// Returns the title of the article about a support scheme (a scheme is named by the key of its article); null omits the scheme.
    /// </param>
    /// <param name="printUrl">The URL of the printable page; null where the channel cannot open it.</param>
    public static Attachment Build(
        SupplierReadinessResult result,
        Lang lang,
        DateOnly day,
        Func<string, string?> getArticleTitle,
        string? printUrl
    )
    {
        var schemeTitles = result
            .Missing.Concat(result.Unanswered)
            .SelectMany(requirement => requirement.SchemeKeys)
            .Distinct(StringComparer.Ordinal)
            .Select(getArticleTitle)
            .OfType<string>()
            .ToList();
        return Card(
            lang.Code(),
            [
                Heading(ReadinessTexts.Title[lang]),
                SmallText(
                    ReadinessTexts.SectorAndDay.With(lang, SupplierReadiness.GetSectorName(result.Sector)[lang], LocalFormat.Day(day, lang))
                ),
                Text(ReadinessTexts.Note[lang]),
                .. RequirementList(ReadinessTexts.Met[lang], result.Met, lang),
                .. MissingList(result.Missing, lang, getArticleTitle),
                .. RequirementList(ReadinessTexts.Unclear[lang], result.Unanswered, lang),
                .. schemeTitles.Count == 0 ? [] : new[] { Text(ReadinessTexts.SupportButtonsIntro[lang]) },
                .. schemeTitles.Select(title => QuestionButton(title, CardActions.QuestionData(title))),
                printUrl is null ? null : Actions(OpenUrl(ReadinessTexts.OpenPrintablePage[lang], printUrl)),
                Actions(Submit(ChatTexts.SendRequest[lang], CardActions.CommandData(ChatTexts.SendRequest[lang]))),
            ]
        );
    }

    private static IEnumerable<JsonObject> RequirementList(string heading, IReadOnlyList<SupplierRequirement> requirements, Lang lang) =>
        requirements.Count == 0
            ? []
            : [Heading(heading), Text(string.Join('\n', requirements.Select(requirement => $"- {requirement.Name[lang]}")))];

    private static IEnumerable<JsonObject> MissingList(
        IReadOnlyList<SupplierRequirement> missing,
        Lang lang,
        Func<string, string?> getArticleTitle
    )
    {
        if (missing.Count > 0)
        {
            yield return Heading(ReadinessTexts.Missing[lang]);
        }

        foreach (var requirement in missing)
        {
            yield return Text($"**{requirement.Name[lang]}**");
            yield return SmallText(requirement.RequiredAction[lang]);
            if (requirement.SchemeKeys.Select(getArticleTitle).OfType<string>().ToList() is { Count: > 0 } titles)
            {
                yield return SmallText(ReadinessTexts.PossibleSupport.With(lang, string.Join("; ", titles)));
            }
        }
    }
}
