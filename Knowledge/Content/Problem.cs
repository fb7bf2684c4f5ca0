namespace PolicyAssistantBot.Knowledge.Content;

/// <summary>A problem in a file of the knowledge base, for the editor who corrects it.</summary>
/// <param name="Path">The file, relative to the folder that was read.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Rule">A short, stable name of the violated rule, such as <c>front-matter</c>.</param>
public sealed record Problem(string Path, int Line, string Rule, LocalizedText Reason)
{
    public override string ToString() => $"{Path}:{Line}: {Rule}: {Reason.En}";
}
