namespace PolicyAssistantBot.Knowledge.Content;

/// <summary>What is wrong with a file of the knowledge base, for the editor who must mend it.</summary>
/// <param name="Path">Relative to the folder that was read.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Rule">A short, stable name of the rule that was broken, such as <c>front-matter</c>.</param>
public sealed record Problem(string Path, int Line, string Rule, LocalizedText Reason)
{
    public override string ToString() => $"{Path}:{Line}: {Rule}: {Reason.En}";
}
