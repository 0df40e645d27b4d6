namespace Hongyan.Repository.Tests.Listings;

internal sealed class StaffList(params string[] teachers)
{
    private readonly HashSet<UserRef> _left = [];
    private readonly List<string> _remarks = [];

    public bool IsTeacher(UserRef user) => teachers.Contains(user.Id);

    public bool HasLeft(UserRef user) => _left.Contains(user);

    public void Remove(UserRef user) => _left.Add(user);

    public void Note(string remark) => _remarks.Add(remark);
}
