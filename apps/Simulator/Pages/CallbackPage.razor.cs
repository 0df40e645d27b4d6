using System.Globalization;
using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Components;

namespace Hongyan.Simulator.Pages;

/// <summary>接收消息 as in the console: saving runs the URL verification against the bot.</summary>
public sealed partial class CallbackPage
{
    private WeComApp? _app;
    private string _url = "";
    private string _token = "";
    private string _key = "";
    private string? _failure;
    private string? _explanation;
    private string? _wrongField;
    private VerificationResult? _result;

    /// <summary>Name of the app.</summary>
    [Parameter]
    public string AppName { get; set; } = "";

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [Inject]
    private SimulatedWorld World { get; set; } = null!;

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    private IEnumerable<(string Name, string Value)> Credentials =>
    [
        (W["Callback_CorpId"], _app!.CorpId),
        ("AgentId", _app.AgentId.ToString(CultureInfo.InvariantCulture)),
        ("Secret", _app.Secret),
        ("Token", _app.Callback.Token),
        ("EncodingAESKey", _app.Callback.EncodingAESKey),
    ];

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _app = World.FindApp(AppName);
        if (_app is null)
            NotFoundPage.Answer(Context, W["Problem_NoApp_Detail", AppName]);
        else
            (_url, _token, _key) = _app.Callback;
    }

    private string? Invalid(string field) => field == _wrongField ? "true" : null;

    private async Task SubmitAsync()
    {
        var form = Context.Request.Form;
        _url = form["callbackUrl"].ToString().Trim();
        _token = form["token"].ToString().Trim();
        _key = form["encodingAESKey"].ToString().Trim();
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

    private async Task SaveAsync(CallbackSettings given)
    {
        foreach (var (field, problem) in given.Validate())
        {
            (_wrongField, _failure, _explanation) = (field, W["Callback_NotSaved"], W.Of(problem));
            return;
        }

        _result = await Services.GetRequiredService<UrlVerifier>().VerifyAsync(_app!, given, Context.RequestAborted);
        if (_result.Problem is { } failure)
            (_failure, _explanation) = (W["Callback_NotVerified"], W.Of(failure));
        else
            _app = World.SaveCallback(_app!, given);
    }
}
