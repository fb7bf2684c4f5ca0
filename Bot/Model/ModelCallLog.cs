using PolicyAssistantBot.Knowledge.Answers.Model;

namespace PolicyAssistantBot.Model;

/// <summary>Logs which kinds of data were sent to the language model, never the data.</summary>
internal sealed partial class ModelCallLog(ILogger<ModelCallLog> log)
{
    public void Record(OutgoingData data)
    {
        if (log.IsEnabled(LogLevel.Information))
        {
            var kinds = data.Describe();
            LogSent(kinds);
        }
    }

    [LoggerMessage(EventId = 1401, Level = LogLevel.Information, Message = "Sent to the language model: {Data}")]
    private partial void LogSent(string data);
}
