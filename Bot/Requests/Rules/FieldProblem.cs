namespace PolicyAssistantBot.Requests.Rules;

/// <summary>A field of the form.</summary>
internal enum RequestField
{
    EnterpriseName,
    TaxCode,
    Ward,
    Sector,
    InsuredEmployees,
    Revenue,
    Capital,
    Kind,
    Content,
    ContactName,
    Phone,
    Email,
    Consent,
    Language,
}

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

internal sealed record FieldProblem(RequestField Field, ProblemCode Code);
