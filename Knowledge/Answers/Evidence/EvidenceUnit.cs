using System.Runtime.CompilerServices;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Policy;

namespace PolicyAssistantBot.Knowledge.Answers.Evidence;

/// <summary>One statement of an article: a sentence, an item of a list or a row of a table.</summary>
/// <param name="SectionId">The section that contains it.</param>
/// <param name="Markdown">The statement in a form that is complete on its own.</param>
/// <param name="Kinds">The kinds of figures and places in it.</param>
internal sealed record EvidenceUnit(string SectionId, string Markdown, AnswerKinds Kinds)
{
    /// <summary>The words that name whom a statement is about.</summary>
    private const int SubjectWords = 10;

    /// <summary>The same for a household, which later in the sentence is often the one for whom it does not hold.</summary>
    private const int HouseholdSubjectWords = 4;

    /// <summary>The heading of its section.</summary>
    public string Heading { get; init; } = "";

    private AudiencesByPolicy? audiences;

    /// <summary>Whether it is an item of a list or a row of a table.</summary>
    public bool IsItem { get; init; }

    /// <summary>Whether it is an item of a numbered list: one step of several.</summary>
    public bool IsStep { get; init; }

    /// <summary>The line of its section that contains it, from 0: sentences of one paragraph share it.</summary>
    public int Line { get; init; }

    /// <summary>The sentence that introduces its list, "Điều kiện:"; null where none does.</summary>
    public string? Introduction { get; init; }

    /// <summary>The days on which it holds; null where it holds as long as its article.</summary>
    public ValidityPeriod? InForce { get; init; }

    /// <summary>
    /// Whom it is about (where it names nobody, whom its heading names) and whom its first words name. Read again when the policy is
    /// another one.
    /// </summary>
    public (Audiences Told, Audiences Subject) FindAudiences(AudiencePolicy policy)
    {
        if (audiences is not { } found || !ReferenceEquals(found.Policy, policy))
        {
            var words = Markdown.Split(' ');
            var named = policy.Find(Markdown);
            audiences = found = new(
                policy,
                named == Audiences.None ? policy.Find(Heading) : named,
                (policy.Find(string.Join(' ', words.Take(SubjectWords))) & ~Audiences.Household)
                    | (policy.Find(string.Join(' ', words.Take(HouseholdSubjectWords))) & Audiences.Household)
            );
        }

        return (found.Told, found.Subject);
    }

    private sealed record AudiencesByPolicy(AudiencePolicy Policy, Audiences Told, Audiences Subject);

    /// <summary>Two equal sentences of an article are two statements.</summary>
    public bool Equals(EvidenceUnit? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
