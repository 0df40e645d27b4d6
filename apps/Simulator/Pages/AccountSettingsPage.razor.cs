using Hongyan.Simulator.OfficialAccount;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Components;

namespace Hongyan.Simulator.Pages;

/// <summary>基本配置 as in the console of a 公众号.</summary>
public sealed partial class AccountSettingsPage
{
    private Account? _account;
    private CallbackMode _mode;

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
            _mode = ReadMode() ?? _account.Mode;
    }

    /// <summary>What is chosen in the form that was sent, whether or not it can be saved.</summary>
    private CallbackMode? ReadMode() =>
        Context.Request.HasFormContentType && Enum.TryParse<CallbackMode>(Context.Request.Form["mode"], out var mode) && Enum.IsDefined(mode) ? mode : null;

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

    private Task<VerificationResult> VerifyAsync(CallbackSettings given) =>
        Services.GetRequiredService<AccountVerifier>().VerifyAsync(given, Context.RequestAborted);

    private void Save(CallbackSettings given) => _account = World.SaveAccount(_account!, each => each with { Callback = given, Mode = _mode });
}
