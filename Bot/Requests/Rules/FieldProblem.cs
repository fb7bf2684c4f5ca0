namespace PolicyAssistantBot.Requests.Rules;

/// <summary>A problem of a field; dialogs and pages have the text in the asker's language.</summary>
internal enum ProblemCode
{
    Missing,
    TooShort,
    TooLong,

    /// <summary>In the wrong format; the reader of the field has the reason.</summary>
    Malformed,
    Negative,

    /// <summary>Neither a phone number nor an e-mail address was given.</summary>
    NoContact,
}

/// <param name="Field">The <see cref="Fields.RequestField.Key"/>.</param>
internal sealed record FieldProblem(string Field, ProblemCode Code);
