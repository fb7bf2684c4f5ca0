using PolicyAssistantBot.Access.Audit;
using PolicyAssistantBot.Access.SecondFactor;
using PolicyAssistantBot.Access.Sessions;

namespace PolicyAssistantBot.Access.Navigation;

/// <summary>The pages of the desk in the order in which they are shown.</summary>
internal static class DeskNavigation
{
    private const Roles Readers = Roles.Official | Roles.Supervisor | Roles.Auditor;

    public static IReadOnlyList<NavigationSection> Sections { get; } =
    [
        new(
            null,
            [
                new(AccessPaths.Home, AccessTexts.Cases, "inbox", Readers) { OtherPaths = ["/desk/cases", "/desk/bulk"] },
                new("/desk/insight", AccessTexts.Insight, "chart-column", Roles.Supervisor | Roles.Auditor),
            ]
        ),
        new(
            NavigationTexts.Knowledge,
            [
                new(AccessPaths.Studio, NavigationTexts.Studio, "pencil", Roles.Editor | Roles.Reviewer | Roles.Publisher | Roles.Auditor),
                new("/studio/holds", NavigationTexts.Holds, "circle-x", Roles.Supervisor),
                new("/desk/due", AccessTexts.Due, "book-open-check", Roles.Supervisor),
                new("/desk/recall", AccessTexts.Recall, "megaphone", Roles.Supervisor),
            ]
        ),
        new(
            NavigationTexts.Management,
            [
                new("/desk/teams", AccessTexts.Teams, "users", Roles.Official | Roles.Supervisor),
                new("/desk/settings", AccessTexts.Settings, "settings", Roles.Supervisor),
                new("/desk/accounts", AccessTexts.Accounts, "user-cog", Roles.Administrator),
                new("/desk/connections", NavigationTexts.Connections, "refresh-cw", Roles.Administrator),
                new("/desk/first-steps", NavigationTexts.FirstSteps, "list-checks", Roles.Administrator),
                new("/desk/undelivered", AccessTexts.Undelivered, "mail-warning", Roles.Administrator | Roles.Supervisor),
                new("/desk/switches", AccessTexts.Switches, "octagon-pause", Roles.Administrator | Roles.Supervisor),
            ]
        ),
        new(
            NavigationTexts.Logs,
            [
                new(AccessPaths.SecurityLog, SecurityLogTexts.Title, "shield-check", Roles.Administrator | Roles.Auditor),
                new("/desk/retention", NavigationTexts.Retention, "hourglass", Roles.Administrator | Roles.Auditor),
                new("/desk/views", AccessTexts.ViewLog, "eye", Roles.Administrator | Roles.Auditor),
            ]
        ),
    ];

    /// <summary>The pages about the person's own account.</summary>
    public static IReadOnlyList<NavigationItem> OwnPages { get; } =
    [
        new(AccessPaths.ChangePassword, AccessTexts.ChangePassword, "key-round", Roles.None),
        new(AccessPaths.SecondFactorSetup, SecondFactorTexts.Title, "lock", Roles.None),
        new(AccessPaths.Sessions, SessionTexts.Title, "monitor-smartphone", Roles.None),
    ];
}
