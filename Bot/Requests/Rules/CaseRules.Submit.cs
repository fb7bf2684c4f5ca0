using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Requests.Rules;

/// <summary>
/// The rules of cases, as pure functions from a case and a command to the changed case with its event, or to a refusal. Nothing is stored
/// or sent here.
/// </summary>
internal static partial class CaseRules
{
    /// <summary>Creates a case from a draft.</summary>
    /// <param name="number">From <see cref="CaseNumberAllocator"/>; an unused number leaves a gap.</param>
    public static SubmissionResult Submit(RequestFieldList fields, RequestDraft draft, CaseNumber number, Asker asker, DateTimeOffset now)
    {
        var problems = fields.Check(draft);
        if (problems.Count > 0)
        {
            return new SubmissionResult.Invalid(problems);
        }

        var facts = fields.Normalize(draft).WithoutDirectionMarks();
        var submittedAt = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        var firstEvent = CaseHistory.WithHash(
            new CaseEvent
            {
                CaseNumber = number.ToString(),
                Sequence = 1,
                Kind = CaseEventKind.Submitted,
                StatusAfter = CaseStatus.Submitted,
                At = submittedAt,
                Actor = new Actor(ActorKind.Asker, asker.UserId, null),
                Channel = asker.ChannelId,
                ContentHash = CaseHistory.ComputeContentHash(facts),
                PreviousHash = "",
                Hash = "",
            }
        );
        return new SubmissionResult.Accepted(
            new SupportRequest
            {
                CaseNumber = number.ToString(),
                Version = 1,
                Status = CaseStatus.Submitted,
                Facts = facts,
                Asker = asker,
                SubmittedAt = submittedAt,
                ChangedAt = submittedAt,
                LastHash = firstEvent.Hash,
            },
            firstEvent
        );
    }
}

/// <summary>The result of submitting a draft.</summary>
internal abstract record SubmissionResult
{
    private SubmissionResult() { }

    /// <summary>To be stored with <see cref="SubmitRequestEffect"/>.</summary>
    internal sealed record Accepted(SupportRequest Request, CaseEvent Event) : SubmissionResult;

    internal sealed record Invalid(IReadOnlyList<FieldProblem> Problems) : SubmissionResult;
}
