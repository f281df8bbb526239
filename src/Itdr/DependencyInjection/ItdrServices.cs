using Itdr;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Itdr to an app.</summary>
public static class ItdrServices
{
    /// <summary>
    /// Begins to register a recommender: <c>services.AddItdr().UseChatClient()</c>. An app may have several, by key:
    /// <c>services.AddItdr("teacher").UseEndpoint(…)</c> is injected with <c>[FromKeyedServices("teacher")]</c>.
    /// </summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="key">The key of the recommender, or null for the one that is injected without a key.</param>
    /// <exception cref="ArgumentException"><paramref name="key"/> is empty.</exception>
    public static ItdrBuilder AddItdr(this IServiceCollection services, string? key = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        return key is "" ? throw new ArgumentException("A key has at least one character; use null for no key.", nameof(key)) : new ItdrBuilder(services, key);
    }
}
