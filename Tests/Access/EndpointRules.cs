using PolicyAssistantBot.Access;

namespace PolicyAssistantBot.Tests.Access;

/// <summary>Who may use an endpoint of the desk.</summary>
/// <param name="Roles">Any of these roles; none for all who are signed in.</param>
/// <param name="IsPublic">Also people who are not signed in.</param>
/// <param name="WhileUnready">Also people who still have to change a one-time password or set up a second factor.</param>
internal sealed record EndpointRule(Roles Roles, bool IsPublic = false, bool WhileUnready = false);

/// <summary>
/// Every endpoint of the desk with its rule, written independently of the code: a new endpoint needs a row here, or
/// <see cref="EndpointMatrixTests"/> fails.
/// </summary>
internal static class EndpointRules
{
    private const Roles Readers = Roles.Official | Roles.Supervisor | Roles.Auditor;
    private const Roles Studio = Roles.Editor | Roles.Reviewer | Roles.Publisher | Roles.Auditor;
    private const Roles Workers = Roles.Official | Roles.Supervisor;

    private static readonly EndpointRule Public = new(Roles.None, IsPublic: true, WhileUnready: true);
    private static readonly EndpointRule SignedIn = new(Roles.None, WhileUnready: true);

    public static IReadOnlyDictionary<string, EndpointRule> All { get; } =
        new Dictionary<string, EndpointRule>(StringComparer.Ordinal)
        {
            ["GET /design/{file}"] = Public,
            ["GET /site/{file}"] = Public,
            ["HEAD /site/{file}"] = Public,
            ["GET /desk/desk.js"] = Public,
            ["GET /desk/case.js"] = Public,
            ["GET /desk/studio.js"] = Public,
            ["GET /desk/suggest.js"] = Public,
            ["GET /desk/language"] = Public,
            ["GET /desk/sign-in"] = Public,
            ["POST /desk/sign-in"] = Public,
            ["GET /desk/sign-in/code"] = Public,
            ["POST /desk/sign-in/code"] = Public,
            ["GET /desk/sign-in/external"] = Public,
            ["GET /desk/invitation/{id}"] = Public,
            ["POST /desk/invitation/{id}"] = Public,
            ["POST /desk/sign-out"] = SignedIn,
            ["GET /desk/password"] = SignedIn,
            ["POST /desk/password"] = SignedIn,
            ["GET /desk/second-factor"] = SignedIn,
            ["POST /desk/second-factor"] = SignedIn,
            ["POST /desk/second-factor/codes"] = SignedIn,
            ["POST /desk/second-factor/remove"] = SignedIn,

            ["GET /desk/sessions"] = SignedIn,
            ["POST /desk/sessions/end"] = SignedIn,
            ["POST /desk/sessions/end-all"] = SignedIn,

            ["GET /desk"] = new(Readers),
            ["GET /desk/cases/{number}"] = new(Readers),
            ["GET /desk/cases/{number}/live"] = new(Readers),
            ["GET /desk/news"] = new(Workers),
            ["POST /desk/cases/{number}/send"] = new(Workers),
            ["POST /desk/cases/{number}/undo"] = new(Workers),
            ["POST /desk/cases/{number}/draft"] = new(Workers),
            ["POST /desk/cases/{number}/{action}"] = new(Workers),
            ["POST /desk/bulk/undo"] = new(Workers),
            ["POST /desk/bulk/{action}"] = new(Workers),
            ["POST /desk/first-steps/dismiss"] = new(Roles.Administrator),
            ["POST /desk/first-steps/resume"] = new(Roles.Administrator),
            ["GET /desk/first-steps"] = new(Roles.Administrator),
            ["GET /desk/connections"] = new(Roles.Administrator),
            ["POST /desk/connections/mail"] = new(Roles.Administrator),
            ["POST /desk/connections/teams"] = new(Roles.Administrator),
            ["POST /desk/connections/teams/message"] = new(Roles.Administrator),
            ["POST /desk/filters"] = new(Readers),
            ["POST /desk/filters/remove"] = new(Readers),
            ["GET /desk/teams"] = new(Workers),
            ["POST /desk/teams/absence"] = new(Workers),
            ["POST /desk/teams/absence/cancel"] = new(Workers),
            ["GET /desk/settings"] = new(Roles.Supervisor),
            ["GET /desk/settings/{kind}"] = new(Roles.Supervisor),
            ["POST /desk/settings/{kind}"] = new(Roles.Supervisor),
            ["GET /desk/settings/forms/{form}"] = new(Roles.Supervisor),
            ["GET /desk/settings/forms/rules/try"] = new(Roles.Supervisor),
            ["POST /desk/settings/forms/rules/try"] = new(Roles.Supervisor),
            ["POST /desk/settings/forms/{form}/move"] = new(Roles.Supervisor),
            ["GET /desk/settings/forms/{form}/edit"] = new(Roles.Supervisor),
            ["POST /desk/settings/forms/{form}/edit"] = new(Roles.Supervisor),
            ["GET /desk/settings/forms/{form}/remove"] = new(Roles.Supervisor),
            ["POST /desk/settings/forms/{form}/remove"] = new(Roles.Supervisor),
            ["GET /desk/recall"] = new(Roles.Supervisor),
            ["POST /desk/recall"] = new(Roles.Supervisor),
            ["GET /desk/due"] = new(Roles.Supervisor),
            ["GET /desk/due/gaps"] = new(Roles.Supervisor),
            ["GET /desk/switches"] = new(Roles.Administrator | Roles.Supervisor),
            ["POST /desk/switches/{name}"] = new(Roles.Administrator | Roles.Supervisor),
            ["POST /desk/switches/end-chats"] = new(Roles.Administrator | Roles.Supervisor),
            ["GET /desk/undelivered"] = new(Roles.Administrator | Roles.Supervisor),
            ["POST /desk/undelivered/{number}/retry"] = new(Roles.Administrator | Roles.Supervisor),
            ["POST /desk/undelivered/{number}/drop"] = new(Roles.Administrator | Roles.Supervisor),

            ["GET /studio"] = new(Studio),
            ["GET /studio/articles"] = new(Studio),
            ["GET /studio/articles/{key}"] = new(Studio),
            ["GET /studio/articles/{key}/compare"] = new(Studio),
            ["POST /studio/articles/{key}/draft"] = new(Roles.Editor),
            ["POST /studio/articles/{key}/restore/{number:int}"] = new(Roles.Editor),
            ["GET /studio/drafts/new"] = new(Roles.Editor),
            ["POST /studio/drafts/new"] = new(Roles.Editor),
            ["GET /studio/drafts/{key}"] = new(Roles.Editor),
            ["POST /studio/drafts/{key}/save"] = new(Roles.Editor),
            ["POST /studio/drafts/{key}/file"] = new(Roles.Editor),
            ["POST /studio/drafts/{key}/keep"] = new(Roles.Editor),
            ["POST /studio/drafts/{key}/drop"] = new(Roles.Editor),
            ["POST /studio/drafts/{key}/preview"] = new(Roles.Editor),
            ["GET /studio/drafts/{key}/live"] = new(Roles.Editor),
            ["POST /studio/drafts/{key}/submit"] = new(Roles.Editor),
            ["GET /studio/drafts/{key}/review"] = new(Studio),
            ["POST /studio/drafts/{key}/discard"] = new(Studio),
            ["POST /studio/drafts/{key}/remark"] = new(Studio),
            ["POST /studio/drafts/{key}/ask"] = new(Studio),
            ["POST /studio/drafts/{key}/approve"] = new(Roles.Reviewer),
            ["POST /studio/drafts/{key}/schedule"] = new(Roles.Publisher),
            ["POST /studio/drafts/{key}/unschedule"] = new(Roles.Publisher),
            ["POST /studio/drafts/{key}/publish"] = new(Roles.Publisher),
            ["POST /studio/drafts/{key}/urgent"] = new(Roles.Publisher),
            ["POST /studio/drafts/{key}/accept"] = new(Roles.Publisher),
            ["POST /studio/sets/{number:int}/reviewed"] = new(Roles.Reviewer),
            ["GET /studio/sets"] = new(Studio),
            ["GET /studio/sets/{number:int}/rollback"] = new(Roles.Publisher),
            ["POST /studio/sets/{number:int}/rollback"] = new(Roles.Publisher),
            ["GET /studio/holds"] = new(Studio | Roles.Supervisor),
            ["POST /studio/holds"] = new(Roles.Reviewer | Roles.Publisher | Roles.Supervisor),
            ["POST /studio/holds/{number:int}/lift"] = new(Roles.Reviewer | Roles.Publisher | Roles.Supervisor),
            ["GET /studio/audit"] = new(Studio),

            ["GET /desk/insight"] = new(Roles.Supervisor | Roles.Auditor),
            ["GET /desk/insight/figures.xlsx"] = new(Roles.Supervisor | Roles.Auditor),
            ["GET /desk/insight/{table}.csv"] = new(Roles.Supervisor | Roles.Auditor),

            ["GET /desk/cases/{number}/files/{id}"] = new(Readers),
            ["POST /desk/cases/{number}/files"] = new(Workers),
            ["POST /desk/cases/{number}/files/{id}/remove"] = new(Workers),
            ["POST /desk/cases/{number}/mails/{id:long}/retry"] = new(Workers),
            ["POST /desk/cases/{number}/messages/{id:long}/retry"] = new(Workers),

            ["GET /desk/accounts"] = new(Roles.Administrator),
            ["POST /desk/accounts"] = new(Roles.Administrator),
            ["GET /desk/accounts/new"] = new(Roles.Administrator),
            ["GET /desk/accounts/{id}"] = new(Roles.Administrator),
            ["POST /desk/accounts/{id}/name"] = new(Roles.Administrator),
            ["GET /desk/accounts/{id}/reset"] = new(Roles.Administrator),
            ["GET /desk/accounts/{id}/invite"] = new(Roles.Administrator),
            ["POST /desk/accounts/{id}/invite"] = new(Roles.Administrator),
            ["GET /desk/accounts/{id}/leave"] = new(Roles.Administrator),
            ["POST /desk/accounts/{id}/leave"] = new(Roles.Administrator),
            ["GET /desk/accounts/{id}/disable"] = new(Roles.Administrator),
            ["GET /desk/accounts/{id}/enable"] = new(Roles.Administrator),
            ["GET /desk/accounts/{id}/second-factor"] = new(Roles.Administrator),
            ["POST /desk/accounts/{id}/reset"] = new(Roles.Administrator),
            ["POST /desk/accounts/{id}/disable"] = new(Roles.Administrator),
            ["POST /desk/accounts/{id}/enable"] = new(Roles.Administrator),
            ["POST /desk/accounts/{id}/roles"] = new(Roles.Administrator),
            ["POST /desk/accounts/{id}/entra"] = new(Roles.Administrator),
            ["POST /desk/accounts/{id}/email"] = new(Roles.Administrator),
            ["POST /desk/accounts/{id}/second-factor"] = new(Roles.Administrator),
            ["GET /desk/accounts/{id}/sessions"] = new(Roles.Administrator),
            ["POST /desk/accounts/{id}/sessions/end"] = new(Roles.Administrator),
            ["POST /desk/accounts/{id}/sessions/end-all"] = new(Roles.Administrator),
            ["GET /desk/retention"] = new(Roles.Administrator | Roles.Auditor),
            ["GET /desk/retention/{kind}"] = new(Roles.Administrator),
            ["POST /desk/retention/{kind}"] = new(Roles.Administrator),
            ["GET /desk/security"] = new(Roles.Administrator | Roles.Auditor),
            ["GET /desk/security/log.csv"] = new(Roles.Administrator | Roles.Auditor),
            ["GET /desk/security/log.jsonl"] = new(Roles.Administrator | Roles.Auditor),
            ["GET /desk/views"] = new(Roles.Administrator | Roles.Auditor),
        };
}
