using System.Text;
using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Control;

/// <summary>Checks what a script or the page wants a customer or a servicer to do, and does it. Both follow the same rules.</summary>
internal sealed class ServiceAct(ServiceActions actions, ServiceAccounts accounts, MediaStore media, SampleMedia samples, SimulatedWorld world, Wording wording)
{
    private const int MaxTextBytes = 2048;
    private const int MaxSceneParameterBytes = 128;

    /// <summary>The customer opens the account.</summary>
    public ServiceResult Enter(ServiceAccount account, Customer customer, string? scene, string? sceneParameter) =>
        Encoding.UTF8.GetByteCount(sceneParameter ?? "") > MaxSceneParameterBytes
            ? ServiceResult.Refused("sceneParameter", wording["Problem_SceneParameter", MaxSceneParameterBytes])
            : ServiceResult.Done(actions.Enter(account, customer, scene ?? "", sceneParameter ?? ""));

    /// <summary>The customer sends a message.</summary>
    public ServiceResult Write(ServiceAccount account, Customer customer, CustomerMessage given) =>
        FindProblem(given) ?? ServiceResult.Done(actions.Write(account, customer, given.Type, given.ToContent(samples)));

    /// <summary>A servicer answers.</summary>
    public ServiceResult Answer(ServiceAccount account, Customer customer, string? userId, CustomerMessage given) =>
        FindProblem(given) ?? WithServicer(account, userId, servicer => actions.Answer(account, customer, servicer, given.Type, given.ToContent(samples)));

    /// <summary>A servicer takes the customer from the queue.</summary>
    public ServiceResult Accept(ServiceAccount account, Customer customer, string? userId) =>
        WithServicer(account, userId, servicer => actions.Accept(account, customer, servicer));

    /// <summary>The servicer hands the customer over.</summary>
    public ServiceResult Transfer(ServiceAccount account, Customer customer, string? userId) =>
        WithServicer(account, userId, servicer => actions.Transfer(account, customer, servicer));

    /// <summary>The servicer ends the session.</summary>
    public ServiceResult End(ServiceAccount account, Customer customer) => Of(actions.End(account, customer));

    /// <summary>A message is taken back.</summary>
    public ServiceResult Recall(ServiceAccount account, Customer customer, string? messageId) => Of(actions.Recall(account, customer, messageId ?? ""));

    /// <summary>A servicer takes customers again, or no more.</summary>
    public ServiceResult ChangeStatus(ServiceAccount account, string? userId, bool isReceiving) => WithServicer(account, userId, servicer =>
    {
        accounts.Change(account.OpenKfId, each => each with
        {
            StoppedUserIds = isReceiving
                ? [.. each.StoppedUserIds.Where(stopped => !servicer.IsCalled(stopped))]
                : [.. each.StoppedUserIds.Append(servicer.UserId).Distinct()],
        });
        return actions.ChangeStatus(account, servicer, isReceiving);
    });

    private ServiceResult WithServicer(ServiceAccount account, string? userId, Func<Member, ServiceEntry?> act) =>
        accounts.FindServicer(account, userId ?? "") is { } servicer
            ? Of(act(servicer))
            : ServiceResult.Refused("userId", wording["Problem_NotServicer", userId ?? "", account.Name]);

    private ServiceResult Of(ServiceEntry? entry) => entry is not null ? ServiceResult.Done(entry) : ServiceResult.Refused("", wording["Problem_SessionState"]);

    private ServiceResult? FindProblem(CustomerMessage given)
    {
        if (!CustomerMessage.Types.Contains(given.Type))
            return ServiceResult.Refused("type", wording["Problem_Type", given.Type, string.Join(", ", CustomerMessage.Types)]);
        if (given.Type == "text" && string.IsNullOrWhiteSpace(given.Content))
            return ServiceResult.Refused("content", wording["Problem_TextEmpty"]);
        if (Encoding.UTF8.GetByteCount(given.Content ?? "") is > MaxTextBytes and var bytes)
            return ServiceResult.Refused("content", wording["Problem_TextLong", bytes, MaxTextBytes]);
        if (given.MediaId is { } mediaId && media.FindValid(mediaId) is null)
            return ServiceResult.Refused("mediaId", wording["Problem_NoMedia_Detail", mediaId]);
        if (given.UserId is { } userId && world.FindMember(userId) is null)
            return ServiceResult.Refused("userId", wording["Contact_NoMember"]);
        return null;
    }
}
