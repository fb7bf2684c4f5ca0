using PolicyAssistantBot.Desk.Texts;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Knowledge.Answers.Guides;
using PolicyAssistantBot.Knowledge.Rules;
using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Fields;

namespace PolicyAssistantBot.Desk.Cases;

/// <summary>A consequence of the declared figures by a rule, with its clause. Never a decision.</summary>
public sealed record EligibilityHint(LocalizedText Text, string Clause);

internal static class EligibilityHints
{
    public static IReadOnlyList<EligibilityHint> Compute(RequestDraft facts, DateOnly day)
    {
        var result = SizeField.Classify(facts);
        var clause = FormatClause(result.Basis);
        return result.SizeClass is not { } size
            ?
            [
                new EligibilityHint(
                    result is SmeSizeResult.Unclear ? SizeUnclear
                        : result is SmeSizeResult.LawAndDecreeDiffer ? LawAndDecreeDiffer
                        : NotSme,
                    clause
                ),
            ]
            :
            [
                new EligibilityHint(DescribeSize(size), clause),
                .. GuideSchemes.All.SelectMany(scheme => ListCeilings(scheme.Key, scheme.Value, size, day)),
            ];
    }

    private static readonly LocalizedText SizeUnclear = new(
        "Chưa đủ số liệu để xác định quy mô; có thể hỏi thêm lao động, doanh thu hoặc nguồn vốn.",
        "Not enough figures to determine the size; ask for employees, revenue or capital."
    );

    private static readonly LocalizedText NotSme = new(
        "Theo số liệu khai, không thuộc doanh nghiệp nhỏ và vừa.",
        "According to the declared figures it is not a small or medium enterprise."
    );

    private static readonly LocalizedText LawAndDecreeDiffer = new(
        "Trong khung của luật nhưng vượt ngưỡng của nghị định: cần xem xét riêng.",
        "Within the limits of the law but above those of the decree: needs a separate assessment."
    );

    private static LocalizedText DescribeSize(SmeClass size)
    {
        var name = DeskTexts.LabelOf(
            size switch
            {
                SmeClass.Micro => EnterpriseSize.Micro,
                SmeClass.Small => EnterpriseSize.Small,
                _ => EnterpriseSize.Medium,
            }
        );
        return new(
            $"Theo số liệu khai, là doanh nghiệp quy mô “{name.Vi}”.",
            $"According to the declared figures its size is “{name.En}”."
        );
    }

    private static IEnumerable<EligibilityHint> ListCeilings(string scheme, LocalizedText name, SmeClass size, DateOnly day)
    {
        if (
            SupportAmounts.Calculate(scheme, size, isPriority: false, contractValue: null, day) is SupportResult.Ceiling
            {
                Amount: var amount,
                NeedsConfirmation: var confirm
            }
        )
        {
            var (shareVi, shareEn) = (LocalFormat.Number(amount.SharePercent, Lang.Vi), LocalFormat.Number(amount.SharePercent, Lang.En));
            yield return new EligibilityHint(
                new LocalizedText(
                    $"Mức trần hỗ trợ “{name.Vi}”: {shareVi} % giá trị hợp đồng, không quá "
                        + $"{DeskFormat.FormatAmount(amount.Cap, Lang.Vi)}{(confirm ? "; cần đối chiếu lại trước khi dùng" : "")}.",
                    $"Ceiling for “{name.En}”: {shareEn} % of the contract, at most "
                        + $"{DeskFormat.FormatAmount(amount.Cap, Lang.En)}{(confirm ? "; confirm before relying on it" : "")}."
                ),
                FormatClause(amount.Basis)
            );
        }
    }

    private static string FormatClause(RuleBasis basis) => $"{basis.Document} {basis.Clause}".Trim();
}
