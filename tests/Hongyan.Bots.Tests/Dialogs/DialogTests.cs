using System.Globalization;
using Hongyan.Bots.Tests.Support;
using Hongyan.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.Bots.Tests.Dialogs;

public sealed class DialogTests : IAsyncDisposable
{
    private readonly List<string> _created = [];
    private readonly DeliveringBot _bot;
    private long _id;

    public DialogTests()
    {
        _bot = new DeliveringBot(configure: services => services.AddKeyedSingleton("created", _created));
        _bot.Bot.OnText("提bug", Hongyan.Dialogs.Start<BugReport>);
        _bot.Bot.On<MenuClickEvent>(() => "menu");
        _bot.Bot.OnText("天气", () => "晴");
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task Steps_AnsweredInOrder_EndWithWhatWasCollected()
    {
        Assert.Equal("标题是什么？", await SayAsync("提bug"));
        Assert.Equal("级别？(1-3)", await SayAsync("登录页白屏"));
        Assert.Equal("没看懂，请再说一次。", await SayAsync("很急"));
        Assert.Equal("只能是 1、2、3。", await SayAsync("9"));
        Assert.Equal("请发一张截图。", await SayAsync("１"));
        Assert.Equal("没看懂，请再说一次。", await SayAsync("没有图"));
        Assert.Equal("提交「登录页白屏」和 pic-7？(是/否)", await _bot.AnswerAsync(Arrivals.Message("image", "<MediaId>pic-7</MediaId><MsgId>77</MsgId>")));
        Assert.Equal("没看懂，请再说一次。", await SayAsync("也许"));
        Assert.Equal("已提交 CRM-1，2026", await SayAsync("是。"));

        Assert.Equal(["登录页白屏/1"], _created);
        Assert.Equal("晴", await SayAsync("天气"));
    }

    [Fact]
    public async Task Cancel_AtAnyStep_Leaves()
    {
        await SayAsync("提bug");
        await SayAsync("标题");

        Assert.Equal("已取消。", await SayAsync(" 取消 "));

        Assert.Equal("晴", await SayAsync("天气"));
    }

    [Theory]
    [InlineData("zh-CN", "已取消。")]
    [InlineData("en", "Cancelled.")]
    public async Task Cancel_OnAMachineOfAnyLanguage_SpeaksTheLanguageOfTheOptions(string language, string expected)
    {
        var machine = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language == "en" ? "zh-CN" : "en");
        try
        {
            await using var bot = new DeliveringBot(options => options.Language = language, services => services.AddKeyedSingleton("created", _created));
            bot.Bot.OnText("提bug", Hongyan.Dialogs.Start<BugReport>);
            await bot.AnswerAsync(Arrivals.Text("提bug", id: 1));

            Assert.Equal(expected, await bot.AnswerAsync(Arrivals.Text("取消", id: 2)));
        }
        finally
        {
            CultureInfo.CurrentUICulture = machine;
        }
    }

    [Fact]
    public async Task Dialog_OfOnePerson_IsNobodyElses()
    {
        await SayAsync("提bug");

        Assert.Equal("晴", await SayAsync("天气", "lisi"));
        Assert.Equal("级别？(1-3)", await SayAsync("天气"));
    }

    [Fact]
    public async Task Event_ThatTheStepDoesNotAskFor_GoesToTheRoutesAndTheDialogWaits()
    {
        await SayAsync("提bug");

        Assert.Equal("menu", await _bot.AnswerAsync(Arrivals.Event("click", "<EventKey>x</EventKey>")));
        Assert.Equal("级别？(1-3)", await SayAsync("标题"));
    }

    [Fact]
    public async Task Dialog_LeftForHalfAnHour_IsOver()
    {
        await SayAsync("提bug");
        _bot.Time.Advance(TimeSpan.FromMinutes(30));

        Assert.Contains("已经结束，请重新开始", await SayAsync("标题"), StringComparison.Ordinal);
        Assert.Null(await SayAsync("标题"));
    }

