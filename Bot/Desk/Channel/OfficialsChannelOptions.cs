using System.ComponentModel.DataAnnotations;
using PolicyAssistantBot.Knowledge;

namespace PolicyAssistantBot.Desk.Channel;

/// <summary>The Teams channel in which officials see new cases; section <c>Teams</c> of the configuration. If no channel id
/// is configured, nothing is posted to Teams.</summary>
internal sealed record OfficialsChannelOptions : IValidatableObject
{
    /// <summary>The id that Teams gave the channel, such as <c>19:…@thread.tacv2</c>; its parts are not interpreted.</summary>
    [StringLength(250)]
    public string? OfficialsChannelId { get; init; }

    /// <summary>The initial Bot Framework service URL, such as <c>https://smba.trafficmanager.net/apac/</c>; it is used until the first
    /// message from the channel supplies the current one.</summary>
    [Url]
    public string? ServiceUrl { get; init; }

    /// <summary>The id of the officials' Microsoft 365 tenant. If it is given, clicks from other tenants are refused.</summary>
    public string? TenantId { get; init; }

    /// <summary>The bot's account id in Teams: the prefix <c>28:</c>, which Teams gives to bots, and the client id of the app
    /// registration.</summary>
    public string? BotId { get; init; }

    /// <summary>The public base URL of this application; used in links to the desk.</summary>
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
