using System.ComponentModel.DataAnnotations;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Desk.Channel;

/// <summary>The Teams channel in which officials see new cases; section <c>Teams</c> of the configuration. Without a channel none is
/// used.</summary>
internal sealed record OfficialsChannelOptions : IValidatableObject
{
    /// <summary>Such as <c>19:…@thread.tacv2</c>; opaque.</summary>
    [StringLength(250)]
    public string? OfficialsChannelId { get; init; }

    /// <summary>The address of the channel's service until a message from the channel gives it, such as
    /// <c>https://smba.trafficmanager.net/apac/</c>.</summary>
    [Url]
    public string? ServiceUrl { get; init; }

    /// <summary>The officials' tenant; clicks from other tenants are refused when it is given. Opaque.</summary>
    public string? TenantId { get; init; }

    /// <summary>The bot's id on Teams: <c>28:</c> and the registration's client id.</summary>
    public string? BotId { get; init; }

    /// <summary>The service's public address, for links to the desk.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>The language of the cards: <c>Vi</c> or <c>En</c>.</summary>
    [EnumDataType(typeof(Lang))]
    public Lang Language { get; init; } = Lang.Vi;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (OfficialsChannelId is { Length: > 0 } && (string.IsNullOrEmpty(ServiceUrl) || string.IsNullOrEmpty(BotId)))
        {
            yield return new("The officials' channel needs Teams:ServiceUrl and Teams:BotId.", [nameof(OfficialsChannelId)]);
        }

        if (PublicUrl is not null && PublicUrl is not { IsAbsoluteUri: true, Scheme: "https" or "http" })
        {
            yield return new("Teams:PublicUrl is an address such as https://troly.example.vn.", [nameof(PublicUrl)]);
        }
    }
}
