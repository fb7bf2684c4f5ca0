using System.Collections.Frozen;

namespace PolicyAssistantBot.Knowledge.Language;

/// <summary>The shape of a Vietnamese syllable: an onset, a nucleus and a coda that the language allows.</summary>
internal static class VietnameseSyllables
{
    /// <summary>Frequent syllables as typed without marks that are not English words.</summary>
    public static readonly FrozenSet<string> CommonUnmarked = Set(
        "toi cua duoc nhung nguoi khong cho nay mot cac nhu vay von thue nghiep dang giay phep muon bao nhieu lam the nao "
            + "gi nao khi thi voi trong ngoai sau truoc ve cong ty doanh ho tro quy dinh luat nghi dinh dieu kien thu tuc hoac "
            + "ai dau bi phai nen can co la va ban minh em anh chi oi nhe duoc chua roi neu vi sao tai viec moi dung lai dong "
            + "xin hoi biet nhan noi nam thang ngay tien hang hoa kinh doanh ho so nop dau tu lao khach mua sieu vua nho "
            + "ko dc dk ntn cty dn hd sx kd gtgt tndn tncn mst dnnvv htx tnhh"
    );

    private static readonly FrozenSet<string> Onsets = Set("b c ch d g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x");

    private static readonly FrozenSet<string> Rhymes = Set(
        "a ac ach ai am an ang anh ao ap at au ay e ec em en eng eo ep et eu i ia ich iec iem ien ieng iep iet ieu im in inh ip it iu "
            + "o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi om on ong ooc oong op ot u ua uan uang uat uay uc ue uech uenh "
            + "ui uia um un ung uo uoc uoi uom uon uong uop uot uou up ut uu uy uya uych uyen uyet uynh uyt uyu y yem yen yet yeu eng uanh uach uai ue uac"
    );

    /// <summary>Whether the marks could have been left out of a Vietnamese syllable to leave this word.</summary>
    public static bool CouldBe(string folded)
    {
        for (var onset = 0; onset <= Math.Min(3, folded.Length - 1); onset++)
        {
            if ((onset == 0 || Onsets.Contains(folded[..onset])) && Rhymes.Contains(folded[onset..]))
            {
                return true;
            }
        }

        return false;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
