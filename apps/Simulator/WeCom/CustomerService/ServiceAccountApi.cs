using System.Text.Json.Nodes;
using Hongyan.Simulator.Hosting;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>Accounts of the customer service and who serves them: /cgi-bin/kf/account/, add_contact_way, servicer/.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/94661 to 94665, 94645 to 94647.</remarks>
internal static class ServiceAccountApi
{
    private const int MaxAccounts = 5000;
    private const int MaxNameCharacters = 16;
    private const int MaxPage = 100;
    private const int MaxUsers = 100;
    private const int MaxDepartments = 20;
    private const int MaxSceneLength = 32;
    private const int NoSuchUser = 60111;
    private const int NoSuchDepartment = 60123;

    public static void Map(RouteGroupBuilder api)
    {
        api.Call("POST /kf/account/add", ApiModule.CustomerService, Add);
        api.Call("POST /kf/account/del", ApiModule.CustomerService, Delete);
        api.Call("POST /kf/account/update", ApiModule.CustomerService, Update);
        api.Call("POST /kf/account/list", ApiModule.CustomerService, List);
        api.Call("POST /kf/add_contact_way", ApiModule.CustomerService, AddContactWay);
        api.Call("POST /kf/servicer/add", ApiModule.CustomerService, AddServicers);
        api.Call("POST /kf/servicer/del", ApiModule.CustomerService, RemoveServicers);
        api.Call("GET /kf/servicer/list", ApiModule.CustomerService, ListServicers);
    }

    /// <summary>What is wrong with an open_kfid for this app; null when nothing is.</summary>
    public static ApiError? Check(ServiceAccounts accounts, string? openKfId, WeComApp app) =>
        openKfId is null || !openKfId.StartsWith("wk", StringComparison.Ordinal) ? ServiceError.WrongAccount
        : accounts.Find(openKfId) is not { } account ? ServiceError.NoAccount
        : account.App != app.Name ? ServiceError.ForeignAccount
        : null;

    private static ApiAnswer Add(ApiRequest request, ServiceAccounts accounts, MediaStore media)
    {
        if (!IsName(request.Body.Text("name")))
            return ApiAnswer.Failed(ServiceError.AccountName);
        if (media.FindValid(request.Body.Text("media_id") ?? "") is null)
            return ApiAnswer.Failed(WeComErrors.WrongMediaId);
        if (accounts.All.Count >= MaxAccounts)
            return ApiAnswer.Failed(ServiceError.TooManyAccounts);
        return ApiAnswer.Ok(("open_kfid", accounts.Add(request.App.Name, request.Body.Text("name")!, request.Body.Text("media_id")).OpenKfId));
    }

    private static ApiAnswer Delete(ApiRequest request, ServiceAccounts accounts)
    {
        if (Check(accounts, request.Body.Text("open_kfid"), request.App) is { } error)
            return ApiAnswer.Failed(error);
        accounts.Remove(request.Body.Text("open_kfid")!);
        return ApiAnswer.Ok();
    }

    private static ApiAnswer Update(ApiRequest request, ServiceAccounts accounts, MediaStore media)
    {
        var (openKfId, name, mediaId) = (request.Body.Text("open_kfid"), request.Body.Text("name"), request.Body.Text("media_id"));
        if (Check(accounts, openKfId, request.App) is { } error)
            return ApiAnswer.Failed(error);
        if (name is not null && !IsName(name))
            return ApiAnswer.Failed(ServiceError.AccountName);
        if (mediaId is not null && media.FindValid(mediaId) is null)
            return ApiAnswer.Failed(WeComErrors.WrongMediaId);
        accounts.Change(openKfId!, account => account with { Name = name ?? account.Name, MediaId = mediaId ?? account.MediaId });
        return ApiAnswer.Ok();
    }

    private static ApiAnswer List(ApiRequest request, ServiceAccounts accounts, SimulatorAddress address)
    {
        var (offset, limit) = (request.Body.Number("offset") ?? 0, request.Body.Number("limit") ?? MaxPage);
        if (offset < 0 || limit is < 1 or > MaxPage)
            return ApiAnswer.Failed(ServiceError.Parameter("invalid offset or limit"));
        var page = accounts.All.Where(account => account.App == request.App.Name).Skip((int)offset).Take((int)limit);
        return ApiAnswer.Ok(("account_list", new JsonArray([.. page.Select(account => new JsonObject
        {
            ["open_kfid"] = account.OpenKfId,
            ["name"] = account.Name,
            ["avatar"] = account.MediaId is { } mediaId ? address.Of($"/sim/media/{mediaId}") : "",
            ["manage_privilege"] = true,
        })])));
    }

