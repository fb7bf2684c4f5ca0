using PolicyAssistantBot.Knowledge.Answers;
using PolicyAssistantBot.Knowledge.Checks;
using PolicyAssistantBot.Knowledge.Content;
using PolicyAssistantBot.Knowledge.Content.Snapshots;
using PolicyAssistantBot.Knowledge.Legal;

namespace PolicyAssistantBot.Knowledge.Evaluation.Gate;

/// <summary>
/// Asks the set questions of the live articles and of a candidate that is built beside them, and compares. The answers of the live ones are
/// kept until other articles are live. Not thread-safe.
/// </summary>
/// <param name="questions">The set questions.</param>
public sealed class PublishGate(IReadOnlyList<ExpectedQuestion> questions)
{
    private (KnowledgeBase Knowledge, IReadOnlyList<Answer> Answers, IReadOnlySet<string> Findings)? former;

    /// <param name="live">What answers now.</param>
    /// <param name="liveFiles">Its files.</param>
    /// <param name="files">The files with the change, ordered by path.</param>
    /// <param name="keys">The changed articles.</param>
    /// <param name="time">The clock of the answers; it stands still for both.</param>
    public GateReport Run(
        KnowledgeBase live,
        IReadOnlyList<ArticleFile> liveFiles,
        IReadOnlyList<ArticleFile> files,
        IReadOnlySet<string> keys,
        DateTimeOffset time
    )
    {
        ArgumentNullException.ThrowIfNull(live);
        var day = HanoiTime.DayOf(time);
        var before = GetFormer(live, liveFiles, time, day);
        var check = KnowledgeCheck.Run(files, LegalRegister.Default, day);
        var changedPaths = files
            .Where(file => keys.Contains(Path.GetFileNameWithoutExtension(file.Path)))
            .Select(file => file.Path)
            .ToHashSet(StringComparer.Ordinal);
        List<Problem> findings =
        [
            .. check.Findings.Where(finding => changedPaths.Contains(finding.Path) || !before.Findings.Contains(Describe(finding))),
        ];
        var set = ArticleSet.Read(files);
        if (set.Problems.Count > 0)
        {
            return new GateReport(findings, [], [], 0);
        }

        // As it will answer when it has learnt from the change, not as in the moments before: that is where other answers move.
        var candidate = live.CreateNext(set.Articles).Learn(SnapshotStore.None);
        var ask = CreateAsk(candidate, time);
        var changes = questions
            .Zip(before.Answers, (question, answer) => Compare(question, answer, ask(question.Text), keys))
            .OfType<GateChange>()
            .ToList();
        var askBefore = CreateAsk(live, time);
        var lost = keys.Order(StringComparer.Ordinal).SelectMany(key => FindLostPhrasings(live, candidate, key, ask, askBefore));
        return new GateReport(findings, changes, [.. lost], questions.Count);
    }

    /// <summary>Runs on a thread of its own: questions of askers go first.</summary>
    /// <inheritdoc cref="Run"/>
    public Task<GateReport> RunBehindAsync(
        KnowledgeBase live,
        IReadOnlyList<ArticleFile> liveFiles,
        IReadOnlyList<ArticleFile> files,
        IReadOnlySet<string> keys,
        DateTimeOffset time
    ) => ParallelWork.RunBehind(() => Run(live, liveFiles, files, keys, time));

    private (KnowledgeBase Knowledge, IReadOnlyList<Answer> Answers, IReadOnlySet<string> Findings) GetFormer(
        KnowledgeBase live,
        IReadOnlyList<ArticleFile> files,
        DateTimeOffset time,
        DateOnly day
    )
    {
        if (former is { } known && ReferenceEquals(known.Knowledge, live))
        {
            return known;
        }

        var ask = CreateAsk(live, time);
        var findings = KnowledgeCheck.Run(files, LegalRegister.Default, day).Findings.Select(Describe);
        former = (live, [.. questions.Select(question => ask(question.Text))], findings.ToHashSet(StringComparer.Ordinal));
        return former.Value;
    }

    private static Func<string, Answer> CreateAsk(KnowledgeBase knowledge, DateTimeOffset time)
    {
        var pipeline = new AnswerPipeline(() => knowledge, new StoppedClock(time));
        return text => pipeline.Ask(new Question(text));
    }

    private static GateChange? Compare(ExpectedQuestion question, Answer before, Answer after, IReadOnlySet<string> keys)
    {
        var (old, now) = (Describe(before), Describe(after));
        if (old.Outcome == now.Outcome && old.Article == now.Article && old.Text == now.Text)
        {
            return null;
        }

        var kind =
            IsOf(old.Article) || IsOf(now.Article) && question.Accepts(now.Article) ? GateChangeKind.Own
            : before is Answer.Answered && after is Answer.Unanswerable ? GateChangeKind.Unanswerable
            : GateChangeKind.Bystander;
        var isLost = QuestionEvaluation.IsRight(question, before) && !QuestionEvaluation.IsRight(question, after);
        return new GateChange(question.Text, kind, isLost, old, now);

        bool IsOf(string? article) => article is not null && keys.Contains(article);
    }

    /// <summary>New ways of asking that lead elsewhere, and those that led to the article before.</summary>
    private static List<string> FindLostPhrasings(
        KnowledgeBase live,
        KnowledgeBase candidate,
        string key,
        Func<string, Answer> ask,
        Func<string, Answer> askBefore
    )
    {
        if (candidate.Find(key) is not { } article)
        {
            return [];
        }

        var old = live.Find(key) is { } before ? before.QuestionsVi.Concat(before.QuestionsEn).ToHashSet(StringComparer.Ordinal) : [];
        return
        [
            .. article
                .QuestionsVi.Concat(article.QuestionsEn)
                .Where(text => !LeadsTo(ask(text), key) && (!old.Contains(text) || LeadsTo(askBefore(text), key))),
        ];
    }

    private static bool LeadsTo(Answer answer, string key) =>
        QuestionEvaluation.GetArticleKey(answer) == key
        || (answer.OtherReading is { } other && QuestionEvaluation.GetArticleKey(other) == key)
        || (answer is Answer.Clarify clarify && clarify.Choices.Any(choice => choice.ArticleKey == key));

    private static GateAnswer Describe(Answer answer) =>
        new(answer.GetType().Name, QuestionEvaluation.GetArticleKey(answer), answer.Text, Math.Round(answer.Confidence, 3));

    private static string Describe(Problem finding) => $"{finding.Path} {finding.Rule} {finding.Reason.En}";

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
