using Hongyan.Repository.Tests.Listings;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.Repository.Tests.Documents;

/// <summary>The listings do not only compile: their routes can be registered, so a reader who copies one does not meet a start-up error.</summary>
public sealed class ListingBindingTests
{
    private readonly Bot _bot = new(
        new Account("demo", "WeCom", "ww0123456789abcdef"),
        new ServiceCollection()
            .AddSingleton(new WeatherService())
            .AddSingleton<GradeService>()
            .AddSingleton(new StaffList("zhangsan"))
            .AddSingleton<Library>()
            .AddSingleton(new WeCom.RobotClient(new HttpClient(), new WeCom.RobotClientOptions { EncodingAESKey = new string('a', 43) }))
            .BuildServiceProvider());

    [Fact]
    public void Readme_Routes_AreRegisteredInTheOrderWritten()
    {
        SchoolBot.Map(_bot, new StaffList("zhangsan"));

        Assert.Equal(
            """
            1. text 天气 {city}
            2. text 加 {a} {b}
            3. image
            4. menu grades
            5. event EnterAgent
            6. when ctx => staff.IsTeacher(ctx.User)
            6.1. text 点名 {name}
            7. fallback
            """.ReplaceLineEndings("\n"),
            _bot.Describe());
    }

    [Fact]
    public void Readme_TwoFunctions_AreAWholeBot()
    {
        TwoFunctions.Map(_bot);

        Assert.Equal("1. any message\n2. any event", _bot.Describe());
    }

    [Fact]
    public void Concepts_Listings_CanBeRegisteredTogether()
    {
        Concepts.ParseUnknown(_bot);
        Concepts.Middleware(_bot, []);
        Concepts.Handlers(_bot);
        Concepts.ReplyWith(_bot);

        Assert.Contains("text 封面 {title}", _bot.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Robot_Listings_CanBeRegisteredTogether()
    {
        Robot.Answers(_bot);
        Robot.Files(_bot);
        Robot.Routes(_bot);

        Assert.Contains("event EnterChat", _bot.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Concepts_Routes_CanBeRegistered()
    {
        Concepts.Routes(_bot);

        Assert.EndsWith("fallback", _bot.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Start_FirstChange_CanBeRegistered()
    {
        FirstChange.Map(_bot);

        Assert.Equal("1. text 加 {a} {b}", _bot.Describe());
    }
}
