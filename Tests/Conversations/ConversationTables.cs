namespace PolicyAssistantBot.Tests.Conversations;

/// <summary>Messages and expected replies, with the articles and rules of <c>TestArticles</c>.</summary>
internal static class ConversationTables
{
    private const string ToContent = """
        > Gửi yêu cầu
        > Công ty TNHH An Phát
        > 0100109106
        > Phường Nghĩa Đô
        > Xây dựng
        > khoảng 45 người
        > 2 tỷ
        > 500tr
        > 2
        """;

    private const string ToSummary =
        ToContent
        + """

            > Chúng tôi muốn hỏi về điều kiện vay vốn mua máy móc.
            > Nguyễn Văn A
            > 0912 345 678
            > bỏ qua
            > đồng ý
            gọi điện hoặc gửi email
            > đồng ý
            """;

    public static Dictionary<string, string> All { get; } =
        new()
        {
            ["asks in Vietnamese"] = "vi-VN\n> Mua phần mềm kho có được hỗ trợ không?\nDoanh nghiệp nhỏ được hỗ trợ một nửa\n# answer",
            ["asks without diacritics"] = "vi-VN\n> mua phan mem kho co duoc ho tro khong\nDoanh nghiệp nhỏ được hỗ trợ một nửa\n# answer",
            ["asks in English on a Vietnamese screen"] =
                "vi-VN\n> Is there support for buying warehouse software?\nA small company can get half the price\n# answer",
            ["the language follows the speaker"] = "vi-VN\n> Is there support for buying warehouse software?\n> xyzzy plugh\n! Anh/chị",
            ["switches to English"] = "vi-VN\n> English\nI will answer in English\n> help\nask** in your own words",
            ["switches to Vietnamese"] =
                "en-US\n> English\n> tiếng Việt\nTôi sẽ trả lời bằng tiếng Việt\n> trợ giúp\nhỏi** bằng câu thường",
            ["help"] = "vi-VN\n> trợ giúp\ngửi yêu cầu\nHN-2026-000123-7",
            ["help in English"] = "en-US\n> English\n> help\nsend a request\ncase number",
            ["readings are numbered and taken by number"] =
                "vi-VN\n> nên mua phần mềm kho hay thuê gian hàng hội chợ\n1. \n2. \n> 1\n# answer",
            ["a bare number asks nothing"] = "vi-VN\n> 1\nvui lòng gõ câu hỏi",
            ["greets back"] = "vi-VN\n> xin chào\nTôi là trợ lý tự động",
            ["thanks"] = "en-US\n> English\n> thank you\nYou are welcome",
            ["nothing to cancel"] = "vi-VN\n> hủy\nkhông có việc gì đang dở",
            ["right is not stop"] = "vi-VN\n> Gửi yêu cầu\n> đúng\n! Đã hủy",
            ["delete my data"] = "en-US\n> delete my data\nI will erase everything\n> yes\nYour data has been erased",
            ["unknown question offers a request"] = "vi-VN\n> Quy trình nuôi cá voi trong bể bơi là gì?\ngửi yêu cầu",
            ["begins a request"] = "vi-VN\n> Gửi yêu cầu\nAnh/chị điền biểu mẫu\ntrả lời từng câu\nTên doanh nghiệp\n# form",
            ["begins a request in English"] = "en-US\n> send a request\nPlease fill in the form\nname of your enterprise\n# form",
            ["whole request, typed"] =
                "vi-VN\n"
                + ToSummary
                + "\nGửi yêu cầu này cho cán bộ?\n# summary\n> gửi\nSố yêu cầu của anh/chị là **HN-2026-\n# case\n> tra cứu\nCác "
                + "yêu cầu anh/chị đã gửi\n# case",
            ["whole request in English"] =
                """
                    en-US
                    > ask an official
                    > Sunrise Trading Co
                    tax code
                    > 0100109106
                    ward or commune
                    > cau giay
                    > 4
                    insured
                    """.Replace("insured", "social insurance", StringComparison.Ordinal)
                + """

                    > 12
                    > 1.5 billion
                    > skip
                    kind of request
                    > Financing
                    > Which papers does the bank want for a loan?
                    contact person
                    > Ann
                    > skip
                    > ann@example.com
                    I agree
                    > yes
                    calls or e-mails me
                    > yes
                    Send this request
                    # summary
                    > send
                    Its case number is
                    """,
            ["wrong check digit says which digit"] =
                "vi-VN\n> Gửi yêu cầu\n> Công ty A\n> 0100109107\nSố thứ 10\nphải là 6, không phải 7\n> 0100109106\nphường, xã nào",
            ["wrong check digit in English"] = "en-US\n> send a request\n> Company A\n> 0100109107\n10th digit\nmust be 6, not 7",
            ["wrong length of the tax code"] = "vi-VN\n> Gửi yêu cầu\n> Công ty A\n> 12345\nanh/chị đã nhập 5 số",
            ["a tax code that is hardly issued is only warned about"] =
                "vi-VN\n> Gửi yêu cầu\n> Công ty A\n> 0000000000\nthường không được cấp\nphường, xã nào",
            ["household business with a personal id"] = "vi-VN\n> Gửi yêu cầu\n> Hộ kinh doanh Hoa\n> 001099012345\nphường, xã nào",
            ["unknown ward gets the nearest three"] =
                "vi-VN\n> Gửi yêu cầu\n> Công ty A\n> 0100109106\n> Xzqwkv\nkhông tìm thấy\nGần giống nhất\n3.\n> 1\nLĩnh vực "
                + "hoạt động chính",
            ["ambiguous ward is chosen by number"] =
                "vi-VN\n> Gửi yêu cầu\n> Công ty A\n> 0100109106\n> quận Hà Đông\nkhông còn cấp quận\n1.\n2.\n> 2\nLĩnh vực "
                + "hoạt động chính",
            ["ward without diacritics and with a typing error"] =
                "vi-VN\n> Gửi yêu cầu\n> Công ty A\n> 0100109106\n> phuong nghia doo\nHiểu là Phường Nghĩa Đô\nLĩnh vực hoạt động chính",
            ["wards are asked for a bounded number of times"] =
                "vi-VN\n> Gửi yêu cầu\n> Công ty A\n> 0100109106\n> Xzqwkv\n> Xzqwkvv\n> Xzqwkvvv\nsau vài lần thử\n# form",
            ["answers are asked for a bounded number of times"] =
                "vi-VN\n> Gửi yêu cầu\n> Công ty A\n> abc\n> def\n> ghi\nsau vài lần thử\n# form\n> 0100109106\nphường, xã nào",
            ["amounts that could mean two things are asked again"] =
                "vi-VN\n> Gửi yêu cầu\n> Công ty A\n> 0100109106\n> Nghĩa Đô\n> xây dựng\n> bỏ qua\n> 2\nchưa đọc được số "
                + "tiền\n> 2 tỷ\nnguồn vốn",
            ["skipping what is needed"] = "vi-VN\n> Gửi yêu cầu\n> bỏ qua\n! Đã hủy\nMục này cần có",
            ["an optional field is skipped, not cancelled"] =
                "vi-VN\n> Gửi yêu cầu\n> Công ty A\n> 0100109106\n> Nghĩa Đô\n> xây dựng\n> bỏ qua\n! Đã hủy\nDoanh thu năm trước",
            ["a question in the middle is answered and the form goes on"] =
                "vi-VN\n> Gửi yêu cầu\n> Công ty A\n> Mua phần mềm kho có được hỗ trợ không?\nDoanh nghiệp nhỏ được hỗ trợ một "
                + "nửa\nQuay lại yêu cầu\nMã số thuế\n> 0100109106\nphường, xã nào",
            ["a question as the content is the content"] =
                "vi-VN\n"
                + ToContent
                + "\nmô tả nội dung\n> Doanh nghiệp tôi mua phần mềm kho thì được hỗ trợ bao nhiêu?\nngười liên hệ\n! một nửa chi phí",
            ["content too short"] = "vi-VN\n" + ToContent + "\n> ngắn\nít nhất 20 ký tự",
            ["help in the middle"] = "vi-VN\n> Gửi yêu cầu\n> Công ty A\n> trợ giúp\nxóa dữ liệu\nMã số thuế",
            ["language switch in the middle"] =
                "vi-VN\n> Gửi yêu cầu\n> Công ty A\n> English\nI will answer in English\nBack to your request\ntax code\n> "
                + "0100109107\n10th digit",
            ["cancel in the middle"] =
                "vi-VN\n> Gửi yêu cầu\n> Công ty A\n> hủy\nBỏ phiếu đang điền dở?\n> hủy\nĐã hủy\n> hủy\nkhông có việc gì",
            ["no consent, nothing sent"] =
                "vi-VN\n" + ToSummary.Split("> đồng ý")[0] + "> không đồng ý\nChưa có sự đồng ý\n> hủy\nBỏ phiếu",
            ["contact is voluntary: without it neither number nor address is kept"] =
                "vi-VN\n"
                + ToSummary.Split("gọi điện hoặc")[0]
                + "không bắt buộc\n> không đồng ý\n# summary\n> sửa số điện thoại\nHiện đang là: (chưa có)",
            ["without telephone number and address only one consent is asked for"] =
                "vi-VN\n"
                + ToContent
                + "\n> Chúng tôi muốn hỏi về điều kiện vay vốn.\n> Nguyễn Văn A\n> bỏ qua\nemail\n> bỏ qua\nlưu và sử dụng họ tên\n"
                + "> đồng ý\n# summary\n> gửi\nHN-2026-",
            ["wrong phone"] =
                "vi-VN\n"
                + ToContent
                + "\n> Chúng tôi muốn hỏi về điều kiện vay vốn.\n> Nguyễn Văn A\n> 0112345678\nSố điện thoại chưa đúng",
            ["edit a field from the summary"] =
                "vi-VN\n" + ToSummary + "\n> sửa số điện thoại\nHiện đang là: 0912 345 678\n> 0987654321\n# summary\n> gửi\nHN-2026-",
            ["edit, naming the field later"] =
                "vi-VN\n"
                + ToSummary
                + "\n> sửa\nmuốn sửa mục nào\n> 1\nHiện đang là: Công ty TNHH An Phát\n> Công ty TNHH Bình Minh\n# summary",
            ["cancel at the summary"] = "vi-VN\n" + ToSummary + "\n> hủy\n! Đã hủy\nBỏ phiếu đang điền dở?\n> có\nĐã hủy",
            ["a stop word at the summary does not send"] = "vi-VN\n" + ToSummary + "\n> dừng\n! HN-2026-",
            ["a plain yes sends"] = "vi-VN\n" + ToSummary + "\n> đúng\nHN-2026-",
            ["ok sends"] = "vi-VN\n" + ToSummary + "\n> ok ạ\nHN-2026-",
            ["yes without marks sends"] = "vi-VN\n" + ToSummary + "\n> dong y\nHN-2026-",
            ["yes in English sends"] = "vi-VN\n" + ToSummary + "\n> YES\nHN-2026-",
            ["a plain no does not send"] = "vi-VN\n" + ToSummary + "\n> không\n! Đã hủy\nBỏ phiếu đang điền dở?\n> không\n# summary",
            ["a word that may mean right or stop is asked again"] =
                "vi-VN\n" + ToSummary + "\n> dung\n! HN-2026-\n! Đã hủy\nChưa có gì được gửi\n> đúng rồi\nHN-2026-",
            ["Dung is also a name"] =
                "vi-VN\n" + ToContent + "\n> Chúng tôi muốn hỏi về điều kiện vay vốn.\n> Dung\n! Đã hủy\nSố điện thoại",
            ["question at the summary"] =
                "vi-VN\n" + ToSummary + "\n> Mua phần mềm kho có được hỗ trợ không?\nmột nửa\nQuay lại yêu cầu\n# summary\n> gửi\nHN-2026-",
            ["a case number with a wrong check digit"] = "vi-VN\n> HN-2026-999999-0\nSố yêu cầu chưa đúng",
            ["a case number in a sentence"] = "vi-VN\n> yêu cầu HN-2026-999999-5 của tôi đến đâu rồi\nkhông tìm thấy",
            ["facts said before are not asked again"] =
                "vi-VN\n> Công ty TNHH Sao Mai, mst 0100109106, ở phường Nghĩa Đô, mua phần mềm kho có được hỗ trợ không?\n> "
                + "gửi yêu cầu\nLĩnh vực hoạt động chính",
        };
}
