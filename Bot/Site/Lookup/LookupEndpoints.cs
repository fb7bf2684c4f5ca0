using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PolicyAssistantBot.BotFramework.DirectLine;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Design.Public;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Limits;
using PolicyAssistantBot.Mail;
using PolicyAssistantBot.Requests;

namespace PolicyAssistantBot.Site.Lookup;

/// <summary>
/// <c>GET</c> and <c>POST /tra-cuu</c>, <c>/en/look-up</c>: the status of a request for whoever has its number and the mailbox of its
/// contact. No answer says whether a number exists: every well-formed number leads to the step of the code, and a wrong code, a used one
/// and one of a case that does not exist are refused in the same words.
/// </summary>
internal static class LookupEndpoints
{
    /// <summary>The channel of these requests among those for codes.</summary>
    private const string ChannelId = "lookup";
    private const int MaxCodesPerNetworkAndHour = 10;
    private const long MaxFormBytes = 16 * 1024;

    public static void MapLookup(this IEndpointRouteBuilder routes)
    {
        foreach (var lang in Enum.GetValues<Lang>())
        {
            var pages = routes
                .MapGroup(PublicPages.Lookup(lang))
                .WithMetadata(new DoorMetadata(Door.Page), new RequestSizeLimitAttribute(MaxFormBytes))
                .ExcludeFromDescription()
                .AllowAnonymous();
            pages.MapMethods(
                "",
                [HttpMethods.Get, HttpMethods.Head],
                (HttpContext http, StatusCodeService codes) => Show(http, lang, new LookupModel(codes.IsEnabled))
            );
            pages.MapPost(
                "",
                (HttpContext http, StatusCodeService codes, LookupTickets tickets, CancellationToken cancellationToken) =>
                    RequestAsync(http, lang, codes, tickets, cancellationToken)
            );
            pages.MapPost(
                "/code",
                (HttpContext http, StatusCodeService codes, LookupTickets tickets, CancellationToken cancellationToken) =>
                    RedeemAsync(http, lang, codes, tickets, cancellationToken)
            );
        }
    }

    private static async Task<IResult> RequestAsync(
        HttpContext http,
        Lang lang,
        StatusCodeService codes,
        LookupTickets tickets,
        CancellationToken cancellationToken
    )
    {
        var model = new LookupModel(codes.IsEnabled);
        var typed = await ReadAsync(http, "number", cancellationToken);
        if (!codes.IsEnabled)
        {
            return Show(http, lang, model);
        }

        if (!CaseNumber.TryParse(typed, out var number))
        {
            return Show(
                http,
                lang,
                model with
                {
                    Typed = typed,
                    Problem = LookupTexts.NumberWrong,
                },
                StatusCodes.Status422UnprocessableEntity
            );
        }

        var ticket = new LookupTicket(Guid.NewGuid().ToString("N"), NetworkAddress.Of(http), number.ToString());
        var sender = CreateActivity(ticket);
        if (!await codes.CanRequestCodeAsync(sender, MaxCodesPerNetworkAndHour, cancellationToken))
        {
            return Show(http, lang, model with { Typed = typed, Problem = LookupTexts.TooMany }, StatusCodes.Status429TooManyRequests);
        }

        await codes.StoreRequestAsync(codes.CreateRequest(sender, number), cancellationToken);
        return Show(http, lang, model with { CaseNumber = number.ToString(), Ticket = tickets.Seal(ticket) });
    }

    private static async Task<IResult> RedeemAsync(
        HttpContext http,
        Lang lang,
        StatusCodeService codes,
        LookupTickets tickets,
        CancellationToken cancellationToken
    )
    {
        var model = new LookupModel(codes.IsEnabled);
        var sealedTicket = await ReadAsync(http, "ticket", cancellationToken);
        if (tickets.Open(sealedTicket) is not { } ticket || !CaseNumber.TryParse(ticket.CaseNumber, out var number))
        {
            return Show(http, lang, model with { Problem = LookupTexts.Expired }, StatusCodes.Status422UnprocessableEntity);
        }

        var digits = string.Concat((await ReadAsync(http, "code", cancellationToken)).Where(char.IsAsciiDigit));
        model = model with { CaseNumber = ticket.CaseNumber, Ticket = sealedTicket };
        return await codes.RedeemAsync(CreateActivity(ticket), number, digits, cancellationToken) is { } found
            ? Show(http, lang, model with { Found = found })
            : Show(http, lang, model with { Problem = LookupTexts.CodeWrong }, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<string> ReadAsync(HttpContext http, string field, CancellationToken cancellationToken)
    {
        if (!http.Request.HasFormContentType)
        {
            return "";
        }

        try
        {
            return (await http.Request.ReadFormAsync(cancellationToken))[field].ToString();
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException)
        {
            return "";
        }
    }

    /// <summary>Codes are bound to the channel, conversation and user that asked: here the network and the single request.</summary>
    private static Activity CreateActivity(LookupTicket ticket) =>
        new()
        {
            ChannelId = ChannelId,
            Conversation = new ConversationAccount { Id = ticket.Network },
            From = new ChannelAccount { Id = ticket.Id },
        };

    private static RazorComponentResult<LookupPage> Show(
        HttpContext http,
        Lang lang,
        LookupModel model,
        int status = StatusCodes.Status200OK
    )
    {
        var other = lang == Lang.En ? Lang.Vi : Lang.En;
        var context = SiteEndpoints.CreateContext(http, lang) with
        {
            Path = PublicPages.Lookup(lang),
            OtherPath = PublicPages.Lookup(other),
        };
        return SiteEndpoints.ShowPrivate<LookupPage>(http, context, model, status);
    }
}
