using PolicyAssistantBot.Requests;
using PolicyAssistantBot.Tests.Desk;
using PolicyAssistantBot.Tests.Support;

namespace PolicyAssistantBot.Tests.Crash;

/// <summary>An official who takes and answers cases, and checks the state again whenever the service was killed meanwhile.</summary>
internal sealed class RetryingOfficial(Desk.Browser desk, CancellationToken cancellationToken)
{
    /// <summary>The cases that their page showed as answered.</summary>
    public List<string> Answered { get; } = [];

    public async Task WorkAsync(string userName, int cases)
    {
        while (!await TryAsync(() => desk.SignInAsync(userName, DeskHost.Password)) || desk.Status != 302)
        {
            await PauseAsync();
        }

        while (Answered.Count < cases)
        {
            var next =
                await TryAsync(() => desk.OpenAsync("/desk")) && desk.Status == 200
                    ? ListedNumbers().Find(number => !Answered.Contains(number))
                    : null;
            if (next is null)
            {
                await PauseAsync();
            }
            else
            {
                await AnswerAsync(next);
            }
        }
    }

    private async Task AnswerAsync(string number)
    {
        var page = $"/desk/cases/{number}";
        while (true)
        {
            if (!await TryAsync(() => desk.OpenAsync(page)) || desk.Status != 200)
            {
                await PauseAsync();
            }
            else if (HasStatus(CaseStatus.Answered))
            {
                Answered.Add(number);
                return;
            }
            else if (
                !await TryAsync(() =>
                    HasStatus(CaseStatus.Submitted)
                        ? desk.SendAsync($"{page}/take")
                        : desk.SendAsync($"{page}/reply", ("text", $"Trả lời {number}."))
                )
            )
            {
                await PauseAsync();
            }
        }
    }

    private bool HasStatus(CaseStatus status) =>
        desk.Html.Split("class=\"summary\"", 2)[^1].Split("</span>", 2)[0].Contains($"class=\"status {status}\"", StringComparison.Ordinal);

    private List<string> ListedNumbers() =>
        [.. desk.Html.Split("<th scope=\"row\"><a href=\"/desk/cases/").Skip(1).Select(part => part.Split('"')[0])];

    /// <summary>Returns false if the service was not available or was killed during the call.</summary>
    private static async Task<bool> TryAsync(Func<Task> action)
    {
        try
        {
            await action();
            return true;
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or TaskCanceledException or InvalidOperationException)
        {
            return false;
        }
    }

    private Task PauseAsync() => Wait.PauseAsync(cancellationToken);
}
