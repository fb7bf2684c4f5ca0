using PolicyAssistantBot.Access;

namespace PolicyAssistantBot.Studio.Rules;

/// <summary>The person who acts, with the roles that this person holds now.</summary>
public sealed record StudioPerson(string Id, string Name, Roles Roles)
{
    public static StudioPerson Of(SignedInAccount account) => new(account.Id, account.DisplayName, account.Roles);

    public bool HasAny(Roles roles) => (Roles & roles) != Roles.None;
}

/// <summary>What a rule decided. Refusals are values: nothing is stored but, where it matters, that it was tried.</summary>
internal abstract record StudioDecision
{
    private StudioDecision() { }

    /// <param name="Draft">The draft after the decision; null when it is discarded or published.</param>
    internal sealed record Changed(ArticleDraft? Draft, StudioEventKind Event, string? Text = null) : StudioDecision;

    internal sealed record Refused(StudioRefusal Refusal) : StudioDecision;
}

/// <summary>Why an act on a draft was refused.</summary>
internal enum StudioRefusal
{
    /// <summary>The roles of the person do not include it.</summary>
    NoRole,

    /// <summary>Someone changed the draft meanwhile.</summary>
    Stale,

    /// <summary>There is no draft, or no such article.</summary>
    Missing,

    /// <summary>The article has an open draft already.</summary>
    AlreadyOpen,

    /// <summary>Not possible in the state of the draft.</summary>
    WrongState,

    /// <summary>The person wrote on it and must not approve it.</summary>
    OwnWork,

    /// <summary>This article may be published only by another person than the one who approved it.</summary>
    SamePerson,

    /// <summary>The present text is not what was approved.</summary>
    NotApproved,

    /// <summary>The check has findings, or the text cannot be read.</summary>
    Findings,

    /// <summary>No gate has seen the draft with the articles that are live now.</summary>
    NoGate,

    /// <summary>The gate does not let it through.</summary>
    GateFailed,

    /// <summary>A reason is needed.</summary>
    NoReason,

    /// <summary>The time has passed already, or is too far away.</summary>
    WrongTime,

    /// <summary>What askers are told is needed in both languages.</summary>
    NoText,

    /// <summary>There is no such article, topic or document.</summary>
    UnknownMatter,

    /// <summary>Another person than the first must agree.</summary>
    NeedsSecond,
}
