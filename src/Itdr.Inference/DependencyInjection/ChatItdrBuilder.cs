using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Itdr.Inference;

/// <summary>Recommenders over chat models for an app's services.</summary>
public static class ChatItdrBuilder
{
    private const string Name = "chat";

    /// <summary>Recommends with a chat client.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets options; they are validated when the app starts.</param>
    /// <param name="client">Gives the client, which stays whoever's it is; null for the one registered under the builder's key, or else without a key.</param>
    /// <returns>The builder.</returns>
    public static ItdrBuilder UseChatClient(
        this ItdrBuilder builder, Action<ChatRecommenderOptions>? configure = null, Func<IServiceProvider, IChatClient>? client = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        client ??= provider => (builder.Key is { } key ? provider.GetKeyedService<IChatClient>(key) : null) ?? provider.GetRequiredService<IChatClient>();
        builder.Services.AddOptions<ChatRecommenderOptions>(builder.OptionsName).Configure(configure ?? (static _ => { })).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ChatRecommenderOptions>, ChatOptionsValidation>());
        return builder.UseRecommender(Name, provider => new ChatRecommender(
            client(provider),
            provider.GetRequiredService<IOptionsMonitor<ChatRecommenderOptions>>().Get(builder.OptionsName),
            provider.GetService<ILoggerFactory>()));
    }

    /// <summary>Recommends with an OpenAI-compatible server.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="endpoint">Says where it is; validated when the app starts.</param>
    /// <param name="configure">Sets options of the recommender; validated when the app starts.</param>
    /// <returns>The builder.</returns>
    public static ItdrBuilder UseEndpoint(this ItdrBuilder builder, Action<ChatEndpointOptions> endpoint, Action<ChatRecommenderOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(endpoint);
        builder.Services.AddOptions<ChatEndpointOptions>(builder.OptionsName).Configure(endpoint).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ChatEndpointOptions>, EndpointOptionsValidation>());

        // A service of its own, so that the container disposes of it: its connections end with the app.
        var key = new object();
        builder.Services.AddKeyedSingleton(key, (provider, _) => ChatEndpoint.Connect(
            provider.GetRequiredService<IOptionsMonitor<ChatEndpointOptions>>().Get(builder.OptionsName), provider.GetService<ILoggerFactory>()));
        return builder.UseChatClient(configure, provider => provider.GetRequiredKeyedService<IChatClient>(key));
    }

    private static ValidateOptionsResult ResultOf(IEnumerable<string> flaws)
    {
        var found = flaws.ToList();
        return found.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(found);
    }

    private sealed class ChatOptionsValidation : IValidateOptions<ChatRecommenderOptions>
    {
        public ValidateOptionsResult Validate(string? name, ChatRecommenderOptions options) => ResultOf(options.Flaws());
    }

    private sealed class EndpointOptionsValidation : IValidateOptions<ChatEndpointOptions>
    {
        public ValidateOptionsResult Validate(string? name, ChatEndpointOptions options) => ResultOf(options.Flaws());
    }
}
