namespace PolicyAssistantBot.Knowledge.Rules.Places;

/// <summary>Texts about a looked-up ward.</summary>
internal static class WardTexts
{
    public static LocalizedText SameNameQuestion { get; } =
        new("Có nhiều nơi tên như vậy, anh/chị chọn giúp:", "Several places have that name; please choose:");

    public static LocalizedText FormerNameQuestion(string name) =>
        new(
            $"“{name}” còn là tên đơn vị trước 01/7/2025; nay thuộc một trong các phường, xã sau, anh/chị chọn giúp:",
            $"“{name}” is also the name of a unit from before 1 July 2025; it now lies in one of these wards and communes, please choose:"
        );

    public static LocalizedText FormerDistrictQuestion(string name) =>
        new(
            $"Từ 01/7/2025 không còn cấp quận, huyện. Phần “{name}” trước đây nay thuộc các phường, xã sau, anh/chị chọn giúp:",
            $"Since 1 July 2025 there are no districts. What was “{name}” now lies in these wards and communes; please choose:"
        );

    public static LocalizedText SameNameAsDistrictNote(Ward ward) =>
        new(
            $"Hiểu là {ward.FullName.Vi} hiện nay, không phải cả quận, huyện cũ cùng tên.",
            $"I understand this as the current {ward.FullName.En}, not the whole former district of that name."
        );

    public static LocalizedText SpellingCorrectedNote(Ward ward) =>
        new(
            $"Hiểu là {ward.FullName.Vi}; nếu không phải, anh/chị nhập lại giúp.",
            $"I understand this as {ward.FullName.En}; if that is wrong, please enter it again."
        );
}
