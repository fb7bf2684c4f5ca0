namespace PolicyAssistantBot.Tests.Conversations;

/// <summary>The supplier readiness checklist answered by typing, in the format of <see cref="ConversationTables"/>.</summary>
internal static class ReadinessTables
{
    private const string Started = "vi-VN\n> kiểm tra sẵn sàng làm nhà cung cấp\n> công nghệ thông tin\n";

    public static Dictionary<string, string> All { get; } =
        new()
        {
            ["readiness: the whole walk"] = """
                vi-VN
                > Kiểm tra sẵn sàng làm nhà cung cấp
                thông lệ của khách hàng, không phải quy định của pháp luật
                thuộc ngành nào?
                6. Công nghệ thông tin
                > 6
                Câu 1/9: Anh/chị đã có hồ sơ năng lực
                > Có
                Câu 2/9
                > chưa
                Câu 3/9: Xưởng đã áp dụng 5S
                > không biết
                Câu 4/9
                > dạ có ạ
                Câu 5/9
                > 2
                Câu 6/9
                > đã có
                Câu 7/9
                > ko
                Câu 8/9
                > bỏ qua
                ! Đã hủy
                Câu 9/9: Doanh nghiệp đã rà soát nghĩa vụ bảo vệ dữ liệu cá nhân
                > đúng rồi
                Xong 9 câu: đã có 4, còn thiếu 3, chưa rõ 2.
                # readiness
                > hủy
                không có việc gì đang dở
                """,
            ["readiness: the whole walk in English"] = """
                en-US
                > supplier readiness check
                practice of buyers, not a rule of law
                In which sector
                > aerospace
                Question 1/11: Do you have a capability profile
                > yes
                Question 2/11
                > no
                > not sure
                > Yes
                > No
                > Not sure
                > y
                > n
                > I don't know
                Question 10/11
                > not yet
                Question 11/11
                > yes
                All 11 questions answered: 4 in place, 4 missing, 3 not sure.
                # readiness
                """,
            ["readiness: begins without diacritics"] = "vi-VN\n> tu danh gia nha cung cap\nthuộc ngành nào?",
            ["readiness: begins with polite words around it"] =
                "vi-VN\n> cho em hỏi kiểm tra sẵn sàng làm nhà cung cấp với ạ\nthuộc ngành nào?",
            ["readiness: the language follows the speaker"] =
                "vi-VN\n> check my supplier readiness\nIn which sector\n> thực phẩm\nQuestion 1/",
            ["readiness: a question about suppliers is a question"] = "vi-VN\n> Tự đánh giá nhà cung cấp như thế nào?\n! thuộc ngành nào?",
            ["readiness: cancel"] = Started + "> hủy\nĐã hủy\n> hủy\nkhông có việc gì đang dở",
            ["readiness: cancel in English"] = "en-US\n> supplier readiness check\n> cancel\nCancelled",
            ["readiness: a question in the middle is answered and the walk goes on"] =
                Started
                + "> có\n> Mua phần mềm kho có được hỗ trợ không?\nDoanh nghiệp nhỏ được hỗ trợ một nửa\nQuay lại phần kiểm "
                + "tra\nCâu 2/9\n> có\nCâu 3/9",
            ["readiness: help in the middle"] = Started + "> trợ giúp\nxóa dữ liệu\nCâu 1/9",
            ["readiness: asked for again in the middle goes on"] = Started + "> có\n> kiểm tra sẵn sàng làm nhà cung cấp\nCâu 2/9",
            ["readiness: status in the middle"] = Started + "> tra cứu\nsố yêu cầu\nCâu 1/9",
            ["readiness: language switch in the middle"] =
                Started
                + "> English\nBack to the readiness check\nQuestion 1/9: Do you have\n> maybe some day\ncould not read\nQuestion 1/9\n> "
                + "chưa rõ\nQuestion 2/9",
            ["readiness: a request takes its place"] =
                Started
                + "> gửi yêu cầu\nTên doanh nghiệp\n# form\n> kiểm tra sẵn sàng làm nhà cung cấp\nđang điền một yêu cầu\nTên doanh nghiệp",
            ["readiness: an unreadable reply is asked again, then noted as not sure"] =
                Started
                + "> xyzzy\nchưa đọc được câu trả lời\nCâu 1/9\n> có nhưng đã hết hạn từ năm ngoái\nchưa đọc được\n> có "
                + "chưa\ntạm ghi câu này là **Chưa rõ**\nCâu 2/9",
            ["readiness: an unknown sector is asked for a bounded number of times"] =
                "vi-VN\n> kiểm tra sẵn sàng làm nhà cung cấp\n> nuôi cá voi\nchưa nhận ra ngành này\n7. Hàng không\n> 8\nchưa "
                + "nhận ra\n> hmm\nnên dừng ở đây\n> hủy\nkhông có việc gì đang dở",
            ["readiness: in the help"] = "vi-VN\n> trợ giúp\nkiểm tra sẵn sàng làm nhà cung cấp",
        };
}
