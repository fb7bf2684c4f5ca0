using PolicyAssistantBot.Desk.Correspondence;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Fields;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Rules;
using PolicyAssistantBot.Requests.Settings;
using PolicyAssistantBot.Requests.Store;

namespace PolicyAssistantBot.Desk.Cases;

/// <summary>From a form that an official sent to the rule that decides on it.</summary>
internal sealed class CaseActionRules(DeskSettings settings, IStaff staff, RequestFieldList fields)
{
    /// <returns>Null when there is no such action.</returns>
    public async Task<Func<StoredRequest, CaseDecision>?> ForAsync(
        string action,
        IFormCollection form,
        Wish wish,
        CancellationToken cancellationToken
    )
    {
        var text = FormText.Of(form);
        switch (action)
        {
            case "hand-over":
                var colleague = (await staff.ListAsync(cancellationToken)).FirstOrDefault(member => member.Id == form["body"]);
                return stored => RequestRules.HandOver(stored, wish, colleague, text);
            case "move":
                var team = (await settings.GetAsync(cancellationToken)).Routing.Find(form["body"]);
                return stored => RequestRules.MoveTo(stored, wish, team, text);
            case "ask-back":
                var missing = fields.All.Where(field => form["missing"].Contains(field.Key)).ToList();
                return stored =>
                    RequestRules.AskBack(
                        stored,
                        wish,
                        ReplyDrafts.AskBack(missing, text, LangCodes.Parse(stored.Request.Facts.Language) ?? Lang.Vi)
                    );
            default:
                return Simple(action, form, wish, text);
        }
    }

    private static Func<StoredRequest, CaseDecision>? Simple(string action, IFormCollection form, Wish wish, string text) =>
        action switch
        {
            "take" => stored => RequestRules.Take(stored, wish),
            "release" => stored => RequestRules.Release(stored, wish),
            "reply" => stored => RequestRules.Reply(stored, wish, text),
            "close" when Enum.TryParse<CloseReason>(form["reason"], out var reason) && Enum.IsDefined(reason) => stored =>
                RequestRules.Close(stored, wish, reason, text),
            "reopen" => stored => RequestRules.Reopen(stored, wish, text),
            "forward" => stored => RequestRules.Forward(stored, wish, form["body"], text),
            "withdraw" => stored => RequestRules.WithdrawFor(stored, wish, text),
            _ => null,
        };
}
