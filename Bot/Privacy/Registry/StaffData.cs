using PolicyAssistantBot.Access;
using PolicyAssistantBot.Access.Attempts;
using PolicyAssistantBot.Access.Audit;
using PolicyAssistantBot.Access.OpenId;
using PolicyAssistantBot.Access.Preferences;
using PolicyAssistantBot.Access.SecondFactor;
using PolicyAssistantBot.Access.Sessions;
using PolicyAssistantBot.Privacy.Erasure;
using PolicyAssistantBot.Requests.Routing;
using PolicyAssistantBot.Requests.Settings;

namespace PolicyAssistantBot.Privacy.Registry;

/// <summary>Officials, and the documents of the desk.</summary>
internal static class StaffData
{
    public static IReadOnlyList<DataTable> Tables { get; } =
    [
        new DataTable<Account>(DataKind.Accounts)
            .Official(a => a.Id, a => a.UserName, a => a.DisplayName, a => a.EntraObjectId, a => a.Email, a => a.PasswordHash)
            .NotPersonal(a => a.Roles, a => a.OneTimePasswordExpiresAt, a => a.SecurityStamp, a => a.IsDisabled, a => a.Language)
            .NotPersonal(a => a.CreatedAt, a => a.LastSignInAt),
        new DataTable<SecondFactorRow>(DataKind.Accounts)
            .Official(f => f.AccountId, f => f.Secret)
            .NotPersonal(f => f.ConfirmedAt, f => f.LastStep),
        new DataTable<RecoveryCodeRow>(DataKind.Accounts).Official(c => c.AccountId, c => c.Hash),
        new DataTable<ExternalLogin>(DataKind.Accounts)
            .Official(l => l.Issuer, l => l.Subject, l => l.AccountId)
            .NotPersonal(l => l.LinkedAt),
        new DataTable<SecurityEvent>(DataKind.ViewLog)
            .Official(e => e.ActorId, e => e.ActorName, e => e.Subject, e => e.Address, e => e.Detail)
            .NotPersonal(e => e.Number, e => e.At, e => e.Kind)
            .ExpireInOrder(e => e.Number, before => e => e.At < DateTimeOffset.FromUnixTimeMilliseconds(before)),
        new DataTable<Session>(DataKind.SignIns)
            .Official(s => s.AccountId, s => s.Address, s => s.Device)
            .NotPersonal(s => s.Id, s => s.StartedAt, s => s.LastSeenAt)
            .ExpireRows(before => s => s.LastSeenAt < DateTimeOffset.FromUnixTimeMilliseconds(before)),
        new DataTable<AttemptCount>(DataKind.SignIns)
            .Official(t => t.Subject, t => t.Scope)
            .NotPersonal(t => t.Attempts, t => t.NotBefore)
            .ExpireRows(before => t => t.NotBefore < DateTimeOffset.FromUnixTimeMilliseconds(before)),
        new DataTable<SignInAddress>(DataKind.SignIns)
            .Official(a => a.Address)
            .NotPersonal(a => a.Attempts, a => a.WindowEndsAt)
            .ExpireRows(before => a => a.WindowEndsAt < DateTimeOffset.FromUnixTimeMilliseconds(before)),
        new DataTable<AccountPreference>(DataKind.Accounts).Official(p => p.AccountId, p => p.Name, p => p.Value).NotPersonal(p => p.Kind),
        new DataTable<Absence>(DataKind.Accounts).Official(a => a.AccountId).NotPersonal(a => a.From, a => a.Until),
        new DataTable<RoundRobinPosition>(DataKind.Settings).Official(p => p.LastMember).NotPersonal(p => p.Team),
        new DataTable<SettingDocument>(DataKind.Settings)
            .Official(d => d.SavedById, d => d.SavedByName)
            .NotPersonal(d => d.Kind, d => d.Version, d => d.Text, d => d.SavedAt),
        new DataTable<ErasureRow>(DataKind.Erasures)
            .Personal(e => e.UserId, e => e.Remaining)
            .Official(e => e.OfficialId)
            .NotPersonal(e => e.Id, e => e.RequestedAt, e => e.RequestedBy, e => e.ChannelId, e => e.UserHash, e => e.State)
            .NotPersonal(e => e.Erased, e => e.CompletedAt)
            .EraseWith(ErasureRow.KeepWhileIncompleteAsync)
            .ExpireRows(before => e => e.CompletedAt != null && e.CompletedAt < before),
    ];
}
