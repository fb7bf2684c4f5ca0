using PolicyAssistantBot.Conversation.RequestForm;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Guides;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Conversation.Guides;

/// <summary>How guides begin: asked for by name, asked for by a question, or to be told again with a fact corrected.</summary>
internal static class GuideStart
{
    public static GuideKind? Of(CommandKind command) =>
        command switch
        {
            CommandKind.CheckSize => GuideKind.Size,
            CommandKind.CheckSupport => GuideKind.Support,
            CommandKind.CheckTax => GuideKind.Tax,
            CommandKind.CheckDeadline => GuideKind.Deadline,
            _ => null,
        };

    /// <summary>The guide of this kind that was offered last, else a new one; either with what is remembered.</summary>
    public static Guide New(GuideKind kind, ChatMemory memory) =>
        (memory.Offered?.Kind == kind ? memory.Offered : new Guide { Kind = kind }) with
        {
            Facts = memory.Enterprise,
        };

    /// <summary>Begins a guide in the place of what is under way; a form that is being filled in is not thrown away for it.</summary>
    public static async Task BeginAsync(Chat chat, Guide guide, CancellationToken cancellationToken)
    {
        if (chat.Dialogs.ActiveDialog?.Id == RequestDialog.DialogId)
        {
            await chat.SayAsync(GuideChatTexts.FormFirst[chat.Language], cancellationToken);
            return;
        }

        chat.Memory.Enterprise = chat.Memory.Enterprise.With(guide.Facts);
        await chat.Dialogs.CancelAllDialogsAsync(cancellationToken);
        await chat.Dialogs.BeginDialogAsync(GuideDialog.DialogId, guide, cancellationToken);
    }
}
