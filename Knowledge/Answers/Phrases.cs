using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace PolicyAssistantBot.Knowledge.Answers;

/// <summary>
/// Messages that are no question of content: commands and small talk. Matched whole and folded, after polite particles are
/// taken off, so that "hủy giúp em ạ" is a command and "hủy hợp đồng thuê đất" is not.
/// </summary>
internal static partial class Phrases
{
    private static readonly FrozenDictionary<string, CommandKind> Commands = Table(
        new Dictionary<CommandKind, string>
        {
            [CommandKind.Help] =
                "help|tro giup|giup|giup do|menu|huong dan|huong dan su dung|ban lam duoc gi|ban giup duoc gi|what can you do|how does this work|lenh",
            [CommandKind.Cancel] = "huy|huy bo|thoi|thoi khong can|dung|dung lai|bo qua|cancel|stop|quit|exit|never mind|nevermind|abort",
            [CommandKind.Request] =
                "gui yeu cau|gui yeu cau ho tro|tao yeu cau|yeu cau ho tro|dang ky ho tro|gap can bo|hoi can bo|noi chuyen voi can bo|noi chuyen voi nguoi|gap nguoi that|lien he can bo|can bo|tu van vien|gui de nghi|send a request|send request|new request|create a request|make a request|submit a request|ask an official|talk to an official|talk to a person|talk to a human|speak to a human|human|contact an official|request",
            [CommandKind.Status] =
                "tra cuu|tra cuu yeu cau|tra cuu ho so|trang thai|trang thai yeu cau|tinh trang|tinh trang yeu cau|tinh trang ho so|xem yeu cau|theo doi yeu cau|status|my request|my requests|check status|request status|check my request|track my request",
            [CommandKind.Vietnamese] =
                "tieng viet|vietnamese|noi tieng viet|chuyen sang tieng viet|doi sang tieng viet|switch to vietnamese|vi|vn",
            [CommandKind.English] =
                "english|tieng anh|noi tieng anh|chuyen sang tieng anh|doi sang tieng anh|switch to english|speak english|en|in english",
            [CommandKind.SupplierReadiness] =
                "kiem tra san sang lam nha cung cap|kiem tra muc san sang lam nha cung cap|kiem tra muc do san sang lam nha cung cap|kiem tra do san sang lam nha cung cap|kiem tra kha nang lam nha cung cap|danh gia san sang lam nha cung cap|danh gia muc san sang lam nha cung cap|danh gia muc do san sang lam nha cung cap|tu danh gia nha cung cap|tu danh gia lam nha cung cap|tu danh gia san sang lam nha cung cap|tu danh gia muc do san sang lam nha cung cap|tu kiem tra san sang lam nha cung cap|bang kiem nha cung cap|bang kiem san sang lam nha cung cap|san sang lam nha cung cap|supplier readiness|supplier readiness check|supplier readiness checklist|supplier self assessment|supplier self check|supplier checklist|check supplier readiness|check my supplier readiness|check my readiness as a supplier",
            [CommandKind.More] =
                "xem them|them|noi them|chi tiet|chi tiet hon|noi ro hon|ro hon|cu the hon|doc them|tiep|xem chi tiet|cho xem them|cho them thong tin|them thong tin|more|tell me more|show more|read more|more details|details|see more|go on|continue",
            [CommandKind.CheckSize] =
                "xac dinh quy mo|kiem tra quy mo|tinh quy mo|xac dinh quy mo doanh nghiep|kiem tra quy mo doanh nghiep|quy mo doanh nghiep cua toi|check my size|check size|size check|what size is my company|find my size",
            [CommandKind.CheckSupport] =
                "tinh muc ho tro|tinh muc ho tro cho doanh nghiep cua toi|tinh ho tro|kiem tra muc ho tro|check my support|work out my support|how much support can i get|calculate my support",
            [CommandKind.CheckTax] =
                "kiem tra mien thue|kiem tra dieu kien mien thue|kiem tra uu dai thue|kiem tra thue|check tax relief|check my tax relief|tax check|check tax exemption",
            [CommandKind.CheckDeadline] =
                "tinh ngay lam viec|tinh thoi han|tinh han|tinh ngay|tinh han tra ket qua|work out a deadline|calculate a deadline|count working days|calculate working days|deadline check",
            [CommandKind.WhatIsKnown] =
                "ban nho gi ve toi|ban co nho toi khong|ban co nho cong ty toi khong|ban co nho cty em khong|ban con nho toi khong|con nho toi khong|ban biet gi ve toi|ban nho gi|ban nho gi ve cong ty toi|thong tin cua toi|what do you know about me|what do you remember|what do you remember about me",
            [CommandKind.DeleteMyData] =
                "xoa du lieu cua toi|xoa du lieu|xoa du lieu ca nhan|xoa thong tin cua toi|delete my data|forget me|erase my data",
        }
    );

