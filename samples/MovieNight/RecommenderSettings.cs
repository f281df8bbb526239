using Itdr.Evaluation;
using Itdr.Inference;
using Itdr.LLamaSharp;

namespace MovieNight;

/// <summary>Who ranks: the section Recommender of the settings. A baseline, unless a model is named.</summary>
internal sealed class RecommenderSettings
{
    /// <summary>The baseline that ranks without a model.</summary>
    public string Baseline { get; set; } = "co-occurrence";

    /// <summary>The address of an OpenAI-compatible server, with <c>/v1</c>, or null.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The model's name at that server.</summary>
    public string Model { get; set; } = "";

    /// <summary>The server's key, or null. Better given as the variable <c>Recommender__ApiKey</c> than on a command line.</summary>
    public string? ApiKey { get; set; }

    /// <summary>A model's GGUF file, or null.</summary>
    public string? Gguf { get; set; }

    /// <summary>The folder of llama.cpp's native libraries for it, where the app brings none, or null.</summary>
    public string? Natives { get; set; }

    /// <summary>Who ranks, in words.</summary>
    public string Description => Endpoint is not null ? $"{Model} at {Endpoint.Host}" : Gguf is not null ? Path.GetFileName(Gguf) : $"the baseline {Baseline}, no model";

    /// <summary>Registers the recommender. A model in process is looked at when the app starts, and loaded for the first ranking.</summary>
    public void Register(IServiceCollection services)
    {
        if (Endpoint is not null)
        {
            services.AddItdr().UseEndpoint(endpoint => (endpoint.Address, endpoint.Model, endpoint.ApiKey, endpoint.Retries) = (Endpoint, Model, ApiKey, 1));
        }
        else if (Gguf is not null)
        {
            services.AddItdr().UseLLamaSharp(model => (model.ModelPath, model.NativeFolder) = (Gguf, Natives));
        }
        else
        {
            services.AddItdr().UseBaseline(options => options.Name = Baseline, static _ => Club.Evidence());
        }
    }
}
