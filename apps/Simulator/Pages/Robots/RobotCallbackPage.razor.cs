using Hongyan.Simulator.WeCom;
using Microsoft.AspNetCore.Components;

namespace Hongyan.Simulator.Pages;

/// <summary>API 模式 of an AI robot as in the console.</summary>
public sealed partial class RobotCallbackPage
{
    private WeComRobot? _robot;

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
    }

    private Task<VerificationResult> VerifyAsync(CallbackSettings given) =>
        Services.GetRequiredService<UrlVerifier>().VerifyAsync(RobotAttempts.ReceiveId, given, Context.RequestAborted);

    private void Save(CallbackSettings given) => _robot = Robots.SaveCallback(_robot!, given);
}
