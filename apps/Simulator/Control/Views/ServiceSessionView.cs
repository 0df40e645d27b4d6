using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Control;

/// <summary>What is between a customer and an account.</summary>
/// <param name="ExternalUserId">The customer.</param>
/// <param name="Name">The customer's nickname.</param>
/// <param name="State">Who answers.</param>
/// <param name="ServicerUserId">The servicer, while one has it.</param>
/// <param name="WroteAt">When the customer last wrote.</param>
/// <param name="AnswersLeft">How many messages the API may still send.</param>
/// <param name="Scene">scene of the last entry.</param>
/// <param name="SceneParameter">scene_param of the last entry.</param>
public sealed record ServiceSessionView(
    string ExternalUserId, string Name, ServiceState State, string? ServicerUserId, DateTimeOffset? WroteAt, int AnswersLeft, string Scene, string SceneParameter)
{
    /// <summary>Shows a session.</summary>
    public static ServiceSessionView Of(ServiceSession session, CustomerBook customers) => new(
        session.ExternalUserId, customers.Find(session.ExternalUserId)?.Name ?? "", session.State, session.ServicerUserId, session.WroteAt,
        session.IsNew ? 0 : Math.Max(0, ServiceSession.MaxAnswers - session.Answers), session.Scene, session.SceneParameter);
}
