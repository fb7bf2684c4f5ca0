using System.ComponentModel.DataAnnotations;

namespace PolicyAssistantBot.Requests;

/// <summary>How askers are answered; section <c>Requests</c> of the configuration.</summary>
internal sealed record RequestOptions
{
    /// <summary>The name of the unit that signs replies, in Vietnamese.</summary>
    [Required, StringLength(200)]
    public string UnitVi { get; init; } = "Sở Tài chính Hà Nội";

    /// <summary>The name of the unit that signs replies, in English.</summary>
    [Required, StringLength(200)]
    public string UnitEn { get; init; } = "Hanoi Department of Finance";

    /// <summary>How the unit is reached besides the chat, such as a telephone number and an office; shown while the chat is off. Null for
    /// none.</summary>
    [StringLength(300)]
    public string? ContactVi { get; init; }

    /// <summary>The same in English.</summary>
    [StringLength(300)]
    public string? ContactEn { get; init; }

    /// <summary>How often deadlines are checked.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan DeadlineInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long an official can take back what was sent from the reply bar; the asker is told afterwards. Zero: off.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan UndoWindow { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether askers see the name of the official beside the unit.</summary>
    public bool ShowOfficialName { get; init; }
}
