namespace Hongyan.WeCom;

/// <summary>Someone who gets a copy of an approval.</summary>
public sealed record OpenApprovalPerson
{
    /// <summary>Makes one by hand, for a test.</summary>
    public OpenApprovalPerson()
    {
    }

    internal OpenApprovalPerson(in Protocol.PayloadFields payload)
    {
        Name = payload.Text("ItemName"u8);
        UserId = payload.Text("ItemUserId"u8);
        Department = payload.Text("ItemParty"u8);
        ImageUrl = payload.Text("ItemImage"u8);
    }

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The member.</summary>
    public string UserId { get; init; } = "";

    /// <summary>The name of their department.</summary>
    public string Department { get; init; } = "";

    /// <summary>Their picture.</summary>
    public string ImageUrl { get; init; } = "";
}
