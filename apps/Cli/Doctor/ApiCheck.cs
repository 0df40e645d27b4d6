using System.Text.Json.Nodes;
using Hongyan.Cli.Accounts;
using Hongyan.Cli.Inspecting;
using Hongyan.Cli.Resources;
using Hongyan.OfficialAccount;
using Hongyan.WeCom;

namespace Hongyan.Cli.Doctor;

/// <summary>Token, allow-list of addresses, and what the account may do, by calls that change nothing.</summary>
internal sealed class ApiCheck(HttpClient http, ConfiguredAccount account, Uri? callback)
{
    private const string TokenName = "token";
    private const string AddressName = "address";
    private const string RightsName = "rights";
    private const int NoRight = 48001;

    private bool CallsWeCom => account.Platform == Platform.WeCom;

    /// <summary>Looks at the three, each only where the one before it is fine.</summary>
    public async Task<IReadOnlyList<Check>> RunAsync(CancellationToken cancellationToken)
    {
        if (account.Platform == Platform.WeComRobot)
            return [Check.Skipped(TokenName, "Doctor.RobotHasNone")];
        if (!ConfigurationCheck.CanCall(account))
            return [Check.Skipped(TokenName, "Doctor.NoSecret")];
        try
        {
            var rights = CallsWeCom ? await LookAtApplicationAsync(cancellationToken) : await LookAtAccountAsync(cancellationToken);
            return [Check.Good(TokenName, "Doctor.TokenGood"), Check.Good(AddressName, "Doctor.AddressGood"), .. rights];
        }
        catch (PlatformApiException refusal) when (refusal.Code is 60020 or 40164 or 89503 or 89506 or 89507)
        {
            var token = CallsWeCom ? Check.Good(TokenName, "Doctor.TokenGood") : Check.Skipped(TokenName, "Doctor.AddressFirst");
            return [token, Refused(AddressName, refusal, "Doctor.AddressRefused", PlatformHints.AddressIn(refusal.PlatformMessage) ?? "?"), Check.Skipped(RightsName, "Doctor.AddressFirst")];
        }
        catch (PlatformApiException refusal) when (IsAboutToken(refusal))
        {
            return [Refused(TokenName, refusal, "Doctor.TokenRefused"), Check.Skipped(AddressName, "Doctor.TokenFirst"), Check.Skipped(RightsName, "Doctor.TokenFirst")];
        }
        catch (PlatformApiException refusal)
        {
            return [Check.Good(TokenName, "Doctor.TokenGood"), Check.Good(AddressName, "Doctor.AddressGood"), Refused(RightsName, refusal, "Doctor.RightsRefused")];
        }
        catch (PlatformUnavailableException failure)
        {
            return [Check.Problem(TokenName, "Doctor.NoAnswer", failure.Message)];
        }
    }

    private async Task<IReadOnlyList<Check>> LookAtApplicationAsync(CancellationToken cancellationToken)
    {
        if (!int.TryParse(account["AgentId"], out var agentId))
            return await TokenOnlyAsync(cancellationToken);
        var application = await new WeComClient(http, account.ForWeCom()).Agents.GetAsync(cancellationToken);
        var checks = new List<Check>();
        if (application.IsDisabled)
            checks.Add(Check.Problem(RightsName, "Doctor.Stopped", application.Name, agentId));
        var people = application.VisibleUserIds.Count + application.VisibleDepartmentIds.Count + application.VisibleTagIds.Count;
        checks.Add(people == 0
            ? Check.Problem(RightsName, "Doctor.NobodyVisible", application.Name)
            : Check.Good(RightsName, "Doctor.Visible", application.Name, application.VisibleUserIds.Count, application.VisibleDepartmentIds.Count, application.VisibleTagIds.Count));
        if (string.IsNullOrEmpty(application.TrustedDomain))
            checks.Add(Check.Notice(RightsName, "Doctor.NoTrustedDomain"));
        else if (callback is { IsLoopback: false } && !HostOf(application.TrustedDomain).Equals(callback.Host, StringComparison.OrdinalIgnoreCase))
            checks.Add(Check.Notice(RightsName, "Doctor.OtherDomain", application.TrustedDomain, callback.Host));
        return checks;
    }

    /// <summary>Without its number the application cannot be looked at; any call tells about token and address.</summary>
    private async Task<IReadOnlyList<Check>> TokenOnlyAsync(CancellationToken cancellationToken)
    {
        await new WeComClient(http, new WeComClientOptions { CorpId = account["CorpId"], Secret = account["Secret"], ApiBaseAddress = account.ApiBaseAddress ?? new("https://qyapi.weixin.qq.com") })
            .SendAsync(HttpMethod.Get, "/cgi-bin/agent/list", body: null, cancellationToken);
        return [Check.Skipped(RightsName, "Doctor.NoAgentId")];
    }

    /// <summary>
    /// Shows nobody that somebody types: there is no such person. The platform looks at the account's right before it looks for the person.
    /// </summary>
    private async Task<IReadOnlyList<Check>> LookAtAccountAsync(CancellationToken cancellationToken)
    {
        var client = new OfficialAccountClient(http, account.ForOfficialAccount());
        var isVerified = account["Verified"].Equals("true", StringComparison.OrdinalIgnoreCase);
        try
        {
            await client.SendAsync(HttpMethod.Post, "/cgi-bin/message/custom/typing", new JsonObject { ["touser"] = "hongyan-doctor", ["command"] = "Typing" }, cancellationToken);
        }
        catch (PlatformApiException refusal) when (refusal.Code == NoRight)
        {
            return [isVerified ? Check.Problem(RightsName, "Doctor.NotVerified", $"{account.Section}:Verified") : Check.Good(RightsName, "Doctor.Unverified")];
        }
        catch (PlatformApiException refusal) when (!IsAboutToken(refusal) && refusal.Code is not (40164 or 50002 or 50007 or 45009))
        {
            // The person was looked for, so the account may send.
        }
        return [isVerified ? Check.Good(RightsName, "Doctor.Verified") : Check.Notice(RightsName, "Doctor.CouldBeVerified", $"{account.Section}:Verified")];
    }

    /// <summary>A trusted domain has a port where it is not the usual one.</summary>
    private static string HostOf(string domain) => domain.Split(':')[0];

    private static bool IsAboutToken(PlatformApiException refusal) =>
        refusal.Endpoint.EndsWith("token", StringComparison.Ordinal) || refusal.Code is 40001 or 40013 or 40014 or 40125 or 42001 or 40243;

    private Check Refused(string name, PlatformApiException refusal, string text, params object?[] values) =>
        new(name, CheckState.Problem, Texts.Get(text, [.. values, refusal.Code, refusal.PlatformMessage]))
        {
            Fix = PlatformHints.For(account.Platform, refusal) ?? Texts.Get("Doctor.SeeCode", refusal.Code),
        };
}
