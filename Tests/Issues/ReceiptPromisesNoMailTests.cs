using PolicyAssistantBot.Cards;
using PolicyAssistantBot.Knowledge;
using PolicyAssistantBot.Tests.Requests;
using PolicyAssistantBot.Texts;

namespace PolicyAssistantBot.Tests.Issues;

/// <summary>The receipt of a request promised a mail although no mail server was connected.</summary>
public sealed class ReceiptPromisesNoMailTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_mail_is_promised_only_where_mail_is_connected(bool isMailConnected)
    {
        var request = Sample.Submitted().Request;
        request = request with { Facts = request.Facts with { Email = "an@congty.vn", ContactConsentedAt = request.SubmittedAt } };
        Assert.True(request.MayBeContacted);
        var card = CaseCard.Status(request, null, Lang.Vi, offersActs: true, isMailConnected).Content!;
        var text = System
            .Text.Json.Nodes.JsonNode.Parse(card.ToString()!)!
            .ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        Assert.Equal(isMailConnected, text.Contains(CaseCardTexts.ToldByMail.Vi, StringComparison.Ordinal));
    }
}
