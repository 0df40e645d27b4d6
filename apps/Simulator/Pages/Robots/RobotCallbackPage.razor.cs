using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Microsoft.AspNetCore.Components;

namespace Hongyan.Simulator.Pages;

/// <summary>API 模式 of an AI robot as in the console: saving runs the URL verification against the bot.</summary>
public sealed partial class RobotCallbackPage
{
    private WeComRobot? _robot;
    private string _url = "";
    private string _token = "";
    private string _key = "";
    private string? _failure;
    private string? _explanation;
    private string? _wrongField;
    private VerificationResult? _result;

    /// <summary>Name of the robot.</summary>
    [Parameter]
    public string RobotName { get; set; } = "";

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [Inject]
    private RobotBook Robots { get; set; } = null!;

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    private IEnumerable<(string Name, string Value)> Credentials =>
    [
        ("aibotid", _robot!.RobotId),
        ("Token", _robot.Callback.Token),
        ("EncodingAESKey", _robot.Callback.EncodingAESKey),
    ];

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _robot = Robots.Find(RobotName);
        if (_robot is null)
            NotFoundPage.Answer(Context, W["Problem_NoRobot_Detail", RobotName]);
        else
            (_url, _token, _key) = _robot.Callback;
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
        _result = await Services.GetRequiredService<UrlVerifier>().VerifyAsync(RobotAttempts.ReceiveId, given, Context.RequestAborted);
        if (_result.Problem is { } failure)
            (_failure, _explanation) = (W["Callback_NotVerified"], W.Of(failure));
        else
            _robot = Robots.SaveCallback(_robot!, given);
    }
}
