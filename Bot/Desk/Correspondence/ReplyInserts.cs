using Microsoft.Extensions.Options;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Desk.Correspondence;

/// <summary>Texts that an official inserts into a reply: a template, or the suggestion of the knowledge base.</summary>
internal sealed class ReplyInserts(DeskSettingsStore settingsStore, SuggestedAnswerFinder suggestions, IOptions<RequestOptions> options)
{
    /// <param name="what">template or suggestion.</param>
    /// <param name="templateKey">The chosen template, if any.</param>
    /// <returns>Empty when there is nothing to insert.</returns>
    public async Task<string> FindAsync(
        string what,
        string? templateKey,
        SupportRequest request,
        SignedInAccount official,
        CancellationToken cancellationToken
    )
    {
        switch (what)
        {
            case "template":
                var templates = (await settingsStore.GetAsync(cancellationToken)).Templates.Templates;
                return templates.FirstOrDefault(template => template.Key == templateKey) is { } chosen
                    ? ReplyDrafts.FillTemplate(chosen, request, options.Value, official.DisplayName)
                    : "";
            case "suggestion":
                return suggestions.Find(request) is { } suggestion
                    ? SuggestedAnswerFinder.ToText(suggestion, LangCodes.Parse(request.Facts.Language) ?? Lang.Vi)
                    : "";
            default:
                return "";
        }
    }
}
