using PolicyAssistantBot.Access.Pages;
using PolicyAssistantBot.Access.SecondFactor;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Access.Accounts;

/// <summary>Gathers what the pages about accounts show.</summary>
internal sealed class AccountPages(
    AccountStore accountStore,
    SecondFactorService secondFactors,
    IEnumerable<AccountTeams> teams,
    IEnumerable<InvitationMailer> mailers
)
{
    /// <summary>Null when the mail feature is not part of the program.</summary>
    private InvitationMailer? Mailer => mailers.FirstOrDefault();

    public async Task<IResult> ShowListAsync(HttpContext context, CancellationToken cancellationToken) =>
        PageResults.Show<AccountsPage>(
            context,
            new AccountsModel(await accountStore.ListAsync(cancellationToken), await ListTeamsAsync(cancellationToken))
        );

    public IResult ShowNew(HttpContext context, NewAccountForm form, AccountProblem? problem) =>
        PageResults.Show<NewAccountPage>(
            context,
            new NewAccountModel(form.UserName, form.DisplayName, form.Roles, form.Email, problem, Mailer?.FindObstacle()),
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );

    /// <param name="sent">The form that was refused; null when the page was opened.</param>
    public async Task<IResult> ShowAsync(HttpContext context, string id, RefusedSection? sent, CancellationToken cancellationToken) =>
        await accountStore.FindAsync(id, cancellationToken) is not { } account
            ? Results.NotFound()
            : PageResults.Show<AccountPage>(
                context,
                new AccountModel(
                    account,
                    await secondFactors.IsEnrolledAsync(id, cancellationToken),
                    (await ListTeamsAsync(cancellationToken)).GetValueOrDefault(account.UserName) ?? [],
                    FindInvitationObstacle(account),
                    sent is null ? AccountNotices.List(context.Request.Query, account) : [],
                    sent?.Section,
                    sent?.Value ?? "",
                    sent?.Problem
                ),
                sent is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
            );

    public async Task<IResult> ConfirmAsync(HttpContext context, string id, AccountAct act, CancellationToken cancellationToken) =>
        await accountStore.FindAsync(id, cancellationToken) is { } account
            ? PageResults.Show<ConfirmPage>(context, new ConfirmModel(account, act))
            : Results.NotFound();

    /// <summary>The password is shown only in this response.</summary>
    public IResult ShowPassword(HttpContext context, Account account, string password, bool isNew)
    {
        var request = context.Request;
        return PageResults.Show<IssuedPasswordPage>(
            context,
            new IssuedPasswordModel(
                account,
                password,
                new Uri($"{request.Scheme}://{request.Host}{request.PathBase}{AccessPaths.SignIn}"),
                FindInvitationObstacle(account),
                isNew
            )
        );
    }

    /// <summary>Why no invitation can be mailed to this account; null when it can.</summary>
    public LocalizedText? FindInvitationObstacle(Account account) =>
        Mailer is not { } mailer ? AccountTexts.NoAddress
        : mailer.FindObstacle() is { } obstacle ? obstacle
        : account.Email is null ? AccountTexts.NoAddress
        : account.IsDisabled ? AccountTexts.NoInvitationWhileLocked
        : null;

    public Task SendInvitationAsync(Account account, string password, CancellationToken cancellationToken) =>
        Mailer!.SendAsync(account, password, cancellationToken);

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<LocalizedText>>> ListTeamsAsync(CancellationToken cancellationToken) =>
        teams.FirstOrDefault() is { } source
            ? await source.ListAsync(cancellationToken)
            : new Dictionary<string, IReadOnlyList<LocalizedText>>(StringComparer.OrdinalIgnoreCase);
}

/// <summary>What was entered for a new account.</summary>
internal sealed record NewAccountForm(string UserName, string DisplayName, Roles Roles, string Email)
{
    public static NewAccountForm Empty { get; } = new("", "", Roles.Official, "");
}

/// <summary>A form of the page of an account whose values cannot be saved.</summary>
internal sealed record RefusedSection(string Section, string Value, AccountProblem Problem);
