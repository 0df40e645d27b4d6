namespace Hongyan.Repository.Tests.Listings;

internal sealed class StaffList
{
    public bool IsTeacher(UserRef user) => user.Id.Length > 0;
}
