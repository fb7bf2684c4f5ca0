using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Requests.Rules;

namespace PolicyAssistantBot.Texts;

internal sealed partial record RequestTexts
{
    public static RequestTexts Vi { get; } =
        new()
        {
            Title = "Gửi yêu cầu cho cán bộ Sở Tài chính",
            Intro =
                "Anh/chị điền biểu mẫu dưới đây. Mục có dấu * là bắt buộc. Có thể gửi kèm tệp (PDF, Word, Excel, hình ảnh) ngay trong cuộc trò chuyện này khi biểu mẫu đang mở. Gõ **hủy** để dừng bất cứ lúc nào.",
            OrStepByStep = "Nếu muốn trả lời từng câu thay vì điền biểu mẫu: {0}",
            BackToForm = "Quay lại yêu cầu đang điền:",
            Optional = "không bắt buộc",
            Continue = "Tiếp tục",
            Cancel = "Hủy",
            Skip = "Bỏ qua",
            ProblemsAbove = "Có mục cần sửa; những gì anh/chị đã điền vẫn được giữ nguyên.",
            SummaryTitle = "Anh/chị xem lại trước khi gửi",
            SummaryAsk = "Gửi yêu cầu này cho cán bộ? Trả lời **gửi**, **sửa** hoặc **hủy**.",
            Send = "Gửi",
            Edit = "Sửa",
            AskWhichField = "Anh/chị muốn sửa mục nào?",
            NotGiven = "(chưa có)",
            Current = "Hiện đang là: {0}",
            GaveUp =
                "Tôi chưa đọc được câu trả lời sau vài lần thử. Anh/chị điền mục này trong biểu mẫu giúp; những gì đã điền vẫn được giữ.",
            Consent =
                "Tôi đồng ý để Sở Tài chính Hà Nội lưu và sử dụng họ tên, điện thoại, email và nội dung trên chỉ để xem xét, trả lời yêu cầu này, và chuyển đến cơ quan có thẩm quyền khi cần. Tôi có thể rút lại đồng ý bất cứ lúc nào. Tôi chịu trách nhiệm về thông tin đã khai.",
            ConsentNeeded = "Chưa có sự đồng ý của anh/chị thì tôi không thể gửi yêu cầu. Anh/chị có thể đồng ý, hoặc gõ **hủy**.",
            CannotSkip = "Mục này cần có để cán bộ xử lý được. Anh/chị điền giúp, hoặc gõ **hủy** để dừng.",
            Missing = "Mục này còn trống.",
            TooShort = "Nội dung ngắn quá; cần ít nhất {0} ký tự.",
            TooLong = "Nội dung dài quá; tối đa {0} ký tự.",
            NoContact = "Cần ít nhất số điện thoại hoặc email để cán bộ liên hệ.",
            AmountUnreadable = "Tôi chưa đọc được số tiền. Anh/chị ghi một số kèm đơn vị, như “2 tỷ”, “500 triệu” hay “1,5 tỷ”.",
            CountUnreadable = "Tôi chưa đọc được số người. Anh/chị ghi một số nguyên, như “45”.",
            ChoiceUnreadable = "Anh/chị chọn một trong các mục được liệt kê giúp.",
            WardUnknown = "Tôi không tìm thấy phường, xã “{0}” trong 126 phường, xã của Hà Nội. Gần giống nhất: {1}.",
            WardUnreadable = "Anh/chị cho biết tên phường hoặc xã hiện nay của Hà Nội, như “Phường Cầu Giấy”.",
            SizeLabel = "Quy mô (theo thông tin tự khai)",
            SizeBy = "{0} ({1}, {2})",
            SizeUnclear = "chưa đủ thông tin để xác định",
            SizeDisputed = "cán bộ sẽ xác định: theo {0} thì vượt ngưỡng, theo {1} thì trong ngưỡng",
            Vnd = "{0} đồng",
            People = "{0} người",
            Labels = new Dictionary<RequestField, string>
            {
                [RequestField.EnterpriseName] = "Tên doanh nghiệp",
                [RequestField.TaxCode] = "Mã số thuế",
                [RequestField.Ward] = "Phường, xã",
                [RequestField.Sector] = "Lĩnh vực hoạt động chính",
                [RequestField.InsuredEmployees] = "Lao động đóng bảo hiểm xã hội (bình quân năm)",
                [RequestField.Revenue] = "Doanh thu năm trước (đồng)",
                [RequestField.Capital] = "Tổng nguồn vốn năm trước (đồng)",
                [RequestField.Kind] = "Loại yêu cầu",
                [RequestField.Content] = "Nội dung",
                [RequestField.ContactName] = "Người liên hệ",
                [RequestField.Phone] = "Điện thoại",
                [RequestField.Email] = "Email",
                [RequestField.Consent] = "Đồng ý",
                [RequestField.Language] = "Ngôn ngữ",
            },
            Questions = new Dictionary<RequestField, string>
            {
                [RequestField.EnterpriseName] = "Tên doanh nghiệp của anh/chị là gì?",
                [RequestField.TaxCode] = "Mã số thuế của doanh nghiệp? (10 số, 13 số với chi nhánh, 12 số với hộ kinh doanh)",
                [RequestField.Ward] = "Doanh nghiệp ở phường, xã nào của Hà Nội?",
                [RequestField.Sector] = "Lĩnh vực hoạt động chính của doanh nghiệp?",
                [RequestField.InsuredEmployees] =
                    "Doanh nghiệp có khoảng bao nhiêu lao động đóng bảo hiểm xã hội, bình quân năm? Có thể gõ “bỏ qua”.",
                [RequestField.Revenue] = "Doanh thu năm trước khoảng bao nhiêu, ví dụ “2 tỷ”? Có thể gõ “bỏ qua”.",
                [RequestField.Capital] = "Tổng nguồn vốn năm trước khoảng bao nhiêu, ví dụ “500 triệu”? Có thể gõ “bỏ qua”.",
                [RequestField.Kind] = "Yêu cầu của anh/chị thuộc loại nào?",
                [RequestField.Content] = "Anh/chị mô tả nội dung cần cán bộ giải đáp hoặc giải quyết (từ 20 ký tự)?",
                [RequestField.ContactName] = "Họ tên người liên hệ?",
                [RequestField.Phone] = "Số điện thoại liên hệ? Có thể gõ “bỏ qua” nếu để lại email.",
                [RequestField.Email] = "Địa chỉ email? Có thể gõ “bỏ qua” nếu đã để lại số điện thoại.",
                [RequestField.Consent] = "Anh/chị trả lời **đồng ý** hoặc **không đồng ý**.",
                [RequestField.Language] = "Trả lời bằng tiếng Việt hay tiếng Anh?",
            },
            Kinds = new Dictionary<RequestKind, string>
            {
                [RequestKind.Support] = "Hỗ trợ doanh nghiệp",
                [RequestKind.Financing] = "Vốn, tài chính",
                [RequestKind.SupplierStandards] = "Tiêu chuẩn nhà cung cấp",
                [RequestKind.Difficulty] = "Khó khăn, phản ánh, kiến nghị",
                [RequestKind.Other] = "Khác",
            },
            Sizes = new Dictionary<EnterpriseSize, string>
            {
                [EnterpriseSize.Micro] = "Doanh nghiệp siêu nhỏ",
                [EnterpriseSize.Small] = "Doanh nghiệp nhỏ",
                [EnterpriseSize.Medium] = "Doanh nghiệp vừa",
                [EnterpriseSize.Large] = "Không thuộc nhóm doanh nghiệp nhỏ và vừa",
            },
        };
}
