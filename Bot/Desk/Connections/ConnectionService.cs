using Microsoft.Extensions.Options;
using PolicyAssistantBot.Access;
using PolicyAssistantBot.BotFramework.Turns;
using PolicyAssistantBot.Files;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Rules.Formats;
using PolicyAssistantBot.Mail;

namespace PolicyAssistantBot.Desk.Connections;

/// <summary>Says what is connected, and tries it.</summary>
internal sealed class ConnectionService(
    IOptions<MailOptions> mail,
    SmtpSender sender,
    CaseFileService files,
    IEnumerable<TeamsTokenCheck> teamsChecks,
    IConfiguration configuration,
    TimeProvider time
)
{
    public const string MailKey = "mail";
    public const string TeamsKey = "teams";

    public IReadOnlyList<Connection> List() =>
        [
            ListMail(),
            ListTeams(),
            files.IsScanningEnabled
                ? new("scanner", ConnectionTexts.Scanner, ConnectionStatus.Connected, ConnectionTexts.ScannerSet, null)
                : new(
                    "scanner",
                    ConnectionTexts.Scanner,
                    ConnectionStatus.Missing,
                    ConnectionTexts.ScannerMissing,
                    ConnectionTexts.ScannerRequest
                ),
            configuration.IsModelEnabled()
                ? new("model", ConnectionTexts.Model, ConnectionStatus.Connected, ConnectionTexts.ModelSet, null)
                : new("model", ConnectionTexts.Model, ConnectionStatus.Missing, ConnectionTexts.ModelMissing, null),
            new(
                "database",
                ConnectionTexts.Database,
                ConnectionStatus.Connected,
                string.IsNullOrEmpty(configuration.GetConnectionString("Assistant"))
                    ? ConnectionTexts.DatabaseOwn
                    : ConnectionTexts.DatabaseServer,
                null
            ),
            new("backup", ConnectionTexts.Backup, ConnectionStatus.Unknown, ConnectionTexts.BackupText, ConnectionTexts.BackupRequest),
        ];

    private Connection ListMail() =>
        mail.Value.IsEnabled
            ? new(
                MailKey,
                ConnectionTexts.Mail,
                ConnectionStatus.Connected,
                ConnectionTexts.MailSet.InBoth($"{mail.Value.Host}:{mail.Value.EffectivePort}", mail.Value.From ?? ""),
                null,
                CanBeTried: true
            )
            : new(MailKey, ConnectionTexts.Mail, ConnectionStatus.Missing, ConnectionTexts.MailMissing, ConnectionTexts.MailRequest);

    private Connection ListTeams() =>
        configuration.FindTeamsAppId() is { } appId
            ? new(
                TeamsKey,
                ConnectionTexts.Teams,
                ConnectionStatus.Connected,
                ConnectionTexts.TeamsSet.InBoth(appId),
                null,
                CanBeTried: teamsChecks.Any()
            )
            : new(TeamsKey, ConnectionTexts.Teams, ConnectionStatus.Missing, ConnectionTexts.TeamsMissing, ConnectionTexts.TeamsRequest);

    /// <summary>Sends a mail to the administrator's own address, at once and past the outbox, so that the error can be shown.</summary>
    public async Task<ConnectionTrial> TryMailAsync(Account account, CancellationToken cancellationToken)
    {
        if (account.Email is not { } address)
        {
            return new(MailKey, IsGood: false, ConnectionTexts.NoOwnAddress, null);
        }

        var lang = OfficialMailComposer.GetLanguage(account);
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var text = ConnectionTexts.TestBody[lang];
        var body = MailBody.Compose(lang.Code(), text, "", null, [], null, ConnectionTexts.TestSubject[lang]);
        var row = new MailRow
        {
            Key = $"test:{account.Id}:{now}",
            Kind = MailKind.Test,
            Recipient = address,
            Subject = ConnectionTexts.TestSubject[lang],
            Text = body.Text,
            Html = body.Html,
            CreatedAt = now,
        };
        return await sender.SendAsync(row, cancellationToken) switch
        {
            DeliveryResult.Delivered => new(MailKey, IsGood: true, ConnectionTexts.MailAccepted.InBoth(AddressMask.Hide(address)), null),
            DeliveryResult.NotAccepted { Reason: var reason } => Fail(reason),
            DeliveryResult.Ambiguous { Reason: var reason } => Fail(reason),
            DeliveryResult.Refused { Reason: var reason } => Fail(reason),
            var other => Fail(other.GetType().Name),
        };
    }

    private static ConnectionTrial Fail(string reason) =>
        new(MailKey, IsGood: false, ConnectionTexts.MailFailed.InBoth(reason), FindRequest(reason));

    /// <summary>What to ask the operator for, by a reply code of SMTP or the name of an exception.</summary>
    internal static LocalizedText FindRequest(string reason) =>
        reason switch
        {
            "530" or "534" or "535" => ConnectionTexts.WrongCredentials,
            "538" => ConnectionTexts.NeedsEncryption,
            _ when reason.Contains("Authentication", StringComparison.Ordinal) || reason.Contains("Ssl", StringComparison.Ordinal) =>
                ConnectionTexts.BadCertificate,
            [>= '4' and <= '5', _, _] => ConnectionTexts.AddressRefused,
            _ => ConnectionTexts.Unreachable,
        };

    public async Task<ConnectionTrial> TryTeamsAsync(CancellationToken cancellationToken)
    {
        if (teamsChecks.FirstOrDefault() is not { } check)
        {
            return new(TeamsKey, IsGood: false, ConnectionTexts.TeamsMissing, ConnectionTexts.TeamsRequest);
        }

        return await check.FindProblemAsync(cancellationToken) is { } problem
            ? new(TeamsKey, IsGood: false, ConnectionTexts.TokenRefused.InBoth(problem), ConnectionTexts.TokenRequest)
            : new(TeamsKey, IsGood: true, ConnectionTexts.TokenIssued, null);
    }
}
