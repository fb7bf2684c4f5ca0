using Microsoft.Extensions.Options;

namespace PolicyAssistantBot.Hosting;

/// <summary>Runs the service until shutdown; when it cannot start, prints the reason in one sentence.</summary>
internal static class HostRunner
{
    /// <returns>The exit code: 0 after an orderly shutdown, 1 when it could not start. The log has the stack trace.</returns>
    public static async Task<int> ServeAsync(this WebApplication app)
    {
        // Resolved before RunAsync, which disposes the services.
        var stopping = app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        try
        {
            await app.RunAsync();
            return 0;
        }
#pragma warning disable CA1031 // The outermost handler: prints why the start failed and sets the exit code.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (exception is OperationCanceledException && stopping.IsCancellationRequested)
            {
                return 0;
            }

            await Console.Error.WriteLineAsync($"\n  Không khởi động được / Could not start: {DescribeFailure(exception)}\n");
            return 1;
        }
    }

    /// <summary>
    /// The messages of the exception and its inner exceptions, such as an invalid setting, an address
    /// in use or a folder that is not writable.
    /// </summary>
    internal static string DescribeFailure(Exception exception)
    {
        if (exception is OptionsValidationException wrong)
        {
            return string.Join(" ", wrong.Failures);
        }

        var messages = new List<string>();
        for (var current = exception; current is not null; current = current.InnerException)
        {
            if (!messages.Exists(message => message.Contains(current.Message, StringComparison.Ordinal)))
            {
                messages.Add(current.Message);
            }
        }

        return string.Join(" ", messages);
    }
}
