using Hongyan.Cli.Accounts;
using Hongyan.Cli.Inspecting;
using Hongyan.Cli.Resources;
using Hongyan.OfficialAccount;
using Hongyan.WeCom;

namespace Hongyan.Cli.Doctor;

/// <summary>Why messages do not reach one person: looks them up, and sends nothing.</summary>
internal sealed class PersonCheck(HttpClient http, ConfiguredAccount account, string? userId, string? openId)
{
    private const string Name = "person";

    /// <summary>Nothing where nobody is meant.</summary>
    /// <exception cref="InputException">The account does not know such people.</exception>
    public async Task<IReadOnlyList<Check>> RunAsync(bool canCall, CancellationToken cancellationToken)
    {
        if (userId is null && openId is null)
            return [];
        if (account.Platform != Platform.WeCom && userId is not null)
            throw new InputException(Texts.Get("Send.NeedsOpenId", account.Name));
        if (account.Platform != Platform.OfficialAccount && openId is not null)
            throw new InputException(Texts.Get("Send.NeedsMembers", account.Name));
        if (!canCall)
            return [Check.Skipped(Name, "Doctor.CallFirst")];
        try
        {
            return [userId is not null ? await MemberAsync(userId, cancellationToken) : await FollowerAsync(openId!, cancellationToken)];
        }
        catch (PlatformApiException refusal)
        {
            return
            [
                new Check(Name, CheckState.Problem, Texts.Get("Doctor.PersonRefused", userId ?? openId, refusal.Code, refusal.PlatformMessage))
                {
                    Fix = PlatformHints.For(account.Platform, refusal) ?? Texts.Get("Doctor.SeeCode", refusal.Code),
                },
            ];
        }
        catch (PlatformUnavailableException failure)
        {
            return [Check.Problem(Name, "Doctor.NoAnswer", failure.Message)];
        }
    }

    private async Task<Check> MemberAsync(string id, CancellationToken cancellationToken)
    {
        var client = new WeComClient(http, account.ForWeCom());
        return (await client.Contacts.GetUserAsync(id, cancellationToken)).Status switch
        {
            UserStatus.NotActivated => Check.Problem(Name, "Doctor.NotActivated", id),
            UserStatus.Disabled or UserStatus.Left => Check.Problem(Name, "Doctor.Gone", id),
            _ => Check.Good(Name, "Doctor.MemberReached", id),
        };
    }

    private async Task<Check> FollowerAsync(string id, CancellationToken cancellationToken)
    {
        var client = new OfficialAccountClient(http, account.ForOfficialAccount());
        return (await client.Users.GetAsync(id, cancellationToken)).IsFollowing ? Check.Good(Name, "Doctor.FollowerReached", id) : Check.Problem(Name, "Doctor.NotFollowing", id);
    }
}
