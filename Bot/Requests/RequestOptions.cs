using System.ComponentModel.DataAnnotations;

namespace PolicyAssistantBot.Requests;

/// <summary>How askers are answered; section <c>Requests</c> of the configuration.</summary>
internal sealed record RequestOptions
{
    /// <summary>In whose name replies go out, in Vietnamese.</summary>
    [Required, StringLength(200)]
    public string UnitVi { get; init; } = "Sở Tài chính Hà Nội";

    /// <summary>In whose name replies go out, in English.</summary>
    [Required, StringLength(200)]
    public string UnitEn { get; init; } = "Hanoi Department of Finance";

    /// <summary>Whether askers see the name of the official beside the unit.</summary>
    public bool ShowOfficialName { get; init; }
}