    private static ApiAnswer AddContactWay(ApiRequest request, ServiceAccounts accounts, SimulatorAddress address)
    {
        var (openKfId, scene) = (request.Body.Text("open_kfid"), request.Body.Text("scene") ?? "");
        if (Check(accounts, openKfId, request.App) is { } error)
            return ApiAnswer.Failed(error);
        if (scene.Length > MaxSceneLength || !scene.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-'))
            return ApiAnswer.Failed(ServiceError.Parameter("invalid scene"));
        // The link of the platform has its scene in the query, too; scene_param is appended with &.
        return ApiAnswer.Ok(("url", $"{address.Of($"/kf/{openKfId}")}?enc_scene={scene}"));
    }

    private static ApiAnswer AddServicers(ApiRequest request, ServiceAccounts accounts, SimulatedWorld world) => ChangeServicers(
        request, accounts,
        userId => world.FindMember(userId) is { IsActive: true } ? null : new ApiError(NoSuchUser, "userid not found"),
        id => world.Contacts.FindDepartment(id) is null ? new ApiError(NoSuchDepartment, "invalid department id") : null,
        (account, users, departments) => account with
        {
            UserIds = [.. account.UserIds.Union(users, StringComparer.OrdinalIgnoreCase)],
            DepartmentIds = [.. account.DepartmentIds.Union(departments)],
        });

    private static ApiAnswer RemoveServicers(ApiRequest request, ServiceAccounts accounts)
    {
        var account = accounts.Find(request.Body.Text("open_kfid"));
        return ChangeServicers(
            request, accounts,
            userId => account!.UserIds.Contains(userId, StringComparer.OrdinalIgnoreCase) ? null : ServiceError.NotServicer,
            id => account!.DepartmentIds.Contains((int)id) ? null : ServiceError.NotServicer,
            (changed, users, departments) => changed with
            {
                UserIds = [.. changed.UserIds.Except(users, StringComparer.OrdinalIgnoreCase)],
                DepartmentIds = [.. changed.DepartmentIds.Except(departments)],
            });
    }

    private static ApiAnswer ChangeServicers(
        ApiRequest request, ServiceAccounts accounts, Func<string, ApiError?> checkUser, Func<long, ApiError?> checkDepartment,
        Func<ServiceAccount, IReadOnlyList<string>, IReadOnlyList<int>, ServiceAccount> change)
    {
        var openKfId = request.Body.Text("open_kfid");
        if (Check(accounts, openKfId, request.App) is { } error)
            return ApiAnswer.Failed(error);
        var (users, departments) = (request.Body.Texts("userid_list") ?? [], request.Body.Numbers("department_id_list") ?? []);
        if (users.Count + departments.Count == 0 || users.Count > MaxUsers || departments.Count > MaxDepartments)
            return ApiAnswer.Failed(ServiceError.Parameter("invalid userid_list or department_id_list"));

        var results = new JsonArray(
        [
            .. users.Select(userId => Result("userid", userId, checkUser(userId))),
            .. departments.Select(id => Result("department_id", id, checkDepartment(id))),
        ]);
        accounts.Change(openKfId!, account => change(
            account, [.. users.Where(userId => checkUser(userId) is null)], [.. departments.Where(id => checkDepartment(id) is null).Select(id => (int)id)]));
        return ApiAnswer.Ok(("result_list", results));
    }

    private static ApiAnswer ListServicers(ApiRequest request, ServiceAccounts accounts)
    {
        if (Check(accounts, request.Query("open_kfid"), request.App) is { } error)
            return ApiAnswer.Failed(error);
        var account = accounts.Find(request.Query("open_kfid"))!;
        return ApiAnswer.Ok(("servicer_list", new JsonArray(
        [
            .. account.UserIds.Select(userId => new JsonObject
            {
                ["userid"] = userId,
                ["status"] = account.StoppedUserIds.Contains(userId, StringComparer.OrdinalIgnoreCase) ? 1 : 0,
            }),
            .. account.DepartmentIds.Select(id => new JsonObject { ["department_id"] = id }),
        ])));
    }

    private static JsonObject Result(string name, JsonNode value, ApiError? error) => new()
    {
        [name] = value,
        ["errcode"] = error?.Code ?? 0,
        ["errmsg"] = error?.Message ?? "success",
    };

    private static bool IsName(string? name) => name is { Length: > 0 } && name.EnumerateRunes().Count() <= MaxNameCharacters;
}
