namespace PolicyAssistantBot.Requests.Rules;

/// <summary>What is wrong with a field; the dialogs and pages say it in the asker's language.</summary>
internal enum ProblemCode
{
    Missing,
    TooShort,
    TooLong,

    /// <summary>Not of its form; the rule that read it says why.</summary>
    Malformed,
    Negative,

    /// <summary>Neither a phone number nor an e-mail address was given.</summary>
    NoContact,
}

/// <param name="Field">The <see cref="Fields.RequestField.Key"/>.</param>
internal sealed record FieldProblem(string Field, ProblemCode Code);
