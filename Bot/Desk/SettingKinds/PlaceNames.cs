using PolicyAssistantBot.Knowledge.Language;
using PolicyAssistantBot.Knowledge.Rules.Places;

namespace PolicyAssistantBot.Desk.SettingKinds;

/// <summary>Reads the name of a ward or commune as a supervisor types it.</summary>
internal static class PlaceNames
{
    /// <param name="text">The code, the full name with or without marks, or the name alone.</param>
    public static Ward? Find(string text) =>
        Wards.All.FirstOrDefault(ward =>
            ward.Code == text || VietnameseText.Fold(ward.FullName.Vi) == VietnameseText.Fold(text) || ward.Name == text
        );
}
