using Hongyan.Simulator.Live;

namespace Hongyan.Simulator.WeCom;

/// <summary>The customers, who has them, their tags, and the groups they are in.</summary>
public sealed class CustomerBook(LiveFeed feed)
{
    private readonly Lock _lock = new();
    private IReadOnlyList<Customer> _customers = SampleCustomers.All;
    private IReadOnlyList<CustomerFollow> _follows = SampleCustomers.Follows;
    private IReadOnlyList<CustomerTagGroup> _tags = SampleCustomers.Tags;
    private IReadOnlyList<ContactWay> _ways = [];
    private IReadOnlyList<CustomerGroup> _groups = [];

    /// <summary>All customers, oldest first.</summary>
    public IReadOnlyList<Customer> All => Volatile.Read(ref _customers);

    /// <summary>Who has whom.</summary>
    public IReadOnlyList<CustomerFollow> Follows => Volatile.Read(ref _follows);

    /// <summary>The tags by their groups.</summary>
    public IReadOnlyList<CustomerTagGroup> Tags => Volatile.Read(ref _tags);

    /// <summary>The contact ways.</summary>
    public IReadOnlyList<ContactWay> Ways => Volatile.Read(ref _ways);

    /// <summary>The groups.</summary>
    public IReadOnlyList<CustomerGroup> Groups => Volatile.Read(ref _groups);

    /// <summary>The customer of this external_userid, or null.</summary>
    public Customer? Find(string? externalUserId) => All.FirstOrDefault(customer => customer.ExternalUserId == externalUserId);

    /// <summary>A member's notes on a customer, or null: the member does not have this customer.</summary>
    public CustomerFollow? FindFollow(string? userId, string? externalUserId) => Follows.FirstOrDefault(follow =>
        string.Equals(follow.UserId, userId, StringComparison.OrdinalIgnoreCase) && follow.ExternalUserId == externalUserId);

    /// <summary>The tag of this id, or null.</summary>
    public CustomerTag? FindTag(string id) => Tags.SelectMany(group => group.Tags).FirstOrDefault(tag => tag.Id == id);

    /// <summary>Adds a customer.</summary>
    public Customer Add(string name, int gender)
    {
        var id = Invented.ExternalUserId();
        var customer = new Customer { ExternalUserId = id, Name = name, Gender = gender, UnionId = "o" + id[2..] };
        lock (_lock)
            Volatile.Write(ref _customers, [.. _customers, customer]);
        feed.Publish(new CustomerChange(id));
        return customer;
    }

    /// <summary>Replaces a customer by what has become of them.</summary>
    public void Save(Customer customer)
    {
        lock (_lock)
            Volatile.Write(ref _customers, [.. _customers.Select(each => each.ExternalUserId == customer.ExternalUserId ? customer : each)]);
        feed.Publish(new CustomerChange(customer.ExternalUserId));
    }

    /// <summary>Gives a customer to a member; false when the member has this customer already.</summary>
    public bool TryAdd(CustomerFollow follow)
    {
        lock (_lock)
        {
            if (FindFollow(follow.UserId, follow.ExternalUserId) is not null)
                return false;
            Volatile.Write(ref _follows, [.. _follows, follow]);
        }
        feed.Publish(new CustomerChange(follow.ExternalUserId));
        return true;
    }

    /// <summary>Changes a member's notes on a customer; false when the member does not have this customer.</summary>
    public bool Change(string? userId, string? externalUserId, Func<CustomerFollow, CustomerFollow> change)
    {
        lock (_lock)
        {
            if (FindFollow(userId, externalUserId) is not { } follow)
                return false;
            var changed = change(follow);
            Volatile.Write(ref _follows, [.. _follows.Select(each => each == follow ? changed : each)]);
        }
        feed.Publish(new CustomerChange(externalUserId!));
        return true;
    }

    /// <summary>Takes a customer from a member; false when the member does not have this customer.</summary>
    public bool Remove(string userId, string externalUserId)
    {
        lock (_lock)
        {
            if (FindFollow(userId, externalUserId) is not { } follow)
                return false;
            Volatile.Write(ref _follows, [.. _follows.Where(each => each != follow)]);
        }
        feed.Publish(new CustomerChange(externalUserId));
        return true;
    }

    /// <summary>Changes the tags; those that are gone are taken off the customers.</summary>
    public void ChangeTags(Func<IReadOnlyList<CustomerTagGroup>, IReadOnlyList<CustomerTagGroup>> change)
    {
        lock (_lock)
        {
            Volatile.Write(ref _tags, change(_tags));
            var left = _tags.SelectMany(group => group.Tags).Select(tag => tag.Id).ToHashSet();
            Volatile.Write(ref _follows, [.. _follows.Select(follow =>
                follow.TagIds.All(left.Contains) ? follow : follow with { TagIds = [.. follow.TagIds.Where(left.Contains)] })]);
        }
    }

    /// <summary>Changes the contact ways.</summary>
    public void ChangeWays(Func<IReadOnlyList<ContactWay>, IReadOnlyList<ContactWay>> change)
    {
        lock (_lock)
            Volatile.Write(ref _ways, change(_ways));
    }

    /// <summary>Adds a group.</summary>
    public void Add(CustomerGroup group)
    {
        lock (_lock)
            Volatile.Write(ref _groups, [.. _groups, group]);
    }

    /// <summary>Back to the samples.</summary>
    public void Reset()
    {
        lock (_lock)
        {
            Volatile.Write(ref _customers, SampleCustomers.All);
            Volatile.Write(ref _follows, SampleCustomers.Follows);
            Volatile.Write(ref _tags, SampleCustomers.Tags);
            Volatile.Write(ref _ways, []);
            Volatile.Write(ref _groups, []);
        }
    }
}
