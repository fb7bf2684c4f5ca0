using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Requests.Rules;

/// <summary>
/// The rules of cases, as pure functions from a case and a command to the changed case with its event, or to a refusal. Nothing is stored
/// or sent here.
/// </summary>
internal static partial class RequestRules
{
    /// <summary>Creates a case from a draft.</summary>
    /// <param name="number">From <see cref="CaseNumberAllocator"/>; an unused number leaves a gap.</param>
    public static Submission Submit(RequestFieldList fields, RequestDraft draft, CaseNumber number, Asker asker, DateTimeOffset now)
    {
        var problems = fields.Check(draft);
        if (problems.Count > 0)
        {
            return new Submission.Invalid(problems);
        }

        var facts = fields.Normalize(draft);
        var at = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        var first = RequestHistory.Seal(
            new RequestEvent
            {
                CaseNumber = number.ToString(),
                Sequence = 1,
                Kind = RequestEventKind.Submitted,
                StatusAfter = RequestStatus.Submitted,
                At = at,
                Who = new Actor(ActorKind.Asker, asker.UserId, null),
                Channel = asker.ChannelId,
                ContentHash = RequestHistory.ContentHashOf(facts),
                PreviousHash = "",
                Hash = "",
            }
        );
        return new Submission.Accepted(
            new SupportRequest
            {
                CaseNumber = number.ToString(),
                Version = 1,
                Status = RequestStatus.Submitted,
                Facts = facts,
                Asker = asker,
                SubmittedAt = at,
                ChangedAt = at,
                LastHash = first.Hash,
            },
            first
        );
    }
}

/// <summary>The result of submitting a draft.</summary>
internal abstract record Submission
{
    private Submission() { }

    /// <summary>To be stored with <see cref="SubmitRequest"/>.</summary>
    internal sealed record Accepted(SupportRequest Request, RequestEvent Event) : Submission;

    internal sealed record Invalid(IReadOnlyList<FieldProblem> Problems) : Submission;
}
