using System.Text.Json.Nodes;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Texts;
using static PolicyAssistantBot.Cards.CardJson;

namespace PolicyAssistantBot.Cards;

/// <summary>Where an enterprise stands on the way to a buyer: what it has, what is missing, what that takes and what may help.</summary>
internal static class ReadinessCard
{
    /// <param name="title">The title of an article by its key; null leaves the key out.</param>
    /// <param name="print">The address of the page to print; null where the channel could not open it.</param>
    public static Attachment Build(SupplierReadinessResult result, Lang lang, DateOnly day, Func<string, string?> title, string? print)
    {
        var texts = ReadinessTexts.For(lang);
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
                Heading(texts.Title),
                Small(texts.SectorAndDay.With(SupplierReadiness.Name(result.Sector)[lang], Say.Day(day, lang))),
                Text(texts.Note),
                .. Names(texts.Has, result.Has, lang),
                .. Gaps(result.Missing, texts, lang, title),
                .. Names(texts.Unclear, result.Open, lang),
                .. help.Count == 0 ? [] : new[] { Text(texts.AskOn) },
                .. help.Select(found => QuestionButton(found, CardActions.AskData(found))),
                print is null ? null : Actions(OpenUrl(texts.Print, print)),
                Actions(Submit(ChatTexts.For(lang).SendRequest, CardActions.SayData(ChatTexts.For(lang).SendRequest))),
            ]
        );
    }

    private static IEnumerable<JsonObject> Names(string heading, IReadOnlyList<SupplierRequirement> requirements, Lang lang) =>
        requirements.Count == 0
            ? []
            : [Heading(heading), Text(string.Join('\n', requirements.Select(requirement => $"- {requirement.Name[lang]}")))];

    private static IEnumerable<JsonObject> Gaps(
        IReadOnlyList<SupplierRequirement> missing,
        ReadinessTexts texts,
        Lang lang,
        Func<string, string?> title
    )
    {
        if (missing.Count > 0)
        {
            yield return Heading(texts.Missing);
        }

        foreach (var requirement in missing)
        {
            yield return Text($"**{requirement.Name[lang]}**");
            yield return Small(requirement.Gap[lang]);
            if (requirement.Schemes.Select(title).OfType<string>().ToList() is { Count: > 0 } schemes)
            {
                yield return Small(texts.MayHelp.With(string.Join("; ", schemes)));
            }
        }
    }
}
