using System.Globalization;
using System.Security.Cryptography;
using Hongyan.IssueDesk.Reporters;
using Hongyan.IssueDesk.Storage;

namespace Hongyan.IssueDesk.Skills;

/// <summary>Tells a joke (讲个笑话), and none of the last twenty that this person heard.</summary>
internal sealed class JokeSkill(IDeskStore store) : ISkill
{
    private const int NotRepeated = 20;

    private static readonly string[] Words = ["笑话", "逗我", "段子", "joke"];

    public bool IsAsked(string text) => Words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    public Task<Reply> AnswerAsync(BotContext context, string text)
    {
        using var desk = store.OpenReader();
        var heard = Read(desk.People.Find(context.User.Account, context.User.Id)?.Jokes);
        int[] fresh = [.. Enumerable.Range(0, Jokes.All.Count).Except(heard)];
        var chosen = fresh[RandomNumberGenerator.GetInt32(fresh.Length)];
        var remembered = string.Join(',', heard.Append(chosen).TakeLast(NotRepeated).Select(number => number.ToString(CultureInfo.InvariantCulture)));
        context.OnCommit(db => store.Write(db, rows => rows.Remember(context.User).Jokes = remembered));
        return Task.FromResult<Reply>(Jokes.All[chosen]);
    }

    private static IReadOnlyList<int> Read(string? numbers) =>
        [.. (numbers ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, CultureInfo.InvariantCulture)).TakeLast(NotRepeated)];
}
