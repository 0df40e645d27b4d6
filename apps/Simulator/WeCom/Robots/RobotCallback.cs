namespace Hongyan.Simulator.WeCom;

/// <summary>One callback of a robot, before it is sealed.</summary>
/// <param name="Talk">Who talks with the robot, and where.</param>
/// <param name="Situation">What the bot is called back for.</param>
/// <param name="Plaintext">The JSON inside the envelope, the same in every attempt.</param>
/// <param name="Before">What the stream has shown so far, or the card that was clicked; null where there is nothing yet.</param>
internal sealed record RobotCallback(RobotTalk Talk, RobotSituation Situation, string Plaintext, RobotReply? Before = null);
