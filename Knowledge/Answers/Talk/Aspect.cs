using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Answers.Talk;

/// <summary>The aspect of a matter that is asked about: its documents, its steps, how long it takes …</summary>
internal enum Aspect
{
    Papers,
    Steps,
    Place,
    Time,
    Fee,
    Who,
    Amount,
    Exclusions,
    Basis,
    Example,
    Mistakes,
}

internal static partial class Aspects
{
    /// <summary>The aspect that folded words ask for; null when they ask for none.</summary>
    public static Aspect? Find(string folded) =>
        AspectRegex().Match(folded) is { Success: true } match
            ? Enum.GetValues<Aspect>().First(aspect => match.Groups[aspect.ToString()].Success)
            : null;

    /// <summary>Removes the words that ask for an aspect.</summary>
    public static string RemoveFrom(string folded) => AspectRegex().Replace(folded, " ");

    /// <summary>The ids of the sections about an aspect, the best first.</summary>
    public static IReadOnlyList<string> GetSections(Aspect aspect) =>
        aspect switch
        {
            Aspect.Papers => ["papers", "prepare"],
            Aspect.Steps => ["how", "prepare"],
            Aspect.Place => [AnswerSections.Filing],
            Aspect.Time => ["time"],
            Aspect.Who => ["who"],
            Aspect.Amount => ["amount"],
            Aspect.Exclusions => ["exclusions"],
            Aspect.Example => ["example"],
            Aspect.Mistakes => ["mistakes"],
            Aspect.Basis => [AnswerSections.Short],
            _ => [],
        };

    /// <summary>The words to search for an aspect.</summary>
    public static LocalizedText GetSearchText(Aspect aspect) =>
        aspect switch
        {
            Aspect.Papers => new("hồ sơ gồm giấy tờ gì", "which papers and documents"),
            Aspect.Steps => new("thủ tục, trình tự, cách làm thế nào", "procedure, steps, how to apply"),
            Aspect.Place => new("nộp hồ sơ ở đâu, liên hệ ai", "where to apply, whom to contact"),
            Aspect.Time => new("bao lâu có kết quả, thời hạn mấy ngày làm việc", "how long it takes, time limit in working days"),
            Aspect.Fee => new("có mất phí không, lệ phí bao nhiêu", "is there a fee, how much does it cost"),
            Aspect.Who => new("đối tượng nào, điều kiện gì", "who qualifies, which conditions"),
            Aspect.Amount => new("mức bao nhiêu, tối đa bao nhiêu", "how much, the maximum amount"),
            Aspect.Exclusions => new("trường hợp nào không áp dụng", "when it does not apply"),
            Aspect.Basis => new("căn cứ văn bản nào", "which legal basis"),
            Aspect.Example => new("ví dụ", "example"),
            _ => new("điều hay nhầm", "common mistakes"),
        };

    [GeneratedRegex(
        @"\b((?<Papers>ho so|giay to|can giay gi|chuan bi( nhung)? gi|bieu mau|papers?|documents?|paperwork|forms?)"
            + @"|(?<Time>bao lau|may ngay|may thang|thoi gian|thoi han|khi nao|bao gio|luc nao|mat bao nhieu (ngay|thoi "
            + @"gian)|how long|when|deadlines?|how many days)"
            + @"|(?<Fee>(co )?(mat|ton|thu) (phi|tien|le phi)|le phi|phi|chi phi|mat bao nhieu tien|ton bao nhieu|fees?"
            + @"|costs?|free|charges?)"
            + @"|(?<Place>(nop |xin |dang ky |gui |lam |hoi |lien he )?(o |tai )?(dau|cho nao|noi nao)|dia chi|lien he"
            + @"|where|address|contact)"
            + @"|(?<Steps>thu tuc|quy trinh|trinh tu|cach lam|cach thuc|lam the nao|lam sao|cac buoc|buoc nao|dang ky "
            + @"(the nao|nhu the nao|ra sao|sao)|nop (the nao|ra sao|sao)|how to|how do (i|we) (apply|do|start|register"
            + @"|proceed)( for)?|how can (i|we) apply( for)?|procedures?|steps|apply|process)"
            + @"|(?<Who>doi tuong( nao)?|ai (duoc|moi|co)( the)?( huong| xin| vay)?|danh cho ai|cho ai|dieu kien|tieu chi"
            + @"|yeu cau|who( is| are| can)?|eligib(le|ility)|conditions?|requirements?|criteria)"
            + @"|(?<Amount>(duoc )?(ho tro )?(bao nhieu|may phan tram|may trieu)( tien)?|muc( ho tro| vay)?|toi da( bao "
            + @"nhieu)?|lai suat|how much|amounts?|maximum|limit|ceiling)"
            + @"|(?<Exclusions>khong ap dung|ngoai le|truong hop nao khong|bi loai|exceptions?|exclusions?|excluded)"
            + @"|(?<Basis>(can cu|theo|o) (dieu|khoan|van ban|luat|nghi dinh|quy dinh) (nao|may|gi)|dieu (khoan )?nao|can cu( phap ly)?"
            + @"|van ban (so )?(may|nao)|so hieu( van ban)?|luat (nao|so may)|nghi dinh (nao|so may)|dieu may|theo dau|legal "
            + @"basis|which (law|decree|article|document)|source)"
            + @"|(?<Example>vi du|example)"
            + @"|(?<Mistakes>luu y( gi)?|hay sai|hay nham|can tranh|mistakes?|pitfalls?))\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AspectRegex();
}
