using PolicyAssistantBot.Knowledge.Policy;
using PolicyAssistantBot.Knowledge.Understanding.Acts;

namespace PolicyAssistantBot.Knowledge.Answers.Asked;

/// <summary>Maps dialogue acts to commands and small talk, which are answered without an article.</summary>
internal static class MessageActs
{
    /// <summary>The command of an act; null when it is none.</summary>
    public static CommandKind? FindCommand(RecognizedAct act) =>
        act.Act switch
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
            or DialogueAct.Start when Enum.TryParse<CommandKind>(act.Target, ignoreCase: true, out var kind) => kind,
            _ => null,
        };

    /// <summary>The kind of small talk of an act; null when it is none.</summary>
    public static SmallTalkKind? FindSmallTalk(RecognizedAct act) =>
        act.Act switch
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
