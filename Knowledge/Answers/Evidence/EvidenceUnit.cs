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
    /// <summary>Whom it is about; where it names nobody, whom the heading of its section names.</summary>
    public Audiences Audiences { get; init; }

    /// <summary>Whom its first words name.</summary>
    public Audiences Subject { get; init; }

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

    /// <summary>Two equal sentences of an article are two statements.</summary>
    public bool Equals(EvidenceUnit? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
