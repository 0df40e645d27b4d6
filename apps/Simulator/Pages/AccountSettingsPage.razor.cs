using Hongyan.Simulator.Resources;
using Hongyan.Simulator.OfficialAccount;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Components;

namespace Hongyan.Simulator.Pages;

/// <summary>基本配置 as in the console of a 公众号: 提交 runs the URL verification against the bot.</summary>
public sealed partial class AccountSettingsPage
{
    private Account? _account;
    private string _url = "";
    private string _token = "";
    private string _key = "";
    private CallbackMode _mode;
    private string? _failure;
    private string? _explanation;
    private string? _wrongField;
    private VerificationResult? _result;

    /// <summary>Name of the 公众号.</summary>
    [Parameter]
    public string AccountName { get; set; } = "";

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [Inject]
    private SimulatedWorld World { get; set; } = null!;

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    private IEnumerable<(string Name, string Value)> Credentials =>
    [
        ("AppID", _account!.AppId),
        ("AppSecret", _account.Secret),
        (W["Account_OriginalId"], _account.OriginalId),
        ("Token", _account.Callback.Token),
        ("EncodingAESKey", _account.Callback.EncodingAESKey),
    ];

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _account = World.FindAccount(AccountName);
        if (_account is null)
            NotFoundPage.Answer(Context, W["Problem_NoOfficialAccount_Detail", AccountName]);
        else
            ((_url, _token, _key), _mode) = (_account.Callback, _account.Mode);
    }

    private string? Invalid(string field) => field == _wrongField ? "true" : null;

    private async Task SubmitAsync()
    {
        var form = Context.Request.Form;
        _url = form["callbackUrl"].ToString().Trim();
        _token = form["token"].ToString().Trim();
        _key = form["encodingAESKey"].ToString().Trim();
        _mode = Enum.TryParse<CallbackMode>(form["mode"], out var mode) && Enum.IsDefined(mode) ? mode : _mode;
        switch (form["action"].ToString())
        {
            case "token":
                _token = CallbackSettings.RandomToken();
                break;
            case "key":
                _key = CallbackSettings.RandomKey();
                break;
            default:
                await SaveAsync(new(_url, _token, _key));
                break;
        }
    }

    private void Switch()
    {
        var form = Context.Request.Form;
        if (_account is not null)
        {
            _account = World.SaveAccount(_account, each => each with
            {
                Kind = Enum.TryParse<AccountKind>(form["kind"], out var kind) && Enum.IsDefined(kind) ? kind : each.Kind,
                IsVerified = form["verified"] == "true",
                RecognizesSpeech = form["speech"] == "true",
            });
        }
    }

    private async Task SaveAsync(CallbackSettings given)
    {
        foreach (var (field, problem) in AccountSettings.Validate(given))
        {
            (_wrongField, _failure, _explanation) = (field, W["Callback_NotSaved"], W.Of(problem));
            return;
        }

        _result = await Services.GetRequiredService<AccountVerifier>().VerifyAsync(given, Context.RequestAborted);
        if (_result.Problem is { } failure)
            (_failure, _explanation) = (W[AccountVerifier.TitleOf(failure)], W.Of(failure));
        else
            _account = World.SaveAccount(_account!, each => each with { Callback = given, Mode = _mode });
    }
}
