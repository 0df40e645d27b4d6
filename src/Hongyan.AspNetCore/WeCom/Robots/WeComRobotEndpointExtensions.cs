using Hongyan;
using Hongyan.Protocol;
using Hongyan.WeCom;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the address that a robot of WeCom (智能机器人) calls back.</summary>
public static class WeComRobotEndpointExtensions
{
    /// <summary>
    /// Maps the callback address of a robot: GET answers the URL verification of the robot's page, POST takes messages, events and the questions
    /// how far an answer has got.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="path">The path of the URL that is entered on the robot's page, such as <c>/robot</c>.</param>
    /// <param name="account">The account's name; leave it out where there is only <c>AddWeComRobot()</c>.</param>
    /// <returns>The bot; register its routes before <c>app.Run()</c>.</returns>
    /// <exception cref="HongyanStartupException">The robot is not registered (HY1007), or its configuration is wrong (HY1001, HY1002).</exception>
    public static Bot MapWeComRobot(this IEndpointRouteBuilder endpoints, string path, string account = WeComRobotBuilderExtensions.Platform)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var options = CallbackEndpoint.OptionsOf<WeComRobotOptions>(endpoints.ServiceProvider, account, WeComRobotBuilderExtensions.Platform);
        return CallbackEndpoint.Map(
            endpoints, path,
            new Account(account, WeComRobotBuilderExtensions.Platform, options.RobotId) { RobotName = options.RobotName },
            new RobotEnvelope(options.Token, options.EncodingAESKey),
            options.MaxCallbackAge);
    }
}
