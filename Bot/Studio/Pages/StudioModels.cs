using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Answers.Holds;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Editing;
using PolicyAssistantBot.Studio.Editing;
using PolicyAssistantBot.Studio.Gate;
using PolicyAssistantBot.Studio.Rules;
using PolicyAssistantBot.Studio.Store;
using PolicyAssistantBot.Studio.Transfer;
using PolicyAssistantBot.Studio.Unsaved;
using PolicyAssistantBot.Studio.Urgent;

namespace PolicyAssistantBot.Studio.Pages;

/// <param name="Title">Of the draft's article, or its key.</param>
public sealed record DraftLine(ArticleDraft Draft, LocalizedText Title);

public sealed record TodayModel(
    int Set,
    int Articles,
    IReadOnlyList<DraftLine> Drafts,
    StudioPerson Person,
    IReadOnlyList<UrgentRow> Urgent,
    DateTimeOffset Now
);

/// <param name="Draft">The open draft; null when there is none.</param>
/// <param name="Article">The published article; null when there is only a draft.</param>
public sealed record ArticleLine(string Key, LocalizedText Title, Article? Article, ArticleDraft? Draft);

/// <param name="Total">How many there are on all pages.</param>
/// <param name="Next">The last key of this page; null on the last page.</param>
public sealed record ArticlesModel(
    IReadOnlyList<ArticleLine> Lines,
    int Total,
    string? Next,
    string Search,
    string Topic,
    DraftState? State,
    bool CanEdit
);

public sealed record ArticleModel(
    string Key,
    Article? Article,
    ArticleDraft? Draft,
    IReadOnlyList<RevisionRow> Revisions,
    IReadOnlyList<StudioEvent> Events,
    int LiveRevision,
    bool CanEdit
)
{
    /// <summary>What covers the article; null when it is answered from.</summary>
    public Hold? Hold { get; init; }

    public bool CanHold { get; init; }
}

public sealed record ChangedPart(string Name, IReadOnlyList<DiffPart> Words);

public sealed record CompareModel(string Key, int Before, int After, IReadOnlyList<ChangedPart> Parts);

public sealed record NewArticleModel(LocalizedText? Problem, string Key, string Topic, string TitleVi, string TitleEn);

/// <param name="Article">Null when the text cannot be read into its fields.</param>
/// <param name="Conflicts">What another person changed at the same places; empty where nobody did.</param>
public sealed record EditorModel(
    ArticleDraft Draft,
    string Text,
    Article? Article,
    IReadOnlyList<Problem> Findings,
    IReadOnlyList<MergeConflict> Conflicts,
    LocalizedText? Notice,
    LocalizedText? Problem
)
{
    /// <summary>What this person typed earlier and did not save, which is in the form; null when there is none.</summary>
    public UnsavedRow? Unsaved { get; init; }

    public ArticlePreviewModel? Preview { get; init; }
}

/// <param name="Findings">By their places.</param>
/// <param name="Answers">As askers would get them; empty while the text cannot be read or does not answer its title.</param>
public sealed record ArticlePreviewModel(ILookup<string, LocalizedText> Findings, IReadOnlyList<Answer> Answers);

/// <param name="Gate">Null while the gate has not seen the text beside the live articles.</param>
public sealed record ReviewModel(
    ArticleDraft Draft,
    LocalizedText Title,
    IReadOnlyList<ChangedPart> Parts,
    IReadOnlyList<Problem> Findings,
    GateRow? Gate,
    IReadOnlyList<StudioEvent> Events,
    StudioPerson Person,
    LocalizedText? Problem
);

public sealed record SetsModel(IReadOnlyList<SetRow> Sets, bool CanPublish, LocalizedText? Notice);

/// <param name="Articles">Those that would change, with their present revision and the one that comes back; null where none is.</param>
public sealed record RollBackModel(SetRow Set, IReadOnlyList<(string Key, int? Now, int? Then)> Articles, LocalizedText? Problem);

/// <param name="Next">The number of the last event of this page; null on the last page.</param>
/// <param name="Proof">Null until it was asked for.</param>
public sealed record AuditModel(
    IReadOnlyList<StudioEvent> Events,
    long? Next,
    StudioReport? Proof,
    StudioPerson Person,
    IReadOnlyList<UrgentRow> Urgent,
    DateTimeOffset Now
);
