using PolicyAssistantBot.Conversation.RequestForm;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Guides;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Guides;

/// <summary>Begins guides: after a command, after a question, or again with a corrected fact.</summary>
internal static class GuideStarter
{
    public static GuideKind? GuideKindOf(CommandKind command) =>
        command switch
        {
            CommandKind.CheckSize => GuideKind.Size,
            CommandKind.CheckSupport => GuideKind.Support,
            CommandKind.CheckTax => GuideKind.Tax,
            CommandKind.CheckDeadline => GuideKind.Deadline,
            _ => null,
        };

    /// <summary>The guide of this kind if it was offered last, else a new one; in both cases with the remembered facts.</summary>
    public static Guide CreateGuide(GuideKind kind, ChatMemory memory) =>
        (memory.OfferedGuide?.Kind == kind ? memory.OfferedGuide : new Guide { Kind = kind }) with
        {
            Facts = memory.EnterpriseFacts,
        };

    /// <summary>Begins a guide and cancels the open dialog, unless that is a request form: what was filled in must not be lost.</summary>
    public static async Task BeginAsync(Chat chat, Guide guide, CancellationToken cancellationToken)
    {
        if (chat.Dialogs.ActiveDialog?.Id == RequestDialog.DialogId)
        {
            await chat.SendTextAsync(GuideChatTexts.FinishFormFirst[chat.Language], cancellationToken);
            return;
        }

        chat.Memory.EnterpriseFacts = chat.Memory.EnterpriseFacts.Merge(guide.Facts);
        await chat.Dialogs.CancelAllDialogsAsync(cancellationToken);
        await chat.Dialogs.BeginDialogAsync(GuideDialog.DialogId, guide, cancellationToken);
    }
}
