namespace Hongyan.WeCom;

/// <summary>How the application looks on the workbench, and what it shows to members for whom nothing of their own is set.</summary>
/// <param name="Type">The template's type as the platform spells it: <c>keydata</c>, <c>image</c>, <c>list</c>, <c>webview</c>, or <c>normal</c> for the plain icon.</param>
/// <param name="Content">What is shown; null for the plain icon and for a type that is not known here.</param>
public sealed record WorkbenchTemplate(string Type, WorkbenchContent? Content);
