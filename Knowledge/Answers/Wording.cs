using PolicyAssistantBot.Knowledge.Answers.Citing;
using PolicyAssistantBot.Knowledge.Legal;
using PolicyAssistantBot.Knowledge.Rules;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>How amounts and legal bases are written in each language.</summary>
internal static class Wording
{
    /// <summary><c>1,5 tỷ đồng</c>, <c>VND 1.5 billion</c>; below a million in full.</summary>
    public static string FormatMoney(decimal vnd, Lang lang) => LocalFormat.Money(vnd, lang);

    /// <summary>Kind and number, with the clause where there is one: <c>Nghị định 80/2021/NĐ-CP, Điều 5</c>.</summary>
    public static string FormatBasis(RuleBasis basis, Lang lang)
    {
        var name = LegalRegister.Default.Find(basis.Document) is { } document
            ? document.Name[lang]
            : DocumentNames.Translate(basis.Document, lang);
        return basis.Clause.Length == 0 ? name : $"{name}, {LocalFormat.Clause(basis.Clause, lang)}";
    }
}
