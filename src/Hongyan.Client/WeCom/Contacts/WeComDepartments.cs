using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Hongyan.Calls;

namespace Hongyan.WeCom;

/// <summary>The departments of the corp (部门).</summary>
/// <remarks>What changes departments needs the secret of 管理工具 → 通讯录同步; any other is refused with 48002.</remarks>
public sealed class WeComDepartments
{
    private readonly PlatformCalls _calls;

    internal WeComDepartments(PlatformCalls calls) => _calls = calls;

    /// <summary>Creates a department (创建部门).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/90205. At most 15 levels, and 30000 in a corp.</remarks>
    /// <param name="department">Its name and place.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Its id.</returns>
    /// <exception cref="FieldLimitException">The name is empty, too long or has characters that it cannot have.</exception>
    /// <exception cref="PlatformApiException">For instance 60008: a sibling has the name; 60004: there is no such parent.</exception>
    [Endpoint("POST /cgi-bin/department/create")]
    public async Task<int> CreateAsync(NewDepartment department, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(department);
        ContactLimits.Check(department);
        var created = await _calls.ChangeAsync(
            "/cgi-bin/department/create", department, WeComContactsJson.Default.NewDepartment, WeComContactsJson.Default.CreatedDepartment, cancellationToken)
            .ConfigureAwait(false);
        return created.Id;
    }

    /// <summary>Changes a department (更新部门).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/90206</remarks>
    /// <param name="changes">Which, and what.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">The name is empty, too long or has characters that it cannot have.</exception>
    [Endpoint("POST /cgi-bin/department/update")]
    public Task UpdateAsync(DepartmentChanges changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        ContactLimits.Check(changes);
        return _calls.ChangeAsync("/cgi-bin/department/update", changes, WeComContactsJson.Default.DepartmentChanges, cancellationToken);
    }

    /// <summary>Deletes a department that is empty (删除部门).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/90207</remarks>
    /// <param name="id">The department.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PlatformApiException">60005: it has members; 60006: there are departments below it; 60007: it is the root.</exception>
    [Endpoint("GET /cgi-bin/department/delete")]
    public Task DeleteAsync(int id, CancellationToken cancellationToken = default) =>
        _calls.ChangeAsync(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"/cgi-bin/department/delete?id={id}"), cancellationToken);

    /// <summary>Lists departments with everything below them (获取部门列表).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/90208. The platform gives it as one answer.</remarks>
    /// <param name="id">The department to begin with, which is listed too; null lists all that the application sees.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("GET /cgi-bin/department/list")]
    public async IAsyncEnumerable<Department> ListAsync(int? id = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var list = await _calls.ReadAsync(PathOf("/cgi-bin/department/list", id), WeComContactsJson.Default.DepartmentListWire, cancellationToken)
            .ConfigureAwait(false);
        foreach (var department in list.Departments ?? [])
            yield return department;
    }

    /// <summary>Lists the ids of departments with everything below them (获取子部门ID列表).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/95350. The platform gives it as one answer.</remarks>
    /// <param name="id">The department to begin with, which is listed too; null lists all that the application sees.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("GET /cgi-bin/department/simplelist")]
    public async IAsyncEnumerable<DepartmentNode> ListNodesAsync(int? id = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var list = await _calls.ReadAsync(PathOf("/cgi-bin/department/simplelist", id), WeComContactsJson.Default.DepartmentNodesWire, cancellationToken)
            .ConfigureAwait(false);
        foreach (var department in list.Departments ?? [])
            yield return department;
    }

    /// <summary>Gives one department (获取单个部门详情).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/95351</remarks>
    /// <param name="id">The department.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PlatformApiException">60003: there is none; 60011: it is out of the application's scope.</exception>
    [Endpoint("GET /cgi-bin/department/get")]
    public async Task<Department> GetAsync(int id, CancellationToken cancellationToken = default)
    {
        var answer = await _calls.ReadAsync(PathOf("/cgi-bin/department/get", id), WeComContactsJson.Default.DepartmentWire, cancellationToken)
            .ConfigureAwait(false);
        return answer.Department ?? throw new JsonException("The answer has no department.");
    }

    private static string PathOf(string path, int? id) => id is null ? path : string.Create(CultureInfo.InvariantCulture, $"{path}?id={id}");
}
