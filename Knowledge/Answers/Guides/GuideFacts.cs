using PolicyAssistantBot.Knowledge.Answers.Facts;

namespace PolicyAssistantBot.Knowledge.Answers.Guides;

/// <summary>Describes the remembered facts about an enterprise.</summary>
public static class GuideFacts
{
    /// <summary>The facts as a list within a sentence; empty when there are none.</summary>
    public static string Describe(AskerFacts facts, Lang lang) => GuideResults.DescribeFacts(facts, lang);
}
