using Itdr.Subtasks;
using Itdr.Testing.Chat;
using Microsoft.Extensions.AI;

namespace Itdr.Inference.Tests.Chat;

/// <summary>Tasks and recommenders that the tests of chats share.</summary>
internal static class ChatTasks
{
    public const string Key = "sk-a-key-that-nobody-may-see";

    public static TopKRecommendation Rank(params string[] titles) =>
        new(ItemDomain.Movies, [new Item("Paper Boats (1979)")], [.. titles.Select(static title => new Item(title))]);

    public static NextItemRecommendation Next(params string[] titles) =>
        new(ItemDomain.Movies, [new Item("Paper Boats (1979)")], [.. titles.Select(static title => new Item(title))]);

    public static RatingPrediction Rate(string title) =>
        new(ItemDomain.Movies, RatingScale.HalfPoints, [new RatedItem(new Item("Paper Boats (1979)"), 4)], new Item(title));

    public static IChatClient Connect(ChatServerDouble server, Action<ChatEndpointOptions>? configure = null)
    {
        var options = new ChatEndpointOptions { Address = server.Address, Model = "m", ApiKey = Key, Retries = 0, FirstWait = TimeSpan.FromMilliseconds(1) };
        configure?.Invoke(options);
        return ChatEndpoint.Connect(options);
    }

    public static ChatRecommender Recommender(ChatServerDouble server, Action<ChatRecommenderOptions>? configure = null, Action<ChatEndpointOptions>? endpoint = null)
    {
        var options = new ChatRecommenderOptions();
        configure?.Invoke(options);
        return new ChatRecommender(Connect(server, endpoint), options);
    }
}
