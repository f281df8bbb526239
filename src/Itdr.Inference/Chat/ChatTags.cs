using System.Diagnostics;
using Microsoft.Extensions.AI;

namespace Itdr.Inference;

/// <summary>Says in the trace of a call which chat model it asks, by OpenTelemetry's conventions for generative AI.</summary>
internal sealed class ChatTags(IChatClient client)
{
    private readonly ChatClientMetadata? metadata = client.GetService<ChatClientMetadata>();

    /// <summary>Tags the activity around the call, if there is one and it is ours.</summary>
    public void SetOnCall()
    {
        if (Activity.Current is not { IsAllDataRequested: true, Source.Name: ItdrTelemetry.Name } activity)
        {
            return;
        }

        // A tag without a value is not set.
        var address = metadata?.ProviderUri;
        activity.SetTag("gen_ai.operation.name", "chat")
            .SetTag("gen_ai.provider.name", metadata?.ProviderName)
            .SetTag("gen_ai.request.model", metadata?.DefaultModelId)
            .SetTag("server.address", address?.Host)
            .SetTag("server.port", address?.Port);
    }
}
