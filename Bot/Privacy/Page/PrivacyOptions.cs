using System.ComponentModel.DataAnnotations;

namespace PolicyAssistantBot.Privacy.Page;

/// <summary>What the privacy page says about the operator; section <c>Privacy</c> of the configuration.</summary>
internal sealed record PrivacyOptions
{
    /// <summary>How the person in charge of data protection is reached, in Vietnamese; null for the request form of the chat.</summary>
    [StringLength(500)]
    public string? ContactVi { get; init; }

    /// <summary>The same in English.</summary>
    [StringLength(500)]
    public string? ContactEn { get; init; }
}
