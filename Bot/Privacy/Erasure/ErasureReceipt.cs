using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Privacy.Retention;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Privacy.Erasure;

/// <summary>Tells a person what was erased and what stays, why and until when.</summary>
internal static class ErasureReceipt
{
    /// <param name="reference">By which the record of the erasure is found.</param>
    /// <param name="isWebChat">On the web the conversation ends with the erasure.</param>
    public static string Compose(
        string reference,
        ErasurePlan plan,
        bool keepsOpenCases,
        bool isWebChat,
        RetentionOptions retention,
        Lang lang
    )
    {
        string[] erasedCases = keepsOpenCases ? [.. plan.EndedCases] : [.. plan.EndedCases, .. plan.OpenCases];
        List<string> erased =
        [
            PrivacyTexts.ErasedMessages.With(lang, plan.Messages, plan.Conversations),
            PrivacyTexts.ErasedQuestions.With(lang, plan.Questions, plan.Votes),
        ];
        List<string> kept = [];
        if (plan.OpenCases.Count > 0)
        {
            var numbers = string.Join(", ", plan.OpenCases);
            if (keepsOpenCases)
            {
                kept.Add(PrivacyTexts.KeptOpenCases.With(lang, numbers, (int)retention.AfterLastCase.TotalDays));
            }
            else
            {
                erased.Add(PrivacyTexts.WithdrawnCases.With(lang, numbers));
            }
        }

        if (erasedCases.Length > 0)
        {
            erased.Add(PrivacyTexts.ErasedCases.With(lang, string.Join(", ", erasedCases), plan.Files));
            kept.Add(PrivacyTexts.KeptHistory[lang]);
            kept.Add(PrivacyTexts.KeptViewLog.With(lang, retention.ViewLog));
        }

        kept.Add(PrivacyTexts.KeptErasure.With(lang, retention.Erasures));
        kept.Add(PrivacyTexts.KeptFigures[lang]);
        var receipt = PrivacyTexts.ErasureReceipt.With(lang, reference, string.Join('\n', erased), string.Join('\n', kept));
        var afterwards =
            !isWebChat ? PrivacyTexts.CopiesInTeams[lang]
            : keepsOpenCases && plan.OpenCases.Count > 0 ? null
            : PrivacyTexts.ConversationEnds[lang];
        return afterwards is null ? receipt : $"{receipt}\n\n{afterwards}";
    }
}
