using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests.Drafts;

namespace PolicyAssistantBot.Desk.Actions;

/// <summary>What an official wrote into an input whose form is no longer shown, to be copied.</summary>
public sealed record TypedText(LocalizedText Label, string Text)
{
    internal static IReadOnlyList<TypedText> ListInReplyBar(DeskActionList actions, ActionValues values) =>
        List(
            actions
                .ListOfferedIn(ActionPlaces.ReplyBar)
                .SelectMany(action => action.ListFieldsIn(ActionPlaces.ReplyBar))
                .Append(new ActionField(CaseDraft.NoteInputName, ActionInput.Paragraph, ReplyBarTexts.Note)),
            values
        );

    /// <summary>The texts in these inputs, in their order.</summary>
    public static IReadOnlyList<TypedText> List(IEnumerable<ActionField> fields, ActionValues values) =>
        [
            .. fields
                .Where(field => field.Input is ActionInput.SingleLine or ActionInput.Paragraph)
                .DistinctBy(field => field.Name)
                .Where(field => !string.IsNullOrWhiteSpace(values[field.Name]))
                .Select(field => new TypedText(
                    field.Name == ActionField.TextInputName ? DeskTexts.Message : field.Label,
                    values[field.Name]
                )),
        ];
}
