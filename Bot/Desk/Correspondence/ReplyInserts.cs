using Microsoft.Extensions.Options;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Desk.Correspondence;

/// <summary>Texts that an official inserts into a reply: a template, or the suggestion of the knowledge base.</summary>
internal sealed class ReplyInserts(DeskSettingsStore settingsStore, SuggestedAnswerFinder suggestions, IOptions<RequestOptions> options)
{
    /// <param name="insertion">template or suggestion.</param>
    /// <param name="templateKey">The chosen template, if any.</param>
    /// <returns>Empty when there is nothing to insert.</returns>
    public async Task<string> FindAsync(
        string insertion,
        string? templateKey,
        SupportRequest request,
        SignedInAccount official,
        CancellationToken cancellationToken
    )
    {
        switch (insertion)
        {
            case "template":
                var templates = (await settingsStore.GetAsync(cancellationToken)).Templates.Templates;
                return templates.FirstOrDefault(template => template.Key == templateKey) is { } template
                    ? ReplyDrafts.FillTemplate(template, request, options.Value, official.DisplayName)
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
