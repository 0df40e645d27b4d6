using Hongyan.Storage.Tests.Support;
using Hongyan.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hongyan.Storage.Tests;

public abstract class DialogTests : IDisposable
{
    private readonly TestStore _file;
    private readonly ManualTimeProvider _time = new();
    private readonly FakeSender _sender = new();

    private protected DialogTests(TestStore store) => _file = store;

    public sealed class OnSqlite() : DialogTests(new StoreFile());

    public sealed class OnPostgreSql() : DialogTests(new StoreServer());

    public void Dispose()
    {
        _file.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Dialog_KilledBetweenTwoAnswers_GoesOnInTheNextProcess()
    {
        var first = await StartAsync();
        Assert.Equal("名字？", await first.AnswerAsync(Arrivals.Text("开始", id: 1)));
        Assert.Equal("几岁？", await first.AnswerAsync(Arrivals.Text("小明", id: 2)));
        await first.KillAsync();

        await using var second = await StartAsync();

        Assert.Equal("小明 7", await second.AnswerAsync(Arrivals.Text("7", id: 3)));
        Assert.Equal(0, _file.Scalar<long>("select count(*) from bots_dialogs"));
    }

    [Fact]
    public async Task Dialog_AnswerDeliveredAgainAfterAKill_DoesNotTakeTheNextStep()
    {
        var first = await StartAsync();
        await first.AnswerAsync(Arrivals.Text("开始", id: 1));
        await first.AnswerAsync(Arrivals.Text("小明", id: 2));
        await first.KillAsync();

        await using var second = await StartAsync();

        Assert.Equal("几岁？", await second.AnswerAsync(Arrivals.Text("小明", id: 2)));
        Assert.Equal("小明 7", await second.AnswerAsync(Arrivals.Text("7", id: 3)));
    }

    [Fact]
    public async Task Dialog_NotAnswered_IsRemindedOfOnceAndThenEnds()
    {
        await using var bot = await StartAsync();
        await bot.AnswerAsync(Arrivals.Text("开始", id: 1));
        await _time.WaitForTimerAsync(TimeSpan.FromMinutes(1)).SoonAsync();

        _time.Advance(TimeSpan.FromMinutes(29));

        Assert.Contains("还在等您回答", await _sender.NextAsync(), StringComparison.Ordinal);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains("已经结束", await bot.AnswerAsync(Arrivals.Text("小明", id: 2)), StringComparison.Ordinal);
        Assert.Single(_sender.Sent);
    }

    [Fact]
    public async Task Dialog_OverWhenAnEventComes_IsStillExplainedToWhoeverAnswers()
    {
        await using var bot = await StartAsync();
        await bot.AnswerAsync(Arrivals.Text("开始", id: 1));
        _time.Advance(TimeSpan.FromMinutes(31));

        Assert.Null(await bot.AnswerAsync(Arrivals.Event("enter_agent")));

        Assert.Contains("已经结束", await bot.AnswerAsync(Arrivals.Text("小明", id: 2)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dialog_CannotBeReadForAMoment_GoesOnWhenItCan()
    {
        RestingDialogs dialogs = null!;
        await using var bot = await DurableBot.StartAsync(_file, Ask, _sender, _time, services =>
        {
            var registered = services.Last(service => service.ServiceType == typeof(IDialogStore));
            services.Replace(ServiceDescriptor.Singleton<IDialogStore>(provider => dialogs = new RestingDialogs((IDialogStore)registered.ImplementationFactory!(provider))));
        });
        await bot.AnswerAsync(Arrivals.Text("开始", id: 1));
        dialogs.IsResting = true;

        var answer = bot.AnswerAsync(Arrivals.Text("小明", id: 2));
        await _time.WaitForTimerAsync(TimeSpan.FromMilliseconds(200)).SoonAsync();
        dialogs.IsResting = false;
        _time.Advance(TimeSpan.FromMilliseconds(200));

        Assert.Equal("几岁？", await answer);
        Assert.Equal(0, _file.Scalar<long>("select count(*) from bots_inbox where State <> 1"));
    }

    [Fact]
    public async Task CleanOnceAsync_SevenDaysAfterItsEnd_DeletesWhatADialogKnew()
    {
        await using var bot = await StartAsync();
        await bot.AnswerAsync(Arrivals.Text("开始", id: 1));

        _time.Advance(TimeSpan.FromDays(7));
        await bot.CleanOnceAsync();
        Assert.Equal(1, _file.Scalar<long>("select count(*) from bots_dialogs"));
        _time.Advance(TimeSpan.FromHours(1));
        await bot.CleanOnceAsync();

        Assert.Equal(0, _file.Scalar<long>("select count(*) from bots_dialogs"));
    }

    private Task<DurableBot> StartAsync() => DurableBot.StartAsync(_file, Ask, _sender, _time);

    private static void Ask(Bot bot) => bot.OnText("开始", Dialogs.Start<Introduction>);

    private sealed class RestingDialogs(IDialogStore dialogs) : IDialogStore
    {
        public bool IsResting { get; set; }

        public ValueTask<DialogState?> FindAsync(UserRef person, CancellationToken cancellationToken) =>
            IsResting ? throw new StoreUnavailableException("The database rests.") : dialogs.FindAsync(person, cancellationToken);

        public ValueTask<IReadOnlyList<UserRef>> TakeRemindersAsync(CancellationToken cancellationToken) => dialogs.TakeRemindersAsync(cancellationToken);
    }

    public sealed class Introduction : Dialog<Introduction.Person>
    {
        public sealed record Person
        {
            public string Name { get; init; } = "";
        }

        public override Next Start() => Ask(Name, "名字？");

        public Next Name(string answer) => Ask(Age, "几岁？", State with { Name = answer });

        public Next Age(int answer) => Done($"{State.Name} {answer}");
    }
}
