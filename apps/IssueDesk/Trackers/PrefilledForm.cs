namespace Hongyan.IssueDesk.Trackers;

/// <summary>A form of the tracker's own pages that is filled in already.</summary>
/// <param name="Address">Opens it.</param>
/// <param name="IsWhole">Whether all of the texts fitted into the address.</param>
internal sealed record PrefilledForm(Uri Address, bool IsWhole);
