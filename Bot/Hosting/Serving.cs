using Microsoft.Extensions.Options;

namespace PolicyAssistantBot.Hosting;

/// <summary>Serves until it is told to stop, and says in a sentence why it cannot.</summary>
internal static class Serving
{
    /// <returns>The exit code: 0 after an orderly end, 1 when it could not start. The log holds where the fault arose.</returns>
    public static async Task<int> ServeAsync(this WebApplication app)
    {
        // Asked for before the run, which leaves no services behind.
        var stopping = app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        try
        {
            await app.RunAsync();
            return 0;
        }
#pragma warning disable CA1031 // The edge of the process: whatever kept it from starting is said, and the exit code tells the supervisor.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            if (fault is OperationCanceledException && stopping.IsCancellationRequested)
            {
                return 0;
            }

            await Console.Error.WriteLineAsync($"\n  Không khởi động được / Could not start: {Reason(fault)}\n");
            return 1;
        }
    }

    /// <summary>What is wrong, innermost last: a setting by its name, an address that is taken, a folder that cannot be written.</summary>
    internal static string Reason(Exception fault)
    {
        if (fault is OptionsValidationException wrong)
        {
            return string.Join(" ", wrong.Failures);
        }

        var messages = new List<string>();
        for (var at = fault; at is not null; at = at.InnerException)
        {
            if (!messages.Exists(said => said.Contains(at.Message, StringComparison.Ordinal)))
            {
                messages.Add(at.Message);
            }
        }

        return string.Join(" ", messages);
    }
}
