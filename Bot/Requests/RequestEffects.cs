using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Requests.Deadlines;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Requests;

/// <summary>A turn submitted a request, as <see cref="CaseRules.Submit"/> accepted it.</summary>
/// <param name="Settings">The desk's settings at the time: teams, deadlines, working hours.</param>
internal sealed record SubmitRequestEffect(SubmissionResult.Accepted Accepted, DeskSettings Settings) : IEffect
{
    /// <summary>The request with the team and the deadlines that it gets when it is stored.</summary>
    public SupportRequest PreviewStored()
    {
        var (request, firstEvent) = CaseRules.Route(Accepted, RoutingRules.Decide(Accepted.Request.Facts, Settings.Routing));
        return DeadlineRules.UpdateDeadlines(request, [firstEvent], Settings);
    }
}

/// <summary>
/// A turn changed a case on the asker's behalf (a supplement, a withdrawal), as the rule decided it. Stored only on the version of the case
/// that the rule saw; otherwise the turn runs again.
/// </summary>
/// <param name="Change">With its deadlines.</param>
/// <param name="Settings">The desk's settings at the time.</param>
internal sealed record ChangeCaseEffect(CaseDecision.Changed Change, DeskSettings Settings) : IEffect;
