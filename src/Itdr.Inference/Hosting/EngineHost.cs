using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Itdr.Inference;

/// <summary>
/// Owns a token engine: one thread decodes, any number of callers wait in a queue. Calls that run side by side share
/// decode calls, and calls that share the front of their prompt, such as an instruction, decode it once. Safe for use
/// by several threads.
/// </summary>
public sealed class EngineHost : IAsyncDisposable
{
    private readonly ITokenEngine engine;
    private readonly EngineLoop loop;
    private readonly double speculationCost;
    private Vocabulary? vocabulary;

    /// <summary>Takes over an engine.</summary>
    /// <param name="engine">The engine; it is disposed of together with this.</param>
    /// <param name="options">How it is shared; null for the defaults.</param>
    /// <exception cref="ArgumentException">The options do not fit the engine.</exception>
    public EngineHost(ITokenEngine engine, EngineHostOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(engine);
        options ??= new EngineHostOptions();
        options.Validate(engine.Limits);
        this.engine = engine;
        speculationCost = options.SpeculationCost ?? engine.Limits.SpeculationCost;
        loop = new EngineLoop(engine, options);
    }

    /// <summary>Ranks candidates as the model would write them, a list with each candidate at most once.</summary>
    /// <param name="prompt">The user's turn.</param>
    /// <param name="candidates">The candidates' texts; equal texts take their places in the order given.</param>
    /// <param name="layout">How the list is laid out; null for <see cref="ListLayout.Numbered"/>.</param>
    /// <param name="places">How many places to fill; null for all.</param>
    /// <param name="cancellationToken">Ends the call between two decode calls.</param>
    /// <exception cref="TokenEngineException">There is no ranking; the message says why.</exception>
    public Task<RankedCandidates> RankAsync(
        EnginePrompt prompt, IReadOnlyList<string> candidates, ListLayout? layout = null, int? places = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        var count = places ?? candidates.Count;
        ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(places));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, candidates.Count, nameof(places));
        return RunAsync(
            prompt,
            async lane =>
            {
                var walk = new TrieWalk(lane, speculationCost);
                var entries = new EntryText(layout ?? ListLayout.Numbered, "");
                var (order, _) = await RankingWalk.RankAsync(walk, lane, candidates, entries, count).ConfigureAwait(false);
                return (walk, order);
            },
            static (ranked, usage) => new RankedCandidates(
                ImmutableCollectionsMarshal.AsImmutableArray(ranked.order), ranked.walk.LogProbability, ranked.walk.SmallestMargin, usage),
            cancellationToken);
    }

    /// <summary>Scores each candidate as the first entry of a list, all of them in few decode calls.</summary>
    /// <param name="prompt">The user's turn.</param>
    /// <param name="candidates">The candidates' texts.</param>
    /// <param name="normalization">What the log-likelihoods are divided by.</param>
    /// <param name="layout">How the list is laid out; null for <see cref="ListLayout.Numbered"/>.</param>
    /// <param name="cancellationToken">Ends the call between two decode calls.</param>
    /// <exception cref="TokenEngineException">There are no scores; the message says why.</exception>
    public Task<CandidateScores> ScoreAsync(
        EnginePrompt prompt, IReadOnlyList<string> candidates, ScoreNormalization normalization = ScoreNormalization.Sum,
        ListLayout? layout = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        return RunAsync(
            prompt,
            lane => CandidateScoring.ScoreAsync(lane, candidates, new EntryText(layout ?? ListLayout.Numbered, ""), normalization),
            static (scored, usage) => new CandidateScores(scored.LogLikelihoods, scored.Scores, scored.Order, usage),
            cancellationToken);
    }

    /// <summary>Lets the model write an answer that a constraint allows.</summary>
    /// <param name="prompt">The user's turn.</param>
    /// <param name="constraint">What the answer may look like.</param>
    /// <param name="options">How it is written; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the call between two decode calls.</param>
    /// <exception cref="ArgumentException">The options are not within their ranges.</exception>
    /// <exception cref="TokenEngineException">There is no answer; the message says why.</exception>
    public Task<EngineOutput> GenerateAsync(
        EnginePrompt prompt, OutputConstraint constraint, GenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        GenerateAsync(prompt, constraint, options, hear: null, cancellationToken);

    /// <summary>The same as <see cref="GenerateAsync(EnginePrompt, OutputConstraint, GenerationOptions?, CancellationToken)"/>, piece by piece: what is settled of the text is given at once, each place of a ranking when it is decided.</summary>
    /// <param name="prompt">The user's turn.</param>
    /// <param name="constraint">What the answer may look like.</param>
    /// <param name="options">How it is written; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the call between two decode calls; so does who stops reading.</param>
    /// <returns>The pieces of the text; the last one, and no other, has the output.</returns>
    /// <exception cref="ArgumentException">The options are not within their ranges.</exception>
    /// <exception cref="TokenEngineException">There is no answer; the message says why.</exception>
    public IAsyncEnumerable<EnginePiece<EngineOutput>> GenerateStreamingAsync(
        EnginePrompt prompt, OutputConstraint constraint, GenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        EngineStream.Of((hear, left) => GenerateAsync(prompt, constraint, options, hear, left), cancellationToken);

    /// <summary>Lets the model write a text that no constraint describes.</summary>
    /// <param name="prompt">The user's turn.</param>
    /// <param name="options">How it is written; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the call between two decode calls.</param>
    /// <exception cref="ArgumentException">The options are not within their ranges, or the JSON schema is none.</exception>
    /// <exception cref="NotSupportedException">The JSON schema has a keyword that is not known.</exception>
    /// <exception cref="TokenEngineException">There is no text; the message says why.</exception>
    public Task<PlainOutput> WriteAsync(
        EnginePrompt prompt, PlainTextOptions? options = null, CancellationToken cancellationToken = default) =>
        WriteAsync(prompt, options, hear: null, cancellationToken);

    /// <summary>The same as <see cref="WriteAsync(EnginePrompt, PlainTextOptions?, CancellationToken)"/>, piece by piece.</summary>
    /// <param name="prompt">The user's turn.</param>
    /// <param name="options">How it is written; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the call between two decode calls; so does who stops reading.</param>
    /// <returns>The pieces of the text; the last one, and no other, has the output.</returns>
    /// <exception cref="ArgumentException">The options are not within their ranges, or the JSON schema is none.</exception>
    /// <exception cref="NotSupportedException">The JSON schema has a keyword that is not known.</exception>
    /// <exception cref="TokenEngineException">There is no text; the message says why.</exception>
    public IAsyncEnumerable<EnginePiece<PlainOutput>> WriteStreamingAsync(
        EnginePrompt prompt, PlainTextOptions? options = null, CancellationToken cancellationToken = default) =>
        EngineStream.Of((hear, left) => WriteAsync(prompt, options, hear, left), cancellationToken);

    /// <summary>
    /// Changes the engine, its adapters for instance, once the calls that run are done; calls that come later wait. What
    /// was decoded before is not used again.
    /// </summary>
    /// <param name="change">The change; it runs on the engine's thread, with an empty cache.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ObjectDisposedException">This was disposed of.</exception>
    public Task ChangeAsync(Action change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        var job = new EngineChange(change, cancellationToken);
        loop.Enqueue(job);
        return job.Task;
    }

    /// <summary>Lets running calls end, refuses those still queued with <see cref="ObjectDisposedException"/>, and disposes of the engine.</summary>
    /// <exception cref="Exception">The engine failed when it was disposed of.</exception>
    public ValueTask DisposeAsync()
    {
        loop.Close();
        return new ValueTask(loop.Ended);
    }

    /// <summary>Lets the model write an answer that a constraint allows.</summary>
    /// <param name="prompt">The user's turn.</param>
    /// <param name="constraint">What the answer may look like.</param>
    /// <param name="options">How it is written; null for the defaults.</param>
    /// <param name="hear">Is told what is settled of the text, on the engine's thread, so it must return at once; null for nobody.</param>
    /// <param name="cancellationToken">Ends the call between two decode calls.</param>
    internal Task<EngineOutput> GenerateAsync(
        EnginePrompt prompt, OutputConstraint constraint, GenerationOptions? options, Action<string>? hear, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(constraint);
        options ??= new GenerationOptions();
        options.Validate();
        return RunAsync(
            prompt,
            async lane =>
            {
                vocabulary ??= new Vocabulary(engine);
                var start = lane.Trunk.Count;
                var walk = new ConstraintWalk(lane, vocabulary, options, speculationCost, hear);
                await walk.RunAsync(constraint).ConfigureAwait(false);
                return (Walk: walk, Tokens: lane.Trunk.Tokens[start..].ToArray());
            },
            static (written, usage) => new EngineOutput(
                written.Walk.Text, ImmutableCollectionsMarshal.AsImmutableArray(written.Tokens), written.Walk.LogProbability, written.Walk.SmallestMargin, usage),
            cancellationToken);
    }

    private Task<PlainOutput> WriteAsync(EnginePrompt prompt, PlainTextOptions? options, Action<string>? hear, CancellationToken cancellationToken)
    {
        options ??= new PlainTextOptions();
        options.Validate();
        var form = options.Form();
        return RunAsync(
            prompt,
            lane =>
            {
                vocabulary ??= new Vocabulary(engine);
                return new PlainWriter(lane, vocabulary, options, form, hear).RunAsync();
            },
            static (written, usage) => new PlainOutput(written.Text, written.End, usage),
            cancellationToken);
    }

    private Task<TResult> RunAsync<TPart, TResult>(
        EnginePrompt prompt, Func<Lane, ValueTask<TPart>> run, Func<TPart, EngineUsage, TResult> finish, CancellationToken cancellation)
    {
        var queued = Stopwatch.GetTimestamp();
        var job = new EngineJob<TResult>(
            async lane =>
            {
                var started = Stopwatch.GetTimestamp();
                var (shared, promptTokens, reused) = Begin(lane, prompt);
                var part = await run(lane).ConfigureAwait(false);
                loop.Prefixes.Keep(lane, Math.Min(shared, lane.Trunk.Decoded));
                return finish(part, new EngineUsage(promptTokens, reused, lane.Trunk.Count - promptTokens, lane.DecodedTokens, lane.DecodeCalls)
                {
                    Queued = Stopwatch.GetElapsedTime(queued, started),
                    Elapsed = Stopwatch.GetElapsedTime(started),
                });
            },
            cancellation);
        loop.Enqueue(job);
        return job.Task;
    }

    /// <summary>Makes the trunk hold the prompt, as much of it as the cache holds already decoded.</summary>
    private (int Shared, int Prompt, int Reused) Begin(Lane lane, EnginePrompt prompt)
    {
        var frame = prompt.Frame?.Invoke() ?? engine.Frame;
        var tokens = new List<int>(frame.BeforeUser);
        engine.Tokenize(prompt.Text, tokens);
        var before = frame.BeforeUser.Length;
        var turn = CollectionsMarshal.AsSpan(tokens)[before..];
        RequirePlain(turn);
        var shared = before + new TextTokens(engine).CountWithin(turn, prompt.Text.AsSpan(0, prompt.SharedLength));
        tokens.AddRange(frame.AfterUser);
        RequireLength(tokens.Count, lane.Cells);
        lane.DecodeCalls = lane.DecodedTokens = 0;
        var all = CollectionsMarshal.AsSpan(tokens);
        loop.Prefixes.Restore(lane, all);
        return (shared, tokens.Count, lane.Trunk.Begin(all));
    }

    /// <summary>Requires that no value of a prompt became a control token.</summary>
    private void RequirePlain(ReadOnlySpan<int> turn)
    {
        foreach (var token in turn)
        {
            if (engine.Bytes(token).IsEmpty)
            {
                throw new TokenEngineException(TokenEngineError.NotExact,
                    $"The engine made control token {token} of a prompt's plain text; its tokenizer must leave control text in values as text.");
            }
        }
    }

    private static void RequireLength(int tokens, int cells)
    {
        if (tokens == 0)
        {
            throw new TokenEngineException(TokenEngineError.Failed, "The prompt has no tokens; give it text, or the engine a frame with a start token.");
        }

        if (tokens > cells)
        {
            throw new TokenEngineException(TokenEngineError.TooLong,
                $"The prompt takes {tokens} tokens, more than the {cells} that a call may use; shorten the task, give the context more tokens or use fewer lanes.");
        }
    }
}
