namespace Itdr.Datasets;

/// <summary>How far a build is.</summary>
/// <param name="Stage">What is being done, such as <c>read ratings.csv of movielens-32m</c>; stages follow each other and none comes back once it is done.</param>
/// <param name="Done">How much of the stage is done.</param>
/// <param name="Total">How much there is to do; at least 1.</param>
public sealed record BuildProgress(string Stage, long Done, long Total);
