using System.Collections.Frozen;

namespace PolicyAssistantBot.Knowledge.Language;

/// <summary>Frequent English words that show that a question is in English.</summary>
internal static class EnglishWords
{
    public static readonly FrozenSet<string> Common = (
        "a about after all also am an and any are as at be because been before being between but by can company could did do does doing "
        + "each enterprise for from get had has have how i if in into is it its just like loan long many may me more most much "
        + "must my need no not of on "
        + "one only or other our out over own please register should so some such support tax than that their them then there "
        + "these they this "
        + "those through to under up us very want was we were what when where which while who why will with without would you "
        + "your yes hello hi thanks thank help"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// English words of the domain. For language detection each counts as much as an unknown word, but a text that has some
    /// of them is not random letters.
    /// </summary>
    public static readonly FrozenSet<string> Domain = (
        "accounting accreditation additional address advice adviser advisers affiliate agency agreement amendment amount "
        + "annual applicant applications apply applying appraisal approval article audit automotive bank banking bankruptcy "
        + "bonds borrow borrower branch budget buyer buyers calculate capital carbon ceiling certificate certificates "
        + "certification certified charter checklist circular clause cluster coaching collateral commune compliance comply "
        + "conditions consultancy consultant consulting contract contracts copyright corporate cost costs council credit "
        + "currently customs deadline deadlines decree decrees deduction deferral definition deposit details development "
        + "difference digital digitalisation digitalization disclosure discount district documents economic electronic "
        + "electronics eligibility eligible employees enterprises environmental equipment equity evidence exempt exempted "
        + "exemption expired explain export exporter exporting factories factory fees finance financial financing firm foreign "
        + "form founded founder free fund funding funds garment goods government grant grants green growth guarantee guarantees "
        + "guidance help household incentive incentives income incubator industrial industry information innovation innovative "
        + "input inspection insurance intellectual interest international inventory invest investment investor invoice invoices "
        + "issue join joint labour lease leasing legal legislation lend lender lending levels licence license limit loans "
        + "machine machinery maintenance management manufacturer manufacturers manufacturing market marketing maximum mean "
        + "meaning medium method micro minimum ministry name near new number obligation office official officials online open "
        + "opening operate order organisation organization origin owned owner owners ownership partner patent patents pay "
        + "payment penalty people period permit personal policies policy portal preferential premises prepare private procedure "
        + "procedures process product production products program programme programmes project projects property provide public "
        + "purchase qualifies qualify quality quarter question questions rate rates receive reduce reduction refund register "
        + "registered registering registration regulation regulations rent rental repeal replaced report request requests "
        + "require required requirement requirements requires resolution revenue rules salary sale sales samples scheme schemes "
        + "science sector sectors securities sell send service services set shareholder shareholders size small sme smes social "
        + "software standard standards start startup startups state status steps still subsidies subsidy supplier suppliers "
        + "supply support supported supporting takes taxes taxpayer technology tell term terms test testing textile threshold "
        + "time trade trademark trademarks training transfer transform transformation treasury two unsecured update use used "
        + "value venture voucher vouchers waived ward website women work worker workers working workshop year yearly years"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);
}
