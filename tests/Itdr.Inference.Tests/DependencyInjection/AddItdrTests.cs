using Itdr.Inference.Tests.Chat;
using Itdr.Subtasks;
using Itdr.Testing.Chat;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Itdr.Inference.Tests.DependencyInjection;

public sealed class AddItdrTests
{
    [Fact]
    public async Task An_app_recommends_with_its_own_chat_client()
    {
        var services = new ServiceCollection().AddSingleton<IChatClient>(new ClientDouble(static (_, _) => "Heat"));
        services.AddItdr().UseChatClient(static options => options.SystemMessage = "Be brief.");
        await using var provider = services.BuildServiceProvider();
        var result = await provider.GetRequiredService<IRecommender>().RecommendNextAsync(ChatTasks.Next("Heat", "Ronin"));
        Assert.Equal("Heat", result.Value.Choice.Title);
    }

    [Fact]
    public async Task Keyed_recommenders_have_clients_and_options_of_their_own()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IChatClient>(new ClientDouble(static (messages, _) => messages.Count == 1 ? "Heat" : "Ronin"));
        services.AddKeyedSingleton<IChatClient>("teacher", new ClientDouble(static (messages, _) => messages.Count == 2 ? "Alien" : "Ronin"));
        services.AddItdr().UseChatClient();
        services.AddItdr("teacher").UseChatClient(static options => options.SystemMessage = "Teach.");
        services.AddItdr("other").UseChatClient(static options => options.SystemMessage = "Other.");
        await using var provider = services.BuildServiceProvider();
        Assert.Equal("Heat", await Ask(provider.GetRequiredService<IRecommender>()));
        Assert.Equal("Alien", await Ask(provider.GetRequiredKeyedService<IRecommender>("teacher")));
        Assert.Equal("Ronin", await Ask(provider.GetRequiredKeyedService<IRecommender>("other")));
    }

    [Fact]
    public async Task An_endpoint_is_all_that_an_app_needs()
    {
        await using var server = await ChatServerDouble.SayingAsync("Heat");
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddItdr().UseEndpoint(options =>
        {
            options.Address = server.Address;
            options.Model = "m";
        });
        using var host = builder.Build();
        await host.StartAsync();
        Assert.Equal("Heat", await Ask(host.Services.GetRequiredService<IRecommender>()));
        await host.StopAsync();
    }

    [Fact]
    public async Task Wrong_options_stop_the_app_at_its_start_with_all_that_is_wrong()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddItdr("a").UseEndpoint(
            static options =>
            {
                options.Address = new Uri("ftp://host");
                options.Retries = 99;
            },
            static options =>
            {
                options.Form = AnswerForm.Grammar;
                options.MaxOutputTokens = 0;
            });
        using var host = builder.Build();
        var error = await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync());
        Assert.Contains("must be absolute and begin with http:// or https://", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("The model must have a name", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Retries is 99", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("OpenAI takes no Grammar; use AnswerForm.JsonSchema", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("MaxOutputTokens is 0", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://user:pass@host/v1")]
    [InlineData("http://host/v1?key=abc")]
    public void An_address_that_holds_a_secret_is_refused_without_repeating_it(string address)
    {
        var error = Assert.Throws<ArgumentException>(() => ChatEndpoint.Connect(new ChatEndpointOptions { Address = new Uri(address), Model = "m" }));
        Assert.Contains("must hold neither a user nor a query", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("pass", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("abc", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recommender_with_wrong_options_is_not_made() =>
        Assert.Throws<ArgumentException>(() => new ChatRecommender(new ClientDouble(static (_, _) => ""), new ChatRecommenderOptions { MoreControlTexts = { "x" } }));

    [Fact]
    public void An_empty_key_is_refused() => Assert.Throws<ArgumentException>(() => new ServiceCollection().AddItdr(""));

    private static async Task<string> Ask(IRecommender recommender) =>
        (await recommender.RecommendNextAsync(ChatTasks.Next("Heat", "Ronin", "Alien"))).Value.Choice.Title;
}
