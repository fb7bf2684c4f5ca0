using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Knowledge.Understanding.Acts;

namespace PolicyAssistantBot.Knowledge.Answers.Asked;

/// <summary>Acts that are answered without looking at an article.</summary>
internal static class MessageActs
{
    /// <summary>Null when the act is nothing for the dialogs to do.</summary>
    public static CommandKind? Command(RecognizedAct read) =>
        read.Act switch
        {
            DialogueAct.Help => CommandKind.Help,
            DialogueAct.Cancel => CommandKind.Cancel,
            DialogueAct.Postpone => CommandKind.Postpone,
            DialogueAct.WantPerson => CommandKind.Request,
            DialogueAct.MyCase => CommandKind.Status,
            DialogueAct.NoNumber => CommandKind.NoNumber,
            DialogueAct.Withdraw => CommandKind.Withdraw,
            DialogueAct.Forget => CommandKind.DeleteMyData,
            DialogueAct.Export => CommandKind.WhatIsKnown,
            DialogueAct.More => CommandKind.More,
            DialogueAct.Language
            or DialogueAct.Repeat
            or DialogueAct.Start when Enum.TryParse<CommandKind>(read.Target, ignoreCase: true, out var kind) => kind,
            _ => null,
        };

    /// <summary>Null when the act is no small talk.</summary>
    public static SmallTalkKind? SmallTalk(RecognizedAct read) =>
        read.Act switch
        {
            DialogueAct.Greet => SmallTalkKind.Greeting,
            DialogueAct.Thanks => SmallTalkKind.Thanks,
            DialogueAct.Goodbye => SmallTalkKind.Goodbye,
            DialogueAct.WhoAreYou => SmallTalkKind.WhoAreYou,
            DialogueAct.Complain => SmallTalkKind.Displeased,
            DialogueAct.Surprised => SmallTalkKind.Surprised,
            _ => null,
        };
}
