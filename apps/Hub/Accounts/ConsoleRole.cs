namespace Hongyan.Hub.Accounts;

/// <summary>What somebody may do in the console. Each may do what the one before may.</summary>
public enum ConsoleRole
{
    /// <summary>Looks (查看者): sees everything but what people wrote, and changes nothing.</summary>
    Viewer = 1,

    /// <summary>Works (操作员): reads what people wrote, retries, changes what the applications let be changed.</summary>
    Operator = 2,

    /// <summary>Decides who works here (管理员): accounts and the audit.</summary>
    Administrator = 3,
}
