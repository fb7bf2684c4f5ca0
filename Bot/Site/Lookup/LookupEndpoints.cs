using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PolicyAssistantBot.BotFramework.DirectLine;
using PolicyAssistantBot.BotFramework.Schema;
using PolicyAssistantBot.Design.Public;
using PolicyAssistantBot.Files;
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
    private const long MaxFormBytes = 16 * 1024;

    /// <summary>A form that was sent, and what handles it.</summary>
    private sealed record Sent(
        HttpContext Http,
        CaseLookupCodeService Codes,
        LookupTickets Tickets,
        LookupLimiter Limiter,
        CaseFileService Files,
        FileLinkService Links,
        CancellationToken CancellationToken
    );

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
                (HttpContext http, CaseLookupCodeService codes) => Show(http, lang, new LookupModel(codes.IsEnabled))
            );
            pages.MapPost("", ([AsParameters] Sent sent) => RequestAsync(sent, lang));
            pages.MapPost("/code", ([AsParameters] Sent sent) => RedeemAsync(sent, lang));
        }
    }

    /// <summary>Whether a request is found by its number, which takes a mail server for the code.</summary>
    public static bool IsByNumber(HttpContext http) => http.RequestServices.GetService<CaseLookupCodeService>()?.IsEnabled == true;

    private static async Task<IResult> RequestAsync(Sent sent, Lang lang)
    {
        var (http, codes, tickets, limiter, cancellationToken) = (
            sent.Http,
            sent.Codes,
            sent.Tickets,
            sent.Limiter,
            sent.CancellationToken
        );
        var model = new LookupModel(codes.IsEnabled);
        var typed = await ReadAsync(http, "number", cancellationToken);
        if (!codes.IsEnabled)
        {
            return Show(http, lang, model);
        }

        if (!CaseNumber.TryParse(typed, out var number))
        {
            return Show(http, lang, Refuse(LookupTexts.NumberWrong), StatusCodes.Status422UnprocessableEntity);
        }

        if (limiter.Check(http.Connection.RemoteIpAddress) is { } wait)
        {
            http.Response.Headers.RetryAfter = SlowDownNotice.ToSeconds(wait).ToString(CultureInfo.InvariantCulture);
            return Show(http, lang, Refuse(LookupTexts.TooMany), StatusCodes.Status429TooManyRequests);
        }

        var ticket = new LookupTicket(Guid.NewGuid().ToString("N"), number.ToString());
        await codes.StoreRequestAsync(codes.CreateRequest(CreateActivity(ticket), number), cancellationToken);
        return Show(http, lang, model with { CaseNumber = number.ToString(), Ticket = tickets.Seal(ticket) });

        LookupModel Refuse(LocalizedText problem) => model with { Typed = typed, Problem = problem };
    }

    private static async Task<IResult> RedeemAsync(Sent sent, Lang lang)
    {
        var (http, codes, tickets, cancellationToken) = (sent.Http, sent.Codes, sent.Tickets, sent.CancellationToken);
        var model = new LookupModel(codes.IsEnabled);
        var sealedTicket = await ReadAsync(http, "ticket", cancellationToken);
        if (tickets.Open(sealedTicket) is not { } ticket || !CaseNumber.TryParse(ticket.CaseNumber, out var number))
        {
            return Show(http, lang, model with { Problem = LookupTexts.Expired }, StatusCodes.Status422UnprocessableEntity);
        }

        // A text that is no code counts as an attempt and is refused in the same words.
        var code = OneTimeCode.FindIn(await ReadAsync(http, "code", cancellationToken)) ?? "";
        model = model with { CaseNumber = ticket.CaseNumber, Ticket = sealedTicket };
        return await codes.RedeemAsync(CreateActivity(ticket), number, code, cancellationToken) is { } found
            ? Show(http, lang, model with { Found = found, Files = await ListFilesAsync(sent, found.Request) })
            : Show(http, lang, model with { Problem = LookupTexts.CodeWrong }, StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Only after the right code. Links are those that the asker gets in the chat: they end by themselves.</summary>
    private static async Task<IReadOnlyList<LookupFile>> ListFilesAsync(Sent sent, SupportRequest request) =>
        [
            .. (await sent.Files.ListAsync(request.CaseNumber, sent.CancellationToken))
                .Where(file => file.Origin == FileOrigin.Asker && file.State != FileState.Infected)
                .Select(file => new LookupFile(file.Name, file.Size, null)),
            .. (await sent.Files.ListSentAsync(request.CaseNumber, sent.CancellationToken)).Select(file => new LookupFile(
                file.Name,
                file.Size,
                sent.Files.CanDownload(file) ? sent.Links.CreateUrl(file, request.Asker) : null
            )),
        ];

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

    /// <summary>Codes are bound to the channel, conversation and user that asked: here to the single request.</summary>
    private static Activity CreateActivity(LookupTicket ticket) =>
        new()
        {
            ChannelId = CaseLookupCodeRow.WebChannelId,
            Conversation = new ConversationAccount { Id = ticket.Id },
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
