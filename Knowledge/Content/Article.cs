namespace PolicyAssistantBot.Knowledge.Content;

/// <summary>One reviewed piece of guidance: one question's worth, in both languages.</summary>
/// <param name="Key">The facts key, or the facts key and a suffix, such as <c>B9-tax-3years</c>. Unique.</param>
/// <param name="Topic">The name of its folder: definitions, support, financing, supplier-standards, organisation or request-form.</param>
/// <param name="Basis">What the article rests on; never empty.</param>
/// <param name="InForce">The period in which the content of the article applies.</param>
/// <param name="Checked">The day on which a person last compared the text with its sources.</param>
/// <param name="Path">The file it was read from, relative to the articles' folder.</param>
public sealed record Article(
    string Key,
    string Topic,
    LocalizedText Title,
    IReadOnlyList<string> QuestionsVi,
    IReadOnlyList<string> QuestionsEn,
    IReadOnlyList<LegalBasis> Basis,
    Period InForce,
    DateOnly Checked,
    Confidence Confidence,
    string Source,
    string Owner,
    IReadOnlyList<string> Audience,
    IReadOnlyList<string> FollowUps,
    IReadOnlyList<string> Related,
    IReadOnlyList<Section> SectionsVi,
    IReadOnlyList<Section> SectionsEn,
    string Path
)
{
    /// <summary>
    /// Twelve hexadecimal digits that change with everything that an asker can see: texts, basis, period and the day of the check.
    /// </summary>
    public string Revision => ArticleRevision.Of(this);

    /// <summary>The common key of articles about one subject: <c>B9-tax</c> for <c>B9-tax-rates</c> and <c>B9-tax-cut30</c>.</summary>
    public string Matter => Key.Split('-') is [var first, var second, ..] ? $"{first}-{second}" : Key;

    /// <summary>Keys of articles that were merged into this one: what was answered under them is this article's now.</summary>
    public IReadOnlyList<string> Formerly { get; init; } = [];

    /// <summary>The key, then the former ones.</summary>
    public IEnumerable<string> Keys => Formerly.Prepend(Key);

    public IReadOnlyList<string> Questions(Lang lang) => lang == Lang.En ? QuestionsEn : QuestionsVi;

    public IReadOnlyList<Section> Sections(Lang lang) => lang == Lang.En ? SectionsEn : SectionsVi;
}

/// <summary>A part of an article under one heading.</summary>
/// <param name="Id">
/// The same in both languages: <c>answer</c>, <c>who</c>, <c>amount</c>, <c>how</c>, <c>papers</c>,
/// <c>time</c>, <c>mistakes</c>, <c>next</c>, …
/// </param>
/// <param name="Markdown">The body, without the heading.</param>
public sealed record Section(string Id, string Heading, string Markdown);

/// <summary>A clause of a document of law or of another source, and how sure we are of it.</summary>
/// <param name="Document">The document's number (<c>80/2021/NĐ-CP</c>), or a short name where there is none.</param>
/// <param name="Clause">Such as <c>Điều 11 khoản 1</c>; null when the whole document is meant.</param>
/// <param name="Figures">The amounts, shares, dates and periods that this basis supports, as written in the Vietnamese text.</param>
public sealed record LegalBasis(
    string Document,
    string? Clause,
    Period InForce,
    string? ReplacedBy,
    Confidence Confidence,
    IReadOnlyList<string> Figures
);

/// <summary>The days on which something applies; both ends belong to it and may be open.</summary>
public sealed record Period(DateOnly? From, DateOnly? Until)
{
    public bool Contains(DateOnly day) => !(day < From) && !(day > Until);
}

/// <summary>How a fact was verified; decides whether and how it may be stated (see <see cref="Confidence.MayBeStated"/>).</summary>
public enum Label
{
    /// <summary>Verified against the full text of the document.</summary>
    V1,

    /// <summary>Seen in a secondary source.</summary>
    V2,

    /// <summary>Seen only in sources that are not public bodies.</summary>
    V3,

    /// <summary>Recalled, not verified.</summary>
    R,

    /// <summary>Sources contradict each other, or none was found.</summary>
    Unknown,
}

/// <summary>How far a source of one label can be relied on.</summary>
public enum Level
{
    High,
    Medium,
    Low,
}

/// <summary>A label with its level, written <c>V1-high</c>, <c>V2-medium</c>, <c>V3</c>, <c>R</c> or <c>?</c>.</summary>
public readonly record struct Confidence(Label Label, Level Level)
{
    /// <summary>May be stated as it is, with its basis.</summary>
    public bool MayBeStated => Label == Label.V1 || (Label == Label.V2 && Level == Level.High);

    /// <summary>May be stated only with "according to …, confirm before relying on it".</summary>
    public bool NeedsConfirmation => Label == Label.V2 && Level != Level.High;
}