    [Fact]
    public async Task Dialog_LeftForHalfAnHour_GivesTheMessageToItsRoute()
    {
        await SayAsync("提bug");
        _bot.Time.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal("晴", await SayAsync("天气"));
    }

    [Fact]
    public async Task Messages_OfOnePersonAtOnce_AreAnsweredOneAfterTheOther()
    {
        await SayAsync("提bug");

        Task<string?>[] answers = [SayAsync("标题"), SayAsync("2")];

        Assert.Equal("级别？(1-3)请发一张截图。", string.Concat(await Task.WhenAll(answers)));
    }

    [Fact]
    public async Task Start_WhileAnotherRuns_TakesTheTextAsAnAnswer()
    {
        await SayAsync("提bug");

        Assert.Equal("级别？(1-3)", await SayAsync("提bug"));
    }

    [Fact]
    public async Task Step_StoredUnderANameThatIsGone_EndsTheDialogPolitely()
    {
        var person = new UserRef("demo", "zhangsan");
        Write(new DialogState(person, "BugReport", "OldName", "{}", _bot.Time.GetUtcNow() + TimeSpan.FromMinutes(1), null));

        Assert.Equal("这个流程刚刚更新过，请重新开始。", await SayAsync("标题"));
        Assert.Equal("标题是什么？", await SayAsync("提bug"));
    }

    [Fact]
    public async Task State_OfAnOlderRecord_EndsTheDialogPolitely()
    {
        var person = new UserRef("demo", "zhangsan");
        Write(new DialogState(person, "BugReport", "Severity", """{"Title":{"was":"an object"}}""", _bot.Time.GetUtcNow() + TimeSpan.FromMinutes(1), null));

        Assert.Equal("这个流程刚刚更新过，请重新开始。", await SayAsync("1"));
        Assert.Null(await SayAsync("1"));
    }

    [Fact]
    public async Task Step_Throws_LeavesTheDialogWhereItWas()
    {
        var fails = true;
        await using var bot = new DeliveringBot(options => options.ErrorReply = "出错了", services => services.AddSingleton<Func<bool>>(() => fails));
        bot.Bot.OnText("开始", Hongyan.Dialogs.Start<Fragile>);

        Assert.Equal("数字？", await bot.AnswerAsync(Arrivals.Text("开始", id: 1)));
        Assert.Equal("出错了", await bot.AnswerAsync(Arrivals.Text("5", id: 2)));
        fails = false;

        Assert.Equal("5", await bot.AnswerAsync(Arrivals.Text("5", id: 3)));
    }

    [Theory]
    [InlineData(typeof(WithoutAnAnswer), "must take the answer")]
    [InlineData(typeof(WithAnImpossibleAnswer), "nothing that a person sends becomes Uri")]
    public void AddDialog_StepThatCannotBeAnswered_FailsAtRegistration(Type dialog, string reason)
    {
        var failure = Assert.Throws<HongyanStartupException>(() => new DialogCatalog().Add(dialog));

        Assert.Equal("HY1014", failure.Code);
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    private void Write(DialogState state) => _bot.Services.GetRequiredService<MemoryDialogs>().Apply(new DialogChange(state.Person, state));

    private Task<string?> SayAsync(string text, string from = "zhangsan") => _bot.AnswerAsync(Arrivals.Text(text, from, ++_id));

    public sealed class Fragile(Func<bool> fails) : Dialog<BugReport.Draft>
    {
        public override Next Start() => Ask(Number, "数字？");

        public Next Number(int answer) => fails() ? throw new InvalidTimeZoneException() : Done($"{answer}");
    }

    public sealed class WithoutAnAnswer : Dialog<BugReport.Draft>
    {
        public override Next Start() => Done("");

        public Next Nothing() => Done("");
    }

    public sealed class WithAnImpossibleAnswer : Dialog<BugReport.Draft>
    {
        public override Next Start() => Done("");

        public Next Address(Uri answer) => Done($"{answer}");
    }
}
