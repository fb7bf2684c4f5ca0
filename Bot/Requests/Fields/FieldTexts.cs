using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Requests.Fields;

/// <summary>Labels, questions and messages of the request form's fields.</summary>
internal static class FieldTexts
{
    public static readonly LocalizedText EnterpriseNameLabel = new("Tên doanh nghiệp", "Enterprise name");

    public static readonly LocalizedText TaxCodeLabel = new("Mã số thuế", "Tax code");

    public static readonly LocalizedText WardLabel = new("Phường, xã", "Ward or commune");

    public static readonly LocalizedText SectorLabel = new("Lĩnh vực hoạt động chính", "Main field of activity");

    public static readonly LocalizedText InsuredEmployeesLabel = new(
        "Lao động đóng bảo hiểm xã hội (bình quân năm)",
        "Employees in social insurance (yearly average)"
    );

    public static readonly LocalizedText RevenueLabel = new("Doanh thu năm trước (đồng)", "Last year's revenue (VND)");

    public static readonly LocalizedText CapitalLabel = new("Tổng nguồn vốn năm trước (đồng)", "Last year's total capital (VND)");

    public static readonly LocalizedText KindLabel = new("Loại yêu cầu", "Kind of request");

    public static readonly LocalizedText ContentLabel = new("Nội dung", "Your request");

    public static readonly LocalizedText ContactNameLabel = new("Người liên hệ", "Contact person");

    public static readonly LocalizedText PhoneLabel = new("Điện thoại", "Telephone");

    public static readonly LocalizedText EmailLabel = new("Email", "E-mail");

    public static readonly LocalizedText LanguageLabel = new("Ngôn ngữ", "Language");

    public static readonly LocalizedText EnterpriseNameQuestion = new(
        "Tên doanh nghiệp của anh/chị là gì?",
        "What is the name of your enterprise?"
    );

    public static readonly LocalizedText TaxCodeQuestion = new(
        "Mã số thuế của doanh nghiệp? (10 số, 13 số với chi nhánh, 12 số với hộ kinh doanh)",
        "The enterprise's tax code? (10 digits, 13 for a branch, 12 for a household business)"
    );

    public static readonly LocalizedText WardQuestion = new(
        "Doanh nghiệp ở phường, xã nào của Hà Nội?",
        "In which ward or commune of Hanoi is the enterprise?"
    );

    public static readonly LocalizedText SectorQuestion = new(
        "Lĩnh vực hoạt động chính của doanh nghiệp?",
        "What is the enterprise's main field of activity?"
    );

    public static readonly LocalizedText InsuredEmployeesQuestion = new(
        "Doanh nghiệp có khoảng bao nhiêu lao động đóng bảo hiểm xã hội, bình quân năm? Có thể gõ “bỏ qua”.",
        "About how many employees are in social insurance, yearly average? You can type “skip”."
    );

    public static readonly LocalizedText RevenueQuestion = new(
        "Doanh thu năm trước khoảng bao nhiêu, ví dụ “2 tỷ”? Có thể gõ “bỏ qua”.",
        "About how much was last year's revenue, for example “2 billion”? You can type “skip”."
    );

    public static readonly LocalizedText CapitalQuestion = new(
        "Tổng nguồn vốn năm trước khoảng bao nhiêu, ví dụ “500 triệu”? Có thể gõ “bỏ qua”.",
        "About how much was last year's total capital, for example “500 million”? You can type “skip”."
    );

    public static readonly LocalizedText KindQuestion = new("Yêu cầu của anh/chị thuộc loại nào?", "What kind of request is it?");

    public static readonly LocalizedText ContentQuestion = new(
        "Anh/chị mô tả nội dung cần cán bộ giải đáp hoặc giải quyết (từ 20 ký tự)?",
        "Please describe what the official should answer or settle (20 characters or more)."
    );

    public static readonly LocalizedText ContactNameQuestion = new("Họ tên người liên hệ?", "The name of the contact person?");

    public static readonly LocalizedText PhoneQuestion = new(
        "Số điện thoại liên hệ? Có thể gõ “bỏ qua” nếu để lại email hoặc chỉ nhận trả lời trong cuộc trò chuyện này.",
        "A telephone number? You can type “skip” if you leave an e-mail address or want the reply only in this chat."
    );

    public static readonly LocalizedText EmailQuestion = new(
        "Địa chỉ email? Có thể gõ “bỏ qua” nếu đã để lại số điện thoại hoặc chỉ nhận trả lời trong cuộc trò chuyện này.",
        "An e-mail address? You can type “skip” if you left a telephone number or want the reply only in this chat."
    );

    public static readonly LocalizedText EmptyField = new("Mục này còn trống.", "This field is empty.");

    /// <summary>{0} the minimum length.</summary>
    public static readonly LocalizedText TooShort = new(
        "Nội dung ngắn quá; cần ít nhất {0} ký tự.",
        "This is too short; at least {0} characters are needed."
    );

    /// <summary>{0} the maximum length.</summary>
    public static readonly LocalizedText TooLong = new(
        "Nội dung dài quá; tối đa {0} ký tự.",
        "This is too long; at most {0} characters are allowed."
    );

    public static readonly LocalizedText ContactNeeded = new(
        "Cần ít nhất số điện thoại hoặc email để cán bộ liên hệ.",
        "A telephone number or an e-mail address is needed so that the official can reach you."
    );

