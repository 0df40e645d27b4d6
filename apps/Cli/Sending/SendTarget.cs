using System.CommandLine;
using System.Globalization;
using Hongyan.Cli.Accounts;
using Hongyan.Cli.Inspecting;
using Hongyan.Cli.Resources;
using Hongyan.OfficialAccount;
using Hongyan.WeCom;

namespace Hongyan.Cli.Sending;

/// <summary>Who gets it: the options that name people, and the channel that reaches them.</summary>
internal sealed class SendTarget
{
    private const string Everyone = "@all";

    private readonly Option<string?> _config = new("--config") { Description = Texts.Get("Config.Option"), HelpName = "FILE" };
    private readonly Option<string?> _account = new("--account") { Description = Texts.Get("Config.Account"), HelpName = "NAME" };
    private readonly Option<string[]> _to = new("--to") { Description = Texts.Get("Send.To"), HelpName = "USERID", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string[]> _party = new("--party") { Description = Texts.Get("Send.Party"), HelpName = "ID", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string[]> _tag = new("--tag") { Description = Texts.Get("Send.Tag"), HelpName = "ID", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> _openId = new("--openid") { Description = Texts.Get("Send.OpenId"), HelpName = "OPENID" };
    private readonly Option<string?> _robot = new("--robot") { Description = Texts.Get("Send.Robot"), HelpName = "NAME" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _account, _to, _party, _tag, _openId, _robot, _config })
            command.Options.Add(option);
    }

    /// <summary>The channel to whoever was named.</summary>
    /// <exception cref="InputException">Nobody was named, or people whom one message cannot reach, or the configuration lacks something.</exception>
    public IChannel Open(ParseResult parsed, HttpClient http)
    {
        var (robot, openId) = (parsed.GetValue(_robot), parsed.GetValue(_openId));
        var members = Split(parsed.GetValue(_to));
        var parties = Numbers("--party", parsed.GetValue(_party));
        var tags = Numbers("--tag", parsed.GetValue(_tag));
        var isForMembers = members.Count + parties.Count + tags.Count > 0;
        if ((isForMembers ? 1 : 0) + (openId is null ? 0 : 1) + (robot is null ? 0 : 1) != 1)
            throw new InputException(Texts.Get("Send.WhoExactly"));

        var configuration = AccountConfiguration.Load(parsed.GetValue(_config));
        if (robot is not null)
            return new GroupRobotChannel(new GroupRobotClient(http, configuration.Robot(robot)));
        var account = configuration.Find(parsed.GetValue(_account));
        return account.Platform switch
        {
            Platform.WeCom when isForMembers => new WeComChannel(new WeComClient(http, account.ForWeCom()), RecipientsOf(members, parties, tags)),
            Platform.OfficialAccount when openId is not null => new OfficialAccountChannel(new OfficialAccountClient(http, account.ForOfficialAccount()), openId),
            Platform.WeCom => throw new InputException(Texts.Get("Send.NeedsMembers", account.Name)),
            Platform.OfficialAccount => throw new InputException(Texts.Get("Send.NeedsOpenId", account.Name)),
            _ => throw new InputException(Texts.Get("Send.RobotOnlyAnswers", account.Name)),
        };
    }

    private static Recipients RecipientsOf(List<string> members, List<int> parties, List<int> tags) => members.Contains(Everyone)
        ? members.Count + parties.Count + tags.Count == 1 ? Recipients.Everyone : throw new InputException(Texts.Get("Send.EveryoneAlone"))
        : Recipients.Users(members) with { DepartmentIds = parties, TagIds = tags };

    /// <summary>An option may be repeated, and may have several, with commas or, as the platform writes them, bars between.</summary>
    private static List<string> Split(string[]? given) =>
        [.. (given ?? []).SelectMany(text => text.Split([',', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal)];

    private static List<int> Numbers(string option, string[]? given) => [.. Split(given).Select(text =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : throw new InputException(Texts.Get("Send.NotANumber", option, text)))];
}
