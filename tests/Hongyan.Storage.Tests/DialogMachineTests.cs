using FsCheck;
using FsCheck.Fluent;
using Hongyan.Storage.Tests.Support;
using Hongyan.Testing;

namespace Hongyan.Storage.Tests;

/// <summary>
/// Any order of answers, right and wrong, redeliveries, kills and time that passes: a dialog goes along the arrows that it has and no
/// others, and one whose time is over takes no answer any more.
/// </summary>
public sealed class DialogMachineTests
{
    private enum Happening
    {
        Begin,
        Answer,
        WrongAnswer,
        Cancel,
        DeliverAgain,
        PassTenMinutes,
        PassAnHour,
        Kill,
        KillBeforeTheAnswerIsHeard,
    }

    private enum Step
    {
        None,
        Name,
        Age,
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnyOrder_OfTurnsAndKills_FollowsTheGraphOnly(bool onPostgreSql)
    {
        Happening[] often = [Happening.Begin, Happening.Answer, Happening.Answer, Happening.Answer, Happening.WrongAnswer, Happening.DeliverAgain];
        var plan = Gen.Elements(Enum.GetValues<Happening>().Concat(often)).ListOf(40);

        foreach (var run in plan.Sample(40, 8).Index())
            await RunAsync([.. run.Item], run.Index, onPostgreSql);
    }

    private static async Task RunAsync(IReadOnlyList<Happening> plan, int number, bool onPostgreSql)
    {
        using var machine = new Machine(onPostgreSql ? new StoreServer() : new StoreFile());
        await machine.StartAsync();
        for (var i = 0; i < plan.Count; i++)
        {
            if (await machine.DoAsync(plan[i]) is { } contradiction)
                Assert.Fail($"Run {number}, happening {i} ({plan[i]}): {contradiction}. The plan was {string.Join(", ", plan)}.");
        }
        await machine.StopAsync();
    }

    /// <summary>The bot, and beside it what the dialog is meant to be, told in a few lines.</summary>
    private sealed class Machine(TestStore store) : IDisposable
    {
        private readonly TestStore _file = store;
        private readonly ManualTimeProvider _time = new();
        private DurableBot _process = null!;
        private Step _step = Step.None;
        private string _name = "";
        private DateTimeOffset _expiresAt;
        private (Incoming Message, string? Answer)? _last;
        private int _messages;

        public void Dispose() => _file.Dispose();

        public async Task StartAsync() =>
            _process = await DurableBot.StartAsync(_file, bot => bot.OnText("开始", Dialogs.Start<DialogTests.Introduction>), sender: null, _time);

        public Task StopAsync() => _process.StopAsync();

        public async Task<string?> DoAsync(Happening happening)
        {
            switch (happening)
            {
                case Happening.Begin:
                    return await SayAsync("开始");
                case Happening.Answer:
                    return await SayAsync(_step == Step.Age ? "7" : $"小明{_messages}");
                case Happening.WrongAnswer:
                    return await SayAsync("很多很多");
                case Happening.Cancel:
                    return await SayAsync("取消");
                case Happening.DeliverAgain when _last is { } last:
                    var again = await _process.AnswerAsync(last.Message);
                    return again == last.Answer ? CheckStored() : $"the redelivery was answered '{again}', the first delivery '{last.Answer}'";
                case Happening.PassTenMinutes:
                    _time.Advance(TimeSpan.FromMinutes(10));
                    return null;
                case Happening.PassAnHour:
                    _time.Advance(TimeSpan.FromHours(1));
                    return null;
                case Happening.Kill:
                    await _process.KillAsync();
                    await StartAsync();
                    return CheckStored();
                case Happening.KillBeforeTheAnswerIsHeard:
                    return await SayAsync(_step == Step.Age ? "7" : "小红", isKilled: true);
                default:
                    return null;
            }
        }

        private async Task<string?> SayAsync(string text, bool isKilled = false)
        {
            var message = Arrivals.Text(text, id: ++_messages);
            var expected = Expect(text);
            var answer = await _process.AnswerAsync(message);
            if (isKilled)
            {
                // The answer went out, and nobody heard it: the platform delivers the message again, to the next process.
                await _process.KillAsync();
                await StartAsync();
                answer = await _process.AnswerAsync(message);
            }
            _last = (message, answer);
            return answer == expected ? CheckStored() : $"'{text}' was answered '{answer}' instead of '{expected}'";
        }

        /// <summary>The graph: none → Name → Age → none, 取消 and time from anywhere to none, a wrong answer back to where it came from.</summary>
        private string? Expect(string text)
        {
            var isExpired = _step != Step.None && _time.GetUtcNow() >= _expiresAt;
            var step = isExpired ? Step.None : _step;
            if (step != Step.None && text == "取消")
                return Go(Step.None, "已取消。");
            switch (step)
            {
                case Step.Name:
                    _name = text;
                    return Go(Step.Age, "几岁？");
                case Step.Age when text == "7":
                    return Go(Step.None, $"{_name} 7");
                case Step.Age:
                    return "没看懂，请再说一次。";
                case Step.None when text == "开始":
                    return Go(Step.Name, "名字？");
                default:
                    return Go(Step.None, isExpired ? "刚才的对话太久没有继续，已经结束，请重新开始。" : null);
            }
        }

        private string? Go(Step step, string? answer)
        {
            _step = step;
            _expiresAt = _time.GetUtcNow() + TimeSpan.FromMinutes(30);
            return answer;
        }

        private string? CheckStored()
        {
            var stored = _file.Scalar<string>("select Step from bots_dialogs") ?? nameof(Step.None);
            return stored == _step.ToString() ? null : $"the store says {stored}, the dialog is at {_step}";
        }
    }
}
