using PolicyAssistantBot.Desk.Actions;
using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Desk.Lists;

/// <summary>After a case was given to somebody whose cases the official does not see, the list says where it went.</summary>
internal static class GivenAway
{
    private const string Done = "given";
    private const string Case = "case";
    private const string To = "to";

    /// <param name="target">The id of the colleague or the key of the team.</param>
    public static string AddressOf(CaseNumber number, string action, string target) =>
        $"/desk{QueryString.Create(Done, action).Add(Case, number.ToString()).Add(To, target)}#done";

    /// <summary>What the address says was done, in a sentence; null when it names no case that was given away.</summary>
    public static LocalizedText? FindDoneText(IQueryCollection query, IReadOnlyList<StaffMember> staff, DeskSettings settings)
    {
        if (!CaseNumber.TryParse(query[Case], out var number))
        {
            return null;
        }

        var (done, target) = (query[Done].ToString(), query[To].ToString());
        var receiver =
            done == AssignmentActions.HandOver.Key && staff.FirstOrDefault(member => member.Id == target) is { Name: var name }
                ? new LocalizedText(name, name)
            : done == AssignmentActions.MoveToTeam.Key ? settings.Routing.Find(target)?.Name
            : null;
        return receiver is null
            ? null
            : new LocalizedText(
                InboxTexts.GivenTo.With(Lang.Vi, number, receiver.Vi),
                InboxTexts.GivenTo.With(Lang.En, number, receiver.En)
            );
    }
}
