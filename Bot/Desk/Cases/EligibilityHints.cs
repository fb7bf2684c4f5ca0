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
    public static IReadOnlyList<EligibilityHint> Of(RequestDraft facts, DateOnly day)
    {
        var result = SizeField.Classify(facts);
        var clause = ClauseOf(result.Basis);
        return result.SizeClass is not { } size
            ?
            [
                new EligibilityHint(
                    result is SmeSizeResult.Unclear ? Unclear
                        : result is SmeSizeResult.LawAndDecreeDiffer ? Differ
                        : NotSme,
                    clause
                ),
            ]
            :
            [
                new EligibilityHint(IsSme(size), clause),
                .. GuideSchemes.All.SelectMany(scheme => Ceiling(scheme.Key, scheme.Value, size, day)),
            ];
    }

    private static readonly LocalizedText Unclear = new(
        "Chưa đủ số liệu để xác định quy mô; có thể hỏi thêm lao động, doanh thu hoặc nguồn vốn.",
        "Not enough figures to determine the size; ask for employees, revenue or capital."
    );

    private static readonly LocalizedText NotSme = new(
        "Theo số liệu khai, không thuộc doanh nghiệp nhỏ và vừa.",
        "According to the declared figures it is not a small or medium enterprise."
    );

    private static readonly LocalizedText Differ = new(
        "Trong khung của luật nhưng vượt ngưỡng của nghị định: cần xem xét riêng.",
        "Within the limits of the law but above those of the decree: needs a separate assessment."
    );

    private static LocalizedText IsSme(SmeClass size)
    {
        var name = DeskTexts.Of(
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

    private static IEnumerable<EligibilityHint> Ceiling(string scheme, LocalizedText name, SmeClass size, DateOnly day)
    {
        if (
            SupportAmounts.Calculate(scheme, size, isPriority: false, contractValue: null, day) is SupportResult.Ceiling
            {
                Amount: var amount,
                NeedsConfirmation: var confirm
            }
        )
        {
            var (vi, en) = (LocalFormat.Number(amount.SharePercent, Lang.Vi), LocalFormat.Number(amount.SharePercent, Lang.En));
            yield return new EligibilityHint(
                new LocalizedText(
                    $"Mức trần hỗ trợ “{name.Vi}”: {vi} % giá trị hợp đồng, không quá "
                        + $"{DeskFormat.Amount(amount.Cap, Lang.Vi)}{(confirm ? "; cần đối chiếu lại trước khi dùng" : "")}.",
                    $"Ceiling for “{name.En}”: {en} % of the contract, at most "
                        + $"{DeskFormat.Amount(amount.Cap, Lang.En)}{(confirm ? "; confirm before relying on it" : "")}."
                ),
                ClauseOf(amount.Basis)
            );
        }
    }

    private static string ClauseOf(RuleBasis basis) => $"{basis.Document} {basis.Clause}".Trim();
}
