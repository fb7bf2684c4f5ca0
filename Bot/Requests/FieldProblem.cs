namespace PolicyAssistantBot.Requests;

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
    Malformed,
    Negative,

    /// <summary>A tax code that has neither 10, 12 nor 13 digits.</summary>
    TaxCodeLength,

    /// <summary>The tenth digit is not the one that the first nine give.</summary>
    TaxCodeCheckDigit,

    /// <summary>A branch number of 000.</summary>
    TaxCodeBranch,

    /// <summary>Neither a phone number nor an e-mail address was given.</summary>
    NoContact,
}

internal sealed record FieldProblem(RequestField Field, ProblemCode Code);