    private static readonly FrozenDictionary<string, SmallTalkKind> SmallTalk = Table(
        new Dictionary<SmallTalkKind, string>
        {
            [SmallTalkKind.Greeting] =
                "xin chao|chao|chao ban|chao bot|chao em|chao anh|chao chi|alo|hello|hi|hey|hi there|hello there|good morning|good afternoon|good evening|chao buoi sang|bat dau|start|chao tro ly",
            [SmallTalkKind.Thanks] =
                "cam on|cam on ban|cam on nhieu|cam on em|cam on bot|thanks|thank you|thanks a lot|thank you very much|thank you so much|many thanks|tks|thank|ok cam on|tot qua|hay qua|ok|oke|okay|duoc roi",
            [SmallTalkKind.Goodbye] = "tam biet|bye|goodbye|bye bye|hen gap lai|chao tam biet|see you",
            [SmallTalkKind.Displeased] =
                "bot ngu|ngu qua|do ngu|ngu the|do qua|kem qua|te qua|vo dung|chan qua|tra loi nhu khong|tra loi linh tinh|noi linh tinh|noi nham|chang hieu gi|khong hieu gi ca|may ngu qua|bot ngu qua|bot do qua|bot chan qua|tra loi chan qua|tra loi do qua|stupid bot|you are stupid|you are useless|useless|this is useless|stupid|terrible|that is not helpful|not helpful",
            [SmallTalkKind.Surprised] =
                "ua|ua vay|ua vay ha|vay ha|the a|the ha|that a|that khong|that ha|vay a|a the a|the co|really|oh really|is that so|i see|hieu roi|toi hieu roi|em hieu roi|ra vay|ra the|ra la vay|da vang|vang|da|u|uh|um|a ra vay",
            [SmallTalkKind.WhoAreYou] =
                "ban la ai|ban la gi|em la ai|who are you|what are you|ban ten gi|ten ban la gi|whats your name|what is your name",
        }
    );

    private static readonly string[] Openers =
    [
        "xin chao",
        "chao ban",
        "chao anh chi",
        "chao em",
        "chao",
        "alo",
        "hello",
        "hi",
        "hey",
        "cho hoi",
        "cho toi hoi",
        "cho em hoi",
        "cho minh hoi",
        "xin hoi",
        "please",
        "lam on",
    ];

    private static readonly string[] Closers =
    [
        "a",
        "nhe",
        "nha",
        "voi",
        "di",
        "em a",
        "ban oi",
        "ban a",
        "giup toi",
        "giup em",
        "giup minh",
        "please",
        "thanks",
        "cam on",
    ];

    public static CommandKind? Command(string folded) =>
        Commands.TryGetValue(folded, out var kind) || Commands.TryGetValue(Bare(folded), out kind) ? kind : null;

    public static SmallTalkKind? Talk(string folded) =>
        SmallTalk.TryGetValue(folded, out var kind) || SmallTalk.TryGetValue(Bare(folded), out kind) ? kind
        : IsThanks(folded) ? SmallTalkKind.Thanks
        : NotUnderstood().IsMatch(folded) ? SmallTalkKind.Displeased
        : null;

    // "Không hiểu, nói lại đơn giản hơn đi": asks for nothing that an article tells.
    [GeneratedRegex(
        @"^((em|toi|minh|anh|chi) )?(chua|khong|ko|k|chang|cha) hieu( gi| lam| ro| lam the nao)?( (ca|het|noi|ban noi|em noi|bot noi))*( (noi|giai thich) (lai|ro)( .{0,30})?)?$|^(noi|giai thich) (lai )?(don gian|de hieu|ngan gon|ro) hon( .{0,12})?$|^i (do not|don t|dont) understand( .{0,12})?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex NotUnderstood();

    /// <summary>Thanks in any number of polite words: "được rồi, cảm ơn em nhiều nhé".</summary>
    private static bool IsThanks(string folded) =>
        folded.Length <= LongestThanks
        && (
            folded.Contains("cam on", StringComparison.Ordinal)
            || folded.Contains("thank", StringComparison.Ordinal)
            || folded.Contains("tks", StringComparison.Ordinal)
        )
        && folded.Split(' ').All(ThanksWords.Contains);

    private const int LongestThanks = 80;

    private static readonly FrozenSet<string> ThanksWords =
        "cam on xin em anh chi ban bot ad minh toi nhe nha nhieu rat lam a da vang ok oke okay duoc roi tot qua hay hieu the vay thoi ca nhieu hihi tks thanks thank you very much so a lot for your the help all good great that is got it"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    private static string Bare(string folded)
    {
        foreach (var opener in Openers)
        {
            if (folded.StartsWith(opener + " ", StringComparison.Ordinal))
            {
                folded = folded[(opener.Length + 1)..];
                break;
            }
        }

        foreach (var closer in Closers)
        {
            if (folded.EndsWith(" " + closer, StringComparison.Ordinal))
            {
                folded = folded[..^(closer.Length + 1)];
            }
        }

        return folded;
    }

    private static FrozenDictionary<string, TKind> Table<TKind>(Dictionary<TKind, string> phrasesByKind)
        where TKind : struct, Enum =>
        phrasesByKind
            .SelectMany(entry => entry.Value.Split('|'), (entry, phrase) => (phrase, entry.Key))
            .ToFrozenDictionary(pair => pair.phrase, pair => pair.Key);
}
