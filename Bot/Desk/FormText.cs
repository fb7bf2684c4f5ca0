namespace PolicyAssistantBot.Desk;

/// <summary>The text field of a form of the desk.</summary>
internal static class FormText
{
    /// <summary>Browsers send line ends as CR LF.</summary>
    public static string Read(IFormCollection form) => form["text"].ToString().ReplaceLineEndings("\n");
}
