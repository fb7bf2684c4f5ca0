using PolicyAssistantBot.Access.Audit;
using PolicyAssistantBot.Knowledge.Rules.Formats;

namespace PolicyAssistantBot.Access.Accounts;

/// <summary>What the security log says about a change of an account: the old value and the new one, addresses masked.</summary>
internal static class AccountChange
{
    public static string? Describe(SecurityEventKind kind, Account? before, Account after) =>
        kind switch
        {
            SecurityEventKind.RolesChanged => $"{before?.Roles} → {after.Roles}",
            SecurityEventKind.NameChanged => $"{before?.DisplayName} → {after.DisplayName}",
            SecurityEventKind.EmailChanged => $"{Mask(before?.Email)} → {Mask(after.Email)}",
            SecurityEventKind.EntraIdChanged => $"{before?.EntraObjectId ?? "–"} → {after.EntraObjectId ?? "–"}",
            _ => null,
        };

    private static string Mask(string? address) => address is null ? "–" : AddressMask.Hide(address);
}
