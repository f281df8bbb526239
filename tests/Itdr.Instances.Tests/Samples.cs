using Itdr.Subtasks;

namespace Itdr.Instances.Tests;

/// <summary>Invented tasks to write and read.</summary>
internal static class Samples
{
    public static Item Orchard { get; } = new("Orchard of Velrimar, The (1987)", "Drama|War") { Id = "7" };

    public static Item Lantern { get; } = new("\"Lantern\" \U0001F3AC 灯 — é\u2028", null) { Id = "8" };

    public static TopKRecommendation Task { get; } = new(ItemDomain.Movies, [Orchard], [Lantern, Orchard]);

    public static Instance<TopKRecommendation, TopKRecommendation.Answer> Instance { get; } = new("top-k.movielens-1m.12", Task)
    {
        User = "12",
        Answer = new TopKRecommendation.Answer([Orchard, Lantern]),
        Relevance = [0, 1],
    };

    public static string Written(params IEnumerable<Instance<TopKRecommendation, TopKRecommendation.Answer>> instances)
    {
        using var stream = new MemoryStream();
        using (var writer = new InstanceWriter<TopKRecommendation, TopKRecommendation.Answer>(stream))
        {
            foreach (var instance in instances)
            {
                writer.Write(instance);
            }

            writer.Flush();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    public static InstanceReader<TopKRecommendation, TopKRecommendation.Answer> Reader(string text) => Reader(System.Text.Encoding.UTF8.GetBytes(text));

    public static InstanceReader<TopKRecommendation, TopKRecommendation.Answer> Reader(byte[] bytes) => new(new MemoryStream(bytes), "top.jsonl");
}
