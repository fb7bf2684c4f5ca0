using System.Text.RegularExpressions;
using PolicyAssistantBot.Knowledge.Language;

namespace PolicyAssistantBot.Knowledge.Answers.Checking;

/// <summary>
/// Recognises sentences that address a language model rather than a reader: that tell it to ignore its rules, to play a role or to say
/// something. No article contains any; one that was smuggled in supports nothing and is not sent to a model.
/// </summary>
public static partial class PromptInjection
{
    public static bool IsContainedIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return InstructionRegex().IsMatch(VietnameseText.Fold(VisibleText.Clean(text)));
    }

    [GeneratedRegex(
        @"\b(?:ignore|disregard|forget|override|bypass|drop)\b.{0,40}\b(?:instruction|rule|prompt|guideline|previous"
            + @"|above|polic(?:y|ies)|restriction|context)|\b(?:system|developer|hidden|initial) (?:prompt|message"
            + @"|instruction)"
            + @"|\b(?:you are now|act as|pretend|role ?play|jailbreak|do anything now|dan mode|developer mode|from now on"
            + @"|new instructions?|as an ai|language model|chatbot|assistant (?:must|should|shall|will|has to))\b"
            + @"|\b(?:note|message|instruction|attention|order)s? (?:to|for) (?:the |any |all )?(?:ai|assistant|model|bot"
            + @"|machine|llm|reader system)s?\b|\b(?:say|repeat|print|output|reveal|append|include|reply|respond|answer"
            + @"|write)\b.{0,30}\b(?:exactly|verbatim|the following|only with|word for word|instead)\b"
            + @"|\b(?:bo qua|quen|phot lo|huy bo|khong can tuan theo|dung tuan theo)\b.{0,40}\b(?:huong dan|chi dan|quy tac"
            + @"|lenh|yeu cau (?:truoc|o tren)|cau lenh|noi dung (?:truoc|tren))"
            + @"|\b(?:lenh he thong|cau lenh he thong|thong diep he thong|loi nhac he thong|chi dan he thong"
            + @"|che do (?:nha phat trien|khong gioi han))\b"
            + @"|\b(?:tu bay gio|ke tu bay gio)\b.{0,30}\b(?:ban|tro ly|hay)\b|\b(?:dong vai|gia vo|hay nhap vai)\b"
            + @"|\b(?:ban la|tro ly la) (?:mot )?(?:ai|mo hinh|chatbot|tro ly khong)"
            + @"|\b(?:gui|danh cho|luu y cho|thong bao cho|nhan) (?:cac )?(?:tro ly|mo hinh|chatbot|may)\b"
            + @"|\b(?:tro ly(?: ai)?|mo hinh(?: ai| ngon ngu)?|chatbot) (?:phai|hay|se phai|bat buoc)\b"
            + @"|\bhay (?:tra loi|noi|in ra|viet|lap lai|chen|them vao|tiet lo|xuat)\b.{0,40}\b(?:rang|nguyen van|dung"
            + @"|chinh xac|sau day|cau sau|thay vi|vao cuoi)\b"
            + @"|<\|?(?:im_start|im_end|system|assistant|endoftext)|\[/?(?:inst|system)\]|###? ?(?:system|instruction"
            + @"|assistant)|\bend of (?:passages?|data|context|documents?)\b|\bhet (?:du lieu|tai lieu|doan trich)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline
    )]
    private static partial Regex InstructionRegex();
}
