namespace PolicyAssistantBot.Requests;

/// <summary>
/// How long texts may be, in UTF-16 code units. The chat, the rules of a case, the cards, the desk's pages and the widget all use these, so
/// that nothing accepted in one place is refused in the next.
/// </summary>
internal static class TextLimits
{
    /// <summary>A message in the chat.</summary>
    public const int Message = 8000;

    /// <summary>A text that is stored with a case: the request, a supplement, a reply, a reason, a note.</summary>
    public const int CaseText = 8000;

    /// <summary>The shortest description of a request.</summary>
    public const int MinContent = 20;

    /// <summary>A name: of an enterprise, a person, a sector, an authority.</summary>
    public const int Name = 255;

    /// <summary>What an asker adds to a rating.</summary>
    public const int RatingComment = 1000;
}
