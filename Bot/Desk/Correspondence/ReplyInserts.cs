using Microsoft.Extensions.Options;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Desk.Correspondence;

/// <summary>A text to insert; empty when there is nothing to insert.</summary>
/// <param name="IsAcknowledgement">Whether the text only confirms the receipt.</param>
internal sealed record ReplyInsert(string Text, bool IsAcknowledgement)
{
    public static ReplyInsert None { get; } = new("", IsAcknowledgement: false);
}

/// <summary>Texts that an official inserts into a reply: a template, or the suggestion of the knowledge base.</summary>
internal sealed class ReplyInserts(DeskSettingsStore settingsStore, SuggestedAnswerFinder suggestions, IOptions<RequestOptions> options)
{
    /// <param name="insertion">template or suggestion.</param>
    /// <param name="templateKey">The chosen template, if any.</param>
    public async Task<ReplyInsert> FindAsync(
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
                    ? new ReplyInsert(
                        ReplyDrafts.FillTemplate(template, request, options.Value, official.DisplayName),
                        template.IsAcknowledgement
                    )
                    : ReplyInsert.None;
            case "suggestion":
                return suggestions.Find(request) is { } suggestion
                    ? new ReplyInsert(
                        SuggestedAnswerFinder.ToText(suggestion, LangCodes.Parse(request.Facts.Language) ?? Lang.Vi),
                        IsAcknowledgement: false
                    )
                    : ReplyInsert.None;
            default:
                return ReplyInsert.None;
        }
    }
}
