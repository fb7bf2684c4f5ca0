using PolicyAssistantBot.Knowledge.Answers.ByRule;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers.Talk;

/// <summary>
/// Whether a message that could change a fact of the last rule is about another matter, which wins: who asked about a software contract
/// and now about training is not told of the contract again.
/// </summary>
internal static class MatterChanges
{
    private const string Training = "dao tao|khoa hoc|di hoc|lop hoc|hoc nghe|day nghe|tap huan|training|course|courses";

    private const string Loans =
        "vay von|vay tien|vay ngan hang|di vay|cho vay|khoan vay|lai suat|lai vay|bao lanh|tin dung|loan|loans|lend|guarantee";

    /// <summary>What is bought, sold or certified beside the support that has a ceiling.</summary>
    private const string Others =
        "mat bang|nha xuong|may moc|may cnc|thiet bi|mua may|dau tu may|iso|iatf|tieu chuan|chung nhan|xuat khau|nhap khau|xuat hang"
        + "|ban hang|ban cho|khach hang|hoi cho|trien lam|xuc tien|cum lien ket|chuoi gia tri|dau thau|goi thau|tien luong|hoa don"
        + "|nop thue|dong thue|tien thue|thue tndn|thue gtgt|machine|machines|equipment|certificate|certification|export|customer"
        + "|tender|trade fair|tax";

    private const string Support = "ho tro|phan mem|tu van|support|software|consulting";

    private const string SectorWords = "nganh|linh vuc|mang|chuyen sang|sector|industry|field";

    /// <summary>A message that names a scheme of support is about that one, whatever else it names.</summary>
    public static bool NamesOther(MessageFacts message, RuleState lastRule) =>
        lastRule.Key == SupportRule.Key
            ? message.StatedFacts.SchemeKey is null && Names(message, Training, Loans, Others)
            : IsTax(lastRule.Key) && Names(message, Training, Loans, Support) && !Names(message, "thue|tax");

    /// <summary>A ceiling depends on the size, not on the sector: only a sector that is asked about computes it again.</summary>
    public static bool IsSectorInPassing(MessageFacts message, RuleState lastRule) =>
        lastRule.Key == SupportRule.Key && !message.IsHypothetical && !Names(message, SectorWords);

    private static bool IsTax(string rule) => rule.StartsWith("cit-", StringComparison.Ordinal) || rule == HouseholdRules.TaxKey;

    private static bool Names(MessageFacts message, params string[] phrases) =>
        phrases.Any(group => PhraseGroups.ContainsAny(group, $" {message.Folded} "));
}
