using Microsoft.Extensions.Options;

namespace PolicyAssistantBot.Limits;

/// <summary>How many mails with answers or their codes one network may have sent in an hour.</summary>
internal sealed class AnswerMailLimiter(IOptions<LimitOptions> options) : HourlyLimiter(options, limits => limits.AnswerMailsPerAddress);
