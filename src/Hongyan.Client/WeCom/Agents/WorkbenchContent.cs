namespace Hongyan.WeCom;

/// <summary>
/// What an application shows on the workbench (工作台自定义展示): <see cref="WorkbenchKeyFigures"/>, <see cref="WorkbenchImage"/>,
/// <see cref="WorkbenchList"/> or <see cref="WorkbenchPage"/>.
/// </summary>
public abstract record WorkbenchContent
{
    private protected WorkbenchContent()
    {
    }

    /// <summary>The template's type as the platform spells it.</summary>
    public abstract string Type { get; }
}
