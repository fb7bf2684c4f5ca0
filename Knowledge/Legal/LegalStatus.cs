namespace PolicyAssistantBot.Knowledge.Legal;

/// <summary>The status of a document on a day, as a closed set of cases.</summary>
public abstract record LegalStatus(LegalDocument Document)
{
    public sealed record InForce(LegalDocument Document, IReadOnlyList<LegalDocument> AmendedBy) : LegalStatus(Document);

    /// <param name="Since">The first day on which the document was no longer in force.</param>
    /// <param name="ReplacedBy">The chain of replacements up to the documents in force on the day; empty when it was not replaced.</param>
    public sealed record Expired(LegalDocument Document, DateOnly Since, IReadOnlyList<LegalDocument> ReplacedBy) : LegalStatus(Document);

    public sealed record NotYetInForce(LegalDocument Document, DateOnly From) : LegalStatus(Document);

    /// <summary>The status has not been verified, so it must not be stated as a fact.</summary>
    public sealed record Unverified(LegalDocument Document) : LegalStatus(Document);
}
