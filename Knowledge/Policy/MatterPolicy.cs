using PolicyAssistantBot.Knowledge.Content.Patterns;
using YamlDotNet.Serialization;

namespace PolicyAssistantBot.Knowledge.Policy;

/// <summary>What is not the Department's matter; see <c>matters.yaml</c>.</summary>
internal sealed record MatterPolicy
{
    /// <summary>Of a matter for which no public body answers.</summary>
    public static readonly LocalizedText NoBody = new("", "");

    public List<OtherMatter> Matters { get; init; } = [];

    /// <summary>
    /// Bodies that decide about a part of what the articles tell, such as tax: where no article answers, they can be asked as well as the
    /// Department.
    /// </summary>
    public List<OtherMatter> Authorities { get; init; } = [];

    /// <summary>Words under which a matter may be the Department's after all, by name.</summary>
    public Dictionary<string, WordPatterns> Exceptions { get; init; } = [];

    /// <summary>
    /// The body that answers for a matter, to be put after "please ask"; empty texts where no public body does; null when it may be the
    /// Department's matter.
    /// </summary>
    public LocalizedText? FindBody(string folded) =>
        Matters.Find(matter =>
            matter.Words.IsMatch(folded)
            && !(matter.Exception is { } name && Exceptions.TryGetValue(name, out var unless) && unless.IsMatch(folded))
        )
            is { } matter
            ? matter.Body ?? NoBody
            : null;

    /// <summary>The body that decides about what a question asks; null where none is known.</summary>
    public LocalizedText? FindAuthority(string folded) => Authorities.Find(one => one.Words.IsMatch(folded))?.Body;

    /// <summary>The folded words by which a question names the matter of another body; null where none do.</summary>
    public string? FindOtherMatter(string folded) =>
        Matters
            .Where(matter => !matter.IsBroad)
            .Select(matter => matter.Words.FindMatch(folded))
            .FirstOrDefault(words => words is not null);
}

internal sealed record OtherMatter
{
    /// <summary>Null where no public body answers for it.</summary>
    public LocalizedText? Body { get; init; }

    public required WordPatterns Words { get; init; }

    /// <summary>The words name a place or a line of business, and not the matter itself.</summary>
    public bool IsBroad { get; init; }

    /// <summary>The name of an exception.</summary>
    [YamlMember(Alias = "unless")]
    public string? Exception { get; init; }
}
