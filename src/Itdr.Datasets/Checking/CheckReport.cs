namespace Itdr.Datasets;

/// <summary>What came of checking a dataset folder.</summary>
/// <param name="Instances">How many instances were read.</param>
/// <param name="Unlabelled">How many of them have no label.</param>
/// <param name="Results">What came of each rule, in the order of <see cref="CheckRule.All"/>.</param>
/// <param name="Notes">What is no fault but should be known, as sentences.</param>
public sealed record CheckReport(long Instances, long Unlabelled, IReadOnlyList<CheckResult> Results, IReadOnlyList<string> Notes)
{
    /// <summary>The findings of all rules together.</summary>
    public long Findings => Results.Sum(static result => result.Findings);
}

/// <summary>What came of one rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Checked">How many things it was tried on.</param>
/// <param name="Findings">How often it does not hold.</param>
/// <param name="Examples">The first few places where it does not hold.</param>
public sealed record CheckResult(CheckRule Rule, long Checked, long Findings, IReadOnlyList<CheckFinding> Examples);
