using Hongyan.Hub.Accounts;
using Microsoft.AspNetCore.Authorization;

namespace Hongyan.Hub.Shell;

/// <summary>Who may see a page of the console, and who may send its forms.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ConsolePageAttribute : AuthorizeAttribute
{
    /// <summary>A page that is seen from this role on, and changed from Operator on.</summary>
    public ConsolePageAttribute(ConsoleRole see)
        : this(see, see > ConsoleRole.Operator ? see : ConsoleRole.Operator)
    {
    }

    /// <summary>A page that is seen from one role on and changed from another.</summary>
    public ConsolePageAttribute(ConsoleRole see, ConsoleRole change)
        : base(ConsoleAccess.PolicyOf(see, change)) => (See, Change) = (see, change);

    /// <summary>Who may look at it.</summary>
    public ConsoleRole See { get; }

    /// <summary>Who may send a form of it.</summary>
    public ConsoleRole Change { get; }
}
