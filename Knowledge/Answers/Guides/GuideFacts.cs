using PolicyAssistantBot.Knowledge.Answers.Facts;

namespace PolicyAssistantBot.Knowledge.Answers.Guides;

/// <summary>Says what is remembered of an enterprise.</summary>
public static class GuideFacts
{
    /// <summary>The facts as a list within a sentence; empty when there are none.</summary>
    public static string Tell(AskerFacts facts, Lang lang) => GuideResults.Facts(facts, lang);
}