    public static readonly LocalizedText AmountUnreadable = new(
        "Tôi chưa đọc được số tiền. Anh/chị ghi một số kèm đơn vị, như “2 tỷ”, “500 triệu” hay “1,5 tỷ”.",
        "I could not read the amount. Please write one number with its unit, such as “2 billion”, “500 million” or “1.5 bn”."
    );

    /// <summary>{0} as typed, {1} and {2} the amounts that it may mean.</summary>
    public static readonly LocalizedText AmountUnclear = new(
        "“{0}” có thể là {1} hoặc {2}. Anh/chị ghi lại cho rõ, ví dụ “1,25 tỷ” hay “1250 tỷ”.",
        "“{0}” could mean {1} or {2}. Please write it clearly, such as “1.25 billion” or “1250 billion”."
    );

    public static readonly LocalizedText CountUnreadable = new(
        "Tôi chưa đọc được số người. Anh/chị ghi một số nguyên, như “45”.",
        "I could not read the number of people. Please write a whole number, such as “45”."
    );

    /// <summary>{0} what was typed, {1} the nearest names.</summary>
    public static readonly LocalizedText WardUnknown = new(
        "Tôi không tìm thấy phường, xã “{0}” trong 126 phường, xã của Hà Nội. Gần giống nhất: {1}.",
        "I cannot find the ward or commune “{0}” among the 126 of Hanoi. The nearest: {1}."
    );

    /// <summary>Shown when the text is not a ward and resembles none.</summary>
    public static readonly LocalizedText WardNameNeeded = new(
        "Anh/chị cho biết tên phường hoặc xã hiện nay của Hà Nội, như “Phường Cầu Giấy”.",
        "Please give the name of a present-day ward or commune of Hanoi, such as “Cau Giay Ward”."
    );

    public static readonly LocalizedText SizeLabel = new("Quy mô (theo thông tin tự khai)", "Size (as declared)");

    /// <summary>{0} the size class, {1} the document, {2} the clause.</summary>
    public static readonly LocalizedText SizeWithClause = new("{0} ({1}, {2})", "{0} ({1}, {2})");

    public static readonly LocalizedText SizeUnclear = new("chưa đủ thông tin để xác định", "not enough information to determine");

    /// <summary>{0} and {1} the clauses.</summary>
    public static readonly LocalizedText SizeDisputed = new(
        "cán bộ sẽ xác định: theo {0} thì vượt ngưỡng, theo {1} thì trong ngưỡng",
        "an official will decide: above the limits of {0}, within those of {1}"
    );

    /// <summary>{0} a count.</summary>
    public static readonly LocalizedText PeopleCount = new("{0} người", "{0} people");

    public static readonly LocalizedText EnterpriseNameDeskLabel = new("Doanh nghiệp", "Enterprise");

    public static readonly LocalizedText SectorDeskLabel = new("Ngành", "Sector");

    public static readonly LocalizedText InsuredEmployeesDeskLabel = new(
        "Lao động tham gia BHXH bình quân năm",
        "Insured employees (yearly average)"
    );

    public static readonly LocalizedText RevenueDeskLabel = new("Doanh thu năm trước", "Last year's revenue");

    public static readonly LocalizedText CapitalDeskLabel = new("Tổng nguồn vốn", "Total capital");

    public static readonly LocalizedText SizeDeskLabel = new("Quy mô (doanh nghiệp tự khai)", "Size (as declared)");

    public static readonly LocalizedText LanguageDeskLabel = new("Ngôn ngữ trả lời", "Language of the reply");

    public static readonly IReadOnlyDictionary<RequestKind, LocalizedText> KindNames = new Dictionary<RequestKind, LocalizedText>
    {
        [RequestKind.Support] = new("Hỗ trợ doanh nghiệp", "Enterprise support"),
        [RequestKind.Financing] = new("Vốn, tài chính", "Financing"),
        [RequestKind.SupplierStandards] = new("Tiêu chuẩn nhà cung cấp", "Supplier standards"),
        [RequestKind.Difficulty] = new("Khó khăn, phản ánh, kiến nghị", "Difficulty, complaint, proposal"),
        [RequestKind.Other] = new("Khác", "Other"),
    };

    public static readonly IReadOnlyDictionary<EnterpriseSize, LocalizedText> SizeNames = new Dictionary<EnterpriseSize, LocalizedText>
    {
        [EnterpriseSize.Micro] = new("Doanh nghiệp siêu nhỏ", "Micro enterprise"),
        [EnterpriseSize.Small] = new("Doanh nghiệp nhỏ", "Small enterprise"),
        [EnterpriseSize.Medium] = new("Doanh nghiệp vừa", "Medium enterprise"),
        [EnterpriseSize.Large] = new("Không thuộc nhóm doanh nghiệp nhỏ và vừa", "Not a small or medium enterprise"),
    };

    /// <summary>The size classes in the words that officials use.</summary>
    public static readonly IReadOnlyDictionary<EnterpriseSize, LocalizedText> ShortSizeNames = new Dictionary<EnterpriseSize, LocalizedText>
    {
        [EnterpriseSize.Micro] = new("Siêu nhỏ", "Micro"),
        [EnterpriseSize.Small] = new("Nhỏ", "Small"),
        [EnterpriseSize.Medium] = new("Vừa", "Medium"),
        [EnterpriseSize.Large] = new("Không thuộc DNNVV", "Not a small or medium enterprise"),
    };
}
