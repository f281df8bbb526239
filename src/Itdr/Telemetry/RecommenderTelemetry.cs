namespace Itdr;

/// <summary>Puts telemetry around a recommender.</summary>
public static class RecommenderTelemetry
{
    /// <summary>
    /// The same recommender with its calls traced and counted under <see cref="ItdrTelemetry.Name"/>. What
    /// <c>AddItdr()</c> registers has this already.
    /// </summary>
    /// <param name="recommender">The recommender; disposing of the result disposes of it.</param>
    /// <param name="name">What the recommender is called in traces and counts.</param>
    /// <returns>A recommender that streams if and only if the given one does.</returns>
    public static IRecommender WithTelemetry(this IRecommender recommender, string name)
    {
        ArgumentNullException.ThrowIfNull(recommender);
        ArgumentNullException.ThrowIfNull(name);
        return recommender is IStreamingRecommender streaming
            ? new MeasuredStreamingRecommender(streaming, name)
            : new MeasuredRecommender(recommender, name);
    }
}
