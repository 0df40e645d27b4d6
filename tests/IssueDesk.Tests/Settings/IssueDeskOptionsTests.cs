using Hongyan.IssueDesk.Routes;
using Hongyan.IssueDesk.Settings;
using Hongyan.IssueDesk.Tests.Support;
using Hongyan.IssueDesk.Trackers;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Hongyan.IssueDesk.Tests.Settings;

public class IssueDeskOptionsTests
{
    public static TheoryData<string, string, string> Mistakes() => new()
    {
        { "IssueDesk:Tracker:Kind", "JiraServer", "HY2001: IssueDesk:Tracker:BaseUrl is missing" },
        { "IssueDesk:Tracker:TimeoutSeconds", "0", "HY2001: IssueDesk:Tracker:TimeoutSeconds" },
        { "IssueDesk:Routes:0:Name", "无", "HY2001: IssueDesk:Routes:0:Project is missing" },
        { "IssueDesk:Group:RobotUrl", "https://example.com", "HY2001: IssueDesk:Group:RobotUrl is no webhook address" },
        { "IssueDesk:PublicUrl", "ftp://example.com", "HY2001: IssueDesk:PublicUrl" },
        { "IssueDesk:WorkEnd", "08:00", "HY2001: IssueDesk:WorkStart" },
        { "IssueDesk:Texts:Created", "{nobody}", "HY2003: IssueDesk:Texts:Created: {nobody} is no variable" },
        { "Skills:Weather:Provider", "QWeather", "HY2001: Skills:Weather:BaseUrl and Skills:Weather:Key" },
        { "Skills:Weather:Provider", "moon", "HY2001: Skills:Weather:Provider" },
        { "Skills:Chat:BaseUrl", "https://api.example.com", "HY2001: Skills:Chat:Model is missing" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task Start_WrongValue_RefusesAndSaysWhich(string key, string value, string sentence)
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => Desk.StartAsync((key, value)));

        Assert.Contains(failure.Failures, each => each.StartsWith(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void Validate_DemoTrackerOutsideDevelopment_IsRefused()
    {
        var result = new IssueDeskOptionsValidator(new Environment("Production")).Validate(null, new IssueDeskOptions { Tracker = { Kind = TrackerKind.Demo } });

        Assert.Contains("Kind is Demo", Assert.Single(result.Failures!), StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_JiraCloud_WantsTheUser()
    {
        var options = new IssueDeskOptions { Tracker = { Kind = TrackerKind.JiraCloud, BaseUrl = new("https://x.atlassian.net"), Token = "t" } };

        Assert.Contains("User is missing", Assert.Single(new IssueDeskOptionsValidator(new Environment("Production")).Validate(null, options).Failures!), StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_LabelWithABlank_IsRefused()
    {
        var options = new IssueDeskOptions { Routes = { new BugRoute { Project = "CRM", Words = { "bug" }, Labels = { "a b" } } } };

        Assert.Contains("Labels has 'a b'", Assert.Single(new IssueDeskOptionsValidator(new Environment("Development")).Validate(null, options).Failures!), StringComparison.Ordinal);
    }

    private sealed class Environment(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "desk";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
