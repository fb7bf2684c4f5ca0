namespace PolicyAssistantBot.Knowledge.Legal;

/// <summary>Whether a document is in force on a day: a closed set.</summary>
public abstract record LegalStatus(LegalDocument Document)
{
    public sealed record InForce(LegalDocument Document, IReadOnlyList<LegalDocument> AmendedBy) : LegalStatus(Document);

    /// <param name="Since">The first day on which it was no longer in force.</param>
    /// <param name="ReplacedBy">
    /// What took its place, and what took the place of that, to those in force on the day asked about; empty when nothing did.
    /// </param>
    public sealed record Expired(LegalDocument Document, DateOnly Since, IReadOnlyList<LegalDocument> ReplacedBy) : LegalStatus(Document);

    public sealed record NotYet(LegalDocument Document, DateOnly From) : LegalStatus(Document);

    /// <summary>The status has not been verified and must not be stated as a fact.</summary>
    public sealed record Unconfirmed(LegalDocument Document) : LegalStatus(Document);
}
